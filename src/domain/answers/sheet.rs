//! The answer sheet of one candidate: one writer, no change after hand-in.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{AnswerValue, CellAnswer, TypedBy, TypedNumber, WrittenCell};
use crate::domain::case_study::{AnswerForm, CellPosition, Subject, SubjectQuestion};
use crate::domain::exam::{Allowance, ClosedBy, Ledger, LedgerEntry, Moment, TimeEvent};
use crate::domain::identifier::{CandidateId, CaseId, CopyId, OptionId, QuestionId};

/// Support de restitution of one candidate, or copie once handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerSheet {
    /// Identifier of this sitting; two copies never share it.
    pub copy: CopyId,
    /// Case of the subject.
    pub case: CaseId,
    /// Fingerprint of the subject that was open.
    pub subject_fingerprint: String,
    /// Anonymous identifier of the candidate.
    pub candidate: CandidateId,
    /// Room and PC, as typed.
    #[serde(default)]
    pub seat: String,
    /// How the answers were written.
    #[serde(default)]
    pub origin: Origin,
    /// Who typed a paper copy in and read it again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typed_by: Option<TypedBy>,
    /// The time granted, and all that happened to it.
    pub ledger: Ledger,
    /// End of the sitting, when handed in.
    #[serde(default)]
    pub handed_in_at: Option<DateTime<FixedOffset>>,
    /// Answers by question.
    #[serde(default)]
    pub answers: BTreeMap<QuestionId, Answer>,
    /// Questions that the candidate wants to see again.
    #[serde(default)]
    pub to_review: BTreeSet<QuestionId>,
}

/// How the answers of a copy were written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// By the candidate, in the program.
    #[default]
    Screen,
    /// On paper, typed in afterwards.
    Paper,
}

/// One answer and when it was last changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The value.
    pub value: AnswerValue,
    /// Last change.
    pub modified_at: DateTime<FixedOffset>,
}

/// Why an answer is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// The copy was handed in.
    #[error("la copie est remise : elle ne peut plus être changée")]
    HandedIn,
    /// The answer is not of the kind of the question.
    #[error("cette réponse ne convient pas à la question")]
    WrongKind,
}

/// What is known when a candidate sits down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// Identifier of the sitting.
    pub copy: CopyId,
    /// Anonymous identifier of the candidate.
    pub candidate: CandidateId,
    /// Room and PC.
    pub seat: String,
    /// Time for the paper.
    pub allowance: Allowance,
    /// Fingerprint of the subject.
    pub subject_fingerprint: String,
}

impl AnswerSheet {
    /// An empty sheet for a subject; the time does not run before `Started` is recorded.
    pub fn begin(subject: &Subject, sitting: Sitting) -> Self {
        Self {
            copy: sitting.copy,
            case: subject.case.clone(),
            subject_fingerprint: sitting.subject_fingerprint,
            candidate: sitting.candidate,
            seat: sitting.seat,
            origin: Origin::Screen,
            typed_by: None,
            ledger: Ledger::new(sitting.allowance),
            handed_in_at: None,
            answers: BTreeMap::new(),
            to_review: BTreeSet::new(),
        }
    }

    /// The same, the time running since a moment.
    #[must_use]
    pub fn started(mut self, at: Moment) -> Self {
        self.ledger.append(LedgerEntry { at, event: TimeEvent::Started });
        self
    }

    /// Hands the copy in at a moment and closes its ledger.
    ///
    /// # Errors
    /// When it was handed in before.
    pub fn close(&mut self, at: Moment, by: ClosedBy) -> Result<(), WriteError> {
        self.hand_in(at.wall)?;
        self.ledger.append(LedgerEntry { at, event: TimeEvent::Closed { by } });
        Ok(())
    }

    /// When the candidate began, on the clock of the PC.
    pub fn started_at(&self) -> Option<DateTime<FixedOffset>> {
        self.ledger.started().map(|moment| moment.wall)
    }

    /// What was written to a question.
    pub fn value(&self, question: &QuestionId) -> Option<&AnswerValue> {
        self.answers.get(question).map(|answer| &answer.value)
    }

    /// Whether the copy was handed in.
    pub const fn is_handed_in(&self) -> bool {
        self.handed_in_at.is_some()
    }

