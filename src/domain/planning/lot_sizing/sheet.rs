//! The table of a lot sizing: requirements and costs, then the orders, stock and costs of each rule.

use std::collections::HashSet;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::economic::Economic;
use super::frame::{Frame, Series};
use super::rules::{Interval, SizingRule, orders};
use super::{LotSizingInput, MAX_LOT_PERIODS, explanation, wagner_whitin};
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Comparison, Formula, RowHead, Value, Worksheet, rule,
};

/// The table of requirements, orders, stock and costs.
///
/// # Errors
/// No period, too many, two of one name, no rule, the same rule twice, or a negative requirement.
pub fn worksheet(input: &LotSizingInput) -> Result<Worksheet, CalculationError> {
    check(input)?;
    let mut frame = Frame::new(input);
    let series = Series::add(&mut frame, input);
    let economic = Economic::add(&mut frame, &series, input);
    let mut totals = Vec::with_capacity(input.rules.len());
    for sizing in &input.rules {
        let parameters = frame.parameters(*sizing, &series, economic);
        totals.push(frame.block(*sizing, &series, &parameters));
    }
    if totals.len() > 1 {
        frame.comparison(&input.rules, &totals);
    }
    Ok(frame.sheet)
}

fn check(input: &LotSizingInput) -> Result<(), CalculationError> {
    let refused = |reason: String| Err(CalculationError::impossible(reason));
    let count = input.requirements.len();
    if count == 0 || count > MAX_LOT_PERIODS {
        return refused(format!("il faut de 1 à {MAX_LOT_PERIODS} périodes, pas {count}"));
    }
    if input.periods.len() != count {
        return refused(format!("{count} besoins pour {} périodes", input.periods.len()));
    }
    let mut names: HashSet<&str> = HashSet::from(["valeur", "total"]);
    if let Some(name) = input.periods.iter().find(|name| !names.insert(name.as_str())) {
        return refused(format!("la colonne « {name} » existe deux fois"));
    }
    if !input.prices.is_empty() && input.prices.len() != count {
        return refused(format!("{} prix pour {count} périodes", input.prices.len()));
    }
    if input.requirements.iter().any(|need| *need < Decimal::ZERO) {
        return refused("un besoin net est négatif".to_owned());
    }
    let mut keys = HashSet::new();
    if let Some(twice) = input.rules.iter().find(|sizing| !keys.insert(sizing.key())) {
        return refused(format!("la règle « {} » est demandée deux fois", twice.name()));
    }
    if input.rules.is_empty() {
        return refused("aucune règle de lotissement n'est demandée".to_owned());
    }
    Ok(())
}

impl Frame {
    /// Cells of the parameters of a rule; see `orders`.
    fn parameters(
        &mut self,
        sizing: SizingRule,
        series: &Series,
        economic: Option<Economic>,
    ) -> Vec<CellId> {
        let group = block_group(sizing);
        match sizing {
            SizingRule::LotForLot => Vec::new(),
            SizingRule::FixedQuantity(lot) => {
                let head = RowHead::new("QF.quantite", "Taille du lot").unit(&*self.unit);
                vec![self.given(head.group(group), lot)]
            }
            SizingRule::EconomicQuantity(_) => {
                economic.map(|cells| cells.quantity).into_iter().collect()
            }
            SizingRule::PeriodQuantity { interval: Interval::Periods(count), .. } => {
                let head = RowHead::new("intervalle", "Intervalle").unit("périodes");
                vec![self.given(head.group(group), count)]
            }
            SizingRule::PeriodQuantity { interval: Interval::Economic(_), .. } => {
                economic.and_then(|cells| cells.interval).into_iter().collect()
            }
            SizingRule::LeastUnitCost | SizingRule::LeastTotalCost(_) | SizingRule::SilverMeal => {
                vec![series.setup, series.holding]
            }
            SizingRule::WagnerWhitin => {
                let costs = [series.setup, series.holding];
                costs.iter().chain(&series.prices).copied().collect()
            }
        }
    }

    /// Rows of one rule; gives the cell of its cost in all.
    fn block(&mut self, sizing: SizingRule, series: &Series, parameters: &[CellId]) -> CellId {
        let arguments: Vec<Formula> =
            series.needs.iter().chain(parameters).map(|id| Formula::from(*id)).collect();
        if sizing == SizingRule::WagnerWhitin {
            self.cost_to_go(&arguments, series.needs.len());
        }
        let (placed, placed_row) = self.placed(sizing, &arguments);
        let stock = self.stock(sizing, series, &placed);
        let count = self.setups(sizing, &placed);
        self.sheet.computed(placed_row, self.total, Formula::sum(placed.iter().copied()));
        let head = |name: &str, label: &str| {
            RowHead::new(format!("{}.{name}", sizing.key()), label)
                .group(block_group(sizing))
                .unit("€")
        };
        let row = self.sheet.row(head("cout_lancements", "Coût des lancements"));
        let setups = self.sheet.computed(row, self.total, count * series.setup);
        let row = self.sheet.row(head("cout_possession", "Coût de possession"));
        let carrying = self.sheet.computed(row, self.total, stock * series.holding);
        let mut all = setups + carrying;
        if !series.prices.is_empty() {
            let row = self.sheet.row(head("cout_achat", "Coût d'achat"));
            let bought = placed.iter().zip(&series.prices).map(|(order, price)| *order * *price);
            let bought = self.sheet.computed(row, self.total, Formula::sum(bought));
            all = all + bought;
        }
        let row = self.sheet.row(head("cout_total", "Coût total"));
        self.sheet.computed(row, self.total, all)
    }

