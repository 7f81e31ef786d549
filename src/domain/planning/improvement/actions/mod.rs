//! Cost and gain of improvement actions: yearly gain, payback time, profitability, balance over some
//! years, production gained; and the action that pays back soonest.

mod reading;

#[cfg(test)]
mod tests;

pub use reading::OPTIONS;

use rust_decimal::Decimal;

use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::follow_up::named::{MAX_NAMED, duplicate};
use crate::domain::planning::follow_up::table::Table;
use crate::domain::planning::tree::Problems;
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Comparison, Formula, RowHead, Value, Worksheet, rule,
};

/// Input of a comparison of actions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActionsInput {
    /// Sign of the money ("€").
    pub currency: String,
    /// Actions; one without code when there is only one.
    pub actions: Vec<Action>,
    /// Years over which the balance is drawn up, if asked.
    pub years: Option<Decimal>,
}

/// One action.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Action {
    /// Code; empty for the only action.
    pub code: String,
    /// Words shown.
    pub label: String,
    /// Costs paid once.
    pub costs: Vec<(String, Decimal)>,
    /// Costs paid every year.
    pub yearly_costs: Vec<(String, Decimal)>,
    /// Gains of every year.
    pub gains: Vec<Gain>,
    /// Time gained in one period and time of one piece, in the same unit: production gained.
    pub time_gained: Option<(Decimal, Decimal)>,
}

/// A gain of every year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gain {
    /// What is gained.
    pub label: String,
    /// How much.
    pub amount: GainAmount,
}

/// How much is gained in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GainAmount {
    /// Money, as stated.
    Yearly(Decimal),
    /// (before − after) × times a year × value of one unit.
    Difference {
        /// Quantity before the action (minutes, pieces).
        before: Decimal,
        /// Quantity after the action.
        after: Decimal,
        /// Times a year.
        times: Decimal,
        /// Value of one unit.
        value: Decimal,
    },
}

/// The calculator `amelioration`.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let input = reading::read(request, problems)?;
    match worksheet(&input) {
        Ok(sheet) => Some(sheet),
        Err(error) => {
            refused(request, &error, problems);
            None
        }
    }
}

/// Costs, gains and payback of each action.
///
/// # Errors
/// When there is no action, one without cost or gain, too many lines, or two of the same code.
pub fn worksheet(input: &ActionsInput) -> Result<Worksheet, CalculationError> {
    if input.actions.is_empty() || input.actions.len() > MAX_NAMED {
        return Err(CalculationError::impossible(format!("il faut de 1 à {MAX_NAMED} actions")));
    }
    if let Some(code) = duplicate(input.actions.iter().map(|action| action.code.as_str())) {
        return Err(CalculationError::impossible(format!(
            "l'action « {code} » est écrite deux fois"
        )));
    }
    let mut table = Table::of_values("Gains d'une amélioration", "Valeur");
    let mut paybacks = Vec::new();
    for action in &input.actions {
        if action.gains.is_empty() || action.costs.is_empty() {
            return Err(CalculationError::impossible(
                "donnez au moins un coût et un gain à chaque action",
            ));
        }
        paybacks.push(Fill { table: &mut table, input, action }.action());
    }
    if paybacks.len() > 1 {
        let names = input.actions.iter().map(|action| action.label.clone()).collect();
        let head = RowHead::new("meilleure", "Action au retour le plus rapide").group("Choix");
        table.computed(head, soonest(&paybacks, names));
    }
    Ok(table.finish())
}

struct Fill<'a> {
    table: &'a mut Table,
    input: &'a ActionsInput,
    action: &'a Action,
}

