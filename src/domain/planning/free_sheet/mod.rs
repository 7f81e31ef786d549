//! Calculator `formules`: a table whose rows are given values or formulas written by the author.
//!
//! What belongs here: the typed input (`input`), how it is read (`reading`, `row_reading`), what the
//! names of a formula mean inside the table (`names`), in which order its cells can be computed
//! (`order`), and how the worksheet is built (`building`). The language of formulas is in
//! `expression`.

mod building;
mod input;
mod names;
mod order;
mod reading;
mod row_reading;

#[cfg(test)]
mod tests;

pub use input::{FreeCell, FreeRow, FreeSheetInput, WrittenFormula};
pub use reading::{OPTIONS, calculate};

use super::calculator::Alone;
use super::data::Periods;
use super::expression::Surroundings;
use super::tree::{Node, Problems, Tree};
use super::worksheet::{CalculationError, Worksheet};

/// Largest number of rows.
pub const MAX_ROWS: usize = 500;

/// Largest number of columns.
pub const MAX_COLUMNS: usize = 600;

/// Largest number of cells.
pub const MAX_CELLS: usize = 20_000;

/// Largest number of values named by all formulas together, each `*` counting for its children.
pub const MAX_NAMED_VALUES: usize = 500_000;

/// The worksheet of a table that names nothing outside itself.
///
/// # Errors
/// The first formula that cannot be computed, or a loop between formulas.
pub fn worksheet(input: &FreeSheetInput) -> Result<Worksheet, CalculationError> {
    let (nothing, periods) = (Tree::Empty, Periods::default());
    let surroundings = Surroundings::new(&Node::root("", &nothing), &periods, &Alone);
    let mut problems = Problems::default();
    let built = building::build(input, &surroundings, &mut problems);
    built.ok_or_else(|| {
        let first = problems.found.first();
        CalculationError::impossible(
            first.map_or_else(String::new, |problem| {
                problem.message.trim_end_matches('.').to_owned()
            }),
        )
    })
}
