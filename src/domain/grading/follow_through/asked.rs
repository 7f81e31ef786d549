//! The cells of the calculations that questions ask for, each with its key and its answer.

use std::collections::{BTreeMap, HashMap};

use super::CellPlace;
use crate::domain::answers::{AnswerSheet, AnswerValue, CellAnswer};
use crate::domain::case_study::{
    AskedValue, Cell, CellPosition, ComputedQuestion, Question, QuestionKind, SolvedCase,
    TableForm, WorksheetForm,
};
use crate::domain::planning::workbook::GlobalCell;

/// What a cell of the workbook is asked as.
pub(super) struct Asked<'a> {
    /// Where it stands.
    pub(super) place: CellPlace,
    /// Key of its row; empty for a number.
    pub(super) row: &'a str,
    /// Key of its column; empty for a number.
    pub(super) column: &'a str,
    /// How the question shows and marks its cells.
    pub(super) form: &'a WorksheetForm,
    /// The table it stands in.
    pub(super) table: &'a TableForm,
    /// Its key.
    pub(super) key: &'a AskedValue,
    /// What the candidate wrote, if anything.
    pub(super) answer: Option<&'a CellAnswer>,
}

/// Number questions seen as tables of one cell.
pub(super) struct NumberTables {
    tables: BTreeMap<String, (TableForm, AskedValue, Option<CellAnswer>)>,
    form: WorksheetForm,
}

impl NumberTables {
    /// The number questions whose key is a cell of the calculations.
    pub(super) fn of(solved: &SolvedCase, sheet: &AnswerSheet) -> Self {
        let mut tables = BTreeMap::new();
        for question in solved.case.questions() {
            let QuestionKind::Number { key, tolerance, .. } = &question.answer else { continue };
            if !matches!(solved.computed.get(&question.id), Some(ComputedQuestion::Number(_))) {
                continue;
            }
            let asked = AskedValue::Number { key: *key, tolerance: None };
            let table = TableForm {
                rows: vec![vec![Cell::Asked(asked.clone())]],
                tolerance: *tolerance,
                ..TableForm::default()
            };
            let answer = match sheet.value(&question.id) {
                Some(AnswerValue::Number(number)) => Some(CellAnswer {
                    typed: number.typed.clone(),
                    number: number.value,
                    date: None,
                    result: None,
                }),
                _ => None,
            };
            tables.insert(question.id.to_string(), (table, asked, answer));
        }
        Self { tables, form: WorksheetForm::default() }
    }
}

/// Every cell of the calculations that a question asks for, with what was answered.
pub(super) fn asked_cells<'a>(
    solved: &'a SolvedCase,
    sheet: &'a AnswerSheet,
    numbers: &'a NumberTables,
) -> HashMap<GlobalCell, Asked<'a>> {
    let mut found = HashMap::new();
    for question in solved.case.questions() {
        match solved.computed.get(&question.id) {
            Some(ComputedQuestion::Worksheet { form, cells }) => {
                let QuestionKind::Table(table) = &question.answer else { continue };
                let value = sheet.value(&question.id);
                for (at, cell) in cells {
                    let Some(Cell::Asked(key)) = table.cell(*at) else { continue };
                    found.entry(cell.at).or_insert(Asked {
                        place: (question.id.clone(), *at),
                        row: &cell.row,
                        column: &cell.column,
                        form,
                        table,
                        key,
                        answer: value.and_then(|value| value.cell(*at)),
                    });
                }
            }
            Some(ComputedQuestion::Number(at)) => {
                if let Some((table, key, answer)) = numbers.tables.get(question.id.as_str()) {
                    found.entry(*at).or_insert(Asked {
                        place: number_place(question),
                        row: "",
                        column: "",
                        form: &numbers.form,
                        table,
                        key,
                        answer: answer.as_ref(),
                    });
                }
            }
            _ => {}
        }
    }
    found
}

fn number_place(question: &Question) -> CellPlace {
    (question.id.clone(), CellPosition { row: 0, column: 0 })
}
