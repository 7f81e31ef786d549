//! Who sits the subject, for how long, and where the copy is kept.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::copy_file;
use super::open_copy::OpenCopy;
use crate::domain::answers::{AnswerSheet, Sitting};
use crate::domain::case_study::Subject;
use crate::domain::identifier::{CandidateId, CopyId};
use crate::environment::Environment;
use crate::storage::{
    StorageError, StorageResult, copy_path, fingerprint, read_copy, read_subject,
};

/// Longest identifier, in characters.
pub(super) const IDENTIFIER_LIMIT: usize = 20;
/// Most extra minutes taken: ten hours.
const MOST_EXTRA_MINUTES: u32 = 600;
/// Folder beside the subject where copies are kept when it exists.
const COPIES_FOLDER: &str = "copies";

/// What the candidate or the invigilator fills before the test.
pub(super) struct Identification {
    subject: Arc<Subject>,
    subject_path: PathBuf,
    fingerprint: String,
    /// Anonymous identifier of the candidate, as typed.
    pub(super) identifier: String,
    /// Room and PC, as typed.
    pub(super) seat: String,
    /// Extra time in minutes, as typed.
    pub(super) extra_minutes: String,
    /// Folder where the copy is saved.
    pub(super) folder: PathBuf,
    problem: Option<BeginProblem>,
}

/// Why a test does not begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BeginProblem {
    /// The identifier cannot be used.
    Identifier(&'static str),
    /// The extra time cannot be read.
    ExtraMinutes(&'static str),
    /// A file of this candidate is already in the folder.
    CopyThere {
        /// The file.
        path: PathBuf,
        /// What it is.
        what: CopyThere,
    },
    /// The copy cannot be written or read.
    Storage(StorageError),
}

/// What is already in the folder under this identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CopyThere {
    /// A copy of this subject, not handed in: it can be resumed.
    Resumable,
    /// A copy of this subject, handed in.
    HandedIn,
    /// A copy of another subject.
    OtherSubject,
    /// A file that is no readable copy.
    Unreadable,
}

impl CopyThere {
    fn of(path: &Path, fingerprint: &str) -> Self {
        match read_copy(path) {
            Err(_) => Self::Unreadable,
            Ok(sheet) if sheet.subject_fingerprint != fingerprint => Self::OtherSubject,
            Ok(sheet) if sheet.is_handed_in() => Self::HandedIn,
            Ok(_) => Self::Resumable,
        }
    }
}

impl Identification {
    /// The form for a subject on disk.
    pub(super) fn open(subject_path: PathBuf) -> StorageResult<Self> {
        let subject = read_subject(&subject_path)?;
        let fingerprint = fingerprint(&subject)?;
        Ok(Self {
            subject: Arc::new(subject),
            folder: usual_folder(&subject_path),
            subject_path,
            fingerprint,
            identifier: String::new(),
            seat: String::new(),
            extra_minutes: "0".to_owned(),
            problem: None,
        })
    }

    /// The subject.
    pub(super) fn subject(&self) -> &Arc<Subject> {
        &self.subject
    }

    /// File of the subject.
    pub(super) fn subject_path(&self) -> &Path {
        &self.subject_path
    }

    /// Fingerprint of the subject.
    pub(super) fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// Why the last try to begin failed.
    pub(super) const fn problem(&self) -> Option<&BeginProblem> {
        self.problem.as_ref()
    }

    /// Forgets the last problem: something was changed since.
    pub(super) fn changed(&mut self) {
        self.problem = None;
    }

    /// Saves the copy in another folder.
    pub(super) fn choose_folder(&mut self, folder: PathBuf) {
        self.folder = folder;
        self.changed();
    }

    /// Begins the test: the copy is on the disk before the first question is shown.
    pub(super) fn begin(&mut self, environment: &Environment) -> Option<OpenCopy> {
        let begun = self.try_to_begin(environment);
        self.keep_problem(begun)
    }

    /// Resumes the copy found under this identifier.
    pub(super) fn resume(&mut self) -> Option<OpenCopy> {
        let resumed = self.try_to_resume();
        self.keep_problem(resumed)
    }

    fn keep_problem(&mut self, outcome: Result<OpenCopy, BeginProblem>) -> Option<OpenCopy> {
        match outcome {
            Ok(copy) => {
                self.problem = None;
                Some(copy)
            }
            Err(problem) => {
                self.problem = Some(problem);
                None
            }
        }
    }

    fn try_to_begin(&self, environment: &Environment) -> Result<OpenCopy, BeginProblem> {
        let candidate = read_identifier(&self.identifier).map_err(BeginProblem::Identifier)?;
        let extra = read_extra_minutes(&self.extra_minutes).map_err(BeginProblem::ExtraMinutes)?;
        let path = copy_path(&self.folder, &candidate);
        if path.exists() {
            let what = CopyThere::of(&path, &self.fingerprint);
            return Err(BeginProblem::CopyThere { path, what });
        }
        let now = environment.now();
        let sitting = Sitting {
            copy: CopyId(environment.new_identifier()),
            candidate,
            seat: self.seat.trim().to_owned(),
            extra_minutes: extra,
            subject_fingerprint: self.fingerprint.clone(),
            started_at: now,
        };
        let sheet = AnswerSheet::begin(&self.subject, sitting);
        copy_file::create(&path, &sheet).map_err(BeginProblem::Storage)?;
        Ok(OpenCopy::new(Arc::clone(&self.subject), sheet, path, Some(now)))
    }

    fn try_to_resume(&self) -> Result<OpenCopy, BeginProblem> {
        let candidate = read_identifier(&self.identifier).map_err(BeginProblem::Identifier)?;
        let path = copy_path(&self.folder, &candidate);
        let what = CopyThere::of(&path, &self.fingerprint);
        if what != CopyThere::Resumable {
            return Err(BeginProblem::CopyThere { path, what });
        }
        let sheet = read_copy(&path).map_err(BeginProblem::Storage)?;
        Ok(OpenCopy::new(Arc::clone(&self.subject), sheet, path, None))
    }
}

/// The folder `copies` beside the subject when there is one, the folder of the subject otherwise.
fn usual_folder(subject_path: &Path) -> PathBuf {
    let beside = subject_path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let beside = beside.unwrap_or_else(|| Path::new("."));
    let copies = beside.join(COPIES_FOLDER);
    if copies.is_dir() { copies } else { beside.to_owned() }
}

/// Letters, digits, dash and underscore, 1 to 20 characters.
fn read_identifier(typed: &str) -> Result<CandidateId, &'static str> {
    let identifier = typed.trim();
    if identifier.is_empty() {
        return Err("Écrivez l'identifiant remis par le surveillant, par exemple B-07.");
    }
    if identifier.chars().count() > IDENTIFIER_LIMIT {
        return Err("L'identifiant compte 20 caractères au plus. Raccourcissez-le.");
    }
    let allowed = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    if !identifier.chars().all(allowed) {
        return Err("Écrivez des lettres, des chiffres, « - » ou « _ », sans espace.");
    }
    Ok(CandidateId(identifier.to_owned()))
}

/// Nothing typed is no extra time.
fn read_extra_minutes(typed: &str) -> Result<u32, &'static str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(0);
    }
    typed
        .parse::<u32>()
        .ok()
        .filter(|minutes| *minutes <= MOST_EXTRA_MINUTES)
        .ok_or("Écrivez un nombre entier de minutes, de 0 à 600, par exemple 40.")
}

#[cfg(test)]
mod tests;
