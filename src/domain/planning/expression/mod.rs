//! The language of formulas that authors write in their cases: numbers, texts, operations,
//! functions and references to named values.
//!
//! What belongs here: from a text to an `Expression` (`lexer`, `parser`), from an expression to a
//! `Formula` over cells (`meaning`, `conditions`, `rounding`, `rules`), the values that an author's
//! text names outside a table (`surroundings`, `tree_path`), and the texts with values in them
//! (`interpolation`, `number_format`). The language is described for authors in `docs/FORMULES.md`.

mod ast;
mod conditions;
mod function;
mod interpolation;
mod lexer;
mod meaning;
mod number_format;
mod parser;
mod rounding;
mod rules;
pub mod spelling;
mod surroundings;
mod tree_path;
mod written_value;

#[cfg(test)]
mod tests;

pub use ast::{Expression, Segment};
pub use interpolation::{InterpolationError, interpolate};
pub use meaning::References;
pub use number_format::format_value;
pub use parser::parse;
pub use surroundings::{DataReferences, Outside, Surroundings, at_column};
pub use written_value::written_value;

/// Longest expression, in characters.
pub const MAX_CHARACTERS: usize = 2_000;

/// Deepest parentheses and functions inside one another.
pub const MAX_NESTING: usize = 50;

/// Largest number of values that one `*` may stand for.
pub const MAX_CHILDREN: usize = 1_000;

/// Why a text is no expression, or an expression has no formula.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("caractère {position} : {reason}")]
pub struct ExpressionError {
    /// Place in the text: rank of the character, from 1.
    pub position: usize,
    /// What is wrong, in French, without capital nor full stop.
    pub reason: String,
}

impl ExpressionError {
    /// Something wrong at a place.
    pub fn new(position: usize, reason: impl Into<String>) -> Self {
        Self { position, reason: reason.into() }
    }
}
