//! What a candidate fills: text, number, options or table, without any key.

use serde::{Deserialize, Serialize};

use crate::domain::case_study::{Board, CellPosition, Column};
use crate::domain::identifier::OptionId;

/// What a candidate fills.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum AnswerForm {
    /// Several paragraphs.
    LongText {
        /// Lines ruled on paper.
        lines: u32,
    },
    /// A few words.
    ShortText {},
    /// A number.
    Number {
        /// Unit shown beside the field.
        unit: String,
    },
    /// Options to tick.
    Choice {
        /// Whether several may be ticked.
        multiple: bool,
        /// How ticks are counted, in words.
        rule: String,
        /// The options.
        options: Vec<SubjectOption>,
    },
    /// A table to fill.
    Table(SubjectTable),
}

/// An option, without its correctness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubjectOption {
    /// Identifier.
    pub id: OptionId,
    /// Text.
    pub text: String,
}

/// A table to fill, without keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubjectTable {
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows of cells.
    pub rows: Vec<Vec<SubjectCell>>,
    /// What is placed, when it can be drawn; it fills the same cells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub board: Option<Box<Board>>,
}

/// A cell, without its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectCell {
    /// Shown and locked.
    Given(String),
    /// A number to write.
    Number,
    /// A text to write.
    Text,
    /// A date to write.
    Date,
    /// Out of scope.
    Blocked,
}

impl SubjectCell {
    /// Whether the candidate writes in it.
    pub const fn is_asked(&self) -> bool {
        matches!(self, Self::Number | Self::Text | Self::Date)
    }
}

impl SubjectTable {
    /// The cell at a position.
    pub fn cell(&self, at: CellPosition) -> Option<&SubjectCell> {
        self.rows.get(at.row)?.get(at.column)
    }

    /// Positions to fill, row by row.
    pub fn asked(&self) -> impl Iterator<Item = CellPosition> {
        self.rows.iter().enumerate().flat_map(|(row, cells)| {
            cells.iter().enumerate().filter_map(move |(column, cell)| {
                cell.is_asked().then_some(CellPosition { row, column })
            })
        })
    }
}
