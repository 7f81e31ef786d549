//! Automatic results: the state of each compared value, the marks of a question, those of a copy.

use std::collections::BTreeMap;

use super::follow_through::RootError;
use crate::domain::case_study::{CellPosition, Points};
use crate::domain::identifier::QuestionId;

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