    /// Row of the orders; gives its cells and its rank.
    fn placed(&mut self, sizing: SizingRule, arguments: &[Formula]) -> (Vec<CellId>, usize) {
        let row = self.quantity_row(sizing, "ordres", "Ordres");
        let columns = self.periods.clone();
        let mut cells = Vec::with_capacity(columns.len());
        for (rank, column) in columns.into_iter().enumerate() {
            let (count, names) = (self.names.len(), Arc::clone(&self.names));
            let formula = rule(
                arguments.to_vec(),
                move |values| {
                    let numbers: Vec<Decimal> =
                        values.iter().map(Value::number).collect::<Result<_, _>>()?;
                    let (needs, parameters) = numbers.split_at(count.min(numbers.len()));
                    let placed = orders(sizing, needs, parameters)?;
                    Ok(placed.get(rank).copied().unwrap_or_default().into())
                },
                move |values, result| explanation::order(sizing, &names, rank, values, result),
            );
            cells.push(self.sheet.computed(row, column, formula));
        }
        (cells, row)
    }

    /// Row of the stock left at the end of each period; gives the cell of its sum.
    fn stock(&mut self, sizing: SizingRule, series: &Series, placed: &[CellId]) -> CellId {
        let row = self.quantity_row(sizing, "stock", "Stock final");
        let mut before: Option<CellId> = None;
        let mut cells = Vec::with_capacity(placed.len());
        for ((column, order), need) in self.periods.iter().zip(placed).zip(&series.needs) {
            let received = match before {
                Some(before) => before + *order,
                None => Formula::from(*order),
            };
            let left = self.sheet.computed(row, *column, received - *need);
            before = Some(left);
            cells.push(left);
        }
        self.sheet.computed(row, self.total, Formula::sum(cells))
    }

    /// Row that counts the orders; gives the cell of their number.
    fn setups(&mut self, sizing: SizingRule, placed: &[CellId]) -> CellId {
        let head = RowHead::new(format!("{}.lancements", sizing.key()), "Nombre de lancements")
            .short("Lancements")
            .group(block_group(sizing));
        let row = self.sheet.row(head);
        let mut cells = Vec::with_capacity(placed.len());
        for (column, order) in self.periods.iter().zip(placed) {
            let one = Formula::choose(*order, Comparison::Greater, 0u32, 1u32, 0u32);
            cells.push(self.sheet.computed(row, *column, one));
        }
        self.sheet.computed(row, self.total, Formula::sum(cells))
    }

    /// Row of the least cost from each period on.
    fn cost_to_go(&mut self, arguments: &[Formula], count: usize) {
        let sizing = SizingRule::WagnerWhitin;
        let head = RowHead::new("WW.cout_minimal", "Coût minimal à partir de la période")
            .short("Coût minimal")
            .group(block_group(sizing))
            .unit("€");
        let row = self.sheet.row(head);
        for (rank, column) in self.periods.iter().enumerate() {
            let formula = rule(
                arguments.to_vec(),
                move |values| {
                    let numbers: Vec<Decimal> =
                        values.iter().map(Value::number).collect::<Result<_, _>>()?;
                    let (needs, costs) = numbers.split_at(count.min(numbers.len()));
                    let [setup, holding, prices @ ..] = costs else {
                        return Err(CalculationError::impossible("un coût manque"));
                    };
                    let plan = wagner_whitin::plan(needs, *setup, *holding, prices)?;
                    Ok(plan.cost_to_go.get(rank).copied().unwrap_or_default().into())
                },
                |_, _| "coût du meilleur plan qui commence ici".to_owned(),
            );
            self.sheet.computed(row, *column, formula);
        }
    }

    fn quantity_row(&mut self, sizing: SizingRule, name: &str, label: &str) -> usize {
        let head = RowHead::new(format!("{}.{name}", sizing.key()), label);
        self.sheet.row(head.group(block_group(sizing)).unit(&*self.unit))
    }

    /// Least cost of the rules, and the first rule that has it.
    fn comparison(&mut self, rules: &[SizingRule], totals: &[CellId]) {
        let costs: Vec<Formula> = totals.iter().map(|id| Formula::from(*id)).collect();
        let head = |key: &str, label: &str| RowHead::new(key, label).group("Comparaison");
        let least = head("cout_minimal", "Coût le plus bas").unit("€");
        let least = self.computed(least, Formula::Minimum(costs.clone()));
        let mut arguments = vec![Formula::from(least)];
        arguments.extend(costs);
        let names: Vec<&'static str> = rules.iter().map(|sizing| sizing.name()).collect();
        let best = rule(
            arguments,
            move |values| {
                let Some((least, costs)) = values.split_first() else { return Ok(Value::Empty) };
                let rank = costs.iter().position(|cost| cost == least);
                let name = rank.and_then(|rank| names.get(rank)).copied();
                Ok(name.map_or(Value::Empty, Value::from))
            },
            |values, _| format!("coût le plus bas : {}", values.first().unwrap_or(&Value::Empty)),
        );
        self.computed(head("meilleure_regle", "Règle la moins chère"), best);
    }
}

/// Group of the rows of a rule: its code first, for the names of cells.
fn block_group(sizing: SizingRule) -> String {
    format!("{} – {}", sizing.key(), sizing.name())
}
