//! Where a candidate stands with each question.

use super::{AnswerSheet, AnswerValue};
use crate::domain::case_study::{AnswerForm, SubjectQuestion};

/// How far a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionStatus {
    /// Nothing written.
    Empty,
    /// A table with empty cells.
    Partial {
        /// Cells filled.
        filled: usize,
        /// Cells to fill.
        asked: usize,
    },
    /// Something that cannot be read as the number or date asked.
    Unreadable,
    /// Answered.
    Answered,
}

/// How far a question is answered on a sheet.
pub fn status_of(question: &SubjectQuestion, sheet: &AnswerSheet) -> QuestionStatus {
    let value = sheet.value(&question.id).filter(|value| !value.is_blank());
    let Some(value) = value else { return QuestionStatus::Empty };
    match (&question.form, value) {
        (AnswerForm::Number { .. }, AnswerValue::Number(number)) if number.value.is_none() => {
            QuestionStatus::Unreadable
        }
        (AnswerForm::Table(table), AnswerValue::Table { .. }) => {
            let asked = table.asked().count();
            let written = || {
                table.asked().filter_map(|at| {
                    let answer = value.cell(at)?;
                    (!answer.typed.trim().is_empty()).then_some((at, answer))
                })
            };
            let unreadable = written()
                .any(|(at, answer)| table.cell(at).is_some_and(|cell| answer.is_unreadable(cell)));
            let filled = written().count();
            if unreadable {
                QuestionStatus::Unreadable
            } else if filled < asked {
                QuestionStatus::Partial { filled, asked }
            } else {
                QuestionStatus::Answered
            }
        }
        _ => QuestionStatus::Answered,
    }
}

/// Number of words of a text.
pub fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}
