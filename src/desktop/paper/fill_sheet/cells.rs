//! The cells of a table to fill, as the grid shows and writes them.

use super::super::fr;
use super::memory::{Memory, Writes};
use super::rows::RowKind;
use super::words::problem_words;
use crate::desktop::ui_kit::{CellTint, GridCell, GridSource, Icon, State};
use crate::domain::case_study::{CellPosition, SubjectCell};
use crate::spreadsheet::is_formula;

/// A table being filled: what is written in this frame is kept aside for the caller.
pub(super) struct Filling<'a> {
    memory: &'a Memory,
    /// What is written in this frame.
    pub(super) written: Writes,
}

impl<'a> Filling<'a> {
    /// Nothing is written yet.
    pub(super) fn new(memory: &'a Memory) -> Self {
        Self { memory, written: Writes::new() }
    }

    /// What is typed in a cell.
    fn typed(&self, at: CellPosition) -> &str {
        let fresh = self.written.iter().rev().find(|(place, _)| *place == at);
        fresh.map_or_else(|| self.memory.sheet().typed(at), |(_, text)| text.as_str())
    }

    /// The name of a row, with a lock when all its cells are given.
    fn head(&self, row: usize, text: &str) -> GridCell {
        let head = GridCell::head(fr(text));
        if self.memory.row(row) == RowKind::Locked { head.icon(Icon::Lock) } else { head }
    }

    /// A cell to fill: the value of its formula, or its text.
    fn asked(&self, at: CellPosition) -> GridCell {
        let (sheet, typed) = (self.memory.sheet(), self.typed(at));
        if !is_formula(typed) {
            return GridCell::editable(typed);
        }
        let cell = GridCell::editable(sheet.shown(at));
        if let Some(problem) = sheet.problem(at) {
            return cell.tint(CellTint::State(State::Wrong)).described(fr(&problem_words(problem)));
        }
        cell.described(fr(&format!("Résultat : {}.", sheet.shown(at))))
    }
}

impl GridSource for Filling<'_> {
    fn cell(&self, row: usize, column: usize) -> GridCell {
        let at = CellPosition { row, column };
        let cell = self.memory.form().cell(at);
        if self.memory.row(row) == RowKind::Group {
            return match cell {
                Some(SubjectCell::Given(text)) => GridCell::group(fr(text)),
                _ => GridCell::group(""),
            };
        }
        match cell {
            Some(SubjectCell::Given(text)) if column == 0 => self.head(row, text),
            Some(SubjectCell::Given(text)) => GridCell::given(fr(text)),
            Some(SubjectCell::Blocked) | None => GridCell::blocked(),
            Some(_) => self.asked(at),
        }
    }

    fn source(&self, row: usize, column: usize) -> String {
        let at = CellPosition { row, column };
        match self.memory.form().cell(at) {
            Some(SubjectCell::Given(text)) => fr(text),
            _ => self.typed(at).to_owned(),
        }
    }

    fn write(&mut self, row: usize, column: usize, text: &str) {
        self.written.push((CellPosition { row, column }, text.to_owned()));
    }

    fn name_end(&self, row: usize, column: usize) -> Option<String> {
        let at = CellPosition { row, column };
        let typed = self.typed(at).trim();
        let is_asked = self.memory.form().cell(at).is_some_and(SubjectCell::is_asked);
        Some(if is_asked && is_formula(typed) {
            format!("{}, formule {typed}", at.reference())
        } else {
            at.reference()
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::example::table;
    use super::*;
    use crate::desktop::ui_kit::CellKind;
    use crate::domain::answers::{AnswerValue, CellAnswer};

    fn memory(cells: &[(&str, &str)]) -> Memory {
        let form = table();
        let mut memory = Memory::new(&form);
        let cell = |text: &str| CellAnswer { typed: text.to_owned(), ..CellAnswer::default() };
        let cells: BTreeMap<String, CellAnswer> =
            cells.iter().map(|(at, text)| ((*at).to_owned(), cell(text))).collect();
        memory.take_in(&form, Some(&AnswerValue::Table { cells }));
        memory
    }

    #[test]
    fn a_cell_shows_the_value_of_its_formula_and_is_edited_as_typed() {
        let memory = memory(&[("B2", "=B1*2"), ("C2", "=1/0"), ("B3", "12,5")]);
        let filling = Filling::new(&memory);
        assert_eq!(filling.cell(1, 1).text, "50");
        assert_eq!(filling.source(1, 1), "=B1*2");
        assert_eq!(filling.name_end(1, 1).as_deref(), Some("B2, formule =B1*2"));
        let wrong = filling.cell(1, 2);
        assert_eq!(wrong.text, "#DIV/0!");
        assert!(wrong.description.expect("words").contains("division par zéro"));
        assert_eq!(filling.cell(2, 1).text, "12,5");
        assert_eq!(filling.name_end(2, 1).as_deref(), Some("B3"));
    }

    #[test]
    fn given_rows_show_a_lock_and_blocked_cells_a_line() {
        let memory = memory(&[]);
        let filling = Filling::new(&memory);
        assert_eq!(filling.cell(0, 0).icon, Some(Icon::Lock));
        assert_eq!(filling.cell(1, 0).icon, None);
        assert_eq!(filling.cell(0, 1).kind, CellKind::Given);
        assert_eq!(filling.cell(3, 2).kind, CellKind::Blocked);
    }

    #[test]
    fn what_was_just_written_shows_at_once() {
        let memory = memory(&[("B3", "1")]);
        let mut filling = Filling::new(&memory);
        filling.write(2, 1, "27");
        assert_eq!(filling.cell(2, 1).text, "27");
        assert_eq!(filling.written.len(), 1);
    }
}
