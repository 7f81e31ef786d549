//! The formulas that candidates write in tables, in French: `=SOMME(B2:B4)`, `=SI(B3>10;1;0)`.
//!
//! What belongs here: reading, checking, computing, copying and pasting what is written in the
//! cells of one table, as plain data. The engine is `ironcalc_base`; it is named in `engine`,
//! `value` and `diagnosis` only, floats in `value` only. No window, no file, no exam.
//!
//! A formula goes `formula_text` (tokens) → `compile` (checked, then refused or rewritten for the
//! engine) → `engine` (computed) → `value` (exact text for the answer). What the engine could not
//! stand (endless loops, panics, huge ranges) is stopped in `compile` and `function_list`.

mod clipboard;
mod compile;
mod diagnosis;
mod engine;
mod entry;
mod fill;
mod formula_text;
mod function_list;
mod functions;
mod pointing;
mod problem;
mod reference;
mod sheet;
mod spelling;
mod token;
mod undo;
mod value;

#[cfg(test)]
mod tests;

pub use clipboard::{MAX_BLOCK_CELLS, copy_text, paste, placed};
pub use compile::MAX_FORMULA_CHARACTERS;
pub use fill::{copied, fill_down, fill_right};
pub use formula_text::{is_formula, tokens};
pub use functions::function_names;
pub use pointing::{accepts_reference, cycle_absolute, insert_reference, references};
pub use problem::SheetProblem;
pub use reference::{Area, Axis, CellReference, Pointed, TableSize};
pub use sheet::{MAX_CELLS, Sheet};
pub use token::{Operator, Token, TokenKind};
pub use undo::{CellWrite, History};
pub use value::SheetValue;
