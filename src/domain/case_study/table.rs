//! Tables to fill: given cells, cells to answer with their key, cells out of scope.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

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
    #[serde(default, skip_serializing_if = "is_exact")]
    pub tolerance: Tolerance,
    /// What candidates may see drawn beside the table; made by solving, never written by authors.
    #[serde(skip)]
    pub board: Option<Box<Board>>,
}

fn is_exact(tolerance: &Tolerance) -> bool {
    *tolerance == Tolerance::Exact
}

/// Head of a column; a bare text in YAML is a column aligned right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Title, with the unit of the column.
    pub title: String,
    /// Alignment of its cells.
    #[serde(skip_serializing_if = "Align::is_right")]
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

impl Align {
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
    fn is_right(&self) -> bool {
        *self == Self::Right
    }
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

/// Position of a cell, from 0.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct CellPosition {
    /// Row, the head not counted.
    pub row: usize,
    /// Column.
    pub column: usize,
}

impl CellPosition {
    /// "ligne 3, colonne 2", counted from 1.
    pub fn label(self) -> String {
        format!("ligne {}, colonne {}", self.row + 1, self.column + 1)
    }

    /// "B3" as a spreadsheet would say, the head being row 0.
    pub fn reference(self) -> String {
        let mut letters = Vec::new();
        let mut rest = self.column;
        loop {
            letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
            if rest < 26 {
                break;
            }
            rest = rest / 26 - 1;
        }
        let letters: String = letters.into_iter().rev().collect();
        format!("{letters}{}", self.row + 1)
    }

    /// Reads "B3".
    pub fn from_reference(text: &str) -> Option<Self> {
        let split = text.find(|c: char| c.is_ascii_digit())?;
        let (letters, digits) = text.split_at(split);
        if letters.is_empty() || letters.len() > 2 {
            return None;
        }
        let mut column = 0usize;
        for letter in letters.chars() {
            let rank = letter.to_ascii_uppercase() as u32;
            if !(65..=90).contains(&rank) {
                return None;
            }
            column = column * 26 + (rank as usize - 64);
        }
        let row: usize = digits.parse().ok()?;
        Some(Self { row: row.checked_sub(1)?, column: column - 1 })
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

    /// The table after a change of its shape or of one cell.
    #[must_use]
    pub fn with(&self, edit: &TableEdit) -> Self {
        let mut form = self.clone();
        match edit {
            TableEdit::SetCell(at, cell) => {
                if let Some(place) = form.rows.get_mut(at.row).and_then(|r| r.get_mut(at.column)) {
                    place.clone_from(cell);
                }
            }
            TableEdit::SetTitle(column, title) => {
                if let Some(head) = form.columns.get_mut(*column) {
                    head.title.clone_from(title);
                }
            }
            TableEdit::SetAlign(column, align) => {
                if let Some(head) = form.columns.get_mut(*column) {
                    head.align = *align;
                }
            }
            TableEdit::InsertRow(index) if form.rows.len() < MAX_ROWS => {
                let row = vec![Cell::default(); form.columns.len()];
                form.rows.insert((*index).min(form.rows.len()), row);
            }
            TableEdit::RemoveRow(index) if *index < form.rows.len() => {
                form.rows.remove(*index);
            }
            TableEdit::InsertColumn(index) if form.columns.len() < MAX_COLUMNS => {
                let index = (*index).min(form.columns.len());
                form.columns.insert(index, Column { title: String::new(), align: Align::Right });
                for row in &mut form.rows {
                    row.insert(index.min(row.len()), Cell::default());
                }
            }
            TableEdit::RemoveColumn(index) if *index < form.columns.len() => {
                form.columns.remove(*index);
                for row in form.rows.iter_mut().filter(|row| *index < row.len()) {
                    row.remove(*index);
                }
            }
            _ => {}
        }
        form
    }
}

/// A change of a table to fill; one that is out of range changes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableEdit {
    /// Replaces one cell.
    SetCell(CellPosition, Cell),
    /// Renames a column.
    SetTitle(usize, String),
    /// Aligns a column.
    SetAlign(usize, Align),
    /// Inserts an empty row before this one.
    InsertRow(usize),
    /// Removes a row.
    RemoveRow(usize),
    /// Inserts an empty column before this one.
    InsertColumn(usize),
    /// Removes a column.
    RemoveColumn(usize),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cell_references_are_those_of_a_spreadsheet() {
        for (row, column, reference) in
            [(0, 0, "A1"), (12, 6, "G13"), (3, 26, "AA4"), (0, 39, "AN1")]
        {
            let at = CellPosition { row, column };
            assert_eq!(at.reference(), reference);
            assert_eq!(CellPosition::from_reference(reference), Some(at));
        }
        for bad in ["", "3", "B", "B0", "é1", "ABCDE1", "A99999999999999999999999"] {
            assert_eq!(CellPosition::from_reference(bad), None, "{bad}");
        }
    }

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
