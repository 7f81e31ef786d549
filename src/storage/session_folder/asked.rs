//! What each candidate was asked: the case of each paper, the subject derived from it, and the
//! variant of each candidate who has one.

use std::path::Path;
use std::sync::Arc;

use super::SessionFolder;
use crate::domain::case_study::{SolvedCase, Subject};
use crate::domain::exam::{Candidate, Paper, Session};
use crate::domain::framework::Catalogue;
use crate::domain::identifier::PaperId;
use crate::storage::collection::is_first;
use crate::storage::sealing::SealedKind;
use crate::storage::{
    StorageError, StorageResult, StoredCase, fingerprint, read_case, read_subject, sealed_kind_of,
    subject_of, variant_case,
};

/// A paper of the session.
#[derive(Debug, Clone)]
pub(super) struct AskedPaper {
    id: PaperId,
    /// Its case as its author wrote it: variants are made from it.
    stored: StoredCase,
    /// The subject of whoever has no variant.
    subject: Arc<Subject>,
    fingerprint: String,
}

/// Whether opening the session derives subjects, which takes the référentiels.
pub(super) fn derives_subjects(root: &Path, session: &Session) -> bool {
    session.candidates.iter().any(|candidate| candidate.variant.is_some())
        || session.papers().iter().any(|paper| is_derived(root, session, paper))
}

/// Whether the subject of a paper is derived from its case: what goes to a room is sealed, and the
/// jury does not know the code that opens it.
fn is_derived(root: &Path, session: &Session, paper: &Paper) -> bool {
    session.jury_recipient.is_some()
        || sealed_kind_of(&root.join(&paper.subject_file)) == Some(SealedKind::Subject)
}

/// The référentiels of the papers, when somebody has a variant.
pub(super) fn frameworks_of_variants(
    session: &Session,
    papers: &[AskedPaper],
    catalogue: &Catalogue,
) -> Catalogue {
    let mut kept = Catalogue::default();
    if session.candidates.iter().all(|candidate| candidate.variant.is_none()) {
        return kept;
    }
    for paper in papers {
        if let Some(qualification) = catalogue.find(&paper.stored.case.qualification) {
            kept.install(qualification.clone());
        }
    }
    kept
}

impl AskedPaper {
    /// Reads the case of a paper and reads or derives its subject; gives its keys too.
    ///
    /// # Errors
    /// When the case or the subject cannot be read, or the référentiel is not installed.
    pub(super) fn read(
        root: &Path,
        session: &Session,
        paper: &Paper,
        catalogue: &Catalogue,
    ) -> StorageResult<(Self, SolvedCase)> {
        let path = root.join(&paper.case_file);
        let stored = read_case(&path)?;
        let solved = stored.solved()?;
        let subject = if is_derived(root, session, paper) {
            subject_of(&path, &solved, catalogue)?
        } else {
            read_subject(&root.join(&paper.subject_file))?
        };
        let fingerprint = fingerprint(&subject)?;
        Ok((Self { id: paper.id.clone(), stored, subject: Arc::new(subject), fingerprint }, solved))
    }

    /// Its identifier.
    pub(super) const fn id(&self) -> &PaperId {
        &self.id
    }

    /// The subject of whoever has no variant.
    pub(super) fn subject(&self) -> Arc<Subject> {
        Arc::clone(&self.subject)
    }

    /// A variant: its case, keys computed, and its subject.
    fn variant(&self, seed: u64, frameworks: &Catalogue) -> StorageResult<(SolvedCase, Subject)> {
        let varied = variant_case(&self.stored, seed)?;
        let solved = varied.solved()?;
        let subject = subject_of(&varied.path, &solved, frameworks)?;
        Ok((solved, subject))
    }
}

impl SessionFolder {
    /// Makes the variant of each candidate who has one.
    pub(super) fn make_variants(&mut self) {
        let papers = Arc::clone(&self.papers);
        let Some(first) = papers.first() else { return };
        for candidate in &self.session.candidates {
            let Some(seed) = candidate.variant else { continue };
            match first.variant(seed, &self.frameworks) {
                Ok((solved, subject)) => {
                    if let Some(known) = self.candidates.get_mut(&candidate.id) {
                        known.solved = Some(Arc::new(solved));
                        known.subject = Some(Arc::new(subject));
                    }
                }
                Err(problem) => {
                    let place = format!("candidat {}", candidate.id);
                    self.problems.push(problem.at(Some(place)));
                }
            }
        }
    }

    /// Says that a case, or the program, no longer gives the subject that was prepared: copies are
    /// read all the same, and people must look.
    pub(super) fn say_changed_subjects(&mut self) {
        let papers = Arc::clone(&self.papers);
        for paper in papers.iter() {
            let kept = self.session.subject_fingerprints.get(paper.id.as_str());
            if kept.is_some_and(|kept| *kept != paper.fingerprint) {
                self.problems.push(StorageError::new(
                    &paper.stored.path,
                    "cette étude de cas ne donne plus le sujet qui a été préparé.",
                    "Remettez celle de la préparation, ou vérifiez ce qui a changé ; les copies sont lues.",
                ));
            }
        }
    }

    /// The papers whose case could be read.
    pub(super) fn asked_papers(&self) -> &[AskedPaper] {
        &self.papers
    }

    /// The subject that a candidate answers in a paper, and its fingerprint.
    ///
    /// # Errors
    /// When the variant of the candidate cannot be made.
    pub(super) fn asked_in(
        &self,
        paper: &AskedPaper,
        candidate: Option<&Candidate>,
    ) -> StorageResult<(Arc<Subject>, String)> {
        let prepared =
            candidate.and_then(|known| self.session.prepared_fingerprint(&paper.id, known));
        let (subject, derived) = self.derived_in(paper, candidate)?;
        Ok((subject, prepared.map_or(derived, str::to_owned)))
    }

    /// The same, the subject as it is derived now.
    fn derived_in(
        &self,
        paper: &AskedPaper,
        candidate: Option<&Candidate>,
    ) -> StorageResult<(Arc<Subject>, String)> {
        let varied = candidate.and_then(|known| Some((&known.id, known.variant?)));
        let Some((id, seed)) = varied else {
            return Ok((paper.subject(), paper.fingerprint.clone()));
        };
        let subject = if is_first(&paper.id) {
            let made = self.candidates.get(id).and_then(|known| known.subject.clone());
            made.ok_or_else(|| {
                StorageError::new(
                    &self.case_path,
                    format!("la variante {seed} de ce candidat ne se fait pas."),
                    "Remettez dans le dossier l'étude de cas de la préparation.",
                )
            })?
        } else {
            Arc::new(paper.variant(seed, &self.frameworks)?.1)
        };
        let fingerprint = fingerprint(&subject)?;
        Ok((subject, fingerprint))
    }
}
