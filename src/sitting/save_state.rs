//! Where the answers stand with the disk.

use chrono::{DateTime, FixedOffset};

use std::path::Path;

use crate::storage::StorageError;
use crate::storage::journal::JournalState;

/// A key may wait so long for the disk before people are told, in milliseconds.
const PATIENCE: u64 = 3_000;

/// Where the answers stand with the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// All of them are on the disk.
    Saved {
        /// Since when; `None` when nothing was written since the opening.
        at: Option<DateTime<FixedOffset>>,
        /// Places that hold them.
        copies: usize,
        /// A place that does not, and why; it is tried again by itself.
        missing: Option<StorageError>,
    },
    /// A change is on its way.
    Saving {
        /// Moment of the last complete save.
        at: Option<DateTime<FixedOffset>>,
        /// Places that are written.
        copies: usize,
        /// A place that is not, and why; it is tried again by itself.
        missing: Option<StorageError>,
    },
    /// No place takes the answers; they are in memory, and it is tried again by itself.
    Failed(StorageError),
}

impl SaveState {
    /// What a journal says; `running` is the running clock now, in milliseconds.
    pub(super) fn of(journal: &JournalState, running: u64) -> Self {
        let at = journal.last_saved.as_ref().map(|saved| saved.moment.wall);
        let missing = journal.places.iter().find_map(|place| place.trouble.clone());
        let copies = journal.copies();
        let late = journal.waiting_since.is_some_and(|at| running.saturating_sub(at) > PATIENCE);
        match missing {
            Some(problem) if copies == 0 => Self::Failed(problem),
            Some(problem) if late => Self::Failed(problem),
            None if late => Self::Failed(stalled(journal)),
            missing if journal.is_behind() => Self::Saving { at, copies, missing },
            missing => Self::Saved { at, copies: journal.copies_of(journal.durable), missing },
        }
    }

    /// The place that is not written at present, and why.
    pub const fn missing(&self) -> Option<&StorageError> {
        match self {
            Self::Saved { missing, .. } | Self::Saving { missing, .. } => missing.as_ref(),
            Self::Failed(problem) => Some(problem),
        }
    }

    /// Whether nothing would be lost if the PC stopped now.
    pub const fn is_saved(&self) -> bool {
        matches!(self, Self::Saved { .. })
    }
}

/// No place refuses, and none says that it has written: a disk that stalls.
fn stalled(journal: &JournalState) -> StorageError {
    let first = journal.places.first();
    StorageError::new(
        first.map_or(Path::new("journal"), |place| place.path.as_path()),
        "le disque tarde à confirmer l'enregistrement.",
        "Laissez le poste allumé ; si cela dure, prévenez le surveillant ou donnez un autre \
         emplacement.",
    )
}
