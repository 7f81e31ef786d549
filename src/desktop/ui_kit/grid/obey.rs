//! Does what the keys ask in a table.

use egui::{FocusDirection, Id, Ui};

use super::GridResponse;
use super::keys::{Command, block, next_to_fill, previous_to_fill, reached};
use super::shape::Shape;
use super::source::GridSource;
use super::state::{GridState, Place, caret_at_end, cell_id};

/// Does what a key asks, once the cells have been shown.
pub(super) struct Obey<'frame> {
    pub(super) ui: &'frame Ui,
    pub(super) id: Id,
    pub(super) shape: &'frame Shape,
    pub(super) editable: bool,
}

impl Obey<'_> {
    /// Does what a key asks.
    pub(super) fn command(
        &self,
        command: Command,
        state: &mut GridState,
        source: &mut dyn GridSource,
        answer: &mut GridResponse,
    ) {
        let Some(place) = state.selected else {
            return;
        };
        let fillable = self.editable && source.cell(place.0, place.1).is_editable();
        match command {
            Command::Go(way) => {
                let target = reached(source, self.shape, place, way);
                self.go(target, state, source, answer);
            }
            Command::Next => {
                let target = next_to_fill(source, self.shape, place).filter(|_| self.editable);
                self.go(target, state, source, answer);
                if target.is_none() {
                    self.leave_forwards(place);
                }
            }
            Command::Previous => {
                let target = previous_to_fill(source, self.shape, place).filter(|_| self.editable);
                self.go(target, state, source, answer);
            }
            Command::Edit if fillable => {
                state.typing = true;
                caret_at_end(self.ui, cell_id(self.id, place), &state.buffer);
            }
            Command::Cancel => self.cancel(place, state, source, answer),
            Command::Clear if fillable => {
                write(place, "", state, source, answer);
            }
            Command::Paste(text) if fillable => {
                self.paste(place, &text, state, source, answer);
            }
            Command::CopyDown if fillable && place.0 > 0 => {
                answer.leave(state);
                answer.copy_down = Some(place);
            }
            Command::Edit | Command::Clear | Command::Paste(_) | Command::CopyDown => {}
        }
        self.ui.request_repaint();
    }

    /// Leaves the chosen cell for another; stays on it where there is none.
    fn go(
        &self,
        target: Option<Place>,
        state: &mut GridState,
        source: &dyn GridSource,
        answer: &mut GridResponse,
    ) {
        answer.leave(state);
        if let Some(target) = target {
            state.select(self.ui, self.id, target, source);
            state.take_focus = true;
        }
    }

    /// Tab on the last cell to be filled: the focus goes to what is after the table.
    fn leave_forwards(&self, place: Place) {
        self.ui.memory_mut(|memory| {
            memory.surrender_focus(cell_id(self.id, place));
            memory.move_focus(FocusDirection::Next);
        });
    }

    /// Escape puts the former content back; pressed again, it leaves the table.
    fn cancel(
        &self,
        place: Place,
        state: &mut GridState,
        source: &mut dyn GridSource,
        answer: &mut GridResponse,
    ) {
        if !state.typing {
            self.ui.memory_mut(|memory| memory.surrender_focus(cell_id(self.id, place)));
            return;
        }
        if state.is_changed() {
            state.buffer.clone_from(&state.original);
            source.write(place.0, place.1, &state.buffer);
            answer.changed.push(place);
        }
        state.typing = false;
    }

    /// Writes a block from the chosen cell on, where cells can be filled.
    fn paste(
        &self,
        place: Place,
        text: &str,
        state: &mut GridState,
        source: &mut dyn GridSource,
        answer: &mut GridResponse,
    ) {
        for (down, values) in block(text).into_iter().enumerate() {
            for (across, value) in values.into_iter().enumerate() {
                let target = (place.0 + down, place.1 + across);
                let inside =
                    target.0 < self.shape.row_count() && target.1 < self.shape.column_count();
                if inside && source.cell(target.0, target.1).is_editable() {
                    write(target, &value, state, source, answer);
                }
            }
        }
    }
}

/// Writes a whole content at once.
fn write(
    place: Place,
    text: &str,
    state: &mut GridState,
    source: &mut dyn GridSource,
    answer: &mut GridResponse,
) {
    source.write(place.0, place.1, text);
    answer.changed.push(place);
    answer.committed.push(place);
    if state.selected == Some(place) {
        text.clone_into(&mut state.buffer);
        text.clone_into(&mut state.original);
        state.typing = false;
    }
}
