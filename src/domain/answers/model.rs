//! The answers of a model copy: the keys written as a candidate would, and the model texts.

use std::collections::{BTreeMap, BTreeSet};

use super::{AnswerValue, CellAnswer, TypedNumber};
use crate::domain::case_study::{AskedValue, Cell, Question, QuestionKind, TableForm};
use crate::domain::french::{format_decimal, short_date};
use crate::domain::rich_text;

/// The right answer of a question, as a candidate would write it; `None` while a key is missing.
pub fn model_answer(question: &Question) -> Option<AnswerValue> {
    match &question.answer {
        QuestionKind::LongText { .. } | QuestionKind::ShortText {} => {
            let text = rich_text::plain_text(&rich_text::parse(&question.model_answer));
            Some(AnswerValue::Text { text })
        }
        QuestionKind::Number { key, .. } => {
            let key = (*key)?;
            let typed = format_decimal(key);
            Some(AnswerValue::Number(TypedNumber { typed, value: Some(key) }))
        }
        QuestionKind::Choice { options, .. } => {
            let selected: BTreeSet<_> =
                options.iter().filter(|option| option.correct).map(|o| o.id.clone()).collect();
            Some(AnswerValue::Choice { selected })
        }
        QuestionKind::Table(table) => model_table(table),
        // Computed: a solved case has a table instead.
        QuestionKind::Worksheet(_) | QuestionKind::Schedule(_) | QuestionKind::Assignment(_) => {
            None
        }
    }
}

fn model_table(table: &TableForm) -> Option<AnswerValue> {
    let mut cells = BTreeMap::new();
    for (at, asked) in table.asked() {
        cells.insert(at.reference(), model_cell(asked)?);
    }
    Some(AnswerValue::Table { cells })
}

/// The right content of a cell; `None` while its key is missing.
pub fn model_cell(asked: &AskedValue) -> Option<CellAnswer> {
    Some(match asked {
        AskedValue::Number { key, .. } => {
            let key = (*key)?;
            CellAnswer { typed: format_decimal(key), number: Some(key), date: None, result: None }
        }
        AskedValue::Text { accepted } => {
            CellAnswer { typed: accepted.first()?.clone(), number: None, date: None, result: None }
        }
        AskedValue::Date { key } => {
            let key = (*key)?;
            CellAnswer { typed: short_date(key), number: None, date: Some(key), result: None }
        }
    })
}

/// What the corrigé shows in a cell: the given text, or the key.
pub fn key_text(cell: &Cell) -> String {
    match cell {
        Cell::Given(text) => text.clone(),
        Cell::Blocked => String::new(),
        Cell::Asked(asked) => model_cell(asked).map(|answer| answer.typed).unwrap_or_default(),
    }
}
