//! Answers and times of a copy as YAML values, for scripts.

use serde_yaml::{Mapping, Value};

use crate::domain::answers::{AnswerSheet, AnswerValue, CellAnswer};
use crate::domain::exam::{ClosedBy, Interruption};

/// The answers by question: the text as typed, the options ticked, or the cells of a table; a cell
/// with a formula says its formula and its value.
pub(super) fn answers_of(sheet: &AnswerSheet) -> Mapping {
    let answers = sheet.answers.iter().filter(|(_, answer)| !answer.value.is_blank());
    answers.map(|(id, answer)| (id.as_str().into(), value(&answer.value))).collect()
}

fn value(value: &AnswerValue) -> Value {
    match value {
        AnswerValue::Text { text } => text.as_str().into(),
        AnswerValue::Number(number) => number.typed.as_str().into(),
        AnswerValue::Choice { selected } => {
            selected.iter().map(|option| Value::from(option.as_str())).collect()
        }
        AnswerValue::Table { cells } => {
            let cells = cells.iter();
            let cells: Mapping =
                cells.map(|(place, answer)| (place.as_str().into(), cell(answer))).collect();
            cells.into()
        }
    }
}

fn cell(answer: &CellAnswer) -> Value {
    let Some(formula) = answer.formula() else { return answer.typed.as_str().into() };
    let mut both = Mapping::new();
    both.insert("formula".into(), formula.into());
    both.insert("value".into(), answer.shown().into());
    both.into()
}

/// The time granted, used and left, in seconds, and the interruptions.
pub(super) fn time_of(sheet: &AnswerSheet) -> Mapping {
    let ledger = &sheet.ledger;
    let mut time = Mapping::new();
    let mut put = |name: &str, value: Value| time.insert(name.into(), value);
    let allowance = ledger.allowance();
    put("paper_seconds", (u64::from(allowance.minutes) * 60).into());
    put("extra_seconds", allowance.extra_seconds().into());
    put("granted_seconds", (ledger.granted() / 1000).into());
    if let Some(start) = sheet.started_at() {
        put("started_at", start.to_rfc3339().into());
    }
    if let Some(latest) = ledger.latest() {
        put("used_seconds", (ledger.used(latest) / 1000).into());
        put("remaining_seconds", (ledger.remaining(latest) / 1000).into());
        put("latest_end", ledger.ends_at(latest).to_rfc3339().into());
    }
    if let Some((at, by)) = ledger.closed() {
        put("closed_at", at.wall.to_rfc3339().into());
        put("closed_by", closed_by(by).into());
    }
    let interruptions: Vec<Value> = ledger.interruptions().iter().map(interruption).collect();
    put("interruptions", interruptions.into());
    time
}

fn interruption(interruption: &Interruption) -> Value {
    let mut found = Mapping::new();
    found.insert("cause".into(), interruption.cause.label().into());
    if !interruption.reason.is_empty() {
        found.insert("reason".into(), interruption.reason.as_str().into());
    }
    found.insert("from".into(), interruption.from.to_rfc3339().into());
    if let Some(milliseconds) = interruption.milliseconds {
        found.insert("seconds".into(), (milliseconds / 1000).into());
    }
    found.insert("given_back".into(), interruption.given_back.into());
    found.into()
}

const fn closed_by(by: ClosedBy) -> &'static str {
    match by {
        ClosedBy::Candidate => "candidate",
        ClosedBy::Time => "time",
        ClosedBy::Invigilator => "invigilator",
    }
}
