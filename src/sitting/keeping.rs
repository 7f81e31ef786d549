//! How a sitting is kept: where its answers stand with the disk, its folders, the sealed subject
//! carried beside each journal.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::delivery::{Delivery, journal_file};
use super::live::LiveSitting;
use super::save_state::SaveState;
use crate::storage::{StorageError, StorageResult, write_atomically};

/// The sealed subject, carried beside each journal.
pub(super) struct CarriedSubject {
    /// Name of the file there.
    pub(super) name: String,
    /// The file as it was read.
    pub(super) bytes: Vec<u8>,
    /// Where it was read, without links.
    pub(super) source: PathBuf,
}

impl CarriedSubject {
    /// Whether it was read in this folder and still is there: one file of it is enough.
    fn comes_from(&self, folder: &Path) -> bool {
        let here = folder.canonicalize().ok();
        here.is_some_and(|here| self.source.parent() == Some(&here)) && self.source.exists()
    }
}

impl LiveSitting {
    /// Puts the sealed subject beside each journal where it is not: a folder that came back empty
    /// must be enough, with its journal, to resume elsewhere.
    pub fn carry_subject(&self) {
        let Some(carried) = &self.carried else { return };
        for folder in &self.folders {
            let path = folder.join(&carried.name);
            let is_wanted = !path.exists() && !carried.comes_from(folder);
            if folder.is_dir() && is_wanted && self.journal_in(folder).exists() {
                // Tried again at the next look.
                let _ = write_atomically(&path, &carried.bytes);
            }
        }
    }

    /// Holds the journals again where the file that says so was deleted.
    pub(super) fn keep_locks(&mut self) {
        for lock in &mut self.locks {
            lock.renew();
        }
    }

    fn journal_in(&self, folder: &Path) -> PathBuf {
        let candidate = self.state.sheet.candidate.as_str();
        journal_file(folder, candidate, self.facts.paper.as_str())
    }

    /// Where the answers stand with the disk.
    pub fn save_state(&self) -> SaveState {
        if let Some(problem) = &self.refused {
            return SaveState::Failed(problem.clone());
        }
        match &self.journal {
            Some(journal) => SaveState::of(&journal.state(), self.environment.running()),
            None => SaveState::Saved { at: None, copies: self.folders.len(), missing: None },
        }
    }

    /// Why the journal refused an event, which stays in memory alone.
    pub const fn refused(&self) -> Option<&StorageError> {
        self.refused.as_ref()
    }

    /// What happened to the files and folders of the journal since the opening: set aside, made
    /// again.
    pub fn later_remarks(&self) -> Vec<StorageError> {
        let Some(journal) = &self.journal else { return Vec::new() };
        journal.state().remarks.into_iter().skip(self.remarks.len()).collect()
    }

    /// Tries again at once the places that failed.
    pub fn save_now(&self) {
        if let Some(journal) = &self.journal {
            journal.retry_now();
        }
    }

    /// Keeps the answers in one more folder too.
    ///
    /// # Errors
    /// When it is one of the folders already.
    pub fn add_folder(&mut self, folder: &Path) -> StorageResult<()> {
        let path = self.journal_in(folder);
        if let Some(journal) = &self.journal {
            journal.add_place(&path)?;
        }
        self.folders.push(folder.to_owned());
        if matches!(self.delivery, Delivery::Unwritten(_)) {
            self.deliver();
        }
        Ok(())
    }

    /// Waits until everything is on a disk, not longer than `patience`; says whether it is.
    pub fn flush(&self, patience: Duration) -> bool {
        self.refused.is_none() && self.journal.as_ref().is_none_or(|one| one.flush(patience))
    }
}
