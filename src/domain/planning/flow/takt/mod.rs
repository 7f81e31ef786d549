//! Takt time: available time over demand; number of posts that the work content asks for, and what
//! the slowest post lets through.

mod reading;

#[cfg(test)]
mod tests;

pub use reading::OPTIONS;

use rust_decimal::Decimal;

use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::effectiveness::TimeUnit;
use crate::domain::planning::follow_up::named::{MAX_NAMED, duplicate};
use crate::domain::planning::follow_up::table::Table;
use crate::domain::planning::tree::Problems;
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, Rounding, RowHead, Value, Worksheet, rule,
};

/// Input of a takt time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaktInput {
    /// Unit of the takt time and of the times of the posts.
    pub unit: TimeUnit,
    /// Opening time of one team (or of the day), with its unit.
    pub opening: (Decimal, TimeUnit),
    /// Breaks and other planned stops of one team.
    pub breaks: Vec<(String, Decimal)>,
    /// Unit of the breaks.
    pub break_unit: TimeUnit,
    /// Teams a day; none when the opening time is that of the day.
    pub teams: Option<Decimal>,
    /// Worked days over which the demand is stated; none when it is that of a day.
    pub days: Option<Decimal>,
    /// Share of the available time really used, in percent.
    pub yield_rate: Option<Decimal>,
    /// Pieces asked for.
    pub demand: Decimal,
    /// Times of the posts or operations: code, words, time.
    pub posts: Vec<(String, String, Decimal)>,
}

/// The calculator `takt`.
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

/// Available time, demand, takt time, and posts.
///
/// # Errors
/// When there are too many breaks or posts, or two posts of the same code.
pub fn worksheet(input: &TaktInput) -> Result<Worksheet, CalculationError> {
    if input.breaks.len() > MAX_NAMED || input.posts.len() > MAX_NAMED {
        return Err(CalculationError::impossible(format!("il y a plus de {MAX_NAMED} lignes")));
    }
    if let Some(code) = duplicate(input.posts.iter().map(|(code, _, _)| code.as_str())) {
        return Err(CalculationError::impossible(format!(
            "le poste « {code} » est écrit deux fois"
        )));
    }
    let mut fill = Fill { table: Table::of_values("Takt time", "Valeur"), input };
    let available = fill.available_time();
    let demand = fill.daily_demand();
    let takt = fill.time("takt", "Takt time", available / demand);
    let hour = TimeUnit::Hour.convert(Formula::number(1), input.unit);
    let head = RowHead::new("cadence_horaire", "Cadence horaire nécessaire").unit("pièces/h");
    fill.table.computed(head.short("Cadence"), hour / takt);
    if !input.posts.is_empty() {
        fill.posts(available, takt);
    }
    Ok(fill.table.finish())
}

struct Fill<'a> {
    table: Table,
    input: &'a TaktInput,
}

impl Fill<'_> {
    /// A computed row in the unit of the takt time.
    fn time(&mut self, key: &str, label: &str, formula: impl Into<Formula>) -> CellId {
        self.table.computed(RowHead::new(key, label).unit(self.input.unit.sign()), formula)
    }

    /// Available time of one day.
    fn available_time(&mut self) -> CellId {
        let input = self.input;
        let (opening, opening_unit) = input.opening;
        let head = RowHead::new("ouverture", "Temps d'ouverture").unit(opening_unit.sign());
        let opening = self.table.given(head, opening);
        let mut breaks = Vec::new();
        for (rank, (label, duration)) in input.breaks.iter().enumerate() {
            let head = RowHead::new(format!("pause{}", rank + 1), label.as_str());
            breaks.push(self.table.given(head.unit(input.break_unit.sign()), *duration));
        }
        let mut worked = opening_unit.convert(opening.into(), input.unit);
        if !breaks.is_empty() {
            worked = worked - input.break_unit.convert(total(breaks), input.unit);
        }
        let whole_day = input.teams.is_none() && input.yield_rate.is_none();
        let first = if whole_day { "temps_disponible" } else { "temps_ouvert" };
        let label = if whole_day { "Temps disponible par jour" } else { "Temps net d'une équipe" };
        let mut available = self.time(first, label, worked);
        if let Some(teams) = input.teams {
            let head = RowHead::new("equipes", "Équipes par jour").short("Équipes");
            let teams = self.table.given(head, teams);
            let last = input.yield_rate.is_none();
            let key = if last { "temps_disponible" } else { "temps_jour" };
            let label = if last { "Temps disponible par jour" } else { "Temps net par jour" };
            available = self.time(key, label, available * teams);
        }
        if let Some(rate) = input.yield_rate {
            let head = RowHead::new("rendement", "Taux de rendement").unit("%");
            let rate = self.table.given(head, rate);
            let formula = available * rate / 100_u32;
            available = self.time("temps_disponible", "Temps disponible par jour", formula);
        }
        available
    }

    fn daily_demand(&mut self) -> CellId {
        let demand = RowHead::new("demande", "Demande").unit("pièces");
        let demand = self.table.given(demand, self.input.demand);
        let Some(days) = self.input.days else { return demand };
        let days = self.table.given(RowHead::new("jours", "Jours travaillés"), days);
        let head = RowHead::new("demande_jour", "Demande par jour").unit("pièces");
        self.table.computed(head, demand / days)
    }

    /// Work content, number of posts, slowest post and what it lets through.
    fn posts(&mut self, available: CellId, takt: CellId) {
        let input = self.input;
        let mut times = Vec::new();
        for (code, label, time) in &input.posts {
            let head = RowHead::new(format!("poste.{code}"), label.as_str());
            times.push(self.table.given(head.unit(input.unit.sign()), *time));
        }
        let cells = || times.iter().copied().map(Formula::from).collect::<Vec<_>>();
        let content = self.time("contenu", "Contenu de travail", total(times.clone()));
        let exact = RowHead::new("postes_theoriques", "Nombre théorique de postes");
        let exact = self.table.computed(exact.short("Postes théoriques"), content / takt);
        let head = RowHead::new("postes", "Nombre minimal de postes").short("Postes");
        self.table.computed(head, Formula::from(exact).rounded(Rounding::UP));
        let cycle = self.time("cycle", "Temps du poste le plus lent", Formula::Maximum(cells()));
        let names: Vec<String> = input.posts.iter().map(|(_, label, _)| label.clone()).collect();
        let head = RowHead::new("goulot", "Poste le plus lent").short("Goulot");
        self.table.computed(head, slowest(cells(), names));
        let head = RowHead::new("production_jour", "Production possible par jour");
        let formula = (available / cycle).rounded(Rounding::DOWN);
        self.table.computed(head.short("Production").unit("pièces"), formula);
    }
}

/// One cell alone, or the sum of several.
fn total(cells: Vec<CellId>) -> Formula {
    match cells.as_slice() {
        [only] => Formula::from(*only),
        _ => Formula::sum(cells),
    }
}

/// Name of the post whose time is the greatest; the first of equals.
fn slowest(times: Vec<Formula>, names: Vec<String>) -> Formula {
    rule(
        times,
        move |values| {
            let numbers: Vec<Decimal> =
                values.iter().map(Value::number).collect::<Result<_, _>>()?;
            let greatest = numbers.iter().max();
            let place = numbers.iter().position(|number| Some(number) == greatest);
            let name = place.and_then(|place| names.get(place));
            Ok(name.map_or(Value::Empty, |name| name.as_str().into()))
        },
        |_, _| "poste au temps le plus long".to_owned(),
    )
}
