//! A folder being made: nothing in place is overwritten, a wrong session makes none, and what was
//! begun is taken back when it cannot be finished.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use super::{SessionFolder, StorageError, StorageResult, write_atomically};
use crate::domain::diagnostic::Severity;
use crate::domain::exam::Session;

/// Refuses a session with an error in it.
///
/// # Errors
/// Its first error.
pub(super) fn refuse_wrong_session(root: &Path, session: &Session) -> StorageResult<()> {
    let problem = session.diagnostics().into_iter().find(|one| one.severity == Severity::Error);
    match problem {
        Some(problem) => Err(StorageError::new(root, problem.message, problem.remedy)
            .at(Some(problem.place.to_string()))),
        None => Ok(()),
    }
}

/// Refuses a place that is taken.
///
/// # Errors
/// When it is.
fn refuse_file(path: &Path) -> StorageResult<()> {
    if path.exists() {
        return Err(StorageError::new(
            path,
            "un fichier de ce nom est déjà là.",
            "Choisissez un dossier vide. Rien n'a été écrasé.",
        ));
    }
    Ok(())
}

/// The files and folders that the making of a folder has created so far, and nothing else: on a
/// full disk a folder made by halves would be taken for a session.
#[derive(Debug, Default)]
pub(super) struct NewFiles {
    files: RefCell<Vec<PathBuf>>,
    folders: RefCell<Vec<PathBuf>>,
}

impl NewFiles {
    /// Makes a folder and those above it that are missing.
    ///
    /// # Errors
    /// When the system refuses.
    pub(super) fn create_folder(&self, folder: &Path) -> StorageResult<()> {
        let is_missing = |one: &&Path| !one.as_os_str().is_empty() && !one.exists();
        let mut missing: Vec<PathBuf> =
            folder.ancestors().take_while(is_missing).map(Path::to_owned).collect();
        missing.reverse();
        self.folders.borrow_mut().extend(missing);
        std::fs::create_dir_all(folder).map_err(|error| StorageError::writing(folder, &error))
    }

    /// Makes a file that must be new with what writes it.
    ///
    /// # Errors
    /// When one is there, or what writes it fails; it leaves no file then.
    pub(super) fn create(
        &self,
        path: &Path,
        write: impl FnOnce(&Path) -> StorageResult<()>,
    ) -> StorageResult<()> {
        refuse_file(path)?;
        write(path)?;
        self.files.borrow_mut().push(path.to_owned());
        Ok(())
    }

    /// Writes a file that must be new.
    ///
    /// # Errors
    /// When one is there, or the folder cannot be written.
    pub(super) fn write(&self, path: &Path, bytes: &[u8]) -> StorageResult<()> {
        self.create(path, |path| write_atomically(path, bytes))
    }

    /// Makes the session, the last file of all: a folder without it is no session.
    ///
    /// # Errors
    /// When a session is already there or the folder cannot be written.
    pub(super) fn create_session(&self, root: &Path, session: &Session) -> StorageResult<()> {
        for name in SessionFolder::FOLDERS {
            self.create_folder(&root.join(name))?;
        }
        SessionFolder::create(root, session)
    }

    /// Takes back what was created; gives the problem that stopped the making, and says so.
    pub(super) fn take_back(&self, problem: StorageError) -> StorageError {
        let files = self.files.take();
        let folders = self.folders.take();
        if files.is_empty() && folders.is_empty() {
            return problem;
        }
        for file in files.iter().rev() {
            let _ = std::fs::remove_file(file);
        }
        // A folder where somebody else has put something stays.
        for folder in folders.iter().rev() {
            let _ = std::fs::remove_dir(folder);
        }
        let end = if files.iter().any(|file| file.exists()) {
            "Des fichiers incomplets restent là : supprimez-les avant de recommencer."
        } else {
            "Ce qui était commencé est retiré."
        };
        StorageError { remedy: format!("{} {end}", problem.remedy), ..problem }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(path: &Path) -> StorageError {
        StorageError::new(path, "le disque est plein.", "Libérez de la place.")
    }

    #[test]
    fn only_what_was_created_is_taken_back() {
        let outside = tempfile::tempdir().expect("a folder");
        let root = outside.path().join("annee").join("session");
        let new = NewFiles::default();
        new.create_folder(&root.join("salle")).expect("made");
        new.write(&root.join("salle").join("sujet.sujet"), b"sujet").expect("written");
        new.write(&root.join("jury.cle"), b"cle").expect("written");
        let said = new.take_back(problem(&root));
        assert!(said.to_string().contains("Ce qui était commencé est retiré."), "{said}");
        assert!(!outside.path().join("annee").exists() && outside.path().exists());
    }

    #[test]
    fn what_somebody_else_put_there_stays() {
        let outside = tempfile::tempdir().expect("a folder");
        let root = outside.path().join("session");
        let new = NewFiles::default();
        new.create_folder(&root).expect("made");
        new.write(&root.join("jury.cle"), b"cle").expect("written");
        write_atomically(&root.join("notes.txt"), b"notes").expect("written");
        assert!(new.write(&root.join("notes.txt"), b"autre").is_err());
        new.take_back(problem(&root));
        assert!(!root.join("jury.cle").exists());
        assert_eq!(std::fs::read(root.join("notes.txt")).expect("kept"), b"notes");
    }

    #[test]
    fn a_problem_before_anything_was_created_stays_as_it_is() {
        let problem = problem(Path::new("session"));
        assert_eq!(NewFiles::default().take_back(problem.clone()), problem);
    }
}
