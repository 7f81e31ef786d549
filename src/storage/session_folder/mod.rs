//! A session is one folder; every file in it has exactly one writer.
//!
//! `session.yaml` (the centre) · the cases and their pictures (the trainer) · `*.sujet`, `jury.cle`
//! (the centre) · `copies/C-01.copie` (the candidate) · `evaluations/J-1/C-01.yaml` (that juror) ·
//! `deliberations/C-01.yaml` (who holds the pen) · `documents/*.pdf` (made again at will).
//!
//! - `asked`: what each candidate was asked: cases with their keys, subjects, variants;
//! - `copies`: the copies, plain or sealed, each checked against what its candidate was asked;
//! - `granted`: the time that a copy was made with, and the one that the session grants;
//! - `reading`: the files of the jury; `writing`: the same, and new folders.

mod asked;
mod copies;
mod granted;
mod reading;
mod writing;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use self::asked::AskedPaper;
use super::document::{self, Kind};
use super::sealing::JuryKey;
use super::{KEY_FILE, StorageError, StorageResult, copy_path, load_catalogue};
use crate::domain::answers::AnswerSheet;
use crate::domain::case_study::{SolvedCase, Subject};
use crate::domain::exam::Session;
use crate::domain::framework::Catalogue;
use crate::domain::grading::{Deliberation, Evaluation};
use crate::domain::identifier::{CandidateId, JurorId, PaperId};

/// An open session folder.
#[derive(Debug, Clone)]
pub struct SessionFolder {
    /// The folder.
    pub root: PathBuf,
    /// The session.
    pub session: Session,
    /// File of its case study.
    pub case_path: PathBuf,
    /// Its case study, keys computed; see [`Self::solved_for`] where a candidate is known.
    pub solved: SolvedCase,
    /// Its subject; see [`Self::subject_for`] where a candidate is known.
    pub subject: Arc<Subject>,
    /// What each candidate and the jury have put in it.
    pub candidates: BTreeMap<CandidateId, CandidateFolder>,
    /// Sealed copies that wait for the jury's key: see [`Self::unlock`].
    pub sealed: Vec<PathBuf>,
    /// Files that could not be used.
    pub problems: Vec<StorageError>,
    /// What people must look at in copies that are used all the same.
    pub warnings: Vec<StorageError>,
    /// Every paper whose case could be read, the first one first.
    papers: Arc<Vec<AskedPaper>>,
    /// The référentiels that variants are derived with.
    frameworks: Arc<Catalogue>,
}

/// Files about one candidate.
#[derive(Debug, Clone, Default)]
pub struct CandidateFolder {
    /// The copy, if there is exactly one and it answers what this candidate was asked.
    pub sheet: Option<AnswerSheet>,
    /// The case of their variant, keys computed; none when they answer the case itself.
    pub solved: Option<Arc<SolvedCase>>,
    /// The subject of their variant; none when they answer the subject of the session.
    pub subject: Option<Arc<Subject>>,
    /// Copies of the other papers.
    pub other_sheets: BTreeMap<PaperId, AnswerSheet>,
    /// What each of those copies answers.
    pub other_subjects: BTreeMap<PaperId, Arc<Subject>>,
    /// Evaluations by juror.
    pub evaluations: BTreeMap<JurorId, Evaluation>,
    /// The deliberation.
    pub deliberation: Option<Deliberation>,
}

impl SessionFolder {
    /// File of the session in its folder.
    pub const SESSION_FILE: &'static str = "session.yaml";

    /// Opens a session folder, or the `session.yaml` of one; sealed copies stay so. Subjects that
    /// are not there in clear are derived with the référentiels of the program.
    ///
    /// # Errors
    /// When the session, its case or its subject cannot be read. Copies, evaluations and
    /// deliberations that cannot be used are listed in `problems` instead.
    pub fn open(path: &Path) -> StorageResult<Self> {
        static BUILT_IN: OnceLock<Catalogue> = OnceLock::new();
        let (root, session) = read_session(path)?;
        if asked::derives_subjects(&root, &session) {
            let catalogue = BUILT_IN.get_or_init(|| load_catalogue(None).0);
            Self::assemble(root, session, catalogue, None)
        } else {
            Self::assemble(root, session, &Catalogue::default(), None)
        }
    }

