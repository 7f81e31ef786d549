//! Gives a field a text changed otherwise than by typing.

use std::ops::Range;

use egui::{Id, TextEdit, Ui};

use super::super::caret::cursors;
use super::patch::Edited;

/// Takes a text that was changed by a button or a key; egui's own undo knows the text before.
pub(super) fn take(ui: &Ui, field: Id, text: &mut String, edited: Edited, before: &Range<usize>) {
    let mut state = TextEdit::load_state(ui, field).unwrap_or_default();
    let mut undoer = state.undoer();
    undoer.add_undo(&(cursors(before), text.clone()));
    state.set_undoer(undoer);
    state.cursor.set_char_range(Some(cursors(&edited.selection)));
    TextEdit::store_state(ui, field, state);
    *text = edited.text;
    ui.request_repaint();
}
