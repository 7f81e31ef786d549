//! The window by its accessible French names and the keyboard alone.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, and write the files that they need"
)]

mod boards;
mod candidate;
mod chain;
mod form;
mod keyboard;
mod large_text;
mod pictures;
mod room;
mod spelling;
mod spreadsheet;
mod support;
