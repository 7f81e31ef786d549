//! The calculator: exact decimals, a comma, one memory, the last ten results.
//!
//! `model` is plain data; `reading` works out, `written` writes, `pad_key` names the keys; `panel`
//! draws and gives the text that the candidate wants in the answer.

mod model;
mod pad_key;
mod panel;
mod problem;
mod reading;
mod written;

pub use panel::CalculatorPanel;
