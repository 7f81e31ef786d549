//! Copies of the candidates, plain or sealed to the jury: each is checked against what its
//! candidate was asked before it counts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::SessionFolder;
use super::granted::{other_time, said_absent};
use super::reading::files;
use crate::domain::answers::AnswerSheet;
use crate::domain::case_study::Subject;
use crate::domain::identifier::{CandidateId, PaperId};
use crate::storage::collection::is_first;
use crate::storage::sealing::{CopyHeader, JuryKey};
use crate::storage::{
    StorageError, StorageResult, read_copy, read_sealed_copy, sealed_kind_of, verify_copy_file,
};

/// A copy that answers what its candidate was asked.
struct KnownCopy {
    path: PathBuf,
    paper: PaperId,
    sheet: AnswerSheet,
    subject: Arc<Subject>,
}

impl SessionFolder {
    /// Opens the sealed copies with the jury's key. All copies are read again: those that came
    /// since the folder was opened are there too.
    ///
    /// # Errors
    /// When the key is not that of this session; nothing changes then. Copies that cannot be opened
    /// are listed in `problems`.
    pub fn unlock(&mut self, key: &JuryKey) -> StorageResult<()> {
        self.refuse_other_key(&key.recipient())?;
        let folder = self.copies_folder();
        self.problems.retain(|problem| !problem.path.starts_with(&folder));
        for known in self.candidates.values_mut() {
            known.sheet = None;
            known.other_sheets.clear();
            known.other_subjects.clear();
        }
        self.read_copies(Some(key));
        Ok(())
    }

    /// Refuses a key of another session, from its public half: no passphrase is needed.
    ///
    /// # Errors
    /// When it is another key than the one that the session was prepared with.
    pub fn refuse_other_key(&self, recipient: &str) -> StorageResult<()> {
        let own = self.session.jury_recipient.as_deref().map(str::trim);
        if own.is_none_or(|own| own == recipient) {
            return Ok(());
        }
        Err(StorageError::new(
            &self.root,
            "cette clé du jury n'est pas celle de cette session.",
            "Prenez la clé (jury.cle) faite à la préparation de cette session.",
        ))
    }

    /// Whether a candidate's copy is there, sealed and not opened.
    pub fn has_sealed_copy(&self, candidate: &CandidateId) -> bool {
        self.sealed.contains(&self.copy_file(candidate))
    }

    /// Why the file of a candidate's copy was left aside, if it was.
    pub fn problem_of_copy(&self, candidate: &CandidateId) -> Option<&StorageError> {
        let file = self.copy_file(candidate);
        self.problems.iter().find(|problem| problem.path == file)
    }

    /// Reads every copy; sealed ones are opened with the key, and listed without it.
    pub(super) fn read_copies(&mut self, key: Option<&JuryKey>) {
        self.sealed.clear();
        self.warnings.clear();
        let mut found: BTreeMap<(CandidateId, PaperId), Vec<KnownCopy>> = BTreeMap::new();
        for path in files(&self.copies_folder(), "copie") {
            match self.read_one(&path, key) {
                Ok(Some(copy)) => {
                    let whose = (copy.sheet.candidate.clone(), copy.paper.clone());
                    found.entry(whose).or_default().push(copy);
                }
                Ok(None) => self.sealed.push(path),
                Err(problem) => self.problems.push(problem),
            }
        }
        for ((candidate, paper), copies) in found {
            self.file_copies(&candidate, paper, copies);
        }
    }

    /// The copy of a file; `None` when it is sealed, intact, and there is no key.
    fn read_one(&self, path: &Path, key: Option<&JuryKey>) -> StorageResult<Option<KnownCopy>> {
        if sealed_kind_of(path).is_none() {
            return self.recognised(path, None, read_copy(path)?).map(Some);
        }
        let (header, _) = verify_copy_file(path)?;
        let paper = self.stated_paper(path, &header)?;
        let Some(key) = key else { return Ok(None) };
        let sheet = read_sealed_copy(path, key)?;
        self.recognised(path, Some(&paper), sheet).map(Some)
    }

