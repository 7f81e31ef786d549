//! What can be done in a table, and what happened in it.

use egui::Id;

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

/// What happened in a table in this frame.
#[derive(Debug, Clone)]
pub struct GridResponse {
    /// Identity of the table, for [`super::select_cell`].
    pub id: Id,
    /// Cells whose content changed, at each key.
    pub changed: Vec<(usize, usize)>,
    /// Cells left after a change, or emptied, or pasted: one step of undo.
    pub committed: Vec<(usize, usize)>,
    /// The chosen cell.
    pub selected: Option<(usize, usize)>,
    /// Whether the caret is in the chosen cell.
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
            selected: None,
            typing: false,
            focused: false,
            copy_down: None,
        }
    }

    /// The chosen cell is left: says whether its content changed.
    pub(super) fn leave(&mut self, state: &mut GridState) {
        if let Some(place) = state.selected
            && state.typing
            && state.is_changed()
        {
            self.committed.push(place);
        }
        state.typing = false;
        state.original.clone_from(&state.buffer);
    }
}
