//! A journal open for writing: created, or gone on with. Its threads come with the writer.

use std::path::{Path, PathBuf};

use super::choice::{Choice, KnownPlace};
use super::fault;
use super::header::{self, HeadFault, JournalHeader};
use super::key::DataKey;
use super::location::{distinct, set_aside};
use super::memory::Memory;
use super::place::PlaceFile;
use super::reading::bytes_of_whole;
use super::telling::told_aside;
use crate::storage::{StorageError, StorageResult};

/// A journal ready to be written by a [`JournalWriter`](super::JournalWriter).
pub struct Journal {
    pub(super) memory: Memory,
    pub(super) places: Vec<OpenPlace>,
    pub(super) remarks: Vec<StorageError>,
}

/// One of its places.
pub(super) struct OpenPlace {
    pub(super) file: PlaceFile,
    /// Number of the last event durable there.
    pub(super) durable: u64,
    pub(super) trouble: Option<StorageError>,
}

impl std::fmt::Debug for Journal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let paths = self.places.iter().map(|place| place.file.path()).collect::<Vec<_>>();
        formatter.debug_struct("Journal").field("places", &paths).finish_non_exhaustive()
    }
}

impl Journal {
    /// What is to be told of the places: set aside, cut, behind.
    pub fn remarks(&self) -> &[StorageError] {
        &self.remarks
    }
}

/// Creates a journal at its places, flushed to the disk with their folders. A folder is created
/// when the one around it exists. A place that fails while another does not is tried again later.
///
/// # Errors
/// When a file is already at a place (a file cut before any event is set aside), when every place
/// fails, or when there is none.
pub fn create(places: &[PathBuf], header: &JournalHeader, key: &DataKey) -> StorageResult<Journal> {
    let places = distinct(places);
    let Some(first) = places.first() else {
        return Err(StorageError::new(
            Path::new("journal"),
            "aucun emplacement n'est donné pour le journal.",
            "Choisissez un dossier de travail.",
        ));
    };
    let mut remarks = Vec::new();
    for path in &places {
        remarks.extend(make_way(path)?);
    }
    let memory = Memory::begin(first, header, key)?;
    let mut open = Vec::with_capacity(places.len());
    for path in places {
        let mut file = PlaceFile::unknown(path);
        let trouble = file.write_anew(memory.bytes()).err();
        open.push(OpenPlace { file, durable: 0, trouble });
    }
    if open.iter().all(|place| place.trouble.is_some())
        && let Some(error) = open.iter().find_map(|place| place.trouble.clone())
    {
        return Err(error);
    }
    Ok(Journal { memory, places: open, remarks })
}

/// Sets aside a file that holds no event; refuses any other.
fn make_way(path: &Path) -> StorageResult<Option<StorageError>> {
    if path.symlink_metadata().is_err() {
        return Ok(None);
    }
    if matches!(header::decode(&bytes_of_whole(path)?), Err(HeadFault::Torn)) {
        let aside = set_aside(path).map_err(|error| fault::writing(path, &error))?;
        return Ok(Some(told_aside(path, &aside)));
    }
    Err(StorageError::new(
        path,
        "un journal existe déjà ici.",
        "Reprenez-le, ou changez d'identifiant ou de dossier.",
    ))
}

/// Goes on with the journal that was chosen, after its last whole event, in a new segment. The file
/// of a place that does not fit is set aside; the others are cut and completed by the writer.
///
/// # Errors
/// When the system gives no random bytes. A place that fails is tried again later.
pub fn reopen(choice: &Choice) -> StorageResult<Journal> {
    let memory = Memory::resume(&choice.place, &choice.content, &choice.key)?;
    let mut remarks = choice.remarks.clone();
    let places =
        choice.places.iter().map(|known| reopen_place(known, &memory, &mut remarks)).collect();
    Ok(Journal { memory, places, remarks })
}

fn reopen_place(known: &KnownPlace, memory: &Memory, remarks: &mut Vec<StorageError>) -> OpenPlace {
    let path = known.path.clone();
    if !known.misfit {
        // What a killed program left may be in the system's memory only, until it is flushed.
        let sure = if is_flushed(&path) { known.good } else { 0 };
        let file = PlaceFile::known(path, sure, known.seen);
        return OpenPlace { file, durable: known.records, trouble: None };
    }
    let moved = set_aside(&path);
    let trouble = moved.as_ref().err().map(|error| fault::writing(&path, error));
    let mut place = OpenPlace { file: PlaceFile::unknown(path), durable: 0, trouble };
    if let Ok(aside) = moved {
        remarks.push(told_aside(&known.path, &aside));
        // At once, not later by its thread: this may be the only place.
        place.trouble = place.file.write_anew(memory.bytes()).err();
        place.durable = if place.trouble.is_none() { memory.records() } else { 0 };
    }
    place
}

/// Flushes a file as it is; says whether it could be. Why it could not, its keeper will tell.
fn is_flushed(path: &Path) -> bool {
    let file = std::fs::OpenOptions::new().write(true).open(path);
    file.is_ok_and(|file| file.sync_data().is_ok())
}
