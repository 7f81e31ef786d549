//! Names of cells for people.

use super::{CellId, Worksheet};

impl Worksheet {
    /// Name of a cell for people: short name of its row and label of its column ("BN S40"), with
    /// the group when the sheet has several.
    pub fn name(&self, id: CellId) -> String {
        let Some(cell) = self.cell(id) else { return String::new() };
        let row = self.rows.get(cell.row);
        let column = self.columns.get(cell.column).map(|head| head.label.as_str());
        let short = row.map_or("", |head| head.short.as_str());
        let one_column = self.columns.len() < 2;
        let mut name = short.to_owned();
        if let Some(column) = column.filter(|label| !one_column && !label.is_empty()) {
            name = format!("{name} {column}");
        }
        name
    }

    /// Name of a cell with the group of its row ("PI30 BN S40").
    pub fn full_name(&self, id: CellId) -> String {
        let group = self.cell(id).and_then(|cell| self.rows.get(cell.row));
        let group = group.map_or("", |head| head.group.as_str());
        let code = group.split([' ', '\u{a0}']).next().unwrap_or_default();
        if code.is_empty() { self.name(id) } else { format!("{code} {}", self.name(id)) }
    }
}
