//! One cell: its place, and how it gets its value.

use super::{Formula, Value};

/// Identifier of a cell inside its worksheet: its rank of creation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellId(pub(crate) usize);

impl CellId {
    /// Rank among the cells of its worksheet, from 0.
    pub const fn rank(self) -> usize {
        self.0
    }
}

/// How a cell gets its value.
#[derive(Debug, Clone)]
pub enum CellContent {
    /// Written by the author.
    Given(Value),
    /// Computed from cells added before.
    Computed(Formula),
}

/// One cell.
#[derive(Debug, Clone)]
pub struct WorksheetCell {
    /// Row, from 0.
    pub row: usize,
    /// Column, from 0.
    pub column: usize,
    /// How it gets its value.
    pub content: CellContent,
}
