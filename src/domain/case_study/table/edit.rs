//! Changes of a table to fill, as its author makes them.

use super::{Align, Cell, CellPosition, Column, MAX_COLUMNS, MAX_ROWS, TableForm};

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

impl TableForm {
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
