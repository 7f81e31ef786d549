//! Comparison of numbers, choices and tables with their key.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::answers::{AnswerSheet, AnswerValue, CellAnswer};
use crate::domain::case_study::{
    AskedValue, CaseStudy, CellPosition, ChoiceOption, Points, Question, QuestionKind, Scoring,
    TableForm, Tolerance,
};
use crate::domain::identifier::{OptionId, QuestionId};

/// State of one compared value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CellState {
    /// Equal to the key, within the tolerance.
    Correct,
    /// Something else.
    Wrong,
    /// Nothing written.
    Blank,
}

impl CellState {
    /// The word shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Correct => "Juste",
            Self::Wrong => "Faux",
            Self::Blank => "Vide",
        }
    }
}

/// One compared cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellMark {
    /// Position.
    pub at: CellPosition,
    /// State.
    pub state: CellState,
}

/// Automatic result of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuestionMark {
    /// Text: a corrector reads it.
    ToRead {
        /// Whether something was written.
        answered: bool,
    },
    /// One value.
    Value {
        /// State.
        state: CellState,
        /// Internal marks earned.
        points: Points,
    },
    /// Ticks.
    Choice {
        /// State of the whole answer: correct only when exactly the right options are ticked.
        state: CellState,
        /// Options rightly ticked or rightly left; 1 or 0 when it is all or nothing.
        right: usize,
        /// Number of options; 1 when it is all or nothing.
        total: usize,
        /// Internal marks earned.
        points: Points,
    },
    /// Cells.
    Table {
        /// Each asked cell, row by row.
        cells: Vec<CellMark>,
        /// Internal marks earned.
        points: Points,
    },
}

impl QuestionMark {
    /// Internal marks earned; `None` for a text.
    pub const fn points(&self) -> Option<Points> {
        match self {
            Self::ToRead { .. } => None,
            Self::Value { points, .. }
            | Self::Choice { points, .. }
            | Self::Table { points, .. } => Some(*points),
        }
    }

    /// Right and total values compared; `None` for a text.
    pub fn tally(&self) -> Option<(usize, usize)> {
        match self {
            Self::ToRead { .. } => None,
            Self::Value { state, .. } => Some((usize::from(*state == CellState::Correct), 1)),
            Self::Choice { right, total, .. } => Some((*right, *total)),
            Self::Table { cells, .. } => {
                let right = cells.iter().filter(|cell| cell.state == CellState::Correct).count();
                Some((right, cells.len()))
            }
        }
    }

    /// State of one cell of a table.
    pub fn cell(&self, at: CellPosition) -> Option<CellState> {
        match self {
            Self::Table { cells, .. } => {
                cells.iter().find(|cell| cell.at == at).map(|cell| cell.state)
            }
            _ => None,
        }
    }
}

/// Automatic results of a copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MarkedCopy {
    /// Result of each question of the case.
    pub questions: BTreeMap<QuestionId, QuestionMark>,
}

impl MarkedCopy {
    /// Internal marks earned on the questions marked automatically.
    pub fn points(&self) -> Points {
        self.questions.values().filter_map(QuestionMark::points).sum()
    }
}

/// Compares a copy with the keys of its case.
pub fn mark_copy(case: &CaseStudy, sheet: &AnswerSheet) -> MarkedCopy {
    let questions = case
        .questions()
        .map(|question| (question.id.clone(), mark_question(question, sheet.value(&question.id))))
        .collect();
    MarkedCopy { questions }
}

/// Compares one answer with the key of its question.
pub fn mark_question(question: &Question, answer: Option<&AnswerValue>) -> QuestionMark {
    match &question.answer {
        QuestionKind::LongText { .. } | QuestionKind::ShortText {} => {
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
                })
                .collect();
            let right = cells.iter().filter(|cell| cell.state == CellState::Correct).count();
            let points = question.points.share(right, cells.len());
            QuestionMark::Table { cells, points }
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
    QuestionMark::Choice { state, right, total, points: earned }
}

fn mark_cell(table: &TableForm, asked: &AskedValue, answer: Option<&CellAnswer>) -> CellState {
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
fn folded(text: &str) -> String {
    let lower = text.to_lowercase().replace('’', "'");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}
