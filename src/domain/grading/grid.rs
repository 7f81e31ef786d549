//! The grid of one juror: judgements as they stand, derived from the entries.

use std::collections::{BTreeMap, BTreeSet};

use super::{Acquisition, Interest, Judgement, Level};
use crate::domain::identifier::{CompetenceId, CriterionId, QuestionId};

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

impl Grid {
    /// Whether a juror may judge: has stated no conflict.
    pub const fn abstains(&self) -> bool {
        matches!(self.interest, Some(Interest::Abstains(_)))
    }

    /// Whether what an entry says of the state before it is so.
    pub(super) fn stands_before(&self, change: &Judgement) -> bool {
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

    /// Takes an entry into account.
    pub(super) fn take(&mut self, change: &Judgement) {
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
