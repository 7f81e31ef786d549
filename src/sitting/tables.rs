//! The formulas that a candidate types in a table: what changes when a cell is written.

use std::collections::BTreeMap;

use crate::domain::answers::{AnswerValue, WrittenCell};
use crate::domain::case_study::{CellPosition, SubjectTable};
use crate::spreadsheet::Sheet;

/// A table with its formulas.
pub struct TableFormulas {
    sheet: Sheet,
    written: BTreeMap<CellPosition, WrittenCell>,
}

impl TableFormulas {
    /// An empty table.
    pub fn new(form: &SubjectTable) -> Self {
        Self { sheet: Sheet::new(form), written: BTreeMap::new() }
    }

    /// A table as its answer holds it.
    pub fn of(form: &SubjectTable, value: &AnswerValue) -> Self {
        let mut table = Self::new(form);
        if let AnswerValue::Table { cells } = value {
            let cells: Vec<(CellPosition, String)> = cells
                .iter()
                .filter_map(|(at, cell)| {
                    Some((CellPosition::from_reference(at)?, cell.typed.clone()))
                })
                .collect();
            table.write(&cells);
        }
        table
    }

    /// Writes cells; gives all the cells whose text or value changed, by reference.
    pub fn write(&mut self, cells: &[(CellPosition, String)]) -> BTreeMap<String, WrittenCell> {
        self.sheet.set_many(cells);
        for (at, typed) in cells {
            self.written.insert(*at, WrittenCell { typed: typed.clone(), result: None });
        }
        let mut changed = BTreeMap::new();
        for (at, known) in &mut self.written {
            let typed = known.typed.clone();
            let result = self.sheet.result(*at);
            let now = WrittenCell { typed, result };
            if *known != now || cells.iter().any(|(place, _)| place == at) {
                known.clone_from(&now);
                changed.insert(at.reference(), now);
            }
        }
        changed
    }

    /// The sheet, for what the screen shows.
    pub const fn sheet(&self) -> &Sheet {
        &self.sheet
    }
}
