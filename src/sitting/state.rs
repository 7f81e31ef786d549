//! What a sitting is, as its events make it. The same events always make the same state: while a
//! candidate writes, and when a journal is read again.

use std::collections::BTreeMap;

use super::history::{History, Version};
use super::record::Event;
use crate::domain::answers::{AnswerSheet, WriteError};
use crate::domain::case_study::Subject;
use crate::domain::exam::{LedgerEntry, Moment};
use crate::domain::identifier::QuestionId;

/// The state of a sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SittingState {
    /// The answers, and the ledger of the time.
    pub sheet: AnswerSheet,
    /// The scratch pad: never handed in.
    pub scratch: String,
    /// Settings and highlights of the candidate, as their screen wrote them.
    pub desk: serde_json::Value,
    /// Changes of answers since the beginning.
    pub answer_events: u64,
    /// How often the program was opened on this sitting.
    pub openings: u32,
    histories: BTreeMap<QuestionId, History>,
}

impl SittingState {
    /// A sitting in which nothing happened.
    pub fn new(sheet: AnswerSheet) -> Self {
        Self {
            sheet,
            scratch: String::new(),
            desk: serde_json::Value::Null,
            answer_events: 0,
            openings: 0,
            histories: BTreeMap::new(),
        }
    }

    /// Does an event.
    ///
    /// # Errors
    /// When it does not fit the subject or the copy is handed in; nothing is changed then.
    pub fn apply(
        &mut self,
        subject: &Subject,
        at: Moment,
        event: &Event,
    ) -> Result<(), WriteError> {
        match event {
            Event::Opened(opening) => {
                self.openings = self.openings.saturating_add(1);
                self.sheet.copy.clone_from(&opening.copy);
                self.sheet.origin = opening.origin;
                if !opening.seat.is_empty() {
                    self.sheet.seat.clone_from(&opening.seat);
                }
            }
            Event::Answer(change) => {
                self.sheet.apply(subject, change, at.wall)?;
                self.answer_events += 1;
                let question = change.question();
                if let Some(value) = self.sheet.value(question).filter(|_| change.is_answer()) {
                    let history = self.histories.entry(question.clone()).or_default();
                    history.note(at, value);
                }
                self.sheet.ledger.seen(at);
            }
            Event::Time(time) => {
                self.sheet.ledger.append(LedgerEntry { at, event: time.clone() });
            }
            Event::Seen | Event::Desk(_) | Event::Scratch(_) | Event::TypedBy(_) => {
                self.sheet.ledger.seen(at);
                self.apply_aside(event)?;
            }
        }
        Ok(())
    }

    fn apply_aside(&mut self, event: &Event) -> Result<(), WriteError> {
        match event {
            Event::Desk(desk) => self.desk.clone_from(desk),
            Event::TypedBy(names) => self.sheet.typed_by = Some(names.clone()),
            Event::Scratch(splice) => {
                self.scratch = splice.apply(&self.scratch).ok_or(WriteError::WrongKind)?;
            }
            _ => {}
        }
        Ok(())
    }

    /// The earlier states of an answer, oldest first.
    pub fn versions(&self, question: &QuestionId) -> &[Version] {
        self.histories.get(question).map_or(&[], History::versions)
    }
}
