//! What a table remembers between two frames: the chosen cells and what is being typed.

use egui::text::{CCursor, CCursorRange};
use egui::{Context, Event, Id, Pos2, Rect, TextEdit};

use super::sheet::GridBlock;
use super::source::GridSource;

/// Row and column of a cell.
pub(super) type Place = (usize, usize);

/// Where the caret is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Caret {
    /// Nowhere: what is typed replaces the content of the chosen cell.
    #[default]
    Nowhere,
    /// In the chosen cell.
    InCell,
    /// In the bar above a spreadsheet.
    InBar,
}

/// What the pressed pointer does in a spreadsheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gesture {
    /// It chooses cells.
    Choose,
    /// It was pressed on the cell that was already chosen.
    Again,
    /// It points at cells for the formula being typed.
    Point,
}

/// State of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct GridState {
    /// The chosen cell.
    pub(super) selected: Option<Place>,
    /// The corner of the chosen block opposite to the chosen cell.
    pub(super) corner: Option<Place>,
    /// Where the caret moves.
    pub(super) caret: Caret,
    /// Content of the editor.
    pub(super) buffer: String,
    /// Content of the chosen cell before it was changed.
    pub(super) original: String,
    /// The chosen cell, or the bar, must take the focus.
    pub(super) take_focus: bool,
    /// This cell must be scrolled into view.
    pub(super) reveal: Option<Place>,
    /// Keys pressed after a move in the same frame: they belong to the next cell.
    pub(super) later: Vec<Event>,
    /// What the pressed pointer does.
    pub(super) gesture: Option<Gesture>,
    /// The cells just pointed at for a formula: where that began, and where it is.
    pub(super) pointed: Option<(Place, Place)>,
    /// Where the table was in the last frame: its top left corner, and what shows of it.
    pub(super) seen: Option<(Pos2, Rect)>,
}

impl GridState {
    /// Reads the state; a cell that no longer exists is forgotten.
    pub(super) fn load(ctx: &Context, id: Id, rows: usize, columns: usize) -> Self {
        let mut state = ctx.data(|data| data.get_temp::<Self>(id)).unwrap_or_default();
        let exists = |place: &Place| place.0 < rows && place.1 < columns;
        state.selected = state.selected.filter(exists);
        state.corner = state.corner.filter(exists);
        state.reveal = state.reveal.filter(exists);
        state.pointed = state.pointed.filter(|(from, to)| exists(from) && exists(to));
        if state.selected.is_none() {
            state.end_typing();
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
        self.corner = None;
        self.end_typing();
        self.reveal = Some(place);
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

    /// Whether the caret is in the content of the chosen cell.
    pub(super) fn is_typing(&self) -> bool {
        self.caret != Caret::Nowhere
    }

    /// Takes the caret away.
    pub(super) fn end_typing(&mut self) {
        self.caret = Caret::Nowhere;
        self.pointed = None;
    }

    /// Whether the content was changed since the cell was chosen.
    pub(super) fn is_changed(&self) -> bool {
        self.buffer != self.original
    }

    /// The chosen cell, or the block that begins at it.
    pub(super) fn block(&self) -> Option<GridBlock> {
        let selected = self.selected?;
        Some(GridBlock::between(selected, self.corner.unwrap_or(selected)))
    }

    /// What has the focus when this table has it: the chosen cell, or the bar.
    pub(super) fn focus_id(&self, grid: Id) -> Option<Id> {
        let place = self.selected?;
        Some(if self.caret == Caret::InBar { bar_id(grid) } else { cell_id(grid, place) })
    }
}

/// Identity of a cell.
pub(super) fn cell_id(grid: Id, (row, column): Place) -> Id {
    grid.with((row, column))
}

/// Identity of the bar above a spreadsheet.
pub(super) fn bar_id(grid: Id) -> Id {
    grid.with("bar")
}

/// Selects the whole content of the editor of a cell: what is typed replaces it.
pub(super) fn select_all(ctx: &Context, id: Id, text: &str) {
    set_range(ctx, id, CCursorRange::select_all_str(text));
}

/// Puts the caret after the content.
pub(super) fn caret_at_end(ctx: &Context, id: Id, text: &str) {
    set_range(ctx, id, CCursorRange::one(CCursor::end_of_str(text)));
}

/// Puts the caret at a place in bytes.
pub(super) fn put_caret(ctx: &Context, id: Id, text: &str, byte: usize) {
    set_range(ctx, id, CCursorRange::one(CCursor::new(characters_before(text, byte))));
}

/// The place of the caret in bytes; `None` where something is selected.
pub(super) fn caret_byte(ctx: &Context, id: Id, text: &str) -> Option<usize> {
    let range = TextEdit::load_state(ctx, id)?.cursor.char_range()?;
    let caret = range.single()?.index.0;
    Some(text.char_indices().nth(caret).map_or(text.len(), |(byte, _)| byte))
}

/// Number of characters before a place in bytes.
pub(super) fn characters_before(text: &str, byte: usize) -> usize {
    text.get(..byte).unwrap_or(text).chars().count()
}

pub(super) fn set_range(ctx: &Context, id: Id, range: CCursorRange) {
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

/// Forgets the undo steps of a former stay in the editor.
pub(super) fn reset_editor(ctx: &Context, id: Id) {
    let mut editor = TextEdit::load_state(ctx, id).unwrap_or_default();
    editor.clear_undoer();
    TextEdit::store_state(ctx, id, editor);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_is_counted_in_bytes_whatever_the_letters() {
        let ctx = Context::default();
        let id = Id::unique("essai");
        let text = "=é×2";
        assert_eq!(caret_byte(&ctx, id, text), None, "before the first use");
        put_caret(&ctx, id, text, 5);
        assert_eq!(caret_byte(&ctx, id, text), Some(5));
        assert_eq!(characters_before(text, 5), 3);
        caret_at_end(&ctx, id, text);
        assert_eq!(caret_byte(&ctx, id, text), Some(text.len()));
        select_all(&ctx, id, text);
        assert_eq!(caret_byte(&ctx, id, text), None);
    }

    #[test]
    fn cells_that_no_longer_exist_are_forgotten() {
        let ctx = Context::default();
        let id = Id::unique("essai");
        let state = GridState {
            selected: Some((1, 1)),
            corner: Some((5, 1)),
            caret: Caret::InCell,
            ..GridState::default()
        };
        state.store(&ctx, id);
        let kept = GridState::load(&ctx, id, 3, 3);
        assert_eq!((kept.selected, kept.corner), (Some((1, 1)), None));
        assert_eq!(kept.block(), Some(GridBlock::between((1, 1), (1, 1))));
        let lost = GridState::load(&ctx, id, 1, 1);
        assert!(lost.selected.is_none() && !lost.is_typing());
    }
}