    /// The paper that a sealed copy states, if it is one of this session.
    fn stated_paper(&self, path: &Path, header: &CopyHeader) -> StorageResult<PaperId> {
        let refused = |words: String, remedy: &str| Err(StorageError::new(path, words, remedy));
        if header.session != self.session.id {
            return refused(
                "cette copie est d'une autre session.".to_owned(),
                "Rangez-la dans sa session. Elle n'est pas évaluée ici.",
            );
        }
        let paper = PaperId(header.paper.clone());
        if self.asked_papers().iter().any(|asked| *asked.id() == paper) {
            return Ok(paper);
        }
        match self.session.papers().iter().find(|known| known.id == paper) {
            Some(known) => refused(
                format!("l'étude de cas de « {} » n'a pas pu être lue.", known.label),
                "Remettez-la dans le dossier de la session, puis rouvrez-la.",
            ),
            None => refused(
                format!("l'épreuve {paper} n'est pas de cette session."),
                "Vérifiez le fichier session.yaml.",
            ),
        }
    }

    /// A copy with what it answers: the paper that it states, or the one that it fits.
    fn recognised(
        &self,
        path: &Path,
        stated: Option<&PaperId>,
        sheet: AnswerSheet,
    ) -> StorageResult<KnownCopy> {
        let candidate = self.session.candidate(&sheet.candidate);
        let possible = |id: &PaperId| stated.is_none_or(|stated| stated == id);
        for asked in self.asked_papers().iter().filter(|asked| possible(asked.id())) {
            // The problem is told of the copy: the variant itself was said to fail before.
            let (subject, fingerprint) = self
                .asked_in(asked, candidate)
                .map_err(|problem| StorageError { path: path.to_owned(), ..problem })?;
            if fingerprint == sheet.subject_fingerprint {
                let paper = asked.id().clone();
                return Ok(KnownCopy { path: path.to_owned(), paper, sheet, subject });
            }
        }
        let remedy = if stated.is_some() {
            "Vérifiez que l'étude de cas et le référentiel sont ceux de la préparation. Elle n'est \
             pas évaluée ici."
        } else {
            "Placez-la dans la session de ce sujet. Elle n'est pas évaluée ici."
        };
        Err(StorageError::new(path, "cette copie répond à un autre sujet.", remedy))
    }

    /// Files the copies of a candidate for a paper: one counts, several count for nothing.
    fn file_copies(&mut self, candidate: &CandidateId, paper: PaperId, mut copies: Vec<KnownCopy>) {
        let paths: Vec<String> =
            copies.iter().map(|copy| copy.path.display().to_string()).collect();
        let Some(copy) = copies.pop() else { return };
        if !copies.is_empty() {
            self.problems.push(StorageError::new(
                &copy.path,
                format!(
                    "{} copies portent l'identifiant {candidate} ({}).",
                    paths.len(),
                    paths.join(", ")
                ),
                "Retirez celle qui ne compte pas ; aucune n'est évaluée d'ici là.",
            ));
            return;
        }
        if let Some(known) = self.session.candidate(candidate) {
            let made = copy.sheet.ledger.allowance();
            self.warnings.extend(other_time(&copy.path, known, made));
            self.warnings.extend(said_absent(&copy.path, known));
        }
        match self.candidates.get_mut(candidate) {
            Some(known) if is_first(&paper) => known.sheet = Some(copy.sheet),
            Some(known) => {
                known.other_subjects.insert(paper.clone(), copy.subject);
                known.other_sheets.insert(paper, copy.sheet);
            }
            None => self.problems.push(StorageError::new(
                &copy.path,
                format!("l'identifiant {candidate} n'est pas celui d'un candidat inscrit."),
                "Ajoutez le candidat à session.yaml ou corrigez la liste.",
            )),
        }
    }
}
