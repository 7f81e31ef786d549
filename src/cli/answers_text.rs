//! Answers and times of a copy as YAML values, for scripts.

use serde_yaml::{Mapping, Value};

use crate::domain::answers::{AnswerSheet, AnswerValue, CellAnswer, Origin};
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

/// The time granted, used and left, in seconds, and the interruptions; for a copy typed in from
/// paper the time granted alone, since that of the typing says nothing of the candidate.
pub(super) fn time_of(sheet: &AnswerSheet) -> Mapping {
    let ledger = &sheet.ledger;
    let mut time = Mapping::new();
    let mut put = |name: &str, value: Value| time.insert(name.into(), value);
    let allowance = ledger.allowance();
    put("paper_seconds", (u64::from(allowance.minutes) * 60).into());
    put("extra_seconds", allowance.extra_seconds().into());
    put("granted_seconds", (ledger.granted() / 1000).into());
    if sheet.origin == Origin::Paper {
        return time;
    }
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

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::answers::samples;
    use crate::domain::exam::{Allowance, ExtraTime, Ledger, LedgerEntry, Moment, TimeEvent};

    #[test]
    fn a_copy_typed_in_from_paper_has_no_time_used() {
        let wall = DateTime::parse_from_rfc3339("2027-03-11T15:02:10+01:00").expect("a time");
        let mut ledger = Ledger::new(Allowance { minutes: 120, extra: ExtraTime::None });
        for (minute, event) in
            [(0, TimeEvent::Started), (3, TimeEvent::Closed { by: ClosedBy::Invigilator })]
        {
            let at = Moment::new(wall + chrono::TimeDelta::minutes(minute), 0);
            ledger.append(LedgerEntry { at, event });
        }
        let time = |origin| {
            let ledger = ledger.clone();
            time_of(&AnswerSheet { origin, ledger, ..samples::sheet() })
        };
        assert!(time(Origin::Screen).contains_key("used_seconds"));
        let paper = time(Origin::Paper);
        assert_eq!(paper.get("granted_seconds"), Some(&Value::from(7_200)));
        assert!(!paper.contains_key("used_seconds") && !paper.contains_key("closed_at"));
    }
}
