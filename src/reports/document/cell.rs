//! A cell of a table, and what it shows.

use super::{Chip, Sign, Tone};
use crate::domain::rich_text::Span;

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TableCell {
    /// What it shows, one under the other.
    pub content: Vec<CellContent>,
    /// Given cell: tinted in grids.
    pub given: bool,
    /// Crossed by one line.
    pub blocked: bool,
    /// Tint of a state.
    pub tone: Option<Tone>,
}

/// What a cell shows.
#[derive(Debug, Clone, PartialEq)]
pub enum CellContent {
    /// Wrapped text.
    Text(Vec<Span>),
    /// Wrapped text in accent behind a small bar: a remark.
    Remark(String),
    /// Small word in a tone, under a value.
    Word(String, Tone),
    /// A check box; when on, filled in its tone.
    CheckBox(bool, Tone),
    /// A sign, then a text in the same tone.
    Signed(Sign, String, Tone),
    /// Several signs with a text each, on one line.
    Signs(Vec<(Sign, String, Tone)>),
    /// A chip.
    Chip(Chip),
    /// A bar cut by counts.
    Bar(Vec<(u32, Tone)>),
    /// A tile with a sign (matrix of competences).
    Tile(Sign, Tone),
}

impl TableCell {
    /// A cell with one plain text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::spans(vec![Span::plain(text)])
    }

    /// A cell with one bold text.
    pub fn bold(text: impl Into<String>) -> Self {
        Self::spans(vec![Span::bold(text)])
    }

    /// A cell with one styled text.
    pub fn spans(spans: Vec<Span>) -> Self {
        Self::of(CellContent::Text(spans))
    }

    /// A cell with one content.
    pub fn of(content: CellContent) -> Self {
        Self { content: vec![content], ..Self::default() }
    }

    /// The cell, marked as given.
    #[must_use]
    pub fn given(mut self) -> Self {
        self.given = true;
        self
    }
}
