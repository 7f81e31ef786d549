//! The copy that is open in the window: a sitting, the states of its questions, and when it is
//! looked at again.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::clock_words::TimeLeft;
use super::question_state::QuestionState;
use crate::desktop::paper::AnswerInput;
use crate::domain::answers::{AnswerCounts, AnswerSheet, WriteError};
use crate::domain::case_study::{Subject, SubjectQuestion};
use crate::domain::exam::{ClosedBy, Notice};
use crate::sitting::{Delivery, Input, LiveSitting, SaveState};
use crate::storage::StorageError;

/// The clocks are looked at so often: a longer silence would mean that the PC slept.
const LOOK: Duration = Duration::from_secs(10);
/// Wait before a copy that could not be written is tried again.
const RETRY: Duration = Duration::from_secs(2);
/// How long closing the window may wait for the disk.
const LAST_SAVE: Duration = Duration::from_secs(5);

/// A hand-in that is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HandInRefusal {
    /// Nothing is typed.
    Unconfirmed,
    /// Another identifier is typed.
    WrongIdentifier,
}

/// What happened to the folders of the answers, to be said until it is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FolderNews {
    /// Whether some of it was found when the copy was resumed.
    pub(super) of_opening: bool,
    /// Where, what, and what to do.
    pub(super) text: String,
    /// What is closed with it.
    pub(super) count: usize,
}

/// An open copy.
pub(super) struct OpenCopy {
    sitting: LiveSitting,
    states: Vec<QuestionState>,
    counts: AnswerCounts,
    /// When a delivery is tried again, on the running clock.
    retry_at: Option<u64>,
    /// Why the last folder asked for was refused.
    refused_folder: Option<StorageError>,
    /// How much of what happened to the folders was closed.
    closed_news: usize,
}

impl OpenCopy {
    /// Shows a sitting.
    pub(super) fn new(sitting: LiveSitting) -> Self {
        let states = states_of(&sitting);
        let counts = AnswerCounts::of(sitting.subject(), sitting.sheet());
        Self { sitting, states, counts, retry_at: None, refused_folder: None, closed_news: 0 }
    }

    /// The sitting.
    pub(super) const fn sitting(&self) -> &LiveSitting {
        &self.sitting
    }

    /// The sitting, for what the invigilator and the tools do.
    pub(super) const fn sitting_mut(&mut self) -> &mut LiveSitting {
        &mut self.sitting
    }

    /// The subject.
    pub(super) const fn subject(&self) -> &Arc<Subject> {
        self.sitting.subject()
    }

    /// The answers.
    pub(super) const fn sheet(&self) -> &AnswerSheet {
        self.sitting.sheet()
    }

    /// A question by rank, from 0.
    pub(super) fn question(&self, rank: usize) -> Option<&SubjectQuestion> {
        self.subject().questions().nth(rank)
    }

    /// States of the questions, in order.
    pub(super) fn states(&self) -> &[QuestionState] {
        &self.states
    }

    /// How many questions are answered.
    pub(super) const fn counts(&self) -> AnswerCounts {
        self.counts
    }

    /// Grows with every change of the answers.
    pub(super) const fn revision(&self) -> u64 {
        self.sitting.revision()
    }

    /// Where the copy stands between the candidate and the jury.
    pub(super) const fn delivery(&self) -> &Delivery {
        self.sitting.delivery()
    }

    /// Where the answers stand with the disk.
    pub(super) fn save_state(&self) -> SaveState {
        self.sitting.save_state()
    }

    /// Folders where the answers are kept.
    pub(super) fn folders(&self) -> &[PathBuf] {
        self.sitting.folders()
    }

    /// Why the last folder asked for was refused.
    pub(super) const fn refused_folder(&self) -> Option<&StorageError> {
        self.refused_folder.as_ref()
    }

    /// What happened to the journal when it was resumed, and to its folders since, the same words
    /// once.
    pub(super) fn folder_news(&self) -> Option<FolderNews> {
        let at_opening = self.sitting.remarks();
        let since = self.sitting.later_remarks();
        let mut said: Vec<String> = Vec::new();
        for remark in at_opening.iter().chain(&since).skip(self.closed_news) {
            let words = remark.to_string();
            if !said.contains(&words) {
                said.push(words);
            }
        }
        (!said.is_empty()).then(|| FolderNews {
            of_opening: self.closed_news < at_opening.len(),
            text: said.join(" "),
            count: at_opening.len() + since.len(),
        })
    }

    /// Closes what was said of the folders; what came since is still to be said.
    pub(super) const fn close_folder_news(&mut self, count: usize) {
        self.closed_news = count;
    }

    /// The time left.
    pub(super) fn time_left(&self) -> TimeLeft {
        TimeLeft::of_milliseconds(self.sitting.remaining())
    }

