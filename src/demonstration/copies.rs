//! The copies of the story: right, wrong, blank and oddly typed answers, from the keys of a case.

use chrono::{DateTime, FixedOffset, TimeDelta};
use fastrand::Rng;
use rust_decimal::Decimal;

use super::computed_answers::written_cells;
use super::people::Profile;
use crate::domain::answers::{
    AnswerSheet, AnswerValue, Origin, Sitting, WriteError, model_answer, model_cell,
};
use crate::domain::case_study::{
    AskedValue, ComputedQuestion, Question, QuestionKind, SolvedCase, Subject, SubjectQuestion,
};
use crate::domain::exam::{Accommodation, Allowance, Candidate, ClosedBy, Moment};
use crate::domain::french::format_decimal;

/// What a copy of the story is made of.
pub(super) struct Story<'a> {
    pub solved: &'a SolvedCase,
    pub subject: &'a Subject,
    pub fingerprint: &'a str,
    pub started_at: DateTime<FixedOffset>,
}

/// The handed-in copy of a candidate.
pub(super) fn copy(
    story: &Story<'_>,
    candidate: &Candidate,
    profile: &Profile,
    copy_id: &str,
    random: &mut Rng,
) -> Result<AnswerSheet, WriteError> {
    let granted = candidate.accommodation.as_ref();
    let allowance = Allowance {
        minutes: story.subject.duration_minutes,
        extra: granted.map(Accommodation::extra).unwrap_or_default(),
    };
    let sitting = Sitting {
        copy: copy_id.into(),
        candidate: candidate.id.clone(),
        seat: format!("salle 204, poste {}", 1 + random.u8(0..12)),
        allowance,
        subject_fingerprint: story.fingerprint.to_owned(),
    };
    let moment = |minute: i64| Moment {
        wall: story.started_at + TimeDelta::minutes(minute),
        running: u64::try_from(minute * 60_000).unwrap_or(0),
    };
    let mut sheet = AnswerSheet::begin(story.subject, sitting).started(moment(0));
    let mut minute = i64::from(story.subject.reading_minutes);
    let case = &story.solved.case;
    let count = case.questions().count();
    let reached = (count * usize::from(profile.reach)).div_ceil(100);
    let cells = written_cells(story.solved, profile.accuracy, random);
    for (question, form) in case.questions().zip(story.subject.questions()).take(reached) {
        minute += i64::from(question.minutes);
        let now = story.started_at + TimeDelta::minutes(minute);
        match story.solved.computed.get(&question.id) {
            Some(ComputedQuestion::Worksheet { cells: asked, .. }) => {
                for (place, cell) in asked {
                    if let Some(Some(typed)) = cells.get(&cell.at) {
                        sheet.write_cell(form, *place, typed, now)?;
                    }
                }
            }
            Some(ComputedQuestion::Number(at)) => {
                if let Some(Some(typed)) = cells.get(at) {
                    sheet.write_text(form, typed, now)?;
                }
            }
            _ => answer(&mut sheet, question, form, profile, random, now)?,
        }
    }
    if profile.paper {
        sheet.origin = Origin::Paper;
    }
    let whole = i64::try_from(allowance.seconds() / 60).unwrap_or(0);
    sheet.close(moment(whole - i64::from(random.u8(0..9))), ClosedBy::Candidate)?;
    Ok(sheet)
}

fn answer(
    sheet: &mut AnswerSheet,
    question: &Question,
    form: &SubjectQuestion,
    profile: &Profile,
    random: &mut Rng,
    now: DateTime<FixedOffset>,
) -> Result<(), WriteError> {
    let accuracy = profile.accuracy;
    let right = |random: &mut Rng| random.u8(0..100) < accuracy;
    match &question.answer {
        QuestionKind::LongText { .. } | QuestionKind::ShortText {} => {
            let text = written(question, profile);
            if !text.is_empty() {
                sheet.write_text(form, &text, now)?;
            }
        }
        QuestionKind::Number { key, unit, .. } => {
            let value = if right(random) { *key } else { key.map(slip) };
            if let Some(value) = value {
                sheet.write_text(form, &format!("{} {unit}", format_decimal(value)), now)?;
            }
        }
        QuestionKind::Choice { options, .. } => {
            for option in options {
                let ticked = option.correct == right(random);
                if ticked {
                    sheet.tick(form, &option.id, true, now)?;
                }
            }
        }
        // A solved case has tables only.
        QuestionKind::Worksheet(_) | QuestionKind::Schedule(_) | QuestionKind::Assignment(_) => {}
        QuestionKind::Table(table) => {
            for (at, asked) in table.asked() {
                let typed = if right(random) {
                    model_cell(asked).map(|answer| answer.typed)
                } else {
                    wrong(asked, random.u8(0..4))
                };
                if let Some(typed) = typed {
                    sheet.write_cell(form, at, &typed, now)?;
                }
            }
        }
    }
    Ok(())
}

/// A slip as people make them: a figure too many, or a tenth off.
pub(super) fn slip(key: Decimal) -> Decimal {
    let tenth = (key / Decimal::TEN).round_dp(key.scale());
    if tenth.is_zero() { key + Decimal::TEN } else { key + tenth }
}

fn wrong(asked: &AskedValue, kind: u8) -> Option<String> {
    match (asked, kind) {
        (_, 0) => None,
        (AskedValue::Number { key: Some(key), .. }, 1..) => Some(format_decimal(slip(*key))),
        (AskedValue::Date { key: Some(key) }, _) => {
            Some(crate::domain::french::short_date(*key + TimeDelta::days(1)))
        }
        _ => Some("à voir".to_owned()),
    }
}

/// The model answer for the best; otherwise a share of the expected elements as sentences.
fn written(question: &Question, profile: &Profile) -> String {
    if profile.depth == 100 || question.expected.is_empty() {
        return match model_answer(question) {
            Some(AnswerValue::Text { text }) => text,
            _ => String::new(),
        };
    }
    let kept = (question.expected.len() * usize::from(profile.depth)).div_ceil(100);
    let lines = question.expected.iter().take(kept);
    lines.map(|line| without_marks(line)).collect::<Vec<_>>().join("\n")
}

/// Expected elements may end with their internal marks: « (0,5 point) ».
fn without_marks(line: &str) -> &str {
    match line.rsplit_once(" (") {
        Some((words, end)) if end.contains("point") => words,
        _ => line,
    }
}
