//! Rows of flows: how many pieces a centre can make in a period, and how many an hour the quantity
//! of the period asks for. Only where a centre makes one article in one operation.

use super::board::{Board, Words};
use super::centre_state::{CentreState, line};
use super::{Extra, Work};
use crate::domain::planning::worksheet::{CellId, Formula};

/// Largest flow and flow asked for.
pub(super) fn flows(board: &mut Board<'_>, state: &mut CentreState<'_>) {
    if !board.input.shows(Extra::Flows) || state.capacity.is_empty() {
        return;
    }
    let [operation] = state.centre.operations.as_slice() else { return };
    let by_rate = matches!(operation.work, Work::Rate(_) | Work::Slowest(_));
    let Some(time) = state.paces.first().copied() else { return };
    let Some(cells) = board.items.get(operation.item).cloned() else { return };
    let largest = |capacity: CellId| {
        let unit = board.input.time_unit.in_one_hour();
        let pieces = match (by_rate, unit) {
            (true, _) => capacity * time,
            (false, 1) => capacity / time,
            (false, unit) => capacity * unit / time,
        };
        match cells.rework {
            Some(percent) => pieces / (Formula::from(1u32) + percent / 100u32),
            None => pieces,
        }
    };
    let formulas: Vec<Formula> = state.capacity.iter().map(|id| largest(*id)).collect();
    let words = Words { key: "debit_maximal", label: "Débit maximal", unit: "pièces" };
    let row = board.row(state.centre, &words);
    let mut made = Vec::with_capacity(formulas.len());
    for (period, formula) in formulas.into_iter().enumerate() {
        let column = board.column(state.rank, period);
        made.push(board.sheet.computed(row, column, formula));
    }
    board.total(row, &line(&made));
    let words = Words { key: "debit_requis", label: "Débit requis", unit: "pièces/h" };
    let row = board.row(state.centre, &words);
    for (period, capacity) in state.capacity.iter().enumerate() {
        let Some(quantity) = cells.quantities.get(period).copied().flatten() else { continue };
        let column = board.column(state.rank, period);
        if board.is_positive(*capacity) {
            let pieces = match cells.rework {
                Some(percent) => quantity * (Formula::from(1u32) + percent / 100u32),
                None => Formula::from(quantity),
            };
            board.sheet.computed(row, column, pieces / *capacity);
        }
    }
}