impl Fill<'_> {
    fn head(&self, key: &str, label: &str) -> RowHead {
        let code = &self.action.code;
        if code.is_empty() {
            return RowHead::new(key, label);
        }
        RowHead::new(format!("{code}.{key}"), label).group(self.action.label.as_str())
    }

    fn money(&mut self, key: &str, label: &str, formula: impl Into<Formula>) -> CellId {
        let head = self.head(key, label).unit(self.input.currency.as_str());
        self.table.computed(head, formula)
    }

    /// Given amounts and their sum.
    fn amounts(&mut self, key: &str, label: &str, amounts: &[(String, Decimal)]) -> CellId {
        let mut cells = Vec::new();
        for (rank, (label, amount)) in amounts.iter().enumerate() {
            let head = self.head(&format!("{key}{}", rank + 1), label);
            cells.push(self.table.given(head.unit(self.input.currency.as_str()), *amount));
        }
        self.money(key, label, Formula::sum(cells))
    }

    /// Rows of the action; gives its payback in months.
    fn action(&mut self) -> CellId {
        let action = self.action;
        let cost = self.amounts("cout", "Coût de l'action", &action.costs);
        let mut gains = Vec::new();
        for (rank, gain) in action.gains.iter().enumerate() {
            gains.push(self.gain(rank + 1, gain));
        }
        let gain = self.money("gain", "Gain annuel", Formula::sum(gains));
        let net = if action.yearly_costs.is_empty() {
            gain
        } else {
            let label = "Dépenses annuelles";
            let yearly = self.amounts("depense", label, &action.yearly_costs);
            self.money("gain_net", "Gain annuel net", gain - yearly)
        };
        let head = self.head("retour_ans", "Délai de récupération en années").short("Retour");
        self.table.computed(head.unit("ans"), payback(cost, net, 1));
        let head = self.head("retour_mois", "Délai de récupération en mois").short("Retour");
        let months = self.table.computed(head.unit("mois"), payback(cost, net, 12));
        let head = self.head("rentabilite", "Rentabilité annuelle").unit("%");
        self.table.computed(head, net / cost * 100_u32);
        if let Some(years) = self.input.years {
            let head = self.head("annees", "Durée du bilan").unit("ans");
            let years = self.table.given(head, years);
            self.money("bilan", "Bilan sur la durée", net * years - cost);
        }
        if let Some((time, cycle)) = action.time_gained {
            let head = self.head("temps_gagne", "Temps gagné");
            let time = self.table.given(head, time);
            let head = self.head("temps_piece", "Temps d'une pièce");
            let cycle = self.table.given(head, cycle);
            let head = self.head("production_gagnee", "Production gagnée").unit("pièces");
            self.table.computed(head, time / cycle);
        }
        months
    }

    fn gain(&mut self, rank: usize, gain: &Gain) -> CellId {
        let key = format!("gain{rank}");
        let currency = self.input.currency.as_str();
        match gain.amount {
            GainAmount::Yearly(amount) => {
                let head = self.head(&key, &gain.label).unit(currency);
                self.table.given(head, amount)
            }
            GainAmount::Difference { before, after, times, value } => {
                let mut part = |name: &str, label: &str, number: Decimal| {
                    let head = self.head(&format!("{key}.{name}"), label);
                    self.table.given(head, number)
                };
                let before = part("avant", "Avant", before);
                let after = part("apres", "Après", after);
                let times = part("fois", "Fois par an", times);
                let value = part("valeur", "Valeur d'une unité", value);
                let formula = (before - after) * times * value;
                self.money(&key, &gain.label, formula)
            }
        }
    }
}

/// Cost × periods of a year ÷ gain; « jamais » when nothing is gained.
fn payback(cost: CellId, gain: CellId, periods: u32) -> Formula {
    let never = Formula::Constant(Value::from("jamais"));
    let time = if periods == 1 { cost / gain } else { cost * periods / gain };
    Formula::choose(gain, Comparison::Greater, Formula::number(0), time, never)
}

/// Name of the action with the shortest payback, or « aucune ».
fn soonest(paybacks: &[CellId], names: Vec<String>) -> Formula {
    rule(
        paybacks.iter().copied().map(Formula::from).collect(),
        move |values| {
            let times = values.iter().zip(&names).filter_map(|(value, name)| match value {
                Value::Number(time) => Some((*time, name)),
                _ => None,
            });
            let first = times.min_by_key(|(time, _)| *time);
            Ok(first.map_or("aucune", |(_, name)| name.as_str()).into())
        },
        |_, _| "plus petit délai de récupération".to_owned(),
    )
}
