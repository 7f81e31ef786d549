//! What jurors do, without a window: on a small session written in a temporary folder.
//!
//! `judging` judges copies, `deliberating` settles what the jury decides, `walking` goes from one
//! copy to another, `unsealing` opens the copies; `fixture` writes the session.

mod deliberating;
pub(super) mod fixture;
mod judging;
mod unsealing;
mod walking;

use super::commands::Command;
use crate::domain::grading::{Acquisition, Level};
use crate::domain::identifier::{CandidateId, CompetenceId, CriterionId};

fn first() -> CandidateId {
    CandidateId::from("C-01")
}

fn judge(criterion: &str, level: Level) -> Command {
    Command::Judge(first(), CriterionId::from(criterion), Some(level))
}

fn decide(competence: &str, decision: Acquisition) -> Command {
    Command::Decide(first(), CompetenceId::from(competence), decision)
}
