//! Judgements of one juror on one candidate: an append-only list, from which the grid is derived.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{Acquisition, Grid, Interest, Judgement, Level, Record};
use crate::domain::identifier::{
    CandidateId, CompetenceId, CriterionId, JurorId, QuestionId, SessionId,
};

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
