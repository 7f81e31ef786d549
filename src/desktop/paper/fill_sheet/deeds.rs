//! What the keys and the clipboard write in a table to fill. Given and blocked cells never change.

use super::memory::Writes;
use crate::domain::case_study::{CellPosition, SubjectCell, SubjectTable};
use crate::spreadsheet::{
    Area, CellWrite, MAX_FORMULA_CHARACTERS, Sheet, copy_text, fill_down, fill_right, paste, placed,
};

/// Longest text of a cell, in characters.
pub(super) const CELL_LIMIT: usize = MAX_FORMULA_CHARACTERS;

/// Cells as they are copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Copied {
    /// Their values, for any program.
    pub(super) text: String,
    /// Their texts as typed, for this table.
    pub(super) rows: Vec<Vec<String>>,
}

/// What is pasted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pasted<'a> {
    /// The text of the clipboard.
    pub(super) text: &'a str,
    /// The cells of this table that it came from, when it did; the corner where their references
    /// move with them.
    pub(super) cells: Option<(&'a [Vec<String>], Option<CellPosition>)>,
}

/// A table, for what is done in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table<'a> {
    pub(super) form: &'a SubjectTable,
    pub(super) sheet: &'a Sheet,
}

impl Table<'_> {
    /// Ctrl C.
    pub(super) fn copied(&self, area: Area) -> Copied {
        let (first, last) = (area.first(), area.last());
        let typed = |row, column| self.sheet.typed(CellPosition { row, column }).to_owned();
        let rows = (first.row..=last.row)
            .map(|row| (first.column..=last.column).map(|column| typed(row, column)).collect())
            .collect();
        Copied { text: copy_text(self.sheet, area), rows }
    }

    /// Delete.
    pub(super) fn cleared(&self, area: Area) -> Vec<CellWrite> {
        self.changes(area.positions().map(|at| (at, String::new())).collect())
    }

    /// Ctrl D: the first row of the block into the others; on one row, the row above.
    pub(super) fn filled_down(&self, area: Area) -> Vec<CellWrite> {
        let (first, last) = (area.first(), area.last());
        let one_row = first.row == last.row;
        let row = if one_row { first.row.saturating_sub(1) } else { first.row };
        let area = Area::new(CellPosition { row, ..first }, last);
        let mut writes = fill_down(area, |at| self.sheet.typed(at).to_owned());
        writes.retain(|(at, _)| self.is_source(CellPosition { row, ..*at }));
        self.changes(writes)
    }

    /// Ctrl R: the first column of the block into the others; on one column, the column before.
    pub(super) fn filled_right(&self, area: Area) -> Vec<CellWrite> {
        let (first, last) = (area.first(), area.last());
        let one_column = first.column == last.column;
        let column = if one_column { first.column.saturating_sub(1) } else { first.column };
        let area = Area::new(CellPosition { column, ..first }, last);
        let mut writes = fill_right(area, |at| self.sheet.typed(at).to_owned());
        writes.retain(|(at, _)| self.is_source(CellPosition { column, ..*at }));
        self.changes(writes)
    }

    /// Ctrl V from the first cell of the block on; one value fills the block. Also gives the cells
    /// that it covers.
    pub(super) fn pasted(&self, area: Area, pasted: Pasted<'_>) -> (Vec<CellWrite>, Area) {
        let foreign;
        let (rows, corner) = if let Some(known) = pasted.cells {
            known
        } else {
            foreign = trimmed(paste(pasted.text));
            (foreign.as_slice(), None)
        };
        let wide = rows.iter().map(Vec::len).max().unwrap_or_default();
        if rows.len() == 1 && wide == 1 {
            let writes = area.positions().flat_map(|at| placed(rows, at, corner)).collect();
            return (self.changes(writes), area);
        }
        let first = area.first();
        let size = self.sheet.size();
        let last = CellPosition {
            row: (first.row + rows.len()).min(size.rows).saturating_sub(1).max(first.row),
            column: (first.column + wide).min(size.columns).saturating_sub(1).max(first.column),
        };
        (self.changes(placed(rows, first, corner)), Area::new(first, last))
    }

    /// Whether a cell may be copied into others: a blank given cell would only empty them.
    fn is_source(&self, at: CellPosition) -> bool {
        match self.form.cell(at) {
            Some(SubjectCell::Given(text)) => !text.trim().is_empty(),
            Some(SubjectCell::Blocked) | None => false,
            Some(_) => true,
        }
    }

    /// What these writes change, in the cells to fill only.
    fn changes(&self, writes: Writes) -> Vec<CellWrite> {
        let asked = |at: CellPosition| self.form.cell(at).is_some_and(SubjectCell::is_asked);
        writes
            .into_iter()
            .filter(|(at, _)| asked(*at))
            .map(|(at, text)| {
                let after = text.chars().take(CELL_LIMIT).collect();
                CellWrite { at, before: self.sheet.typed(at).to_owned(), after }
            })
            .filter(|write: &CellWrite| write.before != write.after)
            .collect()
    }
}

