//! Where the copies of a journal differ: the one to go on from, and what becomes of the others.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::content::{CutCause, JournalContent};
use super::header::{self, HeadFault, JournalHeader};
use super::key::DataKey;
use super::location::distinct;
use super::reading::{bytes_of_whole, content};
use crate::storage::{StorageError, StorageResult};

/// The journal to go on from. Nothing on the disk was changed to find it.
#[derive(Debug)]
pub struct Choice {
    /// What it holds.
    pub content: JournalContent,
    /// Its key.
    pub key: DataKey,
    /// Where it was read.
    pub place: PathBuf,
    /// What is to be told: a copy cut, altered, behind, or gone another way.
    pub remarks: Vec<StorageError>,
    pub(super) places: Vec<KnownPlace>,
}

/// What was found at a place.
#[derive(Debug)]
pub(super) struct KnownPlace {
    pub(super) path: PathBuf,
    /// Bytes that are the beginning of the chosen journal.
    pub(super) good: u64,
    /// Bytes of the file.
    pub(super) seen: u64,
    /// Events in the good bytes.
    pub(super) records: u64,
    /// Whether the file is to be set aside before anything is written there.
    pub(super) misfit: bool,
}

impl KnownPlace {
    const fn empty(path: PathBuf, misfit: bool) -> Self {
        Self { path, good: 0, seen: 0, records: 0, misfit }
    }

    fn holding(path: PathBuf, content: &JournalContent, misfit: bool) -> Self {
        Self {
            path,
            good: content.whole_length,
            seen: content.bytes.len() as u64,
            records: content.records.len() as u64,
            misfit,
        }
    }
}

/// Reads the journal at each place and chooses the one to go on from; none when no place holds an
/// event. `unwrap` gives the key that a header wraps, or says why this journal is not the one
/// awaited.
///
/// A copy that is the beginning of another gives way to it; of two that went different ways, the
/// one with more events wins.
///
/// # Errors
/// When no place can be read and one of them holds something.
pub fn look(
    places: &[PathBuf],
    unwrap: impl Fn(&Path, &JournalHeader) -> StorageResult<DataKey>,
) -> StorageResult<Option<Choice>> {
    let mut sight = Sight::default();
    for path in distinct(places) {
        sight.take(path, &unwrap);
    }
    sight.choose()
}

/// A journal that was read.
struct Found {
    path: PathBuf,
    content: JournalContent,
    key: DataKey,
}

/// What was seen so far.
#[derive(Default)]
struct Sight {
    found: Vec<Found>,
    places: Vec<KnownPlace>,
    remarks: Vec<StorageError>,
    /// The first place that holds something unreadable.
    trouble: Option<StorageError>,
}

impl Sight {
    fn take(
        &mut self,
        path: PathBuf,
        unwrap: impl Fn(&Path, &JournalHeader) -> StorageResult<DataKey>,
    ) {
        if path.symlink_metadata().is_err_and(|error| error.kind() == ErrorKind::NotFound) {
            self.places.push(KnownPlace::empty(path, false));
            return;
        }
        let bytes = match bytes_of_whole(&path) {
            Ok(bytes) => bytes,
            Err(error) => return self.refuse(path, error, false),
        };
        let head = match header::decode(&bytes) {
            Ok(head) => head,
            Err(fault) => return self.take_headless(path, fault),
        };
        match unwrap(&path, &head.header) {
            Ok(key) => {
                let content = content(head, bytes, &key);
                self.found.push(Found { path, content, key });
            }
            Err(error) => self.refuse(path, error, false),
        }
    }

    fn take_headless(&mut self, path: PathBuf, fault: HeadFault) {
        let error = fault.error(&path);
        match fault {
            // No event was ever in it.
            HeadFault::Torn => {
                self.remarks.push(error);
                self.places.push(KnownPlace::empty(path, true));
            }
            HeadFault::Altered | HeadFault::Malformed => self.refuse(path, error, true),
            HeadFault::NotAJournal | HeadFault::Newer(_) => self.refuse(path, error, false),
        }
    }

    fn refuse(&mut self, path: PathBuf, error: StorageError, misfit: bool) {
        self.remarks.push(error.clone());
        self.trouble.get_or_insert(error);
        self.places.push(KnownPlace::empty(path, misfit));
    }

    fn choose(mut self) -> StorageResult<Option<Choice>> {
        let Some(best) = best_of(&self.found) else {
            return self.trouble.map_or(Ok(None), Err);
        };
        let Found { path, content, key } = self.found.remove(best);
        self.remarks.extend(content.cut.map(|cut| cut.remark(&path)));
        self.places.push(KnownPlace::holding(path.clone(), &content, is_altered(&content)));
        for other in std::mem::take(&mut self.found) {
            self.compare(other, &content);
        }
        let Self { places, remarks, .. } = self;
        Ok(Some(Choice { content, key, place: path, remarks, places }))
    }

    fn compare(&mut self, other: Found, chosen: &JournalContent) {
        let Found { path, content, .. } = other;
        self.remarks.extend(content.cut.map(|cut| cut.remark(&path)));
        let (ours, theirs) = (chosen.records.len(), content.records.len());
        let same_way = chosen.whole().starts_with(content.whole());
        if !same_way {
            self.remarks.push(another_way(&path, theirs, ours));
        } else if theirs < ours {
            self.remarks.push(behind(&path, ours - theirs));
        }
        let misfit = !same_way || is_altered(&content);
        self.places.push(KnownPlace::holding(path, &content, misfit));
    }
}

fn is_altered(content: &JournalContent) -> bool {
    content.cut.is_some_and(|cut| cut.cause == CutCause::Altered)
}

/// The most events, then the most bytes, then the place named first.
fn best_of(found: &[Found]) -> Option<usize> {
    // Of equals, `max_by_key` keeps the last.
    let ranked = found.iter().enumerate().rev();
    let best = ranked.max_by_key(|(_, one)| (one.content.records.len(), one.content.whole_length));
    best.map(|(rank, _)| rank)
}

fn behind(path: &Path, events: usize) -> StorageError {
    StorageError::new(
        path,
        format!("il manquait {} à cette copie du journal : elle est complétée.", counted(events)),
        "Rien n'est à faire.",
    )
}

fn another_way(path: &Path, theirs: usize, ours: usize) -> StorageError {
    StorageError::new(
        path,
        format!(
            "cette copie du journal a pris une autre suite ({}) que celle qui est reprise ({}).",
            counted(theirs),
            counted(ours)
        ),
        "Elle est mise de côté sous un autre nom, jamais effacée : signalez-le au jury.",
    )
}

fn counted(events: usize) -> String {
    if events > 1 { format!("{events} événements") } else { format!("{events} événement") }
}
