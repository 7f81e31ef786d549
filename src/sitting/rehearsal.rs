//! A sitting played on an empty sheet, without clock nor disk: to see how far a script had come.

use chrono::{DateTime, FixedOffset};

use super::input::{Input, Tables, change_of};
use super::live::LiveSitting;
use crate::domain::answers::{AnswerSheet, AnswerValue, Sitting, WriteError};
use crate::domain::case_study::Subject;
use crate::domain::exam::{Allowance, ExtraTime};
use crate::domain::identifier::QuestionId;

/// Answers played again from the beginning.
pub struct Rehearsal<'a> {
    subject: &'a Subject,
    sheet: AnswerSheet,
    tables: Tables,
    changes: u64,
}

impl<'a> Rehearsal<'a> {
    /// Begins on an empty sheet.
    pub fn new(subject: &'a Subject) -> Self {
        let sitting = Sitting {
            copy: "".into(),
            candidate: "".into(),
            seat: String::new(),
            allowance: Allowance { minutes: 0, extra: ExtraTime::None },
            subject_fingerprint: String::new(),
        };
        let sheet = AnswerSheet::begin(subject, sitting);
        Self { subject, sheet, tables: Tables::default(), changes: 0 }
    }

    /// The answer to a question so far.
    pub fn value(&self, question: &QuestionId) -> Option<&AnswerValue> {
        self.sheet.value(question)
    }

    /// Plays an input.
    ///
    /// # Errors
    /// When it does not fit the subject.
    pub fn play(&mut self, question: &QuestionId, input: Input) -> Result<(), WriteError> {
        let Self { subject, sheet, tables, changes } = self;
        let change = change_of(subject, sheet, tables, question, input)?;
        sheet.apply(subject, &change, DateTime::<FixedOffset>::default())?;
        *changes += 1;
        Ok(())
    }

    /// Changes so far.
    pub const fn changes(&self) -> u64 {
        self.changes
    }

    /// Whether a sitting holds exactly these answers.
    pub fn agrees_with(&self, sitting: &LiveSitting) -> bool {
        let ours = self.sheet.answers.iter().map(|(id, answer)| (id, &answer.value));
        let theirs = sitting.sheet().answers.iter().map(|(id, answer)| (id, &answer.value));
        ours.eq(theirs)
    }
}
