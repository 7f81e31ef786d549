//! The subject and the answers of one candidate: what is written, saved, and handed in.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};

use super::clock_words::TimeLeft;
use super::copy_keeper::{CopyKeeper, SaveState, Wake};
use super::question_state::QuestionState;
use super::save_schedule::{RETRY, later};
use super::subject_lookup::subject_of;
use crate::desktop::paper::AnswerInput;
use crate::domain::answers::{AnswerSheet, WriteError};
use crate::domain::case_study::{Subject, SubjectQuestion};
use crate::storage::{StorageError, StorageResult, read_copy};

/// Where the copy stands between the candidate and the jury.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Delivery {
    /// The candidate writes.
    Writing,
    /// Handed in, but the file is not on the disk or not verified: tried again at that time.
    Unwritten {
        /// What went wrong.
        problem: StorageError,
        /// When it is tried again.
        retry_at: DateTime<FixedOffset>,
    },
    /// Handed in; the file was written, read again and found identical.
    Verified,
    /// Handed in before it was opened here.
    Reopened,
}

/// A hand-in that is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HandInRefusal {
    /// Nothing is typed.
    Unconfirmed,
    /// Another identifier is typed.
    WrongIdentifier,
}

/// An open copy.
pub(super) struct OpenCopy {
    subject: Arc<Subject>,
    sheet: AnswerSheet,
    states: Vec<QuestionState>,
    revision: u64,
    keeper: CopyKeeper,
    delivery: Delivery,
}

impl OpenCopy {
    /// A copy that is on the disk, saved at `saved_at` when it is known.
    pub(super) fn new(
        subject: Arc<Subject>,
        sheet: AnswerSheet,
        path: PathBuf,
        saved_at: Option<DateTime<FixedOffset>>,
    ) -> Self {
        let states = subject.questions().map(|q| QuestionState::of(q, &sheet)).collect();
        let delivery = if sheet.is_handed_in() { Delivery::Reopened } else { Delivery::Writing };
        let keeper = CopyKeeper::new(path, saved_at);
        Self { subject, sheet, states, revision: 0, keeper, delivery }
    }

    /// Opens a copy on disk with its subject, given or found near it.
    pub(super) fn resume(path: PathBuf, subject_path: Option<&Path>) -> StorageResult<Self> {
        let sheet = read_copy(&path)?;
        let subject = subject_of(&path, &sheet, subject_path)?;
        Ok(Self::new(Arc::new(subject), sheet, path, None))
    }

    /// The subject.
    pub(super) fn subject(&self) -> &Arc<Subject> {
        &self.subject
    }

    /// The answers.
    pub(super) const fn sheet(&self) -> &AnswerSheet {
        &self.sheet
    }

    /// A question by rank, from 0.
    pub(super) fn question(&self, rank: usize) -> Option<&SubjectQuestion> {
        self.subject.questions().nth(rank)
    }

    /// States of the questions, in order.
    pub(super) fn states(&self) -> &[QuestionState] {
        &self.states
    }

    /// Grows with every change of the answers.
    pub(super) const fn revision(&self) -> u64 {
        self.revision
    }

    /// Where the copy stands between the candidate and the jury.
    pub(super) const fn delivery(&self) -> &Delivery {
        &self.delivery
    }

    /// Where the answers stand with the disk.
    pub(super) fn save_state(&self) -> SaveState {
        self.keeper.state()
    }

    /// The file.
    pub(super) fn path(&self) -> &Path {
        self.keeper.path()
    }

    /// Keeps what the candidate has just done in a question.
    pub(super) fn write(
        &mut self,
        rank: usize,
        input: AnswerInput,
        now: DateTime<FixedOffset>,
    ) -> Result<(), WriteError> {
        let subject = Arc::clone(&self.subject);
        let question = subject.questions().nth(rank).ok_or(WriteError::WrongKind)?;
        if self.sheet.is_handed_in() {
            return Err(WriteError::HandedIn);
        }
        let written = match input {
            AnswerInput::Text(typed) => self.sheet.write_text(question, &typed, now),
            AnswerInput::Tick(option, ticked) => self.sheet.tick(question, &option, ticked, now),
            AnswerInput::Cells(cells) => cells
                .iter()
                .try_for_each(|(at, typed)| self.sheet.write_cell(question, *at, typed, now)),
        };
        // Even when one of several cells is refused, those before it are kept and saved.
        self.changed(rank, question, now);
        written
    }

    /// Marks a question to be seen again, or not.
    pub(super) fn toggle_review(
        &mut self,
        rank: usize,
        now: DateTime<FixedOffset>,
    ) -> Result<(), WriteError> {
        let subject = Arc::clone(&self.subject);
        let question = subject.questions().nth(rank).ok_or(WriteError::WrongKind)?;
        let marked = self.sheet.to_review.contains(&question.id);
        self.sheet.set_review(&question.id, !marked)?;
        self.changed(rank, question, now);
        Ok(())
    }

