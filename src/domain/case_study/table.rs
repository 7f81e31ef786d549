//! Tables to fill: given cells, cells to answer with their key, cells out of scope.
//!
//! - `position`: where a cell stands; `edit`: changes of a table while its author writes.

mod edit;
mod position;

pub use self::edit::TableEdit;
pub use self::position::CellPosition;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::unstated::is_default;
use super::{Board, Tolerance};

/// Largest number of rows of a table to fill.
pub const MAX_ROWS: usize = 60;
/// Largest number of columns of a table to fill.
pub const MAX_COLUMNS: usize = 40;

/// A table with given cells and cells to fill.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableForm {
    /// Columns, head included.
    pub columns: Vec<Column>,
    /// Rows of cells, as many as columns.
    pub rows: Vec<Vec<Cell>>,
    /// Tolerance of the numeric cells that state none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tolerance: Tolerance,
    /// What candidates may see drawn beside the table; made by solving, never written by authors.
    #[serde(skip)]
    pub board: Option<Box<Board>>,
}

/// Head of a column; a bare text in YAML is a column aligned right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Title, with the unit of the column.
    pub title: String,
    /// Alignment of its cells.
    #[serde(skip_serializing_if = "is_default")]
    pub align: Align,
}

/// Alignment of a column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Texts.
    Left,
    /// Numbers.
    #[default]
    Right,
}

/// One cell of a table to fill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Shown and locked; empty for a blank head cell.
    Given(String),
    /// To be filled.
    Asked(AskedValue),
    /// Out of scope: crossed by one line.
    Blocked,
}

impl Default for Cell {
    fn default() -> Self {
        Self::Given(String::new())
    }
}

/// What a cell asks for, with its key (missing while the author writes).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskedValue {
    /// A number; its own tolerance overrides the table's.
    Number {
        /// Right value.
        key: Option<Decimal>,
        /// Own tolerance.
        tolerance: Option<Tolerance>,
    },
    /// A text; compared without case, accents kept, spaces folded.
    Text {
        /// Accepted writings; the first is printed in the corrigé.
        accepted: Vec<String>,
    },
    /// A date.
    Date {
        /// Right value.
        key: Option<NaiveDate>,
    },
}

impl AskedValue {
    /// Whether the author has given the key.
    pub fn has_key(&self) -> bool {
        match self {
            Self::Number { key, .. } => key.is_some(),
            Self::Text { accepted } => accepted.iter().any(|text| !text.trim().is_empty()),
            Self::Date { key } => key.is_some(),
        }
    }
}

impl TableForm {
    /// The cell at a position.
    pub fn cell(&self, at: CellPosition) -> Option<&Cell> {
        self.rows.get(at.row)?.get(at.column)
    }

    /// Cells to fill, row by row.
    pub fn asked(&self) -> impl Iterator<Item = (CellPosition, &AskedValue)> {
        self.rows.iter().enumerate().flat_map(|(row, cells)| {
            cells.iter().enumerate().filter_map(move |(column, cell)| match cell {
                Cell::Asked(asked) => Some((CellPosition { row, column }, asked)),
                _ => None,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_short_to_write_and_keep_their_meaning() {
        let yaml = "columns: [{title: Ligne, align: left}, S14, 15]\nrows:\n- [BB, 120, ~]\n- [PS, {number: 60.5}, {blocked: true}]\n- [Qui, {text: Durand, or: [M. Durand]}, {date: 2027-03-11}]\n- [x, {number: ~}, -1.5]\n";
        let form: TableForm = serde_yaml::from_str(yaml).expect("the table reads");
        assert_eq!(form.cell(CellPosition { row: 0, column: 1 }), Some(&Cell::Given("120".into())));
        assert_eq!(
            form.cell(CellPosition { row: 3, column: 2 }),
            Some(&Cell::Given("−1,5".into()))
        );
        assert_eq!(form.asked().count(), 4);
        assert_eq!(form.asked().filter(|(_, asked)| asked.has_key()).count(), 3);
        let written = serde_yaml::to_string(&form).expect("the table is written");
        assert_eq!(serde_yaml::from_str::<TableForm>(&written).expect("and reads back"), form);
    }

    #[test]
    fn a_cell_of_two_kinds_is_refused_in_french() {
        let error = serde_yaml::from_str::<Cell>("{number: 1, text: a}").expect_err("refused");
        assert!(error.to_string().contains("un seul de"), "{error}");
    }
}
