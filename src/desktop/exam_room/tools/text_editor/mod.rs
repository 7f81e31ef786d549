//! Long answers: several lines of light Markdown, with buttons for bold, lists and small tables.
//!
//! `patch`, `bold`, `list` and `table` change a text and are tested without a window; `editor`
//! draws. Keys, dead keys, input methods and undo are egui's own.

mod bold;
mod editor;
mod list;
mod patch;
mod table;
mod table_dialog;

pub use editor::long_text_editor;
