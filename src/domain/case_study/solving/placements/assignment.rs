//! The table of an assignment question, with a feasible assignment as its model answer.

use super::{AssignmentPlacement, Placement, assignment_board, report};
use crate::domain::case_study::{
    Align, AskedValue, Cell, Column, PlacementForm, TableForm, Tolerance,
};
use crate::domain::diagnostic::{Diagnostic, Element};
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::team::{AssignmentProblem, PROBLEM_FIELDS, propose};
use crate::domain::planning::tree::{Node, Problems};

/// Column of the person in the table.
pub(super) const PERSON_COLUMN: usize = 1;

/// The table of an assignment question, and its problem.
pub fn assignment(
    form: &PlacementForm,
    data: &PlanningData,
    element: &Element,
    found: &mut Vec<Diagnostic>,
) -> Option<(TableForm, Placement)> {
    let mut problems = Problems::default();
    let node = Node::root("problème", &form.problem);
    node.only(PROBLEM_FIELDS, &mut problems);
    let problem = AssignmentProblem::read(&node, data, &mut problems);
    let faulty = !problems.is_empty();
    report(element, problems, found);
    if faulty {
        return None;
    }
    let Some(proposed) = propose(&problem) else {
        found.push(Diagnostic::error(
            element.clone(),
            "aucune affectation ne respecte toutes les contraintes.",
            "Revoyez les niveaux, les absences ou les effectifs demandés.",
        ));
        return None;
    };
    let rows: Vec<String> = places(&problem);
    let board = assignment_board::board(form, &problem, &rows);
    let table = TableForm { board: Some(Box::new(board)), ..table(&problem, &rows, proposed) };
    let weights = form.weights.clone();
    Some((table, Placement::Assignment(AssignmentPlacement { problem, weights, rows })))
}

/// One row a person needed.
fn places(problem: &AssignmentProblem) -> Vec<String> {
    let posts = problem.posts.iter();
    posts.flat_map(|post| (0..post.needed).map(move |_| post.code.clone())).collect()
}

fn table(
    problem: &AssignmentProblem,
    rows: &[String],
    mut proposed: Vec<(String, String)>,
) -> TableForm {
    let column = |title: &str| Column { title: title.to_owned(), align: Align::Left };
    let rows = rows
        .iter()
        .map(|post| {
            let place = proposed.iter().position(|(code, _)| code == post);
            let person = place.map(|place| proposed.swap_remove(place).1);
            let label = problem.post(post).map_or("", |known| known.label.as_str());
            vec![
                Cell::Given(format!("{post} {label}").trim().to_owned()),
                Cell::Asked(AskedValue::Text { accepted: person.into_iter().collect() }),
            ]
        })
        .collect();
    TableForm {
        columns: vec![column("Poste"), column("Personne")],
        rows,
        tolerance: Tolerance::Exact,
        board: None,
    }
}
