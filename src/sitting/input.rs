//! What a candidate does in a question, and the change of the answers that it makes.

use std::collections::BTreeMap;

use super::tables::TableFormulas;
use crate::domain::answers::{AnswerSheet, Change, WriteError};
use crate::domain::case_study::{AnswerForm, CellPosition, Subject, SubjectCell, SubjectQuestion};
use crate::domain::identifier::{OptionId, QuestionId};

/// What a candidate does in a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// The whole text of a text or number answer.
    Text(String),
    /// An option ticked or unticked.
    Tick(OptionId, bool),
    /// Cells written; several after a paste.
    Cells(Vec<(CellPosition, String)>),
    /// The mark « à revoir ».
    Review(bool),
}

/// Tables whose formulas are computed, by question.
pub(super) type Tables = BTreeMap<QuestionId, TableFormulas>;

/// The change that an input makes, formulas computed.
///
/// # Errors
/// When the subject has no such question, or a cell is not one to fill.
pub(super) fn change_of(
    subject: &Subject,
    sheet: &AnswerSheet,
    tables: &mut Tables,
    question: &QuestionId,
    input: Input,
) -> Result<Change, WriteError> {
    let known = subject.questions().find(|known| &known.id == question);
    let known = known.ok_or(WriteError::WrongKind)?;
    let q = question.clone();
    Ok(match input {
        Input::Text(after) => Change::text(sheet, question, &after),
        Input::Tick(option, ticked) => Change::Tick { q, option, ticked },
        Input::Review(marked) => Change::Review { q, marked },
        Input::Cells(cells) => cells_change(sheet, tables, known, &cells)?,
    })
}

fn cells_change(
    sheet: &AnswerSheet,
    tables: &mut Tables,
    question: &SubjectQuestion,
    cells: &[(CellPosition, String)],
) -> Result<Change, WriteError> {
    let AnswerForm::Table(form) = &question.form else { return Err(WriteError::WrongKind) };
    let asked = |at: CellPosition| form.cell(at).is_some_and(SubjectCell::is_asked);
    if !cells.iter().all(|(at, _)| asked(*at)) {
        return Err(WriteError::WrongKind);
    }
    let table =
        tables.entry(question.id.clone()).or_insert_with(|| match sheet.value(&question.id) {
            Some(value) => TableFormulas::of(form, value),
            None => TableFormulas::new(form),
        });
    Ok(Change::Cells { q: question.id.clone(), cells: table.write(cells) })
}
