//! Cells whose value comes from another calculation.

use super::{CellContent, CellId, Value, Worksheet, WorksheetCell};

/// A cell of another calculation, by names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source {
    /// Identifier of the calculation ("pdp").
    pub calculation: String,
    /// Key of the row.
    pub row: String,
    /// Key of the column.
    pub column: String,
}

impl Worksheet {
    /// Adds a cell outside the table, whose value comes from another calculation.
    pub fn imported(&mut self, source: Source, value: Value) -> CellId {
        if let Some(known) = self.imports.get(&source) {
            return *known;
        }
        let id = CellId(self.cells.len());
        let content = CellContent::Given(value);
        self.cells.push(WorksheetCell { row: usize::MAX, column: usize::MAX, content });
        self.imports.insert(source.clone(), id);
        self.sources.insert(id, source);
        id
    }

    /// Says that a given cell takes its value from another calculation.
    pub fn link(&mut self, id: CellId, source: Source) {
        self.sources.insert(id, source);
    }

    /// Cells whose value comes from another calculation.
    pub fn sources(&self) -> impl Iterator<Item = (CellId, &Source)> {
        self.sources.iter().map(|(id, source)| (*id, source))
    }
}
