//! How far the saving of a journal is: plain data, for the words on the screen.

use std::path::PathBuf;

use super::fault::{another_journal, continued_elsewhere};
use crate::domain::exam::Moment;
use crate::storage::StorageError;

/// How far the saving is.
#[derive(Debug, Clone)]
pub struct JournalState {
    /// Number of the last event given.
    pub appended: u64,
    /// Number of the last event that was durable in at least one place.
    pub durable: u64,
    /// Each place.
    pub places: Vec<PlaceState>,
    /// When the first event that is durable nowhere was given, on the running clock.
    pub waiting_since: Option<u64>,
    /// The last event made durable since the opening.
    pub last_saved: Option<Saved>,
    /// What happened to files of the journal: set aside, cut, completed; folders made again. Those
    /// of the opening come first.
    pub remarks: Vec<StorageError>,
    /// Bytes of the journal.
    pub bytes: u64,
}

impl JournalState {
    /// Places that are written without trouble.
    pub fn copies(&self) -> usize {
        self.places.iter().filter(|place| place.trouble.is_none()).count()
    }

    /// Places that hold an event and all those before it.
    pub fn copies_of(&self, sequence: u64) -> usize {
        let holds = |place: &&PlaceState| place.trouble.is_none() && place.durable >= sequence;
        self.places.iter().filter(holds).count()
    }

    /// Whether some event given is not durable anywhere yet.
    pub const fn is_behind(&self) -> bool {
        self.durable < self.appended
    }
}

/// How far the saving is at a place.
#[derive(Debug, Clone)]
pub struct PlaceState {
    /// The file.
    pub path: PathBuf,
    /// Why it is not written at present; it is tried again by itself.
    pub trouble: Option<StorageError>,
    /// Number of the last event made durable there; in trouble, nobody knows whether it still is.
    pub durable: u64,
}

impl PlaceState {
    /// Whether the file there is not ours: another program went on with it, or it is the journal of
    /// another sitting. It is not touched.
    pub fn is_of_another(&self) -> bool {
        let known = [continued_elsewhere(&self.path), another_journal(&self.path)];
        self.trouble.as_ref().is_some_and(|trouble| known.contains(trouble))
    }
}

/// An event that became durable.
#[derive(Debug, Clone)]
pub struct Saved {
    /// Its number.
    pub sequence: u64,
    /// When.
    pub moment: Moment,
    /// Milliseconds since it was written.
    pub latency: u64,
}
