//! Automatic results, evidence, judgements of each juror, deliberation.
//!
//! The program compares, counts and gathers; people judge and decide.

mod automatic;
mod deliberation;
mod evaluation;
mod evidence;
mod level;
mod outcome;
mod readiness;

pub use automatic::{CellMark, CellState, MarkedCopy, QuestionMark, mark_copy, mark_question};
pub use deliberation::{Agreement, Deliberation, Examined, Resolution, Settled};
pub use evaluation::{Evaluation, Grid, Interest, Judgement, Record};
pub use evidence::{CriterionEvidence, evidence_for};
pub use level::{Acquisition, Level, LevelCounts};
pub use outcome::{CertificateResult, Outcome, Verdict};
pub use readiness::{missing_before_lock, unjudged_criteria};
