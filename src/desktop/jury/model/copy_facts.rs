//! What a copy shows by itself, read once.

use std::collections::BTreeMap;

use super::reference::Reference;
use crate::domain::answers::{AnswerSheet, Origin};
use crate::domain::case_study::SolvedCase;
use crate::domain::grading::{CriterionEvidence, MarkedCopy, evidence_for, mark_copy};
use crate::domain::identifier::CompetenceId;

/// What a copy shows by itself: it never changes during a sitting.
#[derive(Debug, Clone, Default)]
pub struct CopyFacts {
    /// Automatic results.
    pub marked: MarkedCopy,
    /// Evidence for each competence, in the order of the questions.
    pub evidence: BTreeMap<CompetenceId, Vec<CriterionEvidence>>,
    /// Whether it was written on paper.
    pub on_paper: bool,
}

impl CopyFacts {
    /// Reads a copy once.
    pub fn of(solved: &SolvedCase, reference: &Reference, sheet: &AnswerSheet) -> Self {
        let marked = mark_copy(solved, sheet);
        let mut evidence: BTreeMap<CompetenceId, Vec<CriterionEvidence>> = BTreeMap::new();
        for (competence, criterion) in reference.criteria() {
            let known = evidence.entry(competence.id.clone()).or_default();
            for one in evidence_for(&solved.case, &marked, &criterion.id) {
                if !known.contains(&one) {
                    known.push(one);
                }
            }
        }
        for known in evidence.values_mut() {
            known.sort_by_key(|one| one.number);
        }
        Self { marked, evidence, on_paper: sheet.origin == Origin::Paper }
    }
}
