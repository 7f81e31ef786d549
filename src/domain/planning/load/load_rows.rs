//! Rows of the loads of a centre: times of each operation, its load, other loads, total.

use rust_decimal::Decimal;

use super::board::{Board, ItemCells, Words};
use super::centre_state::{CentreState, line};
use super::{Extra, LoadOperation, LoadedItem, Reference, SeriesCount, TimeUnit, Work};
use crate::domain::planning::worksheet::{CellId, Comparison, Formula};

/// Time of the pieces, as cells.
#[derive(Clone, Copy)]
enum Pace {
    UnitTime(CellId),
    Rate(CellId),
}

impl Pace {
    const fn cell(self) -> CellId {
        match self {
            Self::UnitTime(id) | Self::Rate(id) => id,
        }
    }
}

/// Loads of the operations, of the set-ups when they have their own row, then other loads.
pub(super) fn loads(board: &mut Board<'_>, state: &mut CentreState<'_>) {
    let input = board.input;
    let mut setups: Vec<Vec<Formula>> = vec![Vec::new(); board.periods()];
    for operation in &state.centre.operations {
        let Some(item) = input.items.get(operation.item) else { continue };
        operation_rows(board, state, item, operation, &mut setups);
    }
    if input.shows(Extra::SeparateSetups) {
        setup_row(board, state, setups);
    }
    for other in &state.centre.other_loads {
        let words = Words { key: &other.key, label: &other.label, unit: "h" };
        let row = board.row(state.centre, &words);
        let cells = board.spread(state.rank, row, &other.hours);
        board.total(row, &line(&cells));
        for (list, cell) in state.loads.iter_mut().zip(cells) {
            list.push(cell);
        }
    }
}

fn operation_rows(
    board: &mut Board<'_>,
    state: &mut CentreState<'_>,
    item: &LoadedItem,
    operation: &LoadOperation,
    setups: &mut [Vec<Formula>],
) {
    let (name, words) = names(item, operation);
    let unit = board.input.time_unit;
    let setup = operation.setup.map(|time| {
        let label = format!("Temps de série {words}");
        constant(board, state, &format!("{name}.temps_serie"), &label, unit.symbol(), time)
    });
    let pace = pace(board, state, operation, &name, &words);
    state.paces.push(pace.cell());
    let label = format!("Charge {words}");
    let key = format!("{name}.charge");
    let row = board.row(state.centre, &Words { key: &key, label: &label, unit: "h" });
    let cells = board.items.get(operation.item).cloned().unwrap_or_default();
    let separate = board.input.shows(Extra::SeparateSetups);
    let mut row_cells = Vec::with_capacity(setups.len());
    for (period, setups) in setups.iter_mut().enumerate() {
        let column = board.column(state.rank, period);
        let from = loaded_from(board.input.reference, period, operation.offset);
        let load = match from.and_then(|from| quantity_of(&cells, from)) {
            Some((quantity, series)) => {
                let times = OperationTimes { unit, setup, pace, rework: cells.rework };
                let one_if_any = item.series == SeriesCount::OneIfAny;
                if separate {
                    setups.extend(times.setup_load(quantity, series, one_if_any));
                }
                let with_setup = OperationTimes { setup: setup.filter(|_| !separate), ..times };
                let formula = with_setup.load(quantity, series, one_if_any);
                Some(board.sheet.computed(row, column, formula))
            }
            None if item.series == SeriesCount::One => None,
            None => Some(board.sheet.given(row, column, Decimal::ZERO)),
        };
        if let (Some(list), Some(load)) = (state.loads.get_mut(period), load) {
            list.push(load);
        }
        row_cells.push(load);
    }
    board.total(row, &row_cells);
}

/// Key and words of an operation: the article, and its number when it has several here.
fn names(item: &LoadedItem, operation: &LoadOperation) -> (String, String) {
    if operation.name.is_empty() {
        (item.code.clone(), item.label.clone())
    } else {
        (
            format!("{}.{}", item.code, operation.name),
            format!("{} opération {}", item.label, operation.name),
        )
    }
}

/// The period of the quantity that loads a period; `None` outside time.
fn loaded_from(reference: Reference, period: usize, offset: u32) -> Option<usize> {
    let offset = usize::try_from(offset).ok()?;
    match reference {
        Reference::Start => period.checked_sub(offset),
        Reference::End => period.checked_add(offset),
    }
}

/// Cells of the quantity and of the number of series of a period.
fn quantity_of(cells: &ItemCells, period: usize) -> Option<(CellId, Option<CellId>)> {
    let quantity = cells.quantities.get(period).copied().flatten()?;
    Some((quantity, cells.series.get(period).copied().flatten()))
}