    /// Replaces the text of a text or number question.
    ///
    /// # Errors
    /// When the copy is handed in or the question asks for something else.
    pub fn write_text(
        &mut self,
        question: &SubjectQuestion,
        typed: &str,
        now: DateTime<FixedOffset>,
    ) -> Result<(), WriteError> {
        let value = match &question.form {
            AnswerForm::LongText { .. } | AnswerForm::ShortText {} => {
                AnswerValue::Text { text: typed.to_owned() }
            }
            AnswerForm::Number { unit } => AnswerValue::Number(TypedNumber::read(typed, unit)),
            AnswerForm::Choice { .. } | AnswerForm::Table(_) => return Err(WriteError::WrongKind),
        };
        self.store(question, value, now)
    }

    /// Ticks or unticks an option; a single choice keeps the last one ticked.
    ///
    /// # Errors
    /// When the copy is handed in or the question has no such option.
    pub fn tick(
        &mut self,
        question: &SubjectQuestion,
        option: &OptionId,
        ticked: bool,
        now: DateTime<FixedOffset>,
    ) -> Result<(), WriteError> {
        let AnswerForm::Choice { multiple, options, .. } = &question.form else {
            return Err(WriteError::WrongKind);
        };
        if !options.iter().any(|known| &known.id == option) {
            return Err(WriteError::WrongKind);
        }
        let mut selected = match self.value(&question.id) {
            Some(AnswerValue::Choice { selected }) => selected.clone(),
            _ => BTreeSet::new(),
        };
        if ticked && !multiple {
            selected.clear();
        }
        if ticked {
            selected.insert(option.clone());
        } else {
            selected.remove(option);
        }
        self.store(question, AnswerValue::Choice { selected }, now)
    }

    /// Writes in a cell of a table.
    ///
    /// # Errors
    /// When the copy is handed in or the cell is not one to fill.
    pub fn write_cell(
        &mut self,
        question: &SubjectQuestion,
        at: CellPosition,
        typed: &str,
        now: DateTime<FixedOffset>,
    ) -> Result<(), WriteError> {
        let written = WrittenCell { typed: typed.to_owned(), result: None };
        self.write_cell_and_result(question, at, &written, now)
    }

    /// Writes in a cell of a table a text, or a formula with the value that it gives.
    ///
    /// # Errors
    /// When the copy is handed in or the cell is not one to fill.
    pub fn write_cell_and_result(
        &mut self,
        question: &SubjectQuestion,
        at: CellPosition,
        written: &WrittenCell,
        now: DateTime<FixedOffset>,
    ) -> Result<(), WriteError> {
        let AnswerForm::Table(table) = &question.form else { return Err(WriteError::WrongKind) };
        let cell = table.cell(at).filter(|cell| cell.is_asked()).ok_or(WriteError::WrongKind)?;
        let mut cells = match self.value(&question.id) {
            Some(AnswerValue::Table { cells }) => cells.clone(),
            _ => BTreeMap::new(),
        };
        let answer = match &written.result {
            Some(result) => CellAnswer::computed(&written.typed, result, cell),
            None => CellAnswer::read(&written.typed, cell),
        };
        if written.typed.is_empty() {
            cells.remove(&at.reference());
        } else {
            cells.insert(at.reference(), answer);
        }
        self.store(question, AnswerValue::Table { cells }, now)
    }

    /// Marks a question to be seen again, or not.
    ///
    /// # Errors
    /// When the copy is handed in.
    pub fn set_review(&mut self, question: &QuestionId, review: bool) -> Result<(), WriteError> {
        if self.is_handed_in() {
            return Err(WriteError::HandedIn);
        }
        if review {
            self.to_review.insert(question.clone());
        } else {
            self.to_review.remove(question);
        }
        Ok(())
    }

    /// Hands the copy in.
    ///
    /// # Errors
    /// When it was handed in before.
    pub fn hand_in(&mut self, now: DateTime<FixedOffset>) -> Result<(), WriteError> {
        if self.is_handed_in() {
            return Err(WriteError::HandedIn);
        }
        self.handed_in_at = Some(now);
        Ok(())
    }

    fn store(
        &mut self,
        question: &SubjectQuestion,
        value: AnswerValue,
        now: DateTime<FixedOffset>,
    ) -> Result<(), WriteError> {
        if self.is_handed_in() {
            return Err(WriteError::HandedIn);
        }
        self.answers.insert(question.id.clone(), Answer { value, modified_at: now });
        Ok(())
    }
}
