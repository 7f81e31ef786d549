//! What the answer of a table is worth telling: what is left to fill, what cannot be read, what
//! cannot be computed, how long the values are.

use crate::domain::answers::CellAnswer;
use crate::domain::case_study::{CellPosition, SubjectTable};
use crate::spreadsheet::{Sheet, SheetProblem, is_formula};

/// What is worth telling.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Facts {
    /// Number of cells to fill.
    pub(super) asked: usize,
    /// Number of those that are filled.
    pub(super) filled: usize,
    /// Texts that are neither the number nor the date asked.
    pub(super) unreadable: Vec<(CellPosition, String)>,
    /// Formulas without value, row by row.
    pub(super) problems: Vec<(CellPosition, SheetProblem)>,
}

impl Facts {
    /// Reads the facts of a table.
    pub(super) fn read(form: &SubjectTable, sheet: &Sheet) -> Self {
        let mut facts = Self::default();
        for at in form.asked() {
            facts.asked += 1;
            let text = sheet.typed(at);
            if text.trim().is_empty() {
                continue;
            }
            facts.filled += 1;
            if let Some(problem) = sheet.problem(at) {
                facts.problems.push((at, problem.clone()));
            } else if is_unreadable(form, sheet, at) {
                facts.unreadable.push((at, sheet.shown(at)));
            }
        }
        facts
    }

    /// Number of cells left to fill.
    pub(super) const fn left(&self) -> usize {
        self.asked.saturating_sub(self.filled)
    }
}

fn is_unreadable(form: &SubjectTable, sheet: &Sheet, at: CellPosition) -> bool {
    let text = sheet.typed(at);
    form.cell(at).is_some_and(|cell| {
        let answer = match sheet.result(at).filter(|_| is_formula(text)) {
            Some(result) => CellAnswer::computed(text, &result, cell),
            None => CellAnswer::read(text, cell),
        };
        answer.is_unreadable(cell)
    })
}

/// For each column, the length of the longest value; what is being typed does not count.
pub(super) fn longest_values(
    form: &SubjectTable,
    sheet: &Sheet,
    typing: Option<CellPosition>,
) -> Vec<usize> {
    let mut longest = vec![0; form.columns.len()];
    for at in form.asked().filter(|at| Some(*at) != typing && sheet.problem(*at).is_none()) {
        if let Some(longest) = longest.get_mut(at.column) {
            *longest = sheet.shown(at).chars().count().max(*longest);
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::super::example::{at, table, written};
    use super::*;

    #[test]
    fn what_is_left_and_what_is_wrong_is_found() {
        let form = table();
        let sheet = written(&form, &[("B2", "=B1*2"), ("C2", "douze"), ("C3", "=B2/0")]);
        let facts = Facts::read(&form, &sheet);
        assert_eq!((facts.asked, facts.filled, facts.left()), (5, 3, 2));
        assert_eq!(facts.unreadable, [(at("C2"), "douze".to_owned())]);
        assert_eq!(facts.problems, [(at("C3"), SheetProblem::DivisionByZero)]);
    }

    #[test]
    fn a_formula_that_gives_a_text_in_a_number_cell_cannot_be_read() {
        let form = table();
        let sheet = written(&form, &[("B2", "=\"oui\"")]);
        assert_eq!(Facts::read(&form, &sheet).unreadable, [(at("B2"), "oui".to_owned())]);
    }

    #[test]
    fn what_is_being_typed_does_not_widen_its_column() {
        let form = table();
        let sheet = written(&form, &[("B2", "1250000"), ("C2", "12")]);
        assert_eq!(longest_values(&form, &sheet, None), [0, 7, 2]);
        assert_eq!(longest_values(&form, &sheet, Some(at("B2"))), [0, 0, 2]);
    }
}
