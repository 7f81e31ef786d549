//! Rows of the capacity of a centre: opening time, deductions, coefficients.

use rust_decimal::Decimal;

use super::board::{Board, Words};
use super::centre_state::{CentreState, line};
use super::figure::Cells;
use super::{CapacityInput, Deduction, DeductionAmount, Factor, FactorValues, Opening, Times};
use crate::domain::planning::worksheet::{CellId, Formula};

/// Factors of the opening time: machines, teams, days, hours.
pub(super) fn factors(board: &mut Board<'_>, state: &mut CentreState<'_>) {
    let Some(CapacityInput { opening: Opening::Factors(factors), .. }) = &state.centre.capacity
    else {
        return;
    };
    for factor in factors {
        let cells = match &factor.values {
            FactorValues::Given(series) => {
                let row = factor_row(board, state, factor);
                board.series(state.rank, row, series)
            }
            FactorValues::Week { .. } => Cells::ByPeriod(week(board, state, factor)),
        };
        state.factors.push((factor.key.clone(), cells));
    }
}

fn factor_row(board: &mut Board<'_>, state: &CentreState<'_>, factor: &Factor) -> usize {
    let words = Words { key: &factor.key, label: &factor.label, unit: &factor.unit };
    board.row(state.centre, &words)
}

/// Teams of each period: days × teams of each kind of day, less those closed.
fn week(board: &mut Board<'_>, state: &CentreState<'_>, factor: &Factor) -> Vec<CellId> {
    let FactorValues::Week { days, closed } = &factor.values else { return Vec::new() };
    let mut products = Vec::with_capacity(days.len());
    for (rank, (count, teams)) in days.iter().enumerate() {
        let mut constant = |name: &str, label: String, value: Decimal| {
            let key = format!("{}.{name}_{}", factor.key, rank + 1);
            let row = board.row(state.centre, &Words { key: &key, label: &label, unit: "" });
            let column = board.constant_column(state.rank);
            board.sheet.given(row, column, value)
        };
        let count = constant("jours", format!("Jours de type {}", rank + 1), *count);
        let label = format!("{} d'un jour de type {}", factor.label, rank + 1);
        let teams = constant("par_jour", label, *teams);
        products.push(count * teams);
    }
    let closed_key = format!("{}.fermees", factor.key);
    let closed_label = format!("{} supprimées", factor.label);
    let row = board.row(state.centre, &Words { key: &closed_key, label: &closed_label, unit: "" });
    let closed = board.spread(state.rank, row, closed);
    let row = factor_row(board, state, factor);
    closed
        .iter()
        .enumerate()
        .map(|(period, closed)| {
            let column = board.column(state.rank, period);
            let formula = Formula::sum(products.clone()) - *closed;
            board.sheet.computed(row, column, formula)
        })
        .collect()
}

/// Capacité théorique, or the capacity itself when nothing reduces it.
pub(super) fn opening(board: &mut Board<'_>, state: &mut CentreState<'_>) {
    let Some(input) = &state.centre.capacity else { return };
    let words = if input.is_reduced() {
        Words { key: "capacite_theorique", label: "Capacité théorique", unit: "h" }
    } else {
        Words { key: "capacite", label: "Capacité", unit: "h" }
    };
    let row = board.row(state.centre, &words);
    let cells: Vec<CellId> = match &input.opening {
        Opening::Hours(series) => board.spread(state.rank, row, series),
        Opening::Factors(_) => (0..board.periods())
            .map(|period| {
                let factors = state.factors.iter().filter_map(|(_, cells)| cells.at(period));
                let formula = Formula::Product(factors.map(Formula::from).collect());
                let column = board.column(state.rank, period);
                board.sheet.computed(row, column, formula)
            })
            .collect(),
    };
    board.total(row, &line(&cells));
    if input.is_reduced() {
        state.opening = cells;
    } else {
        state.capacity = cells;
    }
}

