//! A folder being made: nothing in place is overwritten, and a wrong session makes none.

use std::path::Path;

use super::{StorageError, StorageResult, write_atomically};
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

/// Writes a file that must be new.
///
/// # Errors
/// When one is there, or the folder cannot be written.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> StorageResult<()> {
    refuse_file(path)?;
    write_atomically(path, bytes)
}

/// Refuses a place that is taken.
///
/// # Errors
/// When it is.
pub(super) fn refuse_file(path: &Path) -> StorageResult<()> {
    if path.exists() {
        return Err(StorageError::new(
            path,
            "un fichier de ce nom est déjà là.",
            "Choisissez un dossier vide. Rien n'a été écrasé.",
        ));
    }
    Ok(())
}
