//! What helps the candidate to work and to read.
//!
//! - `calculator`, `scratch_pad`: in small windows over the test (`floating`);
//! - `text_editor`: long answers in light Markdown;
//! - `highlights`, `zoom`: what the reader does to the annexes; `reading_page` and `reading_bar`
//!   draw them, `other_window` shows them elsewhere;
//! - `access`: appearance of the sitting, chosen in `access_panel`; `line_guide`, `still_wheel`;
//! - `desk`: what of all this is kept in the journal.
//!
//! Models are plain data, tested without a window; panels draw them and give what was asked.

pub mod access;
pub mod access_panel;
pub mod calculator;
mod caret;
pub mod desk;
mod floating;
pub mod highlights;
pub mod line_guide;
pub mod other_window;
pub mod reading_bar;
pub mod reading_page;
pub mod scratch_pad;
pub mod still_wheel;
pub mod text_editor;
pub mod zoom;

/// A count as a number of points or of lines to multiply by.
fn amount(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}
