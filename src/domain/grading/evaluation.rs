//! Judgements of one juror on one candidate: an append-only list, from which the grid is derived.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{Acquisition, Level};
use crate::domain::identifier::{
    CandidateId, CompetenceId, CriterionId, JurorId, QuestionId, SessionId,
};

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

/// File of one juror on one candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evaluation {
    /// Session.
    pub session: SessionId,
    /// Candidate.
    pub candidate: CandidateId,
    /// The one juror who writes this file.
    pub juror: JurorId,
    /// Entries, oldest first; never changed or removed.
    #[serde(default)]
    pub records: Vec<Record<Judgement>>,
}

/// Judgements as they stand now, derived from the entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grid {
    /// Level of each judged criterion.
    pub levels: BTreeMap<CriterionId, Level>,
    /// Remarks.
    pub remarks: BTreeMap<CriterionId, String>,
    /// Expected elements found, by question and rank.
    pub expected: BTreeSet<(QuestionId, usize)>,
    /// Interview points by competence.
    pub interview: BTreeMap<CompetenceId, String>,
    /// Opinions on competences, with their reason.
    pub competences: BTreeMap<CompetenceId, (Acquisition, String)>,
    /// Questions to look at again.
    pub second_look: BTreeSet<QuestionId>,
    /// Statement on conflicts of interest.
    pub interest: Option<Interest>,
}

impl Evaluation {
    /// An empty file.
    pub const fn new(session: SessionId, candidate: CandidateId, juror: JurorId) -> Self {
        Self { session, candidate, juror, records: Vec::new() }
    }

    /// The judgements as they stand now.
    pub fn grid(&self) -> Grid {
        let mut grid = Grid::default();
        for record in &self.records {
            grid.take(&record.change);
        }
        grid
    }

    /// Judges a criterion; nothing is recorded when nothing changes.
    pub fn judge(
        &mut self,
        criterion: &CriterionId,
        level: Option<Level>,
        reason: &str,
        now: DateTime<FixedOffset>,
    ) {
        let before = self.grid().levels.get(criterion).copied();
        if before != level {
            let (criterion, reason) = (criterion.clone(), reason.to_owned());
            self.append(Judgement::Criterion { criterion, before, after: level, reason }, now);
        }
    }

    /// Writes the remark of a criterion.
    pub fn remark(&mut self, criterion: &CriterionId, text: &str, now: DateTime<FixedOffset>) {
        let before = self.grid().remarks.get(criterion).cloned().unwrap_or_default();
        if before != text {
            let after = text.to_owned();
            self.append(Judgement::Remark { criterion: criterion.clone(), before, after }, now);
        }
    }

    /// Ticks an expected element.
    pub fn tick_expected(
        &mut self,
        question: &QuestionId,
        element: usize,
        found: bool,
        now: DateTime<FixedOffset>,
    ) {
        let before = self.grid().expected.contains(&(question.clone(), element));
        if before != found {
            let question = question.clone();
            self.append(Judgement::Expected { question, element, before, after: found }, now);
        }
    }

    /// Writes the points to raise at the interview on a competence.
    pub fn interview(&mut self, competence: &CompetenceId, text: &str, now: DateTime<FixedOffset>) {
        let before = self.grid().interview.get(competence).cloned().unwrap_or_default();
        if before != text {
            let after = text.to_owned();
            let competence = competence.clone();
            self.append(Judgement::Interview { competence, before, after }, now);
        }
    }

    /// Gives an opinion on a competence.
    pub fn conclude(
        &mut self,
        competence: &CompetenceId,
        opinion: Option<Acquisition>,
        reason: &str,
        now: DateTime<FixedOffset>,
    ) {
        let grid = self.grid();
        let known = grid.competences.get(competence);
        let before = known.map(|(opinion, _)| *opinion);
        let same_reason = known.map_or(reason.is_empty(), |(_, known)| known == reason);
        if before != opinion || !same_reason {
            let (competence, reason) = (competence.clone(), reason.to_owned());
            self.append(Judgement::Competence { competence, before, after: opinion, reason }, now);
        }
    }

    /// Asks for a second look at a question.
    pub fn second_look(&mut self, question: &QuestionId, wanted: bool, now: DateTime<FixedOffset>) {
        let before = self.grid().second_look.contains(question);
        if before != wanted {
            let question = question.clone();
            self.append(Judgement::SecondLook { question, before, after: wanted }, now);
        }
    }

    /// States a conflict of interest or its absence.
    pub fn state_interest(&mut self, interest: Interest, now: DateTime<FixedOffset>) {
        let before = self.grid().interest;
        if before.as_ref() != Some(&interest) {
            self.append(Judgement::Interest { before, after: Some(interest) }, now);
        }
    }

