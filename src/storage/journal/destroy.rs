//! The end of a journal, once its copy is sealed and was opened again.

use std::fs::{read_dir, remove_file};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::location::{folder_of, sync_folder};
use super::new_file::{NEIGHBOUR_SUFFIX, neighbour_prefix};
use crate::storage::{StorageError, StorageResult};

/// Removes the files of a journal. What is not there is well removed.
///
/// Nothing is overwritten first: on the disks and keys of today that would only pretend, for what
/// is written goes elsewhere. What remains there is encrypted under a key that exists nowhere else
/// but, wrapped, in these files. Files that were set aside (`….ecarte-N`) stay: they may be the
/// only trace of events that no copy holds.
///
/// # Errors
/// When a file cannot be removed; the others are removed all the same.
pub fn destroy(places: &[PathBuf]) -> StorageResult<()> {
    let mut outcome = Ok(());
    for path in places {
        outcome = outcome.and(remove(path));
        remove_neighbours(path);
        sync_folder(folder_of(path));
    }
    outcome
}

fn remove(path: &Path) -> StorageResult<()> {
    match remove_file(path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(_) => Err(StorageError::new(
            path,
            "le journal ne peut pas être effacé.",
            "Effacez ce fichier à la main : la copie scellée ne dépend plus de lui.",
        )),
    }
}

/// A program killed while it wrote a journal anew leaves a neighbour.
fn remove_neighbours(path: &Path) {
    let prefix = neighbour_prefix(path);
    let Ok(entries) = read_dir(folder_of(path)) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(&prefix) && name.ends_with(NEIGHBOUR_SUFFIX) {
            let _ = remove_file(entry.path());
        }
    }
}
