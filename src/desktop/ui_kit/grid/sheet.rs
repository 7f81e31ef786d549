//! What makes a table to fill a spreadsheet: the names of its cells, and how the texts typed in
//! them point at one another. The caller knows formulas; here they are texts and places.

use std::fmt::Debug;
use std::ops::Range;

/// A rectangle of cells, corners included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GridBlock {
    /// Row and column of the corner nearest the first cell of the table.
    pub first: (usize, usize),
    /// Row and column of the opposite corner.
    pub last: (usize, usize),
}

impl GridBlock {
    /// The rectangle between two cells, in any order.
    pub fn between(one: (usize, usize), other: (usize, usize)) -> Self {
        Self {
            first: (one.0.min(other.0), one.1.min(other.1)),
            last: (one.0.max(other.0), one.1.max(other.1)),
        }
    }

    /// Whether a cell is in it.
    pub fn contains(self, (row, column): (usize, usize)) -> bool {
        let (rows, columns) = (self.first.0..=self.last.0, self.first.1..=self.last.1);
        rows.contains(&row) && columns.contains(&column)
    }

    /// Whether it is one cell.
    pub fn is_single(self) -> bool {
        self.first == self.last
    }
}

/// What pointing at another cell does to the text being typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pointing {
    /// Nothing: the other cell is chosen.
    Refused,
    /// Its name is written at the caret, where one is awaited.
    Writes,
    /// Its name takes the place of the one that ends at the caret.
    Replaces,
}

/// The texts of a spreadsheet. Every caret is a place in bytes.
pub trait SheetText: Debug {
    /// Letters of a column: « B ».
    fn column_name(&self, column: usize) -> String;

    /// Name of a block: « B3 », « B3:D9 ».
    fn block_name(&self, block: GridBlock) -> String;

    /// What pointing at another cell does.
    fn pointing(&self, text: &str, caret: usize) -> Pointing;

    /// The text and the caret once a block is pointed at.
    fn pointed(&self, text: &str, caret: usize, block: GridBlock) -> (String, usize);

    /// The text and the caret after F4: what moves when the text is copied, and what does not.
    fn held(&self, text: &str, caret: usize) -> Option<(String, usize)>;

    /// The names of cells that a text holds: where they are, in bytes, and the cells.
    fn references(&self, text: &str) -> Vec<(Range<usize>, Option<GridBlock>)>;
}

/// What makes a table to fill a spreadsheet.
#[derive(Debug, Clone, Copy)]
pub struct GridSheet<'text> {
    /// Its texts.
    pub text: &'text dyn SheetText,
    /// Longest text of a cell, in characters.
    pub limit: usize,
    /// Whether something can be undone.
    pub can_undo: bool,
    /// Whether something undone can be done again.
    pub can_redo: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_lies_between_two_cells_in_any_order() {
        let block = GridBlock::between((4, 1), (2, 3));
        assert_eq!((block.first, block.last), ((2, 1), (4, 3)));
        assert!(block.contains((3, 2)) && !block.contains((3, 4)) && !block.contains((5, 2)));
        assert!(!block.is_single() && GridBlock::between((1, 1), (1, 1)).is_single());
    }
}