    /// Opens a session folder with chosen référentiels, and its sealed copies if the jury's key is
    /// given.
    ///
    /// # Errors
    /// As [`Self::open`], and when the key is not that of this session.
    pub fn open_with(
        path: &Path,
        catalogue: &Catalogue,
        key: Option<&JuryKey>,
    ) -> StorageResult<Self> {
        let (root, session) = read_session(path)?;
        Self::assemble(root, session, catalogue, key)
    }

    fn assemble(
        root: PathBuf,
        session: Session,
        catalogue: &Catalogue,
        key: Option<&JuryKey>,
    ) -> StorageResult<Self> {
        let mut named = session.papers().into_iter();
        let Some(first) = named.next() else { return Err(without_paper(&root)) };
        let (first, solved) = AskedPaper::read(&root, &session, &first, catalogue)?;
        let subject = first.subject();
        let mut papers = vec![first];
        let mut problems = Vec::new();
        for paper in named {
            match AskedPaper::read(&root, &session, &paper, catalogue) {
                Ok((paper, _)) => papers.push(paper),
                Err(problem) => problems.push(problem),
            }
        }
        let frameworks = asked::frameworks_of_variants(&session, &papers, catalogue);
        let ids = session.candidates.iter().map(|candidate| candidate.id.clone());
        let mut folder = Self {
            case_path: root.join(&session.case_file),
            candidates: ids.map(|id| (id, CandidateFolder::default())).collect(),
            root,
            session,
            solved,
            subject,
            sealed: Vec::new(),
            problems,
            warnings: Vec::new(),
            papers: Arc::new(papers),
            frameworks: Arc::new(frameworks),
        };
        if let Some(key) = key {
            folder.refuse_other_key(&key.recipient())?;
        }
        folder.make_variants();
        folder.say_changed_subjects();
        folder.read_copies(key);
        folder.read_evaluations();
        folder.read_deliberations();
        Ok(folder)
    }

    /// The case that a candidate answers, keys computed: their variant, or that of the session.
    pub fn solved_for(&self, candidate: &CandidateId) -> &SolvedCase {
        let own = self.candidates.get(candidate).and_then(|known| known.solved.as_deref());
        own.unwrap_or(&self.solved)
    }

    /// The subject that a candidate answers: their variant, or that of the session.
    pub fn subject_for(&self, candidate: &CandidateId) -> &Subject {
        let own = self.candidates.get(candidate).and_then(|known| known.subject.as_deref());
        own.unwrap_or(&self.subject)
    }

    /// File of a candidate's copy.
    pub fn copy_file(&self, candidate: &CandidateId) -> PathBuf {
        copy_path(&self.copies_folder(), candidate)
    }

    /// Where the jury's key is expected.
    pub fn key_file(&self) -> PathBuf {
        self.root.join(KEY_FILE)
    }

    /// Evaluations of a candidate, in the order of the jurors.
    pub fn evaluations(&self, candidate: &CandidateId) -> Vec<Evaluation> {
        let Some(folder) = self.candidates.get(candidate) else { return Vec::new() };
        self.session
            .jurors
            .iter()
            .filter_map(|juror| folder.evaluations.get(&juror.id))
            .cloned()
            .collect()
    }

    fn copies_folder(&self) -> PathBuf {
        self.root.join("copies")
    }
}

/// The session of a folder, or of the `session.yaml` of one, and that folder.
///
/// # Errors
/// When the session cannot be read.
pub fn read_session(path: &Path) -> StorageResult<(PathBuf, Session)> {
    let is_file = path.file_name().is_some_and(|name| name == SessionFolder::SESSION_FILE);
    let root = if is_file { path.parent().unwrap_or(path) } else { path };
    let file = root.join(SessionFolder::SESSION_FILE);
    let session: Session = document::read(&file, Kind::Session)?;
    if let Some(problem) = session.diagnostics().first().filter(|_| session.jurors.is_empty()) {
        return Err(StorageError::new(&file, problem.message.clone(), problem.remedy.clone()));
    }
    Ok((root.to_owned(), session))
}

fn without_paper(root: &Path) -> StorageError {
    StorageError::new(
        &root.join(SessionFolder::SESSION_FILE),
        "la session n'a pas d'épreuve.",
        "Préparez-la de nouveau.",
    )
}

#[cfg(test)]
mod tests;
