//! Rows over all centres: total load and capacity, and the bottleneck (goulet), the centre with the
//! highest taux de charge.

use super::board::Board;
use super::centre_state::CentreState;
use super::{Columns, LoadCentre};
use crate::domain::planning::worksheet::{CellId, Formula, RowHead, Value, rule, shown_number};

/// Totals over the centres, then the bottleneck of each period; nothing for a single centre.
pub(super) fn overall(board: &mut Board<'_>, states: &[CentreState<'_>]) {
    if states.len() < 2 {
        return;
    }
    let loads: Vec<&[CellId]> = states.iter().map(|state| state.total.as_slice()).collect();
    sum(board, "charge", "Charge de tous les postes", &loads);
    let hours: Vec<&[CellId]> = states.iter().map(|state| state.capacity.as_slice()).collect();
    if hours.iter().all(|cells| !cells.is_empty()) {
        sum(board, "capacite", "Capacité de tous les postes", &hours);
    }
    bottleneck(board, states);
}

fn sum(board: &mut Board<'_>, key: &str, label: &str, lists: &[&[CellId]]) {
    if lists.iter().all(|cells| cells.is_empty()) {
        return;
    }
    let row = match board.input.columns {
        Columns::Centres => board.sheet.row_rank(key),
        Columns::Periods => None,
    };
    let head = || RowHead::new(format!("TOTAL.{key}"), label).unit("h");
    let row = row.unwrap_or_else(|| board.sheet.row(head()));
    let mut cells = Vec::with_capacity(board.periods());
    for period in 0..board.periods() {
        let terms: Vec<CellId> =
            lists.iter().filter_map(|cells| cells.get(period).copied()).collect();
        let column = board.overall_column(period);
        cells.push(Some(board.sheet.computed(row, column, Formula::sum(terms))));
    }
    board.total(row, &cells);
}

fn bottleneck(board: &mut Board<'_>, states: &[CentreState<'_>]) {
    if states.iter().all(|state| state.rates.iter().all(Option::is_none)) {
        return;
    }
    let row =
        board.sheet.row(RowHead::new("goulet", "Goulet (taux le plus élevé)").short("Goulet"));
    for period in 0..board.periods() {
        let rated: Vec<(&LoadCentre, CellId)> = states
            .iter()
            .filter_map(|state| Some((state.centre, (*state.rates.get(period)?)?)))
            .collect();
        if rated.is_empty() {
            continue;
        }
        let names: Vec<String> = rated.iter().map(|(centre, _)| centre.code.clone()).collect();
        let rates: Vec<Formula> = rated.iter().map(|(_, rate)| Formula::from(*rate)).collect();
        let formula = rule(
            rates,
            move |values| {
                let highest = values.iter().max();
                let rank = values.iter().position(|value| Some(value) == highest);
                let name = rank.and_then(|rank| names.get(rank));
                Ok(name.map_or(Value::Empty, |name| Value::from(name.as_str())))
            },
            |values, _| {
                let numbers = values.iter().filter_map(|value| value.number().ok());
                let highest = numbers.max().unwrap_or_default();
                format!("taux le plus élevé : {}", shown_number(highest).0)
            },
        );
        let column = board.overall_column(period);
        board.sheet.computed(row, column, formula);
    }
}