/// A parameter that holds for every period.
fn constant(
    board: &mut Board<'_>,
    state: &CentreState<'_>,
    key: &str,
    label: &str,
    unit: &str,
    value: Decimal,
) -> CellId {
    let row = board.row(state.centre, &Words { key, label, unit });
    let column = board.constant_column(state.rank);
    board.sheet.given(row, column, value)
}

fn pace(
    board: &mut Board<'_>,
    state: &CentreState<'_>,
    operation: &LoadOperation,
    name: &str,
    words: &str,
) -> Pace {
    let rate_key = format!("{name}.cadence");
    let rate_label = format!("Cadence {words}");
    let per_hour = "pièces/h";
    match &operation.work {
        Work::UnitTime(time) => {
            let (key, label) =
                (format!("{name}.temps_unitaire"), format!("Temps unitaire {words}"));
            let unit = board.input.time_unit.symbol();
            Pace::UnitTime(constant(board, state, &key, &label, unit, *time))
        }
        Work::Rate(rate) => {
            Pace::Rate(constant(board, state, &rate_key, &rate_label, per_hour, *rate))
        }
        Work::Slowest(posts) => {
            let mut rates = Vec::with_capacity(posts.len());
            for (post, rate) in posts {
                let (key, label) = (format!("{rate_key}.{post}"), format!("{rate_label} {post}"));
                rates.push(Formula::from(constant(board, state, &key, &label, per_hour, *rate)));
            }
            let head = Words { key: &rate_key, label: &rate_label, unit: per_hour };
            let row = board.row(state.centre, &head);
            let column = board.constant_column(state.rank);
            Pace::Rate(board.sheet.computed(row, column, Formula::Minimum(rates)))
        }
    }
}

/// Times of an operation, as cells.
#[derive(Clone, Copy)]
struct OperationTimes {
    unit: TimeUnit,
    setup: Option<CellId>,
    pace: Pace,
    rework: Option<CellId>,
}

impl OperationTimes {
    /// Set-up + quantity × unit time, or set-up + quantity ÷ rate, in hours.
    fn load(&self, quantity: CellId, series: Option<CellId>, one_if_any: bool) -> Formula {
        let pieces = match self.rework {
            Some(percent) => quantity * (Formula::from(1u32) + percent / 100u32),
            None => Formula::from(quantity),
        };
        let setup = self.setup.map(|setup| setups(setup, series));
        let is_optional = setup.is_some() && one_if_any;
        let formula = match (self.pace, setup) {
            (Pace::UnitTime(time), Some(setup)) => self.unit.hours(setup + pieces * time),
            (Pace::UnitTime(time), None) => self.unit.hours(pieces * time),
            (Pace::Rate(rate), Some(setup)) => self.unit.hours(setup) + pieces / rate,
            (Pace::Rate(rate), None) => pieces / rate,
        };
        if is_optional { when_any(quantity, formula) } else { formula }
    }

    /// The set-ups alone, in hours.
    fn setup_load(
        &self,
        quantity: CellId,
        series: Option<CellId>,
        one_if_any: bool,
    ) -> Option<Formula> {
        let hours = self.unit.hours(setups(self.setup?, series));
        Some(if one_if_any { when_any(quantity, hours) } else { hours })
    }
}

/// One set-up, or one a series.
fn setups(setup: CellId, series: Option<CellId>) -> Formula {
    series.map_or_else(|| Formula::from(setup), |series| series * setup)
}

/// Nothing when there is no quantity.
fn when_any(quantity: CellId, formula: Formula) -> Formula {
    Formula::choose(quantity, Comparison::Greater, 0u32, formula, 0u32)
}

fn setup_row(board: &mut Board<'_>, state: &mut CentreState<'_>, setups: Vec<Vec<Formula>>) {
    if setups.iter().all(Vec::is_empty) {
        return;
    }
    let words = Words { key: "reglages", label: "Changements de série", unit: "h" };
    let row = board.row(state.centre, &words);
    let mut cells = Vec::with_capacity(setups.len());
    for (period, terms) in setups.into_iter().enumerate() {
        let column = board.column(state.rank, period);
        let cell = board.sheet.computed(row, column, Formula::sum(terms));
        if let Some(list) = state.loads.get_mut(period) {
            list.push(cell);
        }
        cells.push(Some(cell));
    }
    board.total(row, &cells);
}

/// Total load of each period; none when the centre has no load at all.
pub(super) fn total(board: &mut Board<'_>, state: &mut CentreState<'_>) {
    if state.centre.operations.is_empty() && state.centre.other_loads.is_empty() {
        return;
    }
    let words = Words { key: "charge", label: "Charge totale", unit: "h" };
    let row = board.row(state.centre, &words);
    for (period, loads) in state.loads.iter().enumerate() {
        let column = board.column(state.rank, period);
        let formula = Formula::sum(loads.iter().copied());
        state.total.push(board.sheet.computed(row, column, formula));
    }
    board.total(row, &line(&state.total));
}
