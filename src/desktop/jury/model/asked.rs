//! What a candidate was asked and what they handed in, as the screens show it.

use super::bench::Bench;
use crate::domain::answers::AnswerSheet;
use crate::domain::case_study::{Question, Subject, SubjectQuestion};
use crate::domain::exam::Paper;
use crate::domain::identifier::{CandidateId, PaperId, QuestionId};
use crate::storage::paper_copy_path;

/// The copy of a candidate for a paper after the first one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherCopy<'a> {
    /// The subject and what was written.
    Open(&'a Subject, &'a AnswerSheet),
    /// It waits for the jury's key.
    Sealed,
    /// There is none that can be read.
    Absent,
}

impl Bench {
    /// A question of the variant of a candidate, or of the case: with its key, and as it was asked.
    pub fn question(
        &self,
        candidate: &CandidateId,
        id: &QuestionId,
    ) -> Option<(&Question, &SubjectQuestion)> {
        let question = self.folder.solved_for(candidate).case.question(id)?;
        Some((question, self.folder.subject_for(candidate).question(id)?))
    }

    /// Whether there is a copy of a candidate, be it sealed or left aside.
    pub fn has_copy(&self, candidate: &CandidateId) -> bool {
        self.facts(candidate).is_some()
            || self.folder.has_sealed_copy(candidate)
            || self.folder.problem_of_copy(candidate).is_some()
    }

    /// What is said of a candidate whose copy cannot be read.
    pub fn missing_copy(&self, candidate: &CandidateId) -> &'static str {
        if self.folder.has_sealed_copy(candidate) {
            "copie scellée"
        } else if self.folder.problem_of_copy(candidate).is_some() {
            "copie non lue"
        } else {
            "sans copie"
        }
    }

    /// The papers after the first one.
    pub fn other_papers(&self) -> &[Paper] {
        &self.folder.session.other_papers
    }

    /// The copy of a candidate for one of them.
    pub fn other_copy(&self, candidate: &CandidateId, paper: &PaperId) -> OtherCopy<'_> {
        let known = self.folder.candidates.get(candidate);
        let open = known.and_then(|known| {
            Some((known.other_subjects.get(paper)?, known.other_sheets.get(paper)?))
        });
        if let Some((subject, sheet)) = open {
            return OtherCopy::Open(subject, sheet);
        }
        let path = paper_copy_path(&self.folder.root.join("copies"), candidate, paper);
        if self.folder.sealed.contains(&path) { OtherCopy::Sealed } else { OtherCopy::Absent }
    }
}
