//! « À faire »: what each candidate still needs, and where to do it.

use super::lacks::{Lack, headline, in_words};
use super::reference::Reference;
use super::standing::Standing;
use super::states::CompetenceState;
use super::words::{counted, outcome_words};
use crate::domain::exam::{Attendance, Candidate};
use crate::domain::grading::Verdict;
use crate::domain::identifier::CandidateId;

/// Where something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// On the copy.
    Correction,
    /// In the deliberation.
    Deliberation,
}

/// What one candidate still needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TodoEntry {
    /// The candidate.
    pub candidate: CandidateId,
    /// What, line by line.
    pub lines: Vec<String>,
    /// Where.
    pub target: Target,
    /// Whether the jurors differ.
    pub disputed: bool,
}

/// What a candidate still needs from the juror who sits and from the jury; `None` when complete.
pub fn todo_entry(candidate: &Candidate, standing: &Standing) -> Option<TodoEntry> {
    if standing.lacks.is_empty() {
        return None;
    }
    let disputed =
        standing.competences.values().any(|known| known.state == CompetenceState::Disagreement);
    let decided = standing.settled.outcome.is_some();
    let mine = if decided || standing.own.abstains() { 0 } else { standing.left.len() };
    let (lines, target) = if mine > 0 {
        let what = counted(mine, "critère à juger", "critères à juger");
        (vec![format!("Il vous reste {what}.")], Target::Correction)
    } else {
        (in_words(&standing.lacks), Target::Deliberation)
    };
    Some(TodoEntry { candidate: candidate.id.clone(), lines, target, disputed })
}

/// Tone of the decision of a candidate in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionTone {
    /// Everything presented is obtained.
    Obtained,
    /// A part is obtained.
    Partial,
    /// Nothing is obtained.
    NotObtained,
    /// Did not come.
    Absent,
    /// Something is missing.
    Missing,
}

/// The decision of a candidate in a few words.
pub fn decision_words(
    reference: &Reference,
    candidate: &Candidate,
    standing: &Standing,
) -> (DecisionTone, String) {
    let (qualification, scheme) = (&reference.qualification, &reference.scheme);
    if let Some(outcome) = standing.settled.outcome.as_ref().filter(|_| standing.is_complete()) {
        let tone = match outcome.verdict(scheme) {
            Verdict::QualificationObtained | Verdict::CertificateObtained => DecisionTone::Obtained,
            Verdict::Partial => DecisionTone::Partial,
            Verdict::Deferred | Verdict::CertificateNotObtained => DecisionTone::NotObtained,
            Verdict::Absent => DecisionTone::Absent,
        };
        return (tone, outcome_words(qualification, scheme, outcome));
    }
    if standing.settled.outcome.is_some() {
        return (DecisionTone::Missing, "décision à revoir".to_owned());
    }
    if candidate.attendance == Attendance::Absent {
        return (DecisionTone::Absent, "Absent, décision à prononcer".to_owned());
    }
    let words = headline(&standing.lacks).unwrap_or_else(|| "à juger".to_owned());
    (DecisionTone::Missing, words)
}

/// The next thing missing after the one just looked at, to go through them in turn.
pub fn next_lack<'a>(lacks: &[&'a Lack], after: Option<&Lack>) -> Option<&'a Lack> {
    let seen = after.and_then(|after| lacks.iter().position(|lack| *lack == after));
    let next = seen.map_or(0, |index| index + 1);
    lacks.get(next).or_else(|| lacks.first()).copied()
}
