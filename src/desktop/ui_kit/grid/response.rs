//! What can be done in a table, and what happened in it.

use egui::Id;

use super::sheet::GridBlock;
use super::state::GridState;

/// What can be done in a table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum GridMode {
    /// Read only; no cell can be chosen.
    #[default]
    Read,
    /// Cells can be chosen, to show what they are about.
    Select,
    /// Cells can be chosen and filled.
    Edit,
}

/// What is asked of a spreadsheet with its chosen block; the caller does it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GridWish {
    /// Ctrl C.
    Copy,
    /// Ctrl X.
    Cut,
    /// Ctrl V, with the text of the clipboard.
    Paste(String),
    /// Delete.
    Clear,
    /// Ctrl D.
    FillDown,
    /// Ctrl R.
    FillRight,
    /// Ctrl Z, or its button.
    Undo,
    /// Ctrl Y, or its button.
    Redo,
}

/// What was typed in a cell that is left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridEdit {
    /// The cell.
    pub place: (usize, usize),
    /// Its text before.
    pub before: String,
    /// Its text after.
    pub after: String,
}

/// What happened in a table in this frame.
#[derive(Debug, Clone)]
pub struct GridResponse {
    /// Identity of the table, for [`super::select_cell`].
    pub id: Id,
    /// Cells whose content changed, at each key.
    pub changed: Vec<(usize, usize)>,
    /// Cells left after a change, or emptied, or pasted: one step of undo.
    pub committed: Vec<(usize, usize)>,
    /// What was typed in the cells left after a change.
    pub edits: Vec<GridEdit>,
    /// The chosen cell.
    pub selected: Option<(usize, usize)>,
    /// The chosen block of a spreadsheet: the chosen cell alone, or more.
    pub block: Option<GridBlock>,
    /// What is asked of a spreadsheet.
    pub wish: Option<GridWish>,
    /// Whether the caret is in the chosen cell, or in the bar above the table.
    pub typing: bool,
    /// Whether the table has the focus.
    pub focused: bool,
    /// Ctrl D was pressed on this cell: copy the cell above (the caller adapts formulas).
    pub copy_down: Option<(usize, usize)>,
}

impl GridResponse {
    pub(super) fn new(id: Id) -> Self {
        Self {
            id,
            changed: Vec::new(),
            committed: Vec::new(),
            edits: Vec::new(),
            selected: None,
            block: None,
            wish: None,
            typing: false,
            focused: false,
            copy_down: None,
        }
    }

    /// The chosen cell is left: says whether its content changed.
    pub(super) fn leave(&mut self, state: &mut GridState) {
        if let Some(place) = state.selected
            && state.is_typing()
            && state.is_changed()
        {
            self.committed.push(place);
            let (before, after) = (state.original.clone(), state.buffer.clone());
            self.edits.push(GridEdit { place, before, after });
        }
        state.end_typing();
        state.original.clone_from(&state.buffer);
    }
}
