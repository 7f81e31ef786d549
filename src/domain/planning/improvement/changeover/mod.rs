//! SMED: a change of series before and after, internal operations (machine stopped) and external ones
//! (machine running); time and production gained.

mod reading;

#[cfg(test)]
mod tests;

pub use reading::OPTIONS;

use rust_decimal::Decimal;

use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::effectiveness::{Pace, TimeUnit};
use crate::domain::planning::follow_up::named::{MAX_NAMED, duplicate};
use crate::domain::planning::follow_up::table::VALUE_COLUMN;
use crate::domain::planning::tree::Problems;
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, Rounding, RowHead, Worksheet,
};

/// Input of a SMED study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeoverInput {
    /// Unit of the durations.
    pub unit: TimeUnit,
    /// Operations of the change.
    pub steps: Vec<Step>,
    /// Changes in one period, when the gain of the period is asked.
    pub changes: Option<Decimal>,
    /// Pieces that the machine makes meanwhile, when the production gained is asked: cycle time in
    /// the unit of the durations, or pieces an hour.
    pub pace: Option<Pace>,
    /// Lot of today, when the lot that keeps the share of changes is asked.
    pub lot: Option<Decimal>,
}

/// One operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Key of its row.
    pub code: String,
    /// What is done.
    pub label: String,
    /// Before the study.
    pub before: Operation,
    /// After the study; none when the operation is removed.
    pub after: Option<Operation>,
}

/// When an operation is done, and how long it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operation {
    /// Machine stopped (internal) or running (external).
    pub internal: bool,
    /// Duration.
    pub duration: Decimal,
}

/// The calculator `smed`.
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

/// Operations before and after, totals, and gains.
///
/// # Errors
/// When there is no operation, too many, or two of the same name.
pub fn worksheet(input: &ChangeoverInput) -> Result<Worksheet, CalculationError> {
    if input.steps.is_empty() || input.steps.len() > MAX_NAMED {
        return Err(CalculationError::impossible(format!("il faut de 1 à {MAX_NAMED} opérations")));
    }
    if let Some(code) = duplicate(input.steps.iter().map(|step| step.code.as_str())) {
        return Err(CalculationError::impossible(format!(
            "l'opération « {code} » est écrite deux fois"
        )));
    }
    let mut sheet = Worksheet::new("Changement de série (SMED)");
    let totals = step_rows(&mut sheet, input);
    let value_column = sheet.column(VALUE_COLUMN, "Valeur");
    Fill { sheet: &mut sheet, input, value_column }.gains(&totals);
    Ok(sheet)
}

/// Totals: internal before, external before, internal after, external after.
type Totals = [CellId; 4];

/// One row an operation, four columns, and their totals.
fn step_rows(sheet: &mut Worksheet, input: &ChangeoverInput) -> Totals {
    let columns = [
        ("interne_avant", "Interne avant", true, true),
        ("externe_avant", "Externe avant", true, false),
        ("interne_apres", "Interne après", false, true),
        ("externe_apres", "Externe après", false, false),
    ]
    .map(|(key, label, before, internal)| (sheet.column(key, label), before, internal));
    let unit = input.unit.sign();
    let mut cells: [Vec<CellId>; 4] = std::array::from_fn(|_| Vec::new());
    for step in &input.steps {
        let head = RowHead::new(format!("op.{}", step.code), step.label.as_str());
        let row = sheet.row(head.unit(unit));
        for ((column, before, internal), cells) in columns.iter().zip(&mut cells) {
            let operation = if *before { Some(step.before) } else { step.after };
            let operation = operation.filter(|operation| operation.internal == *internal);
            cells.extend(operation.map(|done| sheet.given(row, *column, done.duration)));
        }
    }
    let row = sheet.row(RowHead::new("total", "Total").unit(unit));
    let mut totals = columns.iter().zip(cells);
    std::array::from_fn(|_| {
        let (column, cells) =
            totals.next().map_or((0, Vec::new()), |((column, _, _), cells)| (*column, cells));
        sheet.computed(row, column, Formula::sum(cells))
    })
}

struct Fill<'a> {
    sheet: &'a mut Worksheet,
    input: &'a ChangeoverInput,
    value_column: usize,
}

impl Fill<'_> {
    fn given(&mut self, head: RowHead, value: Decimal) -> CellId {
        let row = self.sheet.row(head);
        self.sheet.given(row, self.value_column, value)
    }

    fn computed(&mut self, head: RowHead, formula: impl Into<Formula>) -> CellId {
        let row = self.sheet.row(head);
        self.sheet.computed(row, self.value_column, formula)
    }

    /// A head in the unit of the durations.
    fn timed(&self, key: &str, label: &str) -> RowHead {
        RowHead::new(key, label).unit(self.input.unit.sign())
    }

    /// Stops of the machine before and after, and what is gained.
    fn gains(&mut self, totals: &Totals) {
        let [internal_before, _, internal_after, _] = *totals;
        let head = self.timed("arret_avant", "Arrêt de la machine avant").short("Arrêt avant");
        let before = self.computed(head, internal_before);
        let head = self.timed("arret_apres", "Arrêt de la machine après").short("Arrêt après");
        let after = self.computed(head, internal_after);
        let head = self.timed("gain", "Temps gagné par changement");
        let mut gain = self.computed(head, before - after);
        let head = RowHead::new("gain_pourcent", "Réduction de l'arrêt").unit("%");
        self.computed(head, gain / before * 100_u32);
        if let Some(changes) = self.input.changes {
            let head = RowHead::new("changements", "Changements par période");
            let changes = self.given(head, changes);
            let head = self.timed("gain_periode", "Temps gagné par période");
            gain = self.computed(head, gain * changes);
        }
        self.production(gain);
        if let Some(lot) = self.input.lot {
            let lot = self.given(RowHead::new("lot", "Lot actuel").unit("pièces"), lot);
            let head = RowHead::new("lot_possible", "Lot à part de changement égale");
            let formula = (lot * after / before).rounded(Rounding::UP);
            self.computed(head.unit("pièces"), formula);
        }
    }

    /// Pieces made in the time gained.
    fn production(&mut self, gain: CellId) {
        let unit = self.input.unit;
        let formula = match &self.input.pace {
            Some(Pace::Cycle(cycle)) => {
                let cycle = self.given(self.timed("cycle", "Temps de cycle"), *cycle);
                gain / cycle
            }
            Some(Pace::Rate(rate)) => {
                let head = RowHead::new("cadence", "Cadence").unit("pièces/h");
                let rate = self.given(head, *rate);
                unit.convert(Formula::from(gain), TimeUnit::Hour) * rate
            }
            Some(Pace::Slowest(_)) | None => return,
        };
        let head = RowHead::new("production_gagnee", "Production gagnée").unit("pièces");
        self.computed(head, formula);
    }
}
