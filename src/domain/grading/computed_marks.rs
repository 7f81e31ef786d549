//! Marks of the questions whose key is computed: cells with follow-through, placements by
//! constraint.

use std::collections::BTreeMap;

use super::follow_through::FollowThrough;
use super::placement_marks::mark_placement;
use super::{CellMark, CellState, QuestionMark, mark_question};
use crate::domain::answers::AnswerValue;
use crate::domain::case_study::{
    AskedCell, CellMarks, CellPosition, ComputedQuestion, Points, Question, WorksheetForm,
};

/// Result of a question whose key is computed.
pub(super) fn mark_computed(
    question: &Question,
    answer: Option<&AnswerValue>,
    computed: &ComputedQuestion,
    followed: &FollowThrough,
) -> QuestionMark {
    match computed {
        ComputedQuestion::Worksheet { form, cells } => {
            mark_worksheet(question, form, cells, followed)
        }
        ComputedQuestion::Number(_) => {
            let place = (question.id.clone(), CellPosition { row: 0, column: 0 });
            match followed.state(&place) {
                Some(state) => {
                    let points = question.points.share(usize::from(state.counts()), 1);
                    QuestionMark::Value { state, points }
                }
                None => mark_question(question, answer),
            }
        }
        ComputedQuestion::Placement(placement) => mark_placement(question, answer, placement),
    }
}

fn mark_worksheet(
    question: &Question,
    form: &WorksheetForm,
    asked: &BTreeMap<CellPosition, AskedCell>,
    followed: &FollowThrough,
) -> QuestionMark {
    let cells: Vec<_> = asked
        .keys()
        .filter_map(|at| followed.cells.get(&(question.id.clone(), *at)).cloned())
        .collect();
    let earned = |counts: &dyn Fn(CellState) -> bool| {
        let (part, whole) = match form.marks {
            CellMarks::ByCell => by_cell(&cells, asked, counts),
            CellMarks::ByRow => by_row(&cells, asked, counts),
        };
        question.points.share(part, whole)
    };
    let points: Points = earned(&CellState::counts);
    let strict = earned(&|state| state == CellState::Correct);
    QuestionMark::Table { cells, points, strict }
}

/// Weights of the cells that count, and of all.
fn by_cell(
    cells: &[CellMark],
    asked: &BTreeMap<CellPosition, AskedCell>,
    counts: &dyn Fn(CellState) -> bool,
) -> (usize, usize) {
    cells.iter().fold((0, 0), |(part, whole), cell| {
        let weight = weight(asked.get(&cell.at));
        (part + if counts(cell.state) { weight } else { 0 }, whole + weight)
    })
}

/// Weights of the rows whose cells all count, and of all rows; a row weighs as its first cell.
fn by_row(
    cells: &[CellMark],
    asked: &BTreeMap<CellPosition, AskedCell>,
    counts: &dyn Fn(CellState) -> bool,
) -> (usize, usize) {
    let mut rows: BTreeMap<usize, (usize, bool)> = BTreeMap::new();
    for cell in cells {
        let row = rows.entry(cell.at.row).or_insert((weight(asked.get(&cell.at)), true));
        row.1 &= counts(cell.state);
    }
    rows.values().fold((0, 0), |(part, whole), (weight, held)| {
        (part + if *held { *weight } else { 0 }, whole + weight)
    })
}

fn weight(cell: Option<&AskedCell>) -> usize {
    cell.map_or(1, |cell| usize::try_from(cell.weight).unwrap_or(usize::MAX))
}
