//! Comparison of numbers, choices and tables with their key.

use std::collections::{BTreeMap, BTreeSet};

use super::computed_marks::mark_computed;
use super::follow_through::{FollowThrough, RootError};
use crate::domain::answers::{AnswerSheet, AnswerValue, CellAnswer};
use crate::domain::case_study::{
    AskedValue, CellPosition, ChoiceOption, Points, Question, QuestionKind, Scoring, SolvedCase,
    TableForm, Tolerance,
};
use crate::domain::identifier::{OptionId, QuestionId};

/// State of one compared value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CellState {
    /// Equal to the key, within the tolerance.
    Correct,
    /// Right from the candidate's own earlier values.
    Consistent,
    /// Wrong although what it comes from is right, or explaining later cells.
    RootError,
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
            Self::Consistent => "Cohérent",
            Self::RootError => "Erreur d'origine",
            Self::Wrong => "Faux",
            Self::Blank => "Vide",
        }
    }
}

impl CellState {
    /// Whether the cell counts when earlier slips are followed through.
    pub const fn counts(self) -> bool {
        matches!(self, Self::Correct | Self::Consistent)
    }
}

/// One compared cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellMark {
    /// Position.
    pub at: CellPosition,
    /// State.
    pub state: CellState,
    /// Number of the error of origin: its own, or the first that explains it.
    pub root: Option<usize>,
}

/// One constraint of a schedule or an assignment, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConstraintCheck {
    /// What is checked ("Antériorités").
    pub label: String,
    /// Whether it holds everywhere.
    pub held: bool,
    /// Where it does not, in words.
    pub breaches: Vec<String>,
    /// Its weight in the marks.
    pub weight: u32,
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
        /// Internal marks earned, earlier slips followed through.
        points: Points,
        /// Internal marks of the cells that are right by the key alone.
        strict: Points,
    },
    /// Operations or people placed, checked by constraint.
    Placement {
        /// Whether something was written.
        answered: bool,
        /// Each constraint and target.
        checks: Vec<ConstraintCheck>,
        /// Measures of the answer: name and value in words.
        measures: Vec<(String, String)>,
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
            | Self::Table { points, .. }
            | Self::Placement { points, .. } => Some(*points),
        }
    }

    /// Internal marks without follow-through; `None` for a text.
    pub fn strict_points(&self) -> Option<Points> {
        match self {
            Self::Table { strict, .. } => Some(*strict),
            Self::Value { state: CellState::Consistent, .. } => Some(Points::default()),
            other => other.points(),
        }
    }

    /// Cells that are right from the candidate's own earlier values.
    pub fn consistent(&self) -> usize {
        match self {
            Self::Table { cells, .. } => {
                cells.iter().filter(|cell| cell.state == CellState::Consistent).count()
            }
            Self::Value { state: CellState::Consistent, .. } => 1,
            _ => 0,
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
            Self::Placement { checks, .. } => {
                Some((checks.iter().filter(|check| check.held).count(), checks.len()))
            }
        }
    }

    /// Result of one cell of a table.
    pub fn cell(&self, at: CellPosition) -> Option<&CellMark> {
        match self {
            Self::Table { cells, .. } => cells.iter().find(|cell| cell.at == at),
            _ => None,
        }
    }
}

/// Automatic results of a copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MarkedCopy {
    /// Result of each question of the case.
    pub questions: BTreeMap<QuestionId, QuestionMark>,
    /// Errors of origin of its computed cells, numbered from 1 through the copy.
    pub roots: Vec<RootError>,
}

impl MarkedCopy {
    /// Internal marks earned on the questions marked automatically.
    pub fn points(&self) -> Points {
        self.questions.values().filter_map(QuestionMark::points).sum()
    }

    /// The same without follow-through.
    pub fn strict_points(&self) -> Points {
        self.questions.values().filter_map(QuestionMark::strict_points).sum()
    }

    /// Errors of origin written in a question.
    pub fn roots_in<'a>(&'a self, id: &'a QuestionId) -> impl Iterator<Item = &'a RootError> {
        self.roots.iter().filter(move |root| &root.place.0 == id)
    }
}

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
