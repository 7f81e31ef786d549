//! Entries of lists that only grow, and what a juror judges with each.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{Acquisition, Level};
use crate::domain::identifier::{CompetenceId, CriterionId, JurorId, QuestionId};

/// One entry of a list that only grows: who, when, what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record<Change> {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub juror: JurorId,
    /// What, before and after.
    pub change: Change,
}

/// A juror's change of judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
pub enum Judgement {
    /// Level of a criterion.
    Criterion {
        /// The criterion.
        criterion: CriterionId,
        /// Level before.
        before: Option<Level>,
        /// Level after.
        after: Option<Level>,
        /// Why it was changed, where given.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// Remark on a criterion.
    Remark {
        /// The criterion.
        criterion: CriterionId,
        /// Text before.
        before: String,
        /// Text after.
        after: String,
    },
    /// An expected element found in the answer, or not.
    Expected {
        /// The question.
        question: QuestionId,
        /// Rank of the element, from 0.
        element: usize,
        /// Found before.
        before: bool,
        /// Found after.
        after: bool,
    },
    /// A point to raise at the interview.
    Interview {
        /// The competence.
        competence: CompetenceId,
        /// Text before.
        before: String,
        /// Text after.
        after: String,
    },
    /// Opinion on a competence.
    Competence {
        /// The competence.
        competence: CompetenceId,
        /// Opinion before.
        before: Option<Acquisition>,
        /// Opinion after.
        after: Option<Acquisition>,
        /// The reason, required when not acquired.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// A second look wanted on a question.
    SecondLook {
        /// The question.
        question: QuestionId,
        /// Wanted before.
        before: bool,
        /// Wanted after.
        after: bool,
    },
    /// Statement on conflicts of interest.
    Interest {
        /// Statement before.
        before: Option<Interest>,
        /// Statement after.
        after: Option<Interest>,
    },
}

/// What a juror states about a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Interest {
    /// No employer or centre in common.
    None,
    /// Abstains, for this reason.
    Abstains(String),
}