/// Hours taken off the opening time.
pub(super) fn deductions(board: &mut Board<'_>, state: &mut CentreState<'_>) {
    let Some(input) = &state.centre.capacity else { return };
    for deduction in &input.deductions {
        let cells = match &deduction.amount {
            DeductionAmount::Hours(series) => {
                let row = deduction_row(board, state, deduction);
                board.spread(state.rank, row, series)
            }
            DeductionAmount::Minutes { each, times } => {
                let each = constant(board, state, deduction, "minutes", "min", *each);
                let times = match times {
                    Times::Given(series) => {
                        let key = format!("{}.fois", deduction.key);
                        let label = format!("{} : nombre de fois", deduction.label);
                        let words = Words { key: &key, label: &label, unit: "" };
                        let row = board.row(state.centre, &words);
                        Some(board.series(state.rank, row, series))
                    }
                    Times::Factor(key) => {
                        let found = state.factors.iter().find(|(known, _)| known == key);
                        found.map(|(_, cells)| cells.clone())
                    }
                };
                computed(board, state, deduction, |period| {
                    let lost = match times.as_ref().and_then(|times| times.at(period)) {
                        Some(times) => each * times,
                        None => Formula::from(each),
                    };
                    lost / 60u32
                })
            }
            DeductionAmount::Share(share) => {
                let share = constant(board, state, deduction, "part", "", *share);
                computed(board, state, deduction, |period| {
                    let opening = state.opening.get(period).copied();
                    opening.map_or_else(|| Formula::from(share), |opening| share * opening)
                })
            }
        };
        for (list, cell) in state.deductions.iter_mut().zip(cells) {
            list.push(cell);
        }
    }
}

fn deduction_row(board: &mut Board<'_>, state: &CentreState<'_>, deduction: &Deduction) -> usize {
    let words = Words { key: &deduction.key, label: &deduction.label, unit: "h" };
    board.row(state.centre, &words)
}

/// A parameter of a deduction, that holds for every period.
fn constant(
    board: &mut Board<'_>,
    state: &CentreState<'_>,
    deduction: &Deduction,
    name: &str,
    unit: &str,
    value: Decimal,
) -> CellId {
    let key = format!("{}.{name}", deduction.key);
    let label = format!("{} : {name}", deduction.label);
    let row = board.row(state.centre, &Words { key: &key, label: &label, unit });
    let column = board.constant_column(state.rank);
    board.sheet.given(row, column, value)
}

/// One computed cell a period, rounded as the capacity asks.
fn computed(
    board: &mut Board<'_>,
    state: &CentreState<'_>,
    deduction: &Deduction,
    formula: impl Fn(usize) -> Formula,
) -> Vec<CellId> {
    let rounding = state.centre.capacity.as_ref().and_then(|input| input.deduction_rounding);
    let row = deduction_row(board, state, deduction);
    (0..board.periods())
        .map(|period| {
            let hours = formula(period);
            let hours = match rounding {
                Some(rounding) => hours.rounded(rounding),
                None => hours,
            };
            let column = board.column(state.rank, period);
            board.sheet.computed(row, column, hours)
        })
        .collect()
}

/// What the deductions leave, then the capacité réelle.
pub(super) fn real(board: &mut Board<'_>, state: &mut CentreState<'_>) {
    let Some(input) = &state.centre.capacity else { return };
    if !input.is_reduced() {
        return;
    }
    let coefficients: Vec<Cells> = input
        .coefficients
        .iter()
        .map(|coefficient| {
            let words = Words { key: &coefficient.key, label: &coefficient.label, unit: "" };
            let row = board.row(state.centre, &words);
            board.series(state.rank, row, &coefficient.values)
        })
        .collect();
    if !input.deductions.is_empty() && !coefficients.is_empty() {
        let words = Words { key: "temps_requis", label: "Temps requis", unit: "h" };
        state.required = hours_left(board, state, &words, &[]);
    }
    let words = Words { key: "capacite", label: "Capacité réelle", unit: "h" };
    state.capacity = hours_left(board, state, &words, &coefficients);
}

/// Opening time less the deductions not yet counted, times these coefficients.
fn hours_left(
    board: &mut Board<'_>,
    state: &CentreState<'_>,
    words: &Words<'_>,
    coefficients: &[Cells],
) -> Vec<CellId> {
    let row = board.row(state.centre, words);
    let cells: Vec<CellId> = state
        .opening
        .iter()
        .zip(&state.deductions)
        .enumerate()
        .map(|(period, (opening, deductions))| {
            let base = match state.required.get(period) {
                Some(required) => Formula::from(*required),
                None => {
                    deductions.iter().fold(Formula::from(*opening), |left, hours| left - *hours)
                }
            };
            let formula = coefficients
                .iter()
                .filter_map(|cells| cells.at(period))
                .fold(base, |hours, coefficient| hours * coefficient);
            let column = board.column(state.rank, period);
            board.sheet.computed(row, column, formula)
        })
        .collect();
    board.total(row, &line(&cells));
    cells
}