/// Values of another program without the blanks around them.
fn trimmed(rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let trim = |text: String| text.trim().to_owned();
    rows.into_iter().map(|row| row.into_iter().map(trim).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::example::{at, table, written};
    use super::*;

    fn area(one: &str, other: &str) -> Area {
        Area::new(at(one), at(other))
    }

    fn said(writes: &[CellWrite]) -> Vec<String> {
        writes.iter().map(|write| format!("{}={}", write.at.reference(), write.after)).collect()
    }

    fn foreign(text: &str) -> Pasted<'_> {
        Pasted { text, cells: None }
    }

    #[test]
    fn a_block_is_copied_as_values_and_as_formulas() {
        let form = table();
        let sheet = written(&form, &[("B2", "=B1*2"), ("C2", "1 250,5")]);
        let copied = Table { form: &form, sheet: &sheet }.copied(area("B1", "C2"));
        assert_eq!(copied.text, "25\t30\n50\t1 250,5");
        assert_eq!(copied.rows, [["25", "30"], ["=B1*2", "1 250,5"]]);
    }

    #[test]
    fn formulas_filled_down_and_right_move_along() {
        let form = table();
        let sheet = written(&form, &[("B2", "=B1*2")]);
        let table = Table { form: &form, sheet: &sheet };
        assert_eq!(said(&table.filled_right(area("B2", "C2"))), ["C2==C1*2"]);
        assert_eq!(said(&table.filled_down(area("B2", "B3"))), ["B3==B2*2"]);
        assert_eq!(said(&table.filled_down(area("B3", "B3"))), ["B3==B2*2"], "the cell above");
        assert_eq!(said(&table.filled_right(area("C2", "C2"))), ["C2==C1*2"], "the cell before");
        assert!(table.filled_down(area("B1", "B1")).is_empty(), "given");
    }

    #[test]
    fn a_block_of_another_program_keeps_clear_of_given_cells() {
        let form = table();
        let sheet = written(&form, &[]);
        let table = Table { form: &form, sheet: &sheet };
        let (writes, covered) = table.pasted(area("B1", "B1"), foreign("7\t8\n 1 250,5 \t10\n"));
        assert_eq!(said(&writes), ["B2=1 250,5", "C2=10"]);
        assert_eq!(covered, area("B1", "C2"));
        let (writes, covered) = table.pasted(area("C3", "C3"), foreign("1\t2\n3\t4\n5\t6"));
        assert_eq!(said(&writes), ["C3=1"]);
        assert_eq!(covered, area("C3", "C4"));
    }

    #[test]
    fn one_value_fills_the_chosen_block() {
        let form = table();
        let sheet = written(&form, &[]);
        let table = Table { form: &form, sheet: &sheet };
        let (writes, _) = table.pasted(area("B2", "C3"), foreign("0"));
        assert_eq!(said(&writes), ["B2=0", "C2=0", "B3=0", "C3=0"]);
    }

    #[test]
    fn cells_of_this_table_are_pasted_with_their_formulas() {
        let form = table();
        let sheet = written(&form, &[("B2", "=B1*2")]);
        let table = Table { form: &form, sheet: &sheet };
        let rows = [vec!["=B1*2".to_owned()]];
        let copy = Pasted { text: "50", cells: Some((rows.as_slice(), Some(at("B2")))) };
        assert_eq!(said(&table.pasted(area("C3", "C3"), copy).0), ["C3==C2*2"]);
        let cut = Pasted { text: "50", cells: Some((rows.as_slice(), None)) };
        assert_eq!(said(&table.pasted(area("C3", "C3"), cut).0), ["C3==B1*2"]);
    }

    #[test]
    fn a_block_is_emptied_as_one_step() {
        let form = table();
        let sheet = written(&form, &[("B2", "1"), ("C3", "2")]);
        let writes = Table { form: &form, sheet: &sheet }.cleared(area("A1", "C4"));
        assert_eq!(said(&writes), ["B2=", "C3="]);
        assert_eq!(writes.first().map(|write| write.before.as_str()), Some("1"));
    }

    #[test]
    fn a_huge_text_is_cut() {
        let form = table();
        let sheet = written(&form, &[]);
        let table = Table { form: &form, sheet: &sheet };
        let long = "9".repeat(5_000);
        let (writes, _) = table.pasted(area("B2", "B2"), foreign(&long));
        assert_eq!(writes.first().map(|write| write.after.len()), Some(CELL_LIMIT));
    }
}
