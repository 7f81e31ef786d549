//! What a table remembers between two frames: the chosen cell and what is being typed.

use egui::text::{CCursor, CCursorRange};
use egui::{Context, Event, Id, TextEdit};

use super::source::GridSource;

/// Row and column of a cell.
pub(super) type Place = (usize, usize);

/// State of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct GridState {
    /// The chosen cell.
    pub(super) selected: Option<Place>,
    /// Whether the caret moves inside the cell; otherwise what is typed replaces its content.
    pub(super) typing: bool,
    /// Content of the editor.
    pub(super) buffer: String,
    /// Content of the chosen cell before it was changed.
    pub(super) original: String,
    /// The chosen cell must take the focus.
    pub(super) take_focus: bool,
    /// The chosen cell must be scrolled into view.
    pub(super) reveal: bool,
    /// Keys pressed after a move in the same frame: they belong to the next cell.
    pub(super) later: Vec<Event>,
}

impl GridState {
    /// Reads the state; a cell that no longer exists is forgotten.
    pub(super) fn load(ctx: &Context, id: Id, rows: usize, columns: usize) -> Self {
        let mut state = ctx.data(|data| data.get_temp::<Self>(id)).unwrap_or_default();
        state.selected = state.selected.filter(|(row, column)| *row < rows && *column < columns);
        if state.selected.is_none() {
            state.typing = false;
            state.later.clear();
        }
        state
    }

    /// Keeps the state for the next frame.
    pub(super) fn store(self, ctx: &Context, id: Id) {
        ctx.data_mut(|data| data.insert_temp(id, self));
    }

    /// Chooses a cell, its content ready to be replaced.
    pub(super) fn select(
        &mut self,
        ctx: &Context,
        grid: Id,
        place: Place,
        source: &dyn GridSource,
    ) {
        self.selected = Some(place);
        self.typing = false;
        self.reveal = true;
        self.read(source);
        reset_editor(ctx, cell_id(grid, place));
        ctx.request_repaint();
    }

    /// Reads the content of the chosen cell again.
    pub(super) fn read(&mut self, source: &dyn GridSource) {
        if let Some((row, column)) = self.selected {
            self.buffer = source.source(row, column);
            self.original.clone_from(&self.buffer);
        }
    }

    /// Whether the content was changed since the cell was chosen.
    pub(super) fn is_changed(&self) -> bool {
        self.buffer != self.original
    }
}

/// Identity of a cell.
pub(super) fn cell_id(grid: Id, (row, column): Place) -> Id {
    grid.with((row, column))
}

/// Selects the whole content of the editor of a cell: what is typed replaces it.
pub(super) fn select_all(ctx: &Context, id: Id, text: &str) {
    set_range(ctx, id, CCursorRange::select_all_str(text));
}

/// Puts the caret after the content.
pub(super) fn caret_at_end(ctx: &Context, id: Id, text: &str) {
    set_range(ctx, id, CCursorRange::one(CCursor::end_of_str(text)));
}

fn set_range(ctx: &Context, id: Id, range: CCursorRange) {
    let mut editor = TextEdit::load_state(ctx, id).unwrap_or_default();
    editor.cursor.set_char_range(Some(range));
    TextEdit::store_state(ctx, id, editor);
}

/// Whether the caret is at the start and at the end of the content.
pub(super) fn caret_edges(ctx: &Context, id: Id, text: &str) -> (bool, bool) {
    let caret = TextEdit::load_state(ctx, id)
        .and_then(|editor| editor.cursor.char_range())
        .and_then(|range| range.single())
        .map(|caret| caret.index.0);
    (caret == Some(0), caret == Some(text.chars().count()))
}

/// Forgets the undo steps of a former stay in the cell.
fn reset_editor(ctx: &Context, id: Id) {
    let mut editor = TextEdit::load_state(ctx, id).unwrap_or_default();
    editor.clear_undoer();
    TextEdit::store_state(ctx, id, editor);
}
