//! Comparison of numbers, choices and tables with their key.

use std::collections::BTreeSet;

use super::computed_marks::mark_computed;
use super::follow_through::FollowThrough;
use super::{CellMark, CellState, MarkedCopy, QuestionMark};
use crate::domain::answers::{AnswerSheet, AnswerValue, CellAnswer};
use crate::domain::case_study::{
    AskedValue, ChoiceOption, Points, Question, QuestionKind, Scoring, SolvedCase, TableForm,
    Tolerance,
};
use crate::domain::identifier::OptionId;

/// Compares a copy with the keys of its case, earlier slips followed through.
pub fn mark_copy(solved: &SolvedCase, sheet: &AnswerSheet) -> MarkedCopy {
    let followed = FollowThrough::judge(solved, sheet);
    let questions = solved
        .case
        .questions()
        .map(|question| {
            let answer = sheet.value(&question.id);
            let mark = match solved.computed.get(&question.id) {
                Some(computed) => mark_computed(question, answer, computed, &followed),
                None => mark_question(question, answer),
            };
            (question.id.clone(), mark)
        })
        .collect();
    MarkedCopy { questions, roots: followed.roots }
}

/// Compares one answer with the key of its question.
pub fn mark_question(question: &Question, answer: Option<&AnswerValue>) -> QuestionMark {
    match &question.answer {
        // What is still computed could not be solved: a corrector reads it.
        QuestionKind::LongText { .. }
        | QuestionKind::ShortText {}
        | QuestionKind::Worksheet(_)
        | QuestionKind::Schedule(_)
        | QuestionKind::Assignment(_) => {
            QuestionMark::ToRead { answered: answer.is_some_and(|answer| !answer.is_blank()) }
        }
        QuestionKind::Number { key, tolerance, .. } => {
            let state = match answer {
                Some(AnswerValue::Number(number)) if !number.typed.trim().is_empty() => {
                    let right = key.zip(number.value).is_some_and(|(k, v)| tolerance.accepts(k, v));
                    if right { CellState::Correct } else { CellState::Wrong }
                }
                _ => CellState::Blank,
            };
            let right = usize::from(state == CellState::Correct);
            QuestionMark::Value { state, points: question.points.share(right, 1) }
        }
        QuestionKind::Choice { scoring, options, .. } => {
            let none = BTreeSet::new();
            let selected = match answer {
                Some(AnswerValue::Choice { selected }) => selected,
                _ => &none,
            };
            mark_choice(*scoring, options, selected, question.points)
        }
        QuestionKind::Table(table) => {
            let cells: Vec<_> = table
                .asked()
                .map(|(at, asked)| CellMark {
                    at,
                    state: mark_cell(table, asked, answer.and_then(|answer| answer.cell(at))),
                    root: None,
                })
                .collect();
            let right = cells.iter().filter(|cell| cell.state == CellState::Correct).count();
            let points = question.points.share(right, cells.len());
            QuestionMark::Table { cells, points, strict: points }
        }
    }
}

fn mark_choice(
    scoring: Scoring,
    options: &[ChoiceOption],
    selected: &BTreeSet<OptionId>,
    points: Points,
) -> QuestionMark {
    let total = options.len();
    let right = options.iter().filter(|o| o.correct == selected.contains(&o.id)).count();
    let hits = options.iter().filter(|o| o.correct && selected.contains(&o.id)).count();
    let misses = options.iter().filter(|o| !o.correct && selected.contains(&o.id)).count();
    let correct = options.iter().filter(|option| option.correct).count();
    let state = if selected.is_empty() {
        CellState::Blank
    } else if right == total {
        CellState::Correct
    } else {
        CellState::Wrong
    };
    let earned = match scoring {
        _ if selected.is_empty() => Points::default(),
        Scoring::AllOrNothing => points.share(usize::from(right == total), 1),
        Scoring::EachOption => points.share(right, total),
        Scoring::RightMinusWrong => points.share(hits.saturating_sub(misses), correct),
    };
    // All or nothing is one value: « 1 proposition sur 3 » would read as a third of the marks.
    let (right, total) = match scoring {
        Scoring::AllOrNothing => (usize::from(state == CellState::Correct), 1),
        Scoring::EachOption | Scoring::RightMinusWrong => (right, total),
    };
    // Nothing ticked is no answer: options rightly left do not count.
    let right = if selected.is_empty() { 0 } else { right };
    QuestionMark::Choice { state, right, total, points: earned }
}

/// Compares one cell with what it asks.
pub(super) fn mark_cell(
    table: &TableForm,
    asked: &AskedValue,
    answer: Option<&CellAnswer>,
) -> CellState {
    let Some(answer) = answer.filter(|answer| !answer.typed.trim().is_empty()) else {
        return CellState::Blank;
    };
    let right = match asked {
        AskedValue::Number { key, tolerance } => {
            let tolerance: Tolerance = tolerance.unwrap_or(table.tolerance);
            key.zip(answer.number).is_some_and(|(key, value)| tolerance.accepts(key, value))
        }
        AskedValue::Text { accepted } => {
            accepted.iter().any(|text| folded(text) == folded(&answer.typed))
        }
        AskedValue::Date { key } => key.is_some() && *key == answer.date,
    };
    if right { CellState::Correct } else { CellState::Wrong }
}

/// Case, spaces and apostrophes do not count; accents do.
pub(super) fn folded(text: &str) -> String {
    let lower = text.to_lowercase().replace('’', "'");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}
