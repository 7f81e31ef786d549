//! Where the cells of a table come from.

use super::cell::GridCell;

/// Where the cells of a table come from, and where what is typed goes.
pub trait GridSource {
    /// The cell of this row and column.
    fn cell(&self, row: usize, column: usize) -> GridCell;

    /// What the editor starts from (a formula); by default what the cell shows.
    fn source(&self, row: usize, column: usize) -> String {
        self.cell(row, column).text
    }

    /// Takes what is being typed, at each change.
    fn write(&mut self, row: usize, column: usize, text: &str);

    /// Height of a row, where it is not the height of the table.
    fn row_height(&self, _row: usize) -> Option<f32> {
        None
    }

    /// What ends the accessible name of a cell: « G13, formule =F12+1 ».
    fn name_end(&self, _row: usize, _column: usize) -> Option<String> {
        None
    }

    /// Accessible name of a cell, where « ligne 3, Besoins nets, colonne S41 » does not suit.
    fn name(&self, _row: usize, _column: usize) -> Option<String> {
        None
    }
}

/// Cells that can only be read.
pub(super) struct ReadOnly<F>(pub(super) F);

impl<F: Fn(usize, usize) -> GridCell> GridSource for ReadOnly<F> {
    fn cell(&self, row: usize, column: usize) -> GridCell {
        (self.0)(row, column)
    }

    fn write(&mut self, _row: usize, _column: usize, _text: &str) {}
}
