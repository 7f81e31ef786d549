//! Automatic results, evidence, judgements of each juror, deliberation.
//!
//! The program compares, counts and gathers; people judge and decide.

mod automatic;
mod computed_marks;
mod deliberation;
mod evaluation;
mod evidence;
mod follow_through;
mod level;
mod outcome;
mod placement_marks;
mod readiness;

pub use automatic::{
    CellMark, CellState, ConstraintCheck, MarkedCopy, QuestionMark, mark_copy, mark_question,
};
pub use deliberation::{Agreement, Deliberation, Examined, Resolution, Settled};
pub use evaluation::{Evaluation, Grid, Interest, Judgement, Record};
pub use evidence::{CriterionEvidence, evidence_for};
pub use follow_through::{CellPlace, FollowThrough, RootError};
pub use level::{Acquisition, Level, LevelCounts};
pub use outcome::{CertificateResult, Outcome, Verdict};
pub use readiness::{missing_before_lock, unjudged_criteria};
