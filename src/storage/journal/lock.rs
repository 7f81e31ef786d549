//! One program at a time on a journal: a locked file beside it, that the system frees by itself
//! when the program ends, however it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use crate::storage::{StorageError, StorageResult};

/// A journal held by this program until this is dropped.
#[derive(Debug)]
pub struct JournalLock {
    journal: PathBuf,
    path: PathBuf,
    /// None where the file system knows no locks.
    _file: Option<File>,
}

impl JournalLock {
    /// Holds the journal at this path, whose folder exists.
    ///
    /// # Errors
    /// When another program holds it.
    pub fn take(journal: &Path) -> StorageResult<Self> {
        let name = journal.file_name().unwrap_or_default().to_string_lossy();
        let path = journal.with_file_name(format!(".{name}.verrou"));
        // A folder that refuses the lock will refuse the journal, and say so better.
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path).ok();
        match file.as_ref().map(File::try_lock) {
            Some(Err(TryLockError::WouldBlock)) => Err(StorageError::new(
                journal,
                "cette copie est déjà ouverte dans une autre fenêtre de ce poste.",
                "Continuez dans l'autre fenêtre. Si elle n'est plus visible, redémarrez le poste : \
                 rien n'est perdu.",
            )),
            // Without locks, the chain of the journal still refuses the second who writes.
            Some(Ok(()) | Err(TryLockError::Error(_))) | None => {
                Ok(Self { journal: journal.to_owned(), path, _file: file })
            }
        }
    }

    /// Holds the journal again where the file of the lock was deleted, as when a key is put back.
    /// Should another program have been faster, its window goes on saying so by the journal itself.
    pub fn renew(&mut self) {
        let is_gone = !self.path.exists() && self.journal.exists();
        if is_gone && let Ok(mut again) = Self::take(&self.journal) {
            // The old file is not removed: the path is that of the new one.
            std::mem::swap(self, &mut again);
            again.path = PathBuf::new();
        }
    }
}

impl Drop for JournalLock {
    fn drop(&mut self) {
        // Left behind, it would only be an empty file.
        let _ = std::fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_is_held_once_and_free_again_afterwards() {
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join("C-01.journal");
        let held = JournalLock::take(&journal).unwrap();
        let refused = JournalLock::take(&journal).unwrap_err();
        assert!(refused.to_string().contains("déjà ouverte dans une autre fenêtre"), "{refused}");
        drop(held);
        assert!(JournalLock::take(&journal).is_ok());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_lock_that_was_deleted_is_made_again_and_holds() {
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join("C-01.journal");
        let mut held = JournalLock::take(&journal).unwrap();
        std::fs::remove_file(folder.path().join(".C-01.journal.verrou")).unwrap();
        held.renew();
        assert!(!folder.path().join(".C-01.journal.verrou").exists(), "no journal, no lock");
        OpenOptions::new().create_new(true).write(true).open(&journal).unwrap();
        held.renew();
        assert!(JournalLock::take(&journal).is_err());
        drop(held);
        assert!(JournalLock::take(&journal).is_ok());
    }

    #[test]
    fn a_folder_that_refuses_files_refuses_later() {
        assert!(JournalLock::take(Path::new("/dossier-absent/C-01.journal")).is_ok());
    }
}
