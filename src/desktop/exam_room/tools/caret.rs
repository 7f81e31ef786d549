//! Where the caret of a field is, in characters, and how to move it.

use std::ops::Range;

use egui::text::{CCursor, CCursorRange};
use egui::{Context, Id, TextEdit};

/// What is selected in a field, empty where only the caret stands; `None` before its first use.
pub fn selection(ctx: &Context, field: Id) -> Option<Range<usize>> {
    let chosen = TextEdit::load_state(ctx, field)?.cursor.char_range()?;
    let [start, end] = chosen.sorted_cursors();
    Some(usize::from(start.index)..usize::from(end.index))
}

/// Selects characters in a field, or moves its caret where the range is empty.
pub fn select(ctx: &Context, field: Id, characters: &Range<usize>) {
    let mut state = TextEdit::load_state(ctx, field).unwrap_or_default();
    state.cursor.set_char_range(Some(cursors(characters)));
    TextEdit::store_state(ctx, field, state);
}

/// The range of a field's own state.
pub fn cursors(characters: &Range<usize>) -> CCursorRange {
    CCursorRange::two(CCursor::new(characters.start), CCursor::new(characters.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selection_is_read_back() {
        let ctx = Context::default();
        let field = Id::unique("essai");
        assert_eq!(selection(&ctx, field), None);
        select(&ctx, field, &(2..5));
        assert_eq!(selection(&ctx, field), Some(2..5));
        select(&ctx, field, &(7..7));
        assert_eq!(selection(&ctx, field), Some(7..7));
    }
}
