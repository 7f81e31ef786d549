//! Values of answers: always the text as typed, and what was understood of it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::domain::case_study::{AnswerForm, CellPosition, SubjectCell};
use crate::domain::french::{parse_date, parse_number, parse_with_unit};
use crate::domain::identifier::OptionId;

/// A number as typed and as understood.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypedNumber {
    /// The text as typed.
    pub typed: String,
    /// The number understood, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
}

/// A cell as typed and as understood.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellAnswer {
    /// The text as typed.
    pub typed: String,
    /// The number understood, in a number cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Decimal>,
    /// The date understood, in a date cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// The value of the formula typed, as text; `None` when it is no formula.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
}

/// Value of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum AnswerValue {
    /// Long or short text.
    Text {
        /// The text as typed.
        text: String,
    },
    /// A number.
    Number(TypedNumber),
    /// Ticked options.
    Choice {
        /// The options ticked.
        selected: BTreeSet<OptionId>,
    },
    /// Cells of a table by reference ("B3"); blank cells are absent.
    Table {
        /// The cells.
        cells: BTreeMap<String, CellAnswer>,
    },
}

impl AnswerValue {
    /// The empty value of a form.
    pub fn blank(form: &AnswerForm) -> Self {
        match form {
            AnswerForm::LongText { .. } | AnswerForm::ShortText {} => {
                Self::Text { text: String::new() }
            }
            AnswerForm::Number { .. } => Self::Number(TypedNumber::default()),
            AnswerForm::Choice { .. } => Self::Choice { selected: BTreeSet::new() },
            AnswerForm::Table(_) => Self::Table { cells: BTreeMap::new() },
        }
    }

    /// The formulas typed in the cells of a table, by reference, in reading order.
    pub fn formulas(&self) -> Vec<(String, &str)> {
        let Self::Table { cells } = self else { return Vec::new() };
        let mut found: Vec<_> = cells
            .iter()
            .filter_map(|(reference, cell)| {
                Some((CellPosition::from_reference(reference)?, reference, cell.formula()?))
            })
            .collect();
        found.sort_by_key(|(at, ..)| (at.row, at.column));
        found.into_iter().map(|(_, reference, formula)| (reference.clone(), formula)).collect()
    }

    /// Whether the value is of the kind that the form asks for.
    pub const fn fits(&self, form: &AnswerForm) -> bool {
        matches!(
            (self, form),
            (Self::Text { .. }, AnswerForm::LongText { .. } | AnswerForm::ShortText {})
                | (Self::Number(_), AnswerForm::Number { .. })
                | (Self::Choice { .. }, AnswerForm::Choice { .. })
                | (Self::Table { .. }, AnswerForm::Table(_))
        )
    }

    /// Whether nothing was written.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Text { text } => text.trim().is_empty(),
            Self::Number(number) => number.typed.trim().is_empty(),
            Self::Choice { selected } => selected.is_empty(),
            Self::Table { cells } => cells.values().all(|cell| cell.typed.trim().is_empty()),
        }
    }

    /// What was written in a cell.
    pub fn cell(&self, at: CellPosition) -> Option<&CellAnswer> {
        match self {
            Self::Table { cells } => cells.get(&at.reference()),
            _ => None,
        }
    }
}

impl TypedNumber {
    /// Keeps the text and understands it, unit allowed.
    pub fn read(typed: &str, unit: &str) -> Self {
        Self { typed: typed.to_owned(), value: parse_with_unit(typed, unit).ok() }
    }
}

impl CellAnswer {
    /// Keeps the text and understands it as the cell asks.
    pub fn read(typed: &str, cell: &SubjectCell) -> Self {
        Self {
            typed: typed.to_owned(),
            number: matches!(cell, SubjectCell::Number).then(|| parse_number(typed).ok()).flatten(),
            date: matches!(cell, SubjectCell::Date).then(|| parse_date(typed)).flatten(),
            result: None,
        }
    }

    /// Keeps a formula beside the value that it gives; the value is what the cell means.
    pub fn computed(typed: &str, result: &str, cell: &SubjectCell) -> Self {
        let result = result.to_owned();
        Self { typed: typed.to_owned(), result: Some(result.clone()), ..Self::read(&result, cell) }
    }

    /// What the cell shows: the value of a formula, the text as typed otherwise.
    pub fn shown(&self) -> &str {
        self.result.as_deref().unwrap_or(&self.typed)
    }

    /// The formula typed, when there is one.
    pub fn formula(&self) -> Option<&str> {
        self.result.as_ref().map(|_| self.typed.as_str())
    }

    /// Whether something was typed that the cell cannot mean.
    pub fn is_unreadable(&self, cell: &SubjectCell) -> bool {
        let typed = !self.typed.trim().is_empty();
        match cell {
            SubjectCell::Number => typed && self.number.is_none(),
            SubjectCell::Date => typed && self.date.is_none(),
            _ => false,
        }
    }
}
