//! Long answers: several lines of light Markdown, with buttons for bold, lists and small tables.
//!
//! `patch`, `bold`, `list` and `table` change a text and are tested without a window; `editor`
//! draws, `short_editor` too where short answers have the spell-check; `spelling` goes through the
//! wrong words. Keys, dead keys, input methods and undo are egui's own.

mod bold;
mod editor;
mod excerpt;
mod list;
mod patch;
mod short_editor;
mod spelling;
mod table;
mod table_dialog;
mod taking;

pub use editor::long_text_editor;
pub use short_editor::short_text_editor;