    /// Keeps what the candidate has just done in a question.
    pub(super) fn write(&mut self, rank: usize, input: AnswerInput) -> Result<(), WriteError> {
        let question = self.question(rank).ok_or(WriteError::WrongKind)?.id.clone();
        let input = match input {
            AnswerInput::Text(typed) => Input::Text(typed),
            AnswerInput::Tick(option, ticked) => Input::Tick(option, ticked),
            AnswerInput::Cells(cells) => Input::Cells(cells),
        };
        let outcome = self.sitting.write(&question, input).map(|_| ());
        self.refresh(rank);
        outcome
    }

    /// Marks a question to be seen again, or not.
    pub(super) fn toggle_review(&mut self, rank: usize) -> Result<(), WriteError> {
        let question = self.question(rank).ok_or(WriteError::WrongKind)?.id.clone();
        let marked = self.sheet().to_review.contains(&question);
        let outcome = self.sitting.write(&question, Input::Review(!marked)).map(|_| ());
        self.refresh(rank);
        outcome
    }

    fn refresh(&mut self, rank: usize) {
        let state = self.question(rank).map(|question| QuestionState::of(question, self.sheet()));
        if let (Some(known), Some(state)) = (self.states.get_mut(rank), state) {
            *known = state;
        }
        self.counts = AnswerCounts::of(self.subject(), self.sheet());
    }

    /// Tries again at once what could not be saved.
    pub(super) fn save_now(&self) {
        self.sitting.save_now();
    }

    /// Keeps the answers in one more folder.
    pub(super) fn add_folder(&mut self, folder: &Path) {
        self.refused_folder = self.sitting.add_folder(folder).err();
    }

    /// What the clock asks for: heartbeats, the end of the test, another try. Gives the notices of
    /// the time left.
    pub(super) fn tick(&mut self) -> Vec<Notice> {
        if self.retry_at.is_some_and(|at| self.sitting.now().running >= at) {
            self.sitting.deliver();
        }
        let notices = self.sitting.tick();
        self.plan_retry();
        notices
    }

    fn plan_retry(&mut self) {
        let wait = u64::try_from(RETRY.as_millis()).unwrap_or(u64::MAX);
        self.retry_at = match self.delivery() {
            Delivery::Unwritten(_) => Some(self.sitting.now().running.saturating_add(wait)),
            Delivery::Writing | Delivery::Delivered(_) => None,
        };
    }

    /// Time before the clock asks for something again.
    pub(super) fn delay(&self) -> Option<Duration> {
        match self.delivery() {
            Delivery::Writing => Some(self.time_left().until_next_words().min(LOOK)),
            Delivery::Unwritten(_) => Some(RETRY),
            Delivery::Delivered(_) => None,
        }
    }

    /// Why the copy cannot be handed in with what is typed to confirm; `None` when it can.
    pub(super) fn refusal(&self, typed: &str) -> Option<HandInRefusal> {
        let typed = typed.trim();
        if typed.is_empty() {
            Some(HandInRefusal::Unconfirmed)
        } else if typed.eq_ignore_ascii_case(self.sheet().candidate.as_str()) {
            None
        } else {
            Some(HandInRefusal::WrongIdentifier)
        }
    }

    /// Hands the copy in, for good: sealed, written, read again and compared before anything is said.
    pub(super) fn hand_in(&mut self, typed: &str) -> Result<(), HandInRefusal> {
        if let Some(refusal) = self.refusal(typed) {
            return Err(refusal);
        }
        self.close_copy(ClosedBy::Candidate);
        Ok(())
    }

    /// Closes the copy, for good.
    pub(super) fn close_copy(&mut self, by: ClosedBy) {
        self.sitting.hand_in(by);
        self.plan_retry();
    }

    /// Before the window closes: everything must be on the disk.
    pub(super) fn close(&mut self) -> bool {
        match self.delivery() {
            Delivery::Writing => self.sitting.flush(LAST_SAVE),
            Delivery::Unwritten(_) => {
                self.sitting.deliver();
                matches!(self.delivery(), Delivery::Delivered(_))
            }
            Delivery::Delivered(_) => true,
        }
    }
}

#[cfg(test)]
impl OpenCopy {
    /// The clocks stand at this time from now on.
    pub(super) fn set_clock(&mut self, now: chrono::DateTime<chrono::FixedOffset>) {
        self.sitting.set_clock(now);
    }

    /// Lets the clocks run until a time, looked at as the window does.
    pub(super) fn run_until(&mut self, end: chrono::DateTime<chrono::FixedOffset>) {
        loop {
            let now = self.sitting.now().wall;
            let next = (now + chrono::TimeDelta::seconds(10)).min(end);
            self.set_clock(next);
            self.tick();
            if next >= end {
                return;
            }
        }
    }
}

fn states_of(sitting: &LiveSitting) -> Vec<QuestionState> {
    sitting.subject().questions().map(|q| QuestionState::of(q, sitting.sheet())).collect()
}

#[cfg(test)]
mod tests;
