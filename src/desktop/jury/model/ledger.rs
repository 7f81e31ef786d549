//! What is saved, what waits in memory, and why.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};

use crate::domain::identifier::{CandidateId, JurorId};
use crate::storage::{SessionFolder, StorageError, StorageResult};

/// A file of the session that this PC writes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum OwnFile {
    /// Evaluation of a juror on a candidate.
    Evaluation(CandidateId, JurorId),
    /// Deliberation on a candidate.
    Deliberation(CandidateId),
}

/// Files changed in memory and not on disk, and the last result of saving.
#[derive(Debug, Default)]
pub struct Ledger {
    unsaved: BTreeSet<OwnFile>,
    failure: Option<StorageError>,
    saved_at: Option<DateTime<FixedOffset>>,
}

impl Ledger {
    /// Notes that a file changed in memory.
    pub fn changed(&mut self, file: OwnFile) {
        self.unsaved.insert(file);
    }

    /// Saves every file that waits; those that fail stay in memory.
    pub fn save(&mut self, folder: &mut SessionFolder, now: DateTime<FixedOffset>) {
        self.failure = None;
        for file in self.unsaved.clone() {
            match save_one(folder, &file) {
                Ok(()) => {
                    self.unsaved.remove(&file);
                    self.saved_at = Some(now);
                }
                Err(problem) => self.failure = Some(problem),
            }
        }
    }

    /// Why the last saving failed.
    pub const fn failure(&self) -> Option<&StorageError> {
        self.failure.as_ref()
    }

    /// Number of files that wait.
    pub fn unsaved_count(&self) -> usize {
        self.unsaved.len()
    }

    /// When something was last saved.
    pub const fn saved_at(&self) -> Option<DateTime<FixedOffset>> {
        self.saved_at
    }

    /// Keeps the time of the last saving of another ledger.
    pub fn keep_time_of(&mut self, other: &Self) {
        self.saved_at = other.saved_at;
    }
}

fn save_one(folder: &mut SessionFolder, file: &OwnFile) -> StorageResult<()> {
    match file {
        OwnFile::Evaluation(candidate, juror) => {
            let known = folder.candidates.get(candidate);
            match known.and_then(|known| known.evaluations.get(juror)).cloned() {
                Some(evaluation) => folder.save_evaluation(&evaluation),
                None => Ok(()),
            }
        }
        OwnFile::Deliberation(candidate) => {
            let known = folder.candidates.get(candidate);
            match known.and_then(|known| known.deliberation.clone()) {
                Some(deliberation) => folder.save_deliberation(&deliberation),
                None => Ok(()),
            }
        }
    }
}
