//! The only file of this folder that writes to the disk: the journal, the encryption and the seal
//! of the copy take their place behind these four functions.

use std::path::Path;

use crate::domain::answers::AnswerSheet;
use crate::domain::identifier::CopyId;
use crate::storage::{StorageError, StorageResult, read_copy, save_copy, save_new_copy};

/// Writes a copy where none is yet; nothing is ever overwritten.
pub(super) fn create(path: &Path, sheet: &AnswerSheet) -> StorageResult<()> {
    save_new_copy(path, sheet)
}

/// Saves a copy over the file of the same sitting, or creates it in a folder chosen since.
pub(super) fn save(path: &Path, sheet: &AnswerSheet) -> StorageResult<()> {
    if path.exists() { save_copy(path, sheet) } else { save_new_copy(path, sheet) }
}

/// Saves a copy that was handed in, reads the file again and compares.
pub(super) fn deliver(path: &Path, sheet: &AnswerSheet) -> StorageResult<()> {
    save(path, sheet)?;
    if read_copy(path)? == *sheet {
        return Ok(());
    }
    Err(StorageError::new(
        path,
        "le fichier relu n'est pas identique à la copie.",
        "Choisissez un autre dossier et prévenez le surveillant.",
    ))
}

/// Refuses a place where another sitting has its file.
pub(super) fn check_place(path: &Path, copy: &CopyId) -> StorageResult<()> {
    if !path.exists() || read_copy(path).is_ok_and(|known| &known.copy == copy) {
        return Ok(());
    }
    Err(StorageError::new(
        path,
        "une autre copie porte déjà ce nom dans ce dossier.",
        "Choisissez un autre dossier. Rien n'a été écrasé.",
    ))
}
