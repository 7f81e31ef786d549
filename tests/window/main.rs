//! The window by its accessible French names and the keyboard alone.

mod chain;
mod keyboard;
mod pictures;
mod support;
