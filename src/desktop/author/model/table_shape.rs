//! Rows and columns of tables, to fill or to read.

use crate::domain::case_study::{
    Align, Column, ExhibitBlock, MAX_COLUMNS, MAX_ROWS, ReadCell, TableEdit,
};

/// A change of the rows or columns of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShapeChange {
    /// An empty row before this one.
    InsertRow(usize),
    /// Without this row.
    RemoveRow(usize),
    /// An empty column before this one.
    InsertColumn(usize),
    /// Without this column.
    RemoveColumn(usize),
}

impl ShapeChange {
    /// The same change for a table to fill.
    pub const fn edit(self) -> TableEdit {
        match self {
            Self::InsertRow(at) => TableEdit::InsertRow(at),
            Self::RemoveRow(at) => TableEdit::RemoveRow(at),
            Self::InsertColumn(at) => TableEdit::InsertColumn(at),
            Self::RemoveColumn(at) => TableEdit::RemoveColumn(at),
        }
    }
}

/// A table to read, as an exhibit holds it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadTable {
    /// Title above the table.
    pub caption: String,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows of texts.
    pub rows: Vec<Vec<ReadCell>>,
}

impl ReadTable {
    /// Two columns and two empty rows.
    pub fn blank() -> Self {
        let column = |title: &str, align| Column { title: title.to_owned(), align };
        Self {
            caption: String::new(),
            columns: vec![column("Ligne", Align::Left), column("Colonne 1", Align::Right)],
            rows: vec![vec![ReadCell::default(); 2]; 2],
        }
    }

    /// The block of the exhibit.
    pub fn into_block(self) -> ExhibitBlock {
        ExhibitBlock::Table { caption: self.caption, columns: self.columns, rows: self.rows }
    }

    /// Writes in a cell; a place out of the table changes nothing.
    pub fn write(&mut self, row: usize, column: usize, text: &str) {
        if let Some(cell) = self.rows.get_mut(row).and_then(|cells| cells.get_mut(column)) {
            text.clone_into(&mut cell.0);
        }
    }

    /// Changes the rows or columns, within the limits of all tables.
    pub fn reshape(&mut self, change: ShapeChange) {
        match change {
            ShapeChange::InsertRow(at) if self.rows.len() < MAX_ROWS => {
                let row = vec![ReadCell::default(); self.columns.len()];
                self.rows.insert(at.min(self.rows.len()), row);
            }
            ShapeChange::RemoveRow(at) if at < self.rows.len() => {
                self.rows.remove(at);
            }
            ShapeChange::InsertColumn(at) if self.columns.len() < MAX_COLUMNS => {
                let at = at.min(self.columns.len());
                self.columns.insert(at, Column { title: String::new(), align: Align::Right });
                for row in &mut self.rows {
                    row.insert(at.min(row.len()), ReadCell::default());
                }
            }
            ShapeChange::RemoveColumn(at) if at < self.columns.len() => {
                self.columns.remove(at);
                for row in self.rows.iter_mut().filter(|row| at < row.len()) {
                    row.remove(at);
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_columns_come_and_go_with_their_cells() {
        let mut table = ReadTable::blank();
        table.write(1, 1, "12");
        table.reshape(ShapeChange::InsertRow(0));
        table.reshape(ShapeChange::InsertColumn(1));
        let shape = |table: &ReadTable| -> Vec<usize> { table.rows.iter().map(Vec::len).collect() };
        assert_eq!((table.columns.len(), shape(&table)), (3, vec![3, 3, 3]));
        let moved = table.rows.get(2).and_then(|row| row.get(2)).map(|cell| cell.0.as_str());
        assert_eq!(moved, Some("12"));
        table.reshape(ShapeChange::RemoveColumn(0));
        table.reshape(ShapeChange::RemoveRow(9));
        assert_eq!((table.columns.len(), shape(&table)), (2, vec![2, 2, 2]));
    }

    #[test]
    fn a_table_stays_within_the_limits() {
        let mut table = ReadTable::blank();
        for _ in 0..100 {
            table.reshape(ShapeChange::InsertRow(0));
            table.reshape(ShapeChange::InsertColumn(0));
        }
        assert_eq!((table.rows.len(), table.columns.len()), (MAX_ROWS, MAX_COLUMNS));
    }
}
