//! A question: its statement, what it gives evidence for, its kind and key.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    ChoiceOption, PlacementForm, Points, Scoring, TableForm, Tolerance, WorksheetForm, WrittenKind,
};
use crate::domain::identifier::{CriterionId, ExhibitId, QuestionId};

/// Question of a case, with its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Identifier ("Q4").
    pub id: QuestionId,
    /// Short title.
    pub title: String,
    /// Statement, in light Markdown.
    pub statement: String,
    /// Suggested minutes.
    pub minutes: u32,
    /// Internal marks of the correctors; never shown to candidates nor by default to the jury.
    #[serde(default)]
    pub points: Points,
    /// Criteria that the answer gives evidence for.
    #[serde(default)]
    pub criteria: Vec<CriterionId>,
    /// Exhibits to read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exhibits: Vec<ExhibitId>,
    /// What a corrector looks for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expected: Vec<String>,
    /// Model answer or working, in light Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub model_answer: String,
    /// Kind of answer, with its key.
    pub answer: QuestionKind,
}

/// Kind of answer asked, with its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum QuestionKind {
    /// Several paragraphs, read by a corrector.
    LongText {
        /// Lines ruled on the paper sheet.
        #[serde(default = "default_lines")]
        lines: u32,
    },
    /// A few words, read by a corrector.
    ShortText {},
    /// A number with its unit.
    Number {
        /// Unit shown beside the field; may be empty.
        #[serde(default)]
        unit: String,
        /// Right value; missing while the author writes.
        #[serde(default)]
        key: Option<Decimal>,
        /// Cell of a calculation that gives the key ("indicateurs.TRS"), instead of typing it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        cell: String,
        /// Decimals of a key that comes from a calculation; all digits when not stated.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decimals: Option<u32>,
        /// Accepted distance from the key.
        #[serde(default)]
        tolerance: Tolerance,
    },
    /// One or several options.
    Choice {
        /// Whether several options may be ticked.
        #[serde(default)]
        multiple: bool,
        /// How ticks are counted.
        #[serde(default)]
        scoring: Scoring,
        /// The options, in order.
        options: Vec<ChoiceOption>,
    },
    /// A table with given cells and cells to fill.
    Table(TableForm),
    /// A table whose cells are those of a calculation.
    Worksheet(Box<WorksheetForm>),
    /// Operations to place on posts in time; every feasible schedule counts.
    Schedule(PlacementForm),
    /// People to put on posts; every feasible assignment counts.
    Assignment(PlacementForm),
}

const fn default_lines() -> u32 {
    8
}

impl QuestionKind {
    /// The kind alone.
    pub const fn written_kind(&self) -> WrittenKind {
        match self {
            Self::LongText { .. } => WrittenKind::LongText,
            Self::ShortText {} => WrittenKind::ShortText,
            Self::Number { .. } => WrittenKind::Number,
            Self::Choice { .. } => WrittenKind::Choice,
            Self::Table(_) => WrittenKind::Table,
            Self::Worksheet(_) => WrittenKind::Worksheet,
            Self::Schedule(_) => WrittenKind::Schedule,
            Self::Assignment(_) => WrittenKind::Assignment,
        }
    }

    /// Whether the program can compare an answer with a key.
    pub const fn is_marked_automatically(&self) -> bool {
        !matches!(self, Self::LongText { .. } | Self::ShortText {})
    }
}
