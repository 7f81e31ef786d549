//! Writes in the folder: a new session, the files of the jury. A list on disk that holds entries
//! ours does not is never overwritten.

use std::path::{Path, PathBuf};

use super::SessionFolder;
use crate::domain::exam::{Attendance, Session};
use crate::domain::grading::{Deliberation, Evaluation};
use crate::domain::identifier::CandidateId;
use crate::storage::document::{self, Kind};
use crate::storage::{StorageError, StorageResult, copy_path};

impl SessionFolder {
    /// Folders of a session, made with it.
    pub(in crate::storage) const FOLDERS: [&str; 4] =
        ["copies", "evaluations", "deliberations", "documents"];

    /// Creates a session folder with its case and subject already written in it.
    ///
    /// # Errors
    /// When a session is already there or the folder cannot be written.
    pub fn create(root: &Path, session: &Session) -> StorageResult<()> {
        Self::refuse_existing(root)?;
        let path = root.join(Self::SESSION_FILE);
        for name in Self::FOLDERS {
            create_folder(&root.join(name))?;
        }
        document::write(&path, Kind::Session, session)
    }

    /// Refuses a folder that already holds a session.
    ///
    /// # Errors
    /// When it does.
    pub fn refuse_existing(root: &Path) -> StorageResult<()> {
        let path = root.join(Self::SESSION_FILE);
        if path.exists() {
            return Err(StorageError::new(
                &path,
                "une session existe déjà dans ce dossier.",
                "Choisissez un dossier vide.",
            ));
        }
        Ok(())
    }

    /// Says in `session.yaml` whether a candidate came; the rest of the file stays as it is now.
    /// Gives the session as it was written.
    ///
    /// # Errors
    /// When the file cannot be read or written, or knows no such candidate.
    pub fn set_attendance(
        root: &Path,
        candidate: &CandidateId,
        attendance: Attendance,
    ) -> StorageResult<Session> {
        let path = root.join(Self::SESSION_FILE);
        let mut session: Session = document::read(&path, Kind::Session)?;
        let known = session.candidates.iter_mut().find(|known| known.id == *candidate);
        let known = known.ok_or_else(|| {
            StorageError::new(
                &path,
                format!("le candidat {candidate} n'est plus dans la session."),
                "Actualisez la vue de la salle.",
            )
        })?;
        known.attendance = attendance;
        document::write(&path, Kind::Session, &session)?;
        Ok(session)
    }

    /// Folder of the printed documents, made when missing.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn documents_folder(&self) -> StorageResult<PathBuf> {
        let folder = self.root.join("documents");
        create_folder(&folder)?;
        Ok(folder)
    }

    /// Saves the evaluation of one juror on one candidate.
    ///
    /// # Errors
    /// When the file cannot be written, or holds entries that ours does not (another writer).
    pub fn save_evaluation(&mut self, evaluation: &Evaluation) -> StorageResult<()> {
        let path = self
            .root
            .join("evaluations")
            .join(file_stem(evaluation.juror.as_str()))
            .join(format!("{}.yaml", file_stem(evaluation.candidate.as_str())));
        if path.exists() {
            let known: Evaluation = document::read(&path, Kind::Evaluation)?;
            only_grows(&path, &known.records, &evaluation.records)?;
        }
        if let Some(folder) = path.parent() {
            create_folder(folder)?;
        }
        document::write(&path, Kind::Evaluation, evaluation)?;
        self.candidates
            .entry(evaluation.candidate.clone())
            .or_default()
            .evaluations
            .insert(evaluation.juror.clone(), evaluation.clone());
        Ok(())
    }

    /// Saves the deliberation on one candidate.
    ///
    /// # Errors
    /// When the file cannot be written, or holds entries that ours does not (another writer).
    pub fn save_deliberation(&mut self, deliberation: &Deliberation) -> StorageResult<()> {
        let folder = self.root.join("deliberations");
        let path = folder.join(format!("{}.yaml", file_stem(deliberation.candidate.as_str())));
        if path.exists() {
            let known: Deliberation = document::read(&path, Kind::Deliberation)?;
            only_grows(&path, &known.records, &deliberation.records)?;
        }
        create_folder(&folder)?;
        document::write(&path, Kind::Deliberation, deliberation)?;
        self.candidates.entry(deliberation.candidate.clone()).or_default().deliberation =
            Some(deliberation.clone());
        Ok(())
    }
}

/// Refuses to write a list that lacks entries already on disk.
fn only_grows<T: PartialEq>(path: &Path, known: &[T], ours: &[T]) -> StorageResult<()> {
    if ours.starts_with(known) {
        return Ok(());
    }
    Err(StorageError::new(
        path,
        "le fichier a changé depuis son ouverture, sur un autre poste.",
        "Rouvrez la session avant de continuer. Rien n'a été écrasé.",
    ))
}

/// Name of the file of an identifier, without its extension.
pub(super) fn file_stem(identifier: &str) -> String {
    let path = copy_path(Path::new(""), &CandidateId(identifier.to_owned()));
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

fn create_folder(folder: &Path) -> StorageResult<()> {
    std::fs::create_dir_all(folder).map_err(|error| StorageError::writing(folder, &error))
}
