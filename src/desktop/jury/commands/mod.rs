//! Changes that a juror makes: each is checked, recorded, saved at once.

mod deciding;
mod judging;
mod moving;
mod recording;
mod rights;

pub use moving::{
    go_to_next_lack, go_to_next_to_judge, go_to_next_todo, notice_words, open_candidate,
    step_candidate, step_page, validate,
};
pub use rights::{may_deliberate, may_judge, may_state_interest, pronounceable};

use chrono::{DateTime, FixedOffset};

use super::model::{Bench, TextKey};
use crate::domain::grading::{Acquisition, Examined, Interest, Level};
use crate::domain::identifier::{CandidateId, CompetenceId, CriterionId, QuestionId};

/// A change of the files of the session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Judges a criterion, or takes the judgement back.
    Judge(CandidateId, CriterionId, Option<Level>),
    /// Ticks an expected element.
    Tick(CandidateId, QuestionId, usize, bool),
    /// Asks for a second look at a question.
    SecondLook(CandidateId, QuestionId, bool),
    /// Gives the juror's opinion on a competence.
    Opine(CandidateId, CompetenceId, Acquisition),
    /// States a conflict of interest or its absence.
    State(CandidateId, Interest),
    /// Writes a text.
    Write(TextKey, String),
    /// Agrees on the level of a criterion.
    Agree(CandidateId, CriterionId, Level),
    /// Decides on a competence.
    Decide(CandidateId, CompetenceId, Acquisition),
    /// Notes that an element was examined, or not.
    Examine(CandidateId, Examined, bool),
    /// Pronounces the decision that follows from the competences.
    Pronounce(CandidateId),
    /// Takes the pronounced decision back.
    TakeBack(CandidateId),
}

/// Applies a change and saves it.
///
/// # Errors
/// When the juror who sits may not do it: the reason, in words. Nothing is recorded then.
pub fn apply(
    bench: &mut Bench,
    command: Command,
    now: DateTime<FixedOffset>,
) -> Result<(), String> {
    match command {
        Command::Judge(..)
        | Command::Tick(..)
        | Command::SecondLook(..)
        | Command::Opine(..)
        | Command::State(..) => judging::apply(bench, command, now),
        Command::Agree(..)
        | Command::Decide(..)
        | Command::Examine(..)
        | Command::Pronounce(..)
        | Command::TakeBack(..) => deciding::apply(bench, command, now),
        Command::Write(key, text) => write(bench, key, &text, now),
    }
}

fn write(
    bench: &mut Bench,
    (candidate, field): TextKey,
    text: &str,
    now: DateTime<FixedOffset>,
) -> Result<(), String> {
    use super::model::TextField as Field;
    match field {
        Field::Remark(_) | Field::Interview(_) | Field::OpinionReason(_) => {
            judging::write(bench, &candidate, &field, text, now)
        }
        Field::AgreedReason(_) | Field::DecisionReason(_) | Field::Advice => {
            deciding::write(bench, &candidate, &field, text, now)
        }
    }
}
