//! Does what the keys ask in a table.

use egui::{FocusDirection, Id, Ui};

use super::GridResponse;
use super::keys::{Command, Way, block, neighbour, next_to_fill, previous_to_fill, reached};
use super::pointing::Typed;
use super::shape::Shape;
use super::sheet::SheetText;
use super::source::GridSource;
use super::state::{Caret, GridState, Place, bar_id, caret_at_end, cell_id, reset_editor};

/// Does what a key asks, once the cells have been shown.
pub(super) struct Obey<'frame> {
    pub(super) ui: &'frame Ui,
    pub(super) id: Id,
    pub(super) shape: &'frame Shape,
    pub(super) editable: bool,
    pub(super) sheet: Option<&'frame dyn SheetText>,
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
            Command::Point { .. } | Command::Hold => self.formula(&command, state, source, answer),
            Command::Go(way) => {
                let target = reached(source, self.shape, place, way);
                self.go(target, state, source, answer);
            }
            Command::Next => {
                let target = next_to_fill(source, self.shape, place).filter(|_| self.editable);
                let left = state.focus_id(self.id);
                self.go(target, state, source, answer);
                if target.is_none() {
                    state.take_focus = false;
                    self.leave_forwards(left);
                }
            }
            Command::Previous => {
                let target = previous_to_fill(source, self.shape, place).filter(|_| self.editable);
                self.go(target, state, source, answer);
            }
            Command::Edit if fillable => self.edit(place, state),
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
            Command::Extend(way) => self.extend(place, way, state),
            Command::Wish(wish) => answer.wish = Some(wish),
            Command::Edit | Command::Clear | Command::Paste(_) | Command::CopyDown => {}
        }
        self.ui.request_repaint();
    }

    /// F2: the caret goes into the cell; in a spreadsheet, into the bar, where formulas have room.
    fn edit(&self, place: Place, state: &mut GridState) {
        let editor = if self.sheet.is_some() {
            if !state.is_typing() {
                reset_editor(self.ui, bar_id(self.id));
            }
            state.caret = Caret::InBar;
            state.take_focus = true;
            bar_id(self.id)
        } else {
            state.caret = Caret::InCell;
            cell_id(self.id, place)
        };
        caret_at_end(self.ui, editor, &state.buffer);
    }

    /// The chosen block grows or shrinks by one row or column.
    fn extend(&self, place: Place, way: Way, state: &mut GridState) {
        let corner = neighbour(self.shape, state.corner.unwrap_or(place), way);
        if corner.is_some() {
            state.corner = corner.filter(|corner| *corner != place);
            state.reveal = corner;
        }
    }

    /// What the keys do in a formula.
    fn formula(
        &self,
        command: &Command,
        state: &mut GridState,
        source: &mut dyn GridSource,
        answer: &mut GridResponse,
    ) {
        let Some(text) = self.sheet else { return };
        let mut typed = Typed { ctx: self.ui, grid: self.id, text, state, source, answer };
        match command {
            Command::Point { way, grows } => typed.point_further(self.shape, *way, *grows),
            Command::Hold => typed.hold(),
            _ => {}
        }
    }

    /// Leaves the chosen cell for another; stays on it where there is none.
    fn go(
        &self,
        target: Option<Place>,
        state: &mut GridState,
        source: &dyn GridSource,
        answer: &mut GridResponse,
    ) {
        state.take_focus |= state.caret == Caret::InBar;
        answer.leave(state);
        state.corner = None;
        if let Some(target) = target {
            state.select(self.ui, self.id, target, source);
            state.take_focus = true;
        }
    }

    /// Tab on the last cell to be filled: the focus goes to what is after the table.
    fn leave_forwards(&self, left: Option<Id>) {
        self.ui.memory_mut(|memory| {
            if let Some(left) = left {
                memory.surrender_focus(left);
            }
            memory.move_focus(FocusDirection::Next);
        });
    }

    /// Escape puts the former content back; then it chooses one cell again; then it leaves the
    /// table.
    fn cancel(
        &self,
        place: Place,
        state: &mut GridState,
        source: &mut dyn GridSource,
        answer: &mut GridResponse,
    ) {
        if !state.is_typing() && state.corner.take().is_some() {
            return;
        }
        if !state.is_typing() {
            self.ui.memory_mut(|memory| memory.surrender_focus(cell_id(self.id, place)));
            return;
        }
        if state.is_changed() {
            state.buffer.clone_from(&state.original);
            source.write(place.0, place.1, &state.buffer);
            answer.changed.push(place);
        }
        state.take_focus |= state.caret == Caret::InBar;
        state.end_typing();
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
        state.end_typing();
    }
}
