//! Subjects on disk. Issue « exam room » encrypts them; the fingerprint binds copies to them.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::document::{self, Kind};
use super::{StorageError, StorageResult, StoredCase, picture_bytes};
use crate::domain::case_study::{SolvedCase, Subject};
use crate::domain::framework::Catalogue;

/// Derives the subject of a stored case, with its pictures.
///
/// # Errors
/// When its référentiel is not installed or a picture cannot be read.
pub fn derive_subject(stored: &StoredCase, catalogue: &Catalogue) -> StorageResult<Subject> {
    subject_of(&stored.path, &stored.solved()?, catalogue)
}

/// Derives the subject of a case whose keys are computed, with its pictures.
///
/// # Errors
/// When its référentiel is not installed or a picture cannot be read.
pub fn subject_of(
    path: &Path,
    solved: &SolvedCase,
    catalogue: &Catalogue,
) -> StorageResult<Subject> {
    let case = &solved.case;
    let sigle = &case.qualification;
    let qualification = catalogue.find(sigle).ok_or_else(|| {
        StorageError::new(
            path,
            format!("le référentiel « {sigle} » n'est pas installé."),
            "Placez son référentiel dans le dossier des modèles ou corrigez le sigle.",
        )
    })?;
    let pictures = picture_bytes(case, path)?
        .into_iter()
        .map(|(name, bytes)| (name, STANDARD.encode(bytes)))
        .collect();
    Ok(Subject::derive(case, qualification, pictures))
}

/// Reads a subject.
///
/// # Errors
/// When the file is missing, damaged, or written by a newer version.
pub fn read_subject(path: &Path) -> StorageResult<Subject> {
    document::read(path, Kind::Subject)
}

/// Writes a subject, atomically.
///
/// # Errors
/// When the file cannot be written.
pub fn save_subject(path: &Path, subject: &Subject) -> StorageResult<()> {
    document::write(path, Kind::Subject, subject)
}

/// SHA-256 of a subject, in groups of four hexadecimal digits that two people can compare aloud.
///
/// # Errors
/// When the subject cannot be represented.
pub fn fingerprint(subject: &Subject) -> StorageResult<String> {
    let text = document::render(Path::new("sujet"), Kind::Subject, subject)?;
    let digest = Sha256::digest(text.as_bytes());
    let groups: Vec<String> = digest
        .chunks(2)
        .take(8)
        .map(|pair| match pair {
            [high, low] => format!("{high:02X}{low:02X}"),
            _ => String::new(),
        })
        .collect();
    Ok(groups.join(" "))
}
