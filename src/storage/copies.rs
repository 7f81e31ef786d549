//! Answer sheets and copies on disk: one writer, saved atomically as the candidate types.
//!
//! The journal and the seal of issue « exam room » take their place behind these functions.

use std::path::{Path, PathBuf};

use super::collection::is_first;
use super::document::{self, Kind};
use super::{StorageError, StorageResult};
use crate::domain::answers::AnswerSheet;
pub use crate::domain::exam::name_in_files;
use crate::domain::identifier::{CandidateId, PaperId};

/// File of a candidate's copy in a folder; odd characters of the identifier become dashes.
pub fn copy_path(folder: &Path, candidate: &CandidateId) -> PathBuf {
    folder.join(format!("{}.copie", name_in_files(candidate.as_str())))
}

/// File of a candidate's copy of one paper: that of the first paper bears no other name.
pub fn paper_copy_path(folder: &Path, candidate: &CandidateId, paper: &PaperId) -> PathBuf {
    let path = copy_path(folder, candidate);
    if is_first(paper) {
        return path;
    }
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let paper = name_in_files(paper.as_str());
    path.with_file_name(format!("{}-{paper}.copie", stem.unwrap_or_default()))
}

/// Reads an answer sheet.
///
/// # Errors
/// When the file is missing, damaged, or written by a newer version.
pub fn read_copy(path: &Path) -> StorageResult<AnswerSheet> {
    document::read(path, Kind::Copy)
}

/// Saves an answer sheet over the same sitting's file.
///
/// # Errors
/// When the file belongs to another sitting or cannot be written.
pub fn save_copy(path: &Path, sheet: &AnswerSheet) -> StorageResult<()> {
    document::write(path, Kind::Copy, sheet)
}

/// Saves an answer sheet for the first time.
///
/// # Errors
/// When a file is already there, whatever it is: nothing is overwritten.
pub fn save_new_copy(path: &Path, sheet: &AnswerSheet) -> StorageResult<()> {
    if path.exists() {
        return Err(StorageError::new(
            path,
            format!("une copie de {} existe déjà ici.", sheet.candidate),
            "Reprenez-la, changez d'identifiant ou de dossier.",
        ));
    }
    save_copy(path, sheet)
}
