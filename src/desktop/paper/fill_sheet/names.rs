//! How the spreadsheet of `ui_kit` understands our formulas: names of cells, pointing, dollars.

use std::ops::Range;

use crate::desktop::ui_kit::{GridBlock, Pointing, SheetText};
use crate::domain::case_study::CellPosition;
use crate::spreadsheet::{
    Area, TableSize, accepts_reference, cycle_absolute, insert_reference, references,
};

/// The names of the cells of a table, and what formulas do with them.
#[derive(Debug, Clone, Copy)]
pub(super) struct CellNames {
    /// Size of the table.
    pub(super) size: TableSize,
}

/// A cell of the grid as a cell of the table.
pub(super) fn position((row, column): (usize, usize)) -> CellPosition {
    CellPosition { row, column }
}

/// A block of the grid as an area of the table.
pub(super) fn area(block: GridBlock) -> Area {
    Area::new(position(block.first), position(block.last))
}

/// An area of the table as a block of the grid.
pub(super) fn block(area: Area) -> GridBlock {
    let place = |at: CellPosition| (at.row, at.column);
    GridBlock::between(place(area.first()), place(area.last()))
}

impl SheetText for CellNames {
    fn column_name(&self, column: usize) -> String {
        let first = CellPosition { row: 0, column }.reference();
        first.trim_end_matches(|character: char| character.is_ascii_digit()).to_owned()
    }

    fn block_name(&self, block: GridBlock) -> String {
        area(block).to_string()
    }

    fn pointing(&self, text: &str, caret: usize) -> Pointing {
        if !accepts_reference(text, caret) {
            Pointing::Refused
        } else if references(text).iter().any(|(place, _)| place.end == caret) {
            Pointing::Replaces
        } else {
            Pointing::Writes
        }
    }

    fn pointed(&self, text: &str, caret: usize, block: GridBlock) -> (String, usize) {
        insert_reference(text, caret, &self.block_name(block))
    }

    fn held(&self, text: &str, caret: usize) -> Option<(String, usize)> {
        cycle_absolute(text, caret)
    }

    fn references(&self, text: &str) -> Vec<(Range<usize>, Option<GridBlock>)> {
        references(text)
            .into_iter()
            .map(|(place, pointed)| (place, pointed.area(self.size).map(block)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: CellNames = CellNames { size: TableSize { rows: 15, columns: 10 } };

    #[test]
    fn cells_and_blocks_are_named_as_in_a_spreadsheet() {
        assert_eq!(NAMES.column_name(6), "G");
        assert_eq!(NAMES.column_name(27), "AB");
        assert_eq!(NAMES.block_name(GridBlock::between((12, 6), (12, 6))), "G13");
        assert_eq!(NAMES.block_name(GridBlock::between((3, 2), (1, 1))), "B2:C4");
    }

    #[test]
    fn pointing_writes_replaces_or_is_refused() {
        assert_eq!(NAMES.pointing("=1+", 3), Pointing::Writes);
        assert_eq!(NAMES.pointing("=1+B2", 5), Pointing::Replaces);
        assert_eq!(NAMES.pointing("12", 2), Pointing::Refused);
        let block = GridBlock::between((1, 1), (3, 1));
        assert_eq!(NAMES.pointed("=SOMME(", 7, block), ("=SOMME(B2:B4".to_owned(), 12));
        assert_eq!(NAMES.held("=B2", 3), Some(("=$B$2".to_owned(), 5)));
    }

    #[test]
    fn the_cells_of_a_formula_are_found_inside_the_table() {
        let found = NAMES.references("=G10+SOMME(B:B)+Z99");
        let blocks: Vec<Option<GridBlock>> = found.iter().map(|(_, block)| *block).collect();
        let column = GridBlock::between((0, 1), (14, 1));
        assert_eq!(blocks, [Some(GridBlock::between((9, 6), (9, 6))), Some(column), None]);
        assert_eq!(found.first().map(|(place, _)| place.clone()), Some(1..4));
    }
}
