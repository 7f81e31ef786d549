//! Rows that compare load and capacity: gap, overload, rates, cumulated gap.

use super::board::{Board, Words};
use super::centre_state::CentreState;
use super::{Extra, RateStyle};
use crate::domain::planning::worksheet::{CellId, Formula, Rounding};

/// Gap, overload and rates; none without a capacity.
pub(super) fn rates(board: &mut Board<'_>, state: &mut CentreState<'_>) {
    if !state.total.is_empty() && !state.capacity.is_empty() {
        let (total, capacity) = (state.total.clone(), state.capacity.clone());
        let words = Words { key: "ecart", label: "Écart", unit: "h" };
        paired(board, state, &words, &capacity, &total, |capacity, load| capacity - load);
        let words = Words { key: "surcharge", label: "Surcharge", unit: "h" };
        let over = |load: CellId, capacity: CellId| (load - capacity).at_least_zero();
        paired(board, state, &words, &total, &capacity, over);
        let words = rate_words(board, "taux_charge", "Taux de charge");
        state.rates = rate(board, state, &words, &total, &capacity);
        overall_rate(board, state, &words, &total, &capacity);
        if !state.opening.is_empty() {
            let opening = state.opening.clone();
            let words = rate_words(board, "taux_utilisation", "Taux d'utilisation");
            rate(board, state, &words, &total, &opening);
            overall_rate(board, state, &words, &total, &opening);
        }
    }
    if !state.opening.is_empty() {
        let (capacity, opening) = (state.capacity.clone(), state.opening.clone());
        let words = rate_words(board, "taux_disponibilite", "Taux de disponibilité");
        rate(board, state, &words, &capacity, &opening);
        overall_rate(board, state, &words, &capacity, &opening);
    }
    if board.input.shows(Extra::Cumulated) {
        cumulated(board, state);
    }
}

/// One cell a period made of two cells, and its total over the periods.
fn paired(
    board: &mut Board<'_>,
    state: &CentreState<'_>,
    words: &Words<'_>,
    left: &[CellId],
    right: &[CellId],
    formula: impl Fn(CellId, CellId) -> Formula,
) {
    let row = board.row(state.centre, words);
    let mut cells = Vec::with_capacity(left.len());
    for (period, (left, right)) in left.iter().zip(right).enumerate() {
        let column = board.column(state.rank, period);
        cells.push(Some(board.sheet.computed(row, column, formula(*left, *right))));
    }
    board.total(row, &cells);
}

/// Words of a row of rates.
fn rate_words<'w>(board: &Board<'_>, key: &'w str, label: &'w str) -> Words<'w> {
    let unit = match board.input.rates.style {
        RateStyle::Percent => "%",
        RateStyle::Ratio => "",
    };
    Words { key, label, unit }
}

/// A rate of each period; none where the denominator is not above zero.
fn rate(
    board: &mut Board<'_>,
    state: &CentreState<'_>,
    words: &Words<'_>,
    over: &[CellId],
    under: &[CellId],
) -> Vec<Option<CellId>> {
    let row = board.row(state.centre, words);
    let mut cells = Vec::with_capacity(over.len());
    for (period, (over, under)) in over.iter().zip(under).enumerate() {
        let column = board.column(state.rank, period);
        let formula = ratio(board, *over, *under);
        cells.push(formula.map(|formula| board.sheet.computed(row, column, formula)));
    }
    cells
}

/// The rate of the whole horizon, when there are totals.
fn overall_rate(
    board: &mut Board<'_>,
    state: &CentreState<'_>,
    words: &Words<'_>,
    over: &[CellId],
    under: &[CellId],
) {
    let Some(column) = board.total_column() else { return };
    if under.iter().any(|id| board.is_positive(*id)) {
        let whole = |ids: &[CellId]| Formula::sum(ids.iter().copied());
        let row = board.row(state.centre, words);
        let formula = styled(board, whole(over) / whole(under));
        board.sheet.computed(row, column, formula);
    }
}

fn ratio(board: &Board<'_>, over: CellId, under: CellId) -> Option<Formula> {
    board.is_positive(under).then(|| styled(board, over / under))
}

/// In percent when asked, rounded when asked.
fn styled(board: &Board<'_>, ratio: Formula) -> Formula {
    let rates = board.input.rates;
    let shown = match rates.style {
        RateStyle::Percent => ratio * 100u32,
        RateStyle::Ratio => ratio,
    };
    match rates.rounding {
        Some(rounding) => shown.rounded(rounding),
        None => shown,
    }
}

/// Load and capacity added from the first period on, and their gap.
fn cumulated(board: &mut Board<'_>, state: &CentreState<'_>) {
    let words = Words { key: "charge_cumulee", label: "Charge cumulée", unit: "h" };
    let load = running(board, state, &words, &state.total);
    let words = Words { key: "capacite_cumulee", label: "Capacité cumulée", unit: "h" };
    let capacity = running(board, state, &words, &state.capacity);
    if load.is_empty() || capacity.is_empty() {
        return;
    }
    let words = Words { key: "ecart_cumule", label: "Écart cumulé", unit: "h" };
    let row = board.row(state.centre, &words);
    for (period, (capacity, load)) in capacity.iter().zip(&load).enumerate() {
        let column = board.column(state.rank, period);
        board.sheet.computed(row, column, *capacity - *load);
    }
    let words = rate_words(board, "taux_cumule", "Taux de charge cumulé");
    rate(board, state, &words, &load, &capacity);
}

fn running(
    board: &mut Board<'_>,
    state: &CentreState<'_>,
    words: &Words<'_>,
    cells: &[CellId],
) -> Vec<CellId> {
    if cells.is_empty() {
        return Vec::new();
    }
    let row = board.row(state.centre, words);
    let mut before: Option<CellId> = None;
    let mut sums = Vec::with_capacity(cells.len());
    for (period, cell) in cells.iter().enumerate() {
        let column = board.column(state.rank, period);
        let formula = before.map_or_else(|| Formula::from(*cell), |before| before + *cell);
        let sum = board.sheet.computed(row, column, formula);
        before = Some(sum);
        sums.push(sum);
    }
    sums
}

/// Machines needed, rounded up: load over the capacity of one machine.
pub(super) fn machines(board: &mut Board<'_>, state: &mut CentreState<'_>) {
    if !board.input.shows(Extra::MachinesNeeded) || state.total.is_empty() {
        return;
    }
    let found = state.factors.iter().find(|(key, _)| key == "machines");
    let machines = found.map(|(_, cells)| cells.clone());
    let words = Words { key: "machines_theoriques", label: "Machines (calcul)", unit: "" };
    let row = board.row(state.centre, &words);
    let mut exact = Vec::new();
    for (period, (load, capacity)) in state.total.iter().zip(&state.capacity).enumerate() {
        let column = board.column(state.rank, period);
        let own = machines.as_ref().and_then(|cells| cells.at(period));
        let one = own.map_or_else(|| Formula::from(*capacity), |own| *capacity / own);
        let needed = board.is_positive(*capacity).then(|| *load / one);
        exact.push(needed.map(|formula| board.sheet.computed(row, column, formula)));
    }
    let words = Words { key: "machines_necessaires", label: "Machines nécessaires", unit: "" };
    let row = board.row(state.centre, &words);
    for (period, exact) in exact.iter().enumerate() {
        let column = board.column(state.rank, period);
        if let Some(exact) = exact {
            board.sheet.computed(row, column, Formula::from(*exact).rounded(Rounding::UP));
        }
    }
}
