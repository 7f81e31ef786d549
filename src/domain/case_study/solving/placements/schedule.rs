//! The table of a schedule question, with a feasible schedule as its model answer.

use rust_decimal::Decimal;

use super::schedule_reading::read;
use super::{Placement, SchedulePlacement, report, schedule_board};
use crate::domain::case_study::{
    Align, AskedValue, Cell, Column, PlacementForm, TableForm, Tolerance,
};
use crate::domain::diagnostic::{Diagnostic, Element};
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::schedule_check::{self, Constraint, ScheduleProblem, check, propose};
use crate::domain::planning::tree::{Node, Problems};

/// Column of the post in the table.
pub(super) const POST_COLUMN: usize = 1;
/// Column of the start in the table.
pub(super) const START_COLUMN: usize = 2;

/// The table of a schedule question, and its problem.
pub fn schedule(
    form: &PlacementForm,
    data: &PlanningData,
    element: &Element,
    found: &mut Vec<Diagnostic>,
) -> Option<(TableForm, Placement)> {
    let mut problems = Problems::default();
    let read = read(&Node::root("problème", &form.problem), data, &mut problems);
    report(element, problems, found);
    let (problem, targets) = read?;
    for fault in problem.faults() {
        found.push(Diagnostic::error(
            element.clone(),
            format!("planning impossible : {fault}."),
            "Corrigez le problème de planning.",
        ));
    }
    let proposed = propose(&problem);
    for late in check(&problem, &proposed).violations(Constraint::DueDate) {
        found.push(Diagnostic::warning(
            element.clone(),
            format!("le planning proposé ne tient pas une échéance : {}.", late.sentence),
            "Vérifiez qu'elle peut être tenue, ou reculez-la.",
        ));
    }
    let rows: Vec<String> = problem.operations.iter().map(|o| o.id.clone()).collect();
    let board = schedule_board::board(form, data, &problem);
    let table = TableForm { board: Some(Box::new(board)), ..table(&problem, &proposed) };
    let weights = form.weights.clone();
    Some((table, Placement::Schedule(SchedulePlacement { problem, targets, weights, rows })))
}

/// A row an operation: its post, given when it has no choice, and its start in hours.
fn table(problem: &ScheduleProblem, proposed: &[schedule_check::Placement]) -> TableForm {
    let column = |title: &str, align| Column { title: title.to_owned(), align };
    let rows = problem
        .operations
        .iter()
        .map(|operation| {
            let placed = proposed.iter().find(|placed| placed.operation == operation.id);
            let post = match operation.posts.as_slice() {
                [only] => Cell::Given(only.clone()),
                _ => Cell::Asked(AskedValue::Text {
                    accepted: placed.map(|placed| placed.post.clone()).into_iter().collect(),
                }),
            };
            let start = placed.and_then(|placed| hours(placed.start));
            vec![
                Cell::Given(operation.id.clone()),
                post,
                Cell::Asked(AskedValue::Number { key: start, tolerance: None }),
            ]
        })
        .collect();
    TableForm {
        columns: vec![
            column("Opération", Align::Left),
            column("Poste", Align::Left),
            column("Début (h)", Align::Right),
        ],
        rows,
        tolerance: Tolerance::Exact,
        board: None,
    }
}

fn hours(minutes: i64) -> Option<Decimal> {
    Decimal::from(minutes).checked_div(Decimal::from(60)).map(|hours| hours.round_dp(4).normalize())
}