    fn append(&mut self, change: Judgement, at: DateTime<FixedOffset>) {
        self.records.push(Record { at, juror: self.juror.clone(), change });
    }

    /// Rank of the first entry that does not follow from those before it, or that another juror
    /// wrote: the file was changed by hand.
    pub fn first_broken_record(&self) -> Option<usize> {
        let mut grid = Grid::default();
        self.records.iter().position(|record| {
            let follows = grid.stands_before(&record.change) && record.juror == self.juror;
            grid.take(&record.change);
            !follows
        })
    }
}

impl Grid {
    /// Whether a juror may judge: has stated no conflict.
    pub const fn abstains(&self) -> bool {
        matches!(self.interest, Some(Interest::Abstains(_)))
    }

    fn stands_before(&self, change: &Judgement) -> bool {
        let text = |known: Option<&String>, before: &String| {
            known.map_or(before.is_empty(), |known| known == before)
        };
        match change {
            Judgement::Criterion { criterion, before, .. } => {
                self.levels.get(criterion) == before.as_ref()
            }
            Judgement::Remark { criterion, before, .. } => {
                text(self.remarks.get(criterion), before)
            }
            Judgement::Expected { question, element, before, .. } => {
                self.expected.contains(&(question.clone(), *element)) == *before
            }
            Judgement::Interview { competence, before, .. } => {
                text(self.interview.get(competence), before)
            }
            Judgement::Competence { competence, before, .. } => {
                self.competences.get(competence).map(|(opinion, _)| *opinion) == *before
            }
            Judgement::SecondLook { question, before, .. } => {
                self.second_look.contains(question) == *before
            }
            Judgement::Interest { before, .. } => &self.interest == before,
        }
    }

    fn take(&mut self, change: &Judgement) {
        match change {
            Judgement::Criterion { criterion, after, .. } => {
                set(&mut self.levels, criterion, *after);
            }
            Judgement::Remark { criterion, after, .. } => {
                let after = Some(after.clone()).filter(|text| !text.is_empty());
                set(&mut self.remarks, criterion, after);
            }
            Judgement::Expected { question, element, after, .. } => {
                toggle(&mut self.expected, (question.clone(), *element), *after);
            }
            Judgement::Interview { competence, after, .. } => {
                let after = Some(after.clone()).filter(|text| !text.is_empty());
                set(&mut self.interview, competence, after);
            }
            Judgement::Competence { competence, after, reason, .. } => {
                set(&mut self.competences, competence, after.map(|a| (a, reason.clone())));
            }
            Judgement::SecondLook { question, after, .. } => {
                toggle(&mut self.second_look, question.clone(), *after);
            }
            Judgement::Interest { after, .. } => self.interest.clone_from(after),
        }
    }
}

fn set<K: Ord + Clone, V>(map: &mut BTreeMap<K, V>, key: &K, value: Option<V>) {
    match value {
        Some(value) => {
            map.insert(key.clone(), value);
        }
        None => {
            map.remove(key);
        }
    }
}

fn toggle<K: Ord>(set: &mut BTreeSet<K>, key: K, present: bool) {
    if present {
        set.insert(key);
    } else {
        set.remove(&key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(minute: i64) -> DateTime<FixedOffset> {
        DateTime::UNIX_EPOCH.fixed_offset() + chrono::TimeDelta::minutes(minute)
    }

    fn evaluation() -> Evaluation {
        Evaluation::new("S".into(), "C-01".into(), "J-1".into())
    }

    #[test]
    fn a_change_of_mind_is_added_never_written_over() {
        let mut file = evaluation();
        let criterion = CriterionId::from("CP1.1");
        file.judge(&criterion, Some(Level::Partial), "", moment(0));
        file.judge(&criterion, Some(Level::Partial), "", moment(1));
        file.judge(&criterion, Some(Level::Satisfied), "relu", moment(2));
        assert_eq!(file.records.len(), 2);
        assert_eq!(file.grid().levels.get(&criterion), Some(&Level::Satisfied));
        assert_eq!(file.first_broken_record(), None);
    }

    #[test]
    fn an_entry_changed_by_hand_is_noticed() {
        let mut file = evaluation();
        let criterion = CriterionId::from("CP1.1");
        file.judge(&criterion, Some(Level::Partial), "", moment(0));
        file.judge(&criterion, Some(Level::Satisfied), "", moment(1));
        file.records.remove(0);
        assert_eq!(file.first_broken_record(), Some(0));
    }
}
