//! The jury's common work on one candidate: what it agrees, decides and advises, entry by entry.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{Acquisition, Examined, Level, Outcome, Record, Resolution, Settled};
use crate::domain::identifier::{CandidateId, CompetenceId, CriterionId, JurorId, SessionId};

/// File of the jury on one candidate, written by the juror who holds the pen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deliberation {
    /// Session.
    pub session: SessionId,
    /// Candidate.
    pub candidate: CandidateId,
    /// Entries, oldest first; never changed or removed.
    #[serde(default)]
    pub records: Vec<Record<Resolution>>,
}

impl Deliberation {
    /// An empty file.
    pub const fn new(session: SessionId, candidate: CandidateId) -> Self {
        Self { session, candidate, records: Vec::new() }
    }

    /// The jury's position as it stands now.
    pub fn settled(&self) -> Settled {
        let mut settled = Settled::default();
        for record in &self.records {
            settled.take(&record.change);
        }
        settled
    }

    /// Agrees on the level of a criterion.
    pub fn agree(
        &mut self,
        criterion: &CriterionId,
        level: Level,
        reason: &str,
        by: &JurorId,
        now: DateTime<FixedOffset>,
    ) {
        let settled = self.settled();
        let known = settled.agreed.get(criterion);
        if known.is_some_and(|(known, why)| *known == level && why == reason) {
            return;
        }
        let change = Resolution::Agreed {
            criterion: criterion.clone(),
            before: known.map(|(level, _)| *level),
            after: Some(level),
            reason: reason.to_owned(),
        };
        self.append(change, by, now);
    }

    /// Decides on a competence.
    pub fn decide(
        &mut self,
        competence: &CompetenceId,
        decision: Option<Acquisition>,
        reason: &str,
        by: &JurorId,
        now: DateTime<FixedOffset>,
    ) {
        let settled = self.settled();
        let known = settled.decisions.get(competence);
        let before = known.map(|(decision, _)| *decision);
        if before == decision && known.map_or(reason.is_empty(), |(_, why)| why == reason) {
            return;
        }
        let change = Resolution::Decision {
            competence: competence.clone(),
            before,
            after: decision,
            reason: reason.to_owned(),
        };
        self.append(change, by, now);
    }

    /// Notes that an element was examined, or not.
    pub fn examine(
        &mut self,
        element: Examined,
        examined: bool,
        by: &JurorId,
        now: DateTime<FixedOffset>,
    ) {
        let before = self.settled().examined.contains(&element);
        if before != examined {
            self.append(Resolution::Examined { element, before, after: examined }, by, now);
        }
    }

    /// Writes the advice to the candidate.
    pub fn advise(&mut self, text: &str, by: &JurorId, now: DateTime<FixedOffset>) {
        let before = self.settled().advice;
        if before != text {
            self.append(Resolution::Advice { before, after: text.to_owned() }, by, now);
        }
    }

    /// Decides on the whole, or takes the decision back.
    pub fn conclude(&mut self, outcome: Option<Outcome>, by: &JurorId, now: DateTime<FixedOffset>) {
        let before = self.settled().outcome;
        if before != outcome {
            self.append(Resolution::Outcome { before, after: outcome }, by, now);
        }
    }

    fn append(&mut self, change: Resolution, by: &JurorId, at: DateTime<FixedOffset>) {
        self.records.push(Record { at, juror: by.clone(), change });
    }
}
