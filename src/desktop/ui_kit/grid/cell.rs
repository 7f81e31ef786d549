//! What a table shows: its columns, its cells and where they come from.

use egui::Align;

use super::super::icons::Icon;
use super::super::tokens::State;

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct GridColumn {
    /// Title; a line break makes a second line. The unit goes here, not in the cells.
    pub title: String,
    /// Where its cells are set.
    pub align: Align,
    /// Least width, in points.
    pub min_width: f32,
    /// Share of the width left over, by point of `min_width`; 0 keeps the column narrow.
    pub stretch: f32,
}

impl GridColumn {
    /// A column of words.
    #[must_use]
    pub fn text(title: impl Into<String>, min_width: f32) -> Self {
        Self { title: title.into(), align: Align::Min, min_width, stretch: 1.0 }
    }

    /// A column of numbers, set to the right.
    #[must_use]
    pub fn number(title: impl Into<String>, min_width: f32) -> Self {
        Self { title: title.into(), align: Align::Max, min_width, stretch: 1.0 }
    }

    /// Keeps the column at its least width.
    #[must_use]
    pub fn narrow(mut self) -> Self {
        self.stretch = 0.0;
        self
    }
}

/// How a cell was judged. The sign and the word say it, the colour repeats it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its colour.
    pub state: State,
    /// Its sign, at the left of the cell.
    pub sign: Icon,
    /// Number of the error it is or comes from.
    pub root: Option<usize>,
    /// Value that was expected, when it is another one.
    pub expected: Option<String>,
    /// Its word, said by screen readers.
    pub word: &'static str,
}

impl Mark {
    /// « juste ».
    #[must_use]
    pub fn right() -> Self {
        Self::new(State::Ok, Icon::Check, None, None, "juste")
    }

    /// « cohérent » with the error of this number.
    #[must_use]
    pub fn follows(root: usize, expected: impl Into<String>) -> Self {
        Self::new(State::Follow, Icon::Elbow, Some(root), Some(expected.into()), "cohérent")
    }

    /// « erreur d’origine » of this number.
    #[must_use]
    pub fn root(root: usize, expected: impl Into<String>) -> Self {
        let word = "erreur d’origine";
        Self::new(State::Root, Icon::Bang, Some(root), Some(expected.into()), word)
    }

    /// « faux ».
    #[must_use]
    pub fn wrong(expected: impl Into<String>) -> Self {
        Self::new(State::Wrong, Icon::Cross, None, Some(expected.into()), "faux")
    }

    /// « vide ».
    #[must_use]
    pub fn blank(expected: impl Into<String>) -> Self {
        Self::new(State::Blank, Icon::Dash, None, Some(expected.into()), "vide")
    }

    fn new(
        state: State,
        sign: Icon,
        root: Option<usize>,
        expected: Option<String>,
        word: &'static str,
    ) -> Self {
        Self { state, sign, root, expected, word }
    }
}

/// What a cell is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellKind {
    /// Given, cannot be changed.
    Given,
    /// To be filled.
    Editable,
    /// Out of scope: one diagonal line.
    Blocked,
    /// Filled and judged.
    Marked(Mark),
    /// Name of a row, on the ground of a card.
    Label,
    /// Name of a row, on the ground of a header.
    Head,
    /// Title of a group of rows: from its column to the end of the row.
    /// Every cell of the row must be of this kind; the text is read in the first one.
    Group,
}

/// What a ground adds to a cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CellTint {
    /// Nothing.
    #[default]
    None,
    /// Row or value to look at: the soft accent.
    Soft,
    /// A formula being written refers to this cell: dashed accent edge.
    Reference,
    /// Under the highlighter.
    Highlighted,
    /// Tint of a state; the text of the cell must say the state.
    State(State),
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridCell {
    /// What it is.
    pub kind: CellKind,
    /// What it shows, already typeset.
    pub text: String,
    /// Secondary text at its right end (« BB »).
    pub note: Option<String>,
    /// Sign at its right end (a lock on a given row).
    pub icon: Option<Icon>,
    /// Its ground.
    pub tint: CellTint,
    /// Semibold.
    pub strong: bool,
    /// What screen readers add to its name and value.
    pub description: Option<String>,
}

impl GridCell {
    /// A cell of a kind.
    #[must_use]
    pub fn new(kind: CellKind, text: impl Into<String>) -> Self {
        Self {
            kind,
            text: text.into(),
            note: None,
            icon: None,
            tint: CellTint::None,
            strong: false,
            description: None,
        }
    }

    /// A given value.
    #[must_use]
    pub fn given(text: impl Into<String>) -> Self {
        Self::new(CellKind::Given, text)
    }

    /// A value to be filled.
    #[must_use]
    pub fn editable(text: impl Into<String>) -> Self {
        Self::new(CellKind::Editable, text)
    }

    /// Out of scope.
    #[must_use]
    pub fn blocked() -> Self {
        Self::new(CellKind::Blocked, "")
    }

    /// A judged value.
    #[must_use]
    pub fn marked(mark: Mark, text: impl Into<String>) -> Self {
        Self::new(CellKind::Marked(mark), text)
    }

    /// The name of a row.
    #[must_use]
    pub fn label(text: impl Into<String>) -> Self {
        Self::new(CellKind::Label, text)
    }

    /// The name of a row, on the ground of a header.
    #[must_use]
    pub fn head(text: impl Into<String>) -> Self {
        Self::new(CellKind::Head, text)
    }

    /// The title of a group of rows.
    #[must_use]
    pub fn group(text: impl Into<String>) -> Self {
        Self::new(CellKind::Group, text)
    }

    /// Adds a secondary text at the right end.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Adds a sign at the right end.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Sets the ground.
    #[must_use]
    pub fn tint(mut self, tint: CellTint) -> Self {
        self.tint = tint;
        self
    }

    /// Makes it semibold.
    #[must_use]
    pub fn strong(mut self) -> Self {
        self.strong = true;
        self
    }

    /// Says more to screen readers: what is wrong, or where the value comes from.
    #[must_use]
    pub fn described(mut self, words: impl Into<String>) -> Self {
        self.description = Some(words.into());
        self
    }

    /// Whether the arrows stop on it.
    pub(super) fn is_selectable(&self) -> bool {
        matches!(self.kind, CellKind::Given | CellKind::Editable | CellKind::Marked(_))
    }

    /// Whether it can be filled.
    pub(super) fn is_editable(&self) -> bool {
        self.kind == CellKind::Editable
    }

    /// Its value as screen readers say it.
    pub(super) fn spoken(&self) -> String {
        let CellKind::Marked(mark) = &self.kind else {
            return self.text.clone();
        };
        let mut words = mark.word.to_owned();
        if let Some(root) = mark.root {
            words = format!("{words} {root}");
        }
        if let Some(expected) = &mark.expected {
            words = format!("{words}, attendu {expected}");
        }
        if self.text.is_empty() { words } else { format!("{}, {words}", self.text) }
    }
}
