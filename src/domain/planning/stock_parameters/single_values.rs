//! A sheet of single values: one column named « valeur », one row a value.

use crate::domain::planning::worksheet::{CellId, Formula, RowHead, Value, Worksheet};

/// A sheet of single values being filled.
pub(super) struct ValueSheet {
    sheet: Worksheet,
    column: usize,
    group: String,
}

impl ValueSheet {
    /// An empty sheet with its column.
    pub(super) fn new(title: &str) -> Self {
        let mut sheet = Worksheet::new(title);
        let column = sheet.column("valeur", "Valeur");
        Self { sheet, column, group: String::new() }
    }

    /// Puts the next rows in a group.
    pub(super) fn group(&mut self, group: impl Into<String>) {
        self.group = group.into();
    }

    /// A value written by the author.
    pub(super) fn given(&mut self, head: RowHead, value: impl Into<Value>) -> CellId {
        let row = self.sheet.row(head.group(&*self.group));
        self.sheet.given(row, self.column, value)
    }

    /// A value computed.
    pub(super) fn computed(&mut self, head: RowHead, formula: impl Into<Formula>) -> CellId {
        let row = self.sheet.row(head.group(&*self.group));
        self.sheet.computed(row, self.column, formula)
    }

    /// The sheet.
    pub(super) fn finish(self) -> Worksheet {
        self.sheet
    }
}
