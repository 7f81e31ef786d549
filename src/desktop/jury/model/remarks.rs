//! Remarks written once and used again, on other copies and in the deliberation.

use super::bench::Bench;
use super::reference::Reference;
use super::standing::Standing;
use crate::domain::grading::{Acquisition, Level};
use crate::domain::identifier::{CandidateId, CompetenceId, CriterionId};

/// A remark that the juror wrote on other copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownRemark {
    /// The remark.
    pub text: String,
    /// The copies that carry it.
    pub copies: Vec<CandidateId>,
}

/// Remarks of the juror who sits for a criterion on the other copies, the most used first.
pub fn known_remarks(
    bench: &Bench,
    candidate: &CandidateId,
    criterion: &CriterionId,
) -> Vec<KnownRemark> {
    let mut found: Vec<KnownRemark> = Vec::new();
    for other in bench.candidates().iter().filter(|other| &other.id != candidate) {
        let own = bench.standing(&other.id).map(|standing| &standing.own);
        let Some(text) = own.and_then(|own| own.remarks.get(criterion)) else { continue };
        match found.iter_mut().find(|known| &known.text == text) {
            Some(known) => known.copies.push(other.id.clone()),
            None => found.push(KnownRemark { text: text.clone(), copies: vec![other.id.clone()] }),
        }
    }
    found.sort_by_key(|known| std::cmp::Reverse(known.copies.len()));
    found
}

/// Copies that carry the same remark for a criterion.
pub fn same_remark(
    bench: &Bench,
    candidate: &CandidateId,
    criterion: &CriterionId,
    text: &str,
) -> Vec<CandidateId> {
    let carries = |id: &CandidateId| {
        bench
            .standing(id)
            .and_then(|standing| standing.own.remarks.get(criterion))
            .is_some_and(|known| known == text)
    };
    if text.trim().is_empty() {
        return Vec::new();
    }
    bench
        .candidates()
        .iter()
        .map(|other| &other.id)
        .filter(|id| *id != candidate && carries(id))
        .cloned()
        .collect()
}

/// What the jurors wrote against a competence: their reasons, then their remarks on the criteria
/// that are not satisfied, each once.
pub fn gathered_remarks(
    reference: &Reference,
    standing: &Standing,
    competence: &CompetenceId,
) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut add = |line: String| {
        if !line.trim().is_empty() && !lines.contains(&line) {
            lines.push(line);
        }
    };
    for (_, grid) in standing.counted() {
        if let Some((Acquisition::NotAcquired, reason)) = grid.competences.get(competence) {
            add(reason.clone());
        }
    }
    let criteria = reference.qualification.competence(competence).map(|known| &known.criteria);
    for criterion in criteria.into_iter().flatten() {
        for (_, grid) in standing.counted() {
            let weak = matches!(
                grid.levels.get(&criterion.id),
                Some(Level::Partial | Level::NotSatisfied)
            );
            if let Some(remark) = grid.remarks.get(&criterion.id).filter(|_| weak) {
                add(format!("{} : {remark}", criterion.id));
            }
        }
    }
    lines.join("\n")
}