    /// Saves without waiting.
    pub(super) fn save_now(&mut self, now: DateTime<FixedOffset>) {
        if self.delivery == Delivery::Writing {
            self.keeper.save_now(now);
        }
    }

    /// Saves from now on in another folder, never over another sitting.
    pub(super) fn move_to(&mut self, folder: &Path, now: DateTime<FixedOffset>) {
        let moved = self.keeper.move_to(folder, &self.sheet, now);
        if let Delivery::Unwritten { problem, .. } = &mut self.delivery {
            match moved {
                Ok(()) => self.deliver(now),
                Err(error) => *problem = error,
            }
        }
    }

    /// What the clock asks for: a save, the end of the test, another try.
    pub(super) fn tick(&mut self, now: DateTime<FixedOffset>, wake: &Wake) {
        let time_is_over = now >= self.sheet.ends_at();
        match self.delivery {
            Delivery::Writing if time_is_over => self.close_sheet(now),
            Delivery::Writing => self.keeper.tick(now, &self.sheet, wake),
            Delivery::Unwritten { retry_at, .. } if is_reached(retry_at, now) => self.deliver(now),
            Delivery::Unwritten { .. } | Delivery::Verified | Delivery::Reopened => {}
        }
    }

    /// Time before the clock asks for something again.
    pub(super) fn delay(&self, now: DateTime<FixedOffset>) -> Option<Duration> {
        match &self.delivery {
            Delivery::Writing => {
                let timer = TimeLeft::of(&self.sheet, now).until_next_words();
                Some(self.keeper.delay(now).map_or(timer, |save| save.min(timer)))
            }
            Delivery::Unwritten { retry_at, .. } => {
                Some(retry_at.signed_duration_since(now).to_std().unwrap_or(Duration::ZERO))
            }
            Delivery::Verified | Delivery::Reopened => None,
        }
    }

    /// Why the copy cannot be handed in with what is typed to confirm; `None` when it can.
    pub(super) fn refusal(&self, typed: &str) -> Option<HandInRefusal> {
        let typed = typed.trim();
        if typed.is_empty() {
            Some(HandInRefusal::Unconfirmed)
        } else if typed.eq_ignore_ascii_case(self.sheet.candidate.as_str()) {
            None
        } else {
            Some(HandInRefusal::WrongIdentifier)
        }
    }

    /// Hands the copy in, for good: saved, read again and compared before anything is said.
    pub(super) fn hand_in(
        &mut self,
        typed: &str,
        now: DateTime<FixedOffset>,
    ) -> Result<(), HandInRefusal> {
        if let Some(refusal) = self.refusal(typed) {
            return Err(refusal);
        }
        self.close_sheet(now);
        Ok(())
    }

    /// Whether the copy was handed in by the end of the time and not by the candidate.
    pub(super) fn ended_by_time(&self) -> bool {
        self.sheet.handed_in_at.is_some_and(|moment| moment >= self.sheet.ends_at())
    }

    /// Before the window closes: everything must be on the disk.
    pub(super) fn close(&mut self) -> bool {
        if let Delivery::Unwritten { retry_at, .. } = self.delivery {
            self.deliver(retry_at);
        }
        match self.delivery {
            Delivery::Writing => self.keeper.finish(&self.sheet),
            Delivery::Unwritten { .. } => false,
            Delivery::Verified | Delivery::Reopened => true,
        }
    }

    fn changed(&mut self, rank: usize, question: &SubjectQuestion, now: DateTime<FixedOffset>) {
        if let Some(state) = self.states.get_mut(rank) {
            *state = QuestionState::of(question, &self.sheet);
        }
        self.revision += 1;
        self.keeper.changed(now);
    }

    fn close_sheet(&mut self, now: DateTime<FixedOffset>) {
        // Only a sheet handed in before refuses; its file is then delivered all the same.
        if self.sheet.hand_in(now).is_ok() {
            self.revision += 1;
        }
        self.deliver(now);
    }

    fn deliver(&mut self, now: DateTime<FixedOffset>) {
        self.delivery = match self.keeper.deliver(&self.sheet, now) {
            Ok(()) => Delivery::Verified,
            Err(problem) => Delivery::Unwritten { problem, retry_at: later(now, RETRY) },
        };
    }
}

/// A clock set back never delays another try by more than its usual wait.
fn is_reached(retry_at: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> bool {
    now >= retry_at || retry_at > later(now, RETRY)
}

#[cfg(test)]
mod tests;
