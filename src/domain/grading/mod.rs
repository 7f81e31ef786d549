//! Automatic results, evidence, judgements of each juror, deliberation.
//!
//! The program compares, counts and gathers; people judge and decide.

mod automatic;
mod computed_marks;
mod deliberation;
mod evaluation;
mod evidence;
mod follow_through;
mod grid;
mod judgement;
mod level;
mod marks;
mod outcome;
mod placement_marks;
mod readiness;
mod resolution;
mod settled;

pub use automatic::{mark_copy, mark_question};
pub use deliberation::Deliberation;
pub use evaluation::Evaluation;
pub use evidence::{CriterionEvidence, evidence_for};
pub use follow_through::{CellPlace, FollowThrough, RootError};
pub use grid::Grid;
pub use judgement::{Interest, Judgement, Record};
pub use level::{Acquisition, Level, LevelCounts};
pub use marks::{CellMark, CellState, ConstraintCheck, MarkedCopy, QuestionMark};
pub use outcome::{CertificateResult, Outcome, Verdict};
pub use readiness::{missing_before_lock, unjudged_criteria};
pub use resolution::{Examined, Resolution};
pub use settled::{Agreement, Settled};
