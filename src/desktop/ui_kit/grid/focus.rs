//! Before the cells are shown and after: the keys, the focus, what is kept for the next frame.

use egui::{FocusDirection, Id, Ui};

use super::keys::{Command, previous_to_fill, take_command};
use super::shape::Shape;
use super::sheet::SheetText;
use super::source::GridSource;
use super::state::GridState;
use super::{GridMode, GridResponse};
use crate::desktop::ui_kit::focus::{focus_what_follows, takes_focus};

/// Before the cells are shown: brings the state up to date and takes the keys.
pub(super) fn before(
    ui: &Ui,
    id: Id,
    (mode, sheet): (GridMode, Option<&dyn SheetText>),
    state: &mut GridState,
    source: &dyn GridSource,
    answer: &mut GridResponse,
) -> Option<Command> {
    if mode == GridMode::Read {
        return None;
    }
    let focused = has_focus(ui, id, state);
    if !focused {
        answer.leave(state);
        state.later.clear();
    }
    if !state.is_typing() {
        state.read(source);
    }
    if !focused {
        return None;
    }
    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    take_command(ui, id, sheet, state)
}

/// Shift and Tab on the first cell to be filled: the focus goes to what is before the table.
pub(super) fn leave_backwards(
    ui: &Ui,
    state: &GridState,
    shape: &Shape,
    source: &dyn GridSource,
    editable: bool,
) {
    let target = state.selected.and_then(|place| previous_to_fill(source, shape, place));
    if target.is_none() || !editable {
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::Previous));
    }
}

/// The focus that is given to the table, just before its cells: to the chosen one, or to the first.
pub(super) fn receive(ui: &Ui, mode: GridMode, state: &mut GridState) {
    if mode == GridMode::Read || !takes_focus(ui) {
        return;
    }
    if state.selected.is_some() {
        state.take_focus = true;
    } else {
        focus_what_follows(ui);
    }
}

/// After the keys: gives the focus and keeps the state.
pub(super) fn after(ui: &Ui, id: Id, mut state: GridState, answer: &mut GridResponse) {
    if let Some(taker) = state.focus_id(id) {
        if std::mem::take(&mut state.take_focus) {
            ui.memory_mut(|memory| memory.request_focus(taker));
            ui.request_repaint();
        }
        answer.focused = has_focus(ui, id, &state);
    }
    if !state.later.is_empty() {
        ui.request_repaint();
    }
    answer.selected = state.selected;
    answer.block = state.block();
    answer.typing = state.is_typing();
    state.store(ui, id);
}

/// Whether the chosen cell has the focus, or the bar where its content is typed.
fn has_focus(ui: &Ui, id: Id, state: &GridState) -> bool {
    let holder = state.focus_id(id);
    holder.is_some_and(|holder| ui.memory(|memory| memory.has_focus(holder)))
}
