//! Variants of a case on disk.

use crate::domain::case_study::{Subject, variant};
use crate::domain::framework::Catalogue;
use crate::storage::subjects::subject_of;
use crate::storage::{StorageError, StorageResult, StoredCase};

/// The subject of a variant of a case.
///
/// # Errors
/// When no variant keeps the shape of the case, or it cannot give a subject.
pub fn variant_subject(
    stored: &StoredCase,
    seed: u64,
    catalogue: &Catalogue,
) -> StorageResult<Subject> {
    let varied = variant_case(stored, seed)?;
    subject_of(&varied.path, &varied.solved()?, catalogue)
}

/// The variant of a case.
///
/// # Errors
/// When no variant keeps the shape of the case.
pub fn variant_case(stored: &StoredCase, seed: u64) -> StorageResult<StoredCase> {
    let made = variant(&stored.case, seed).map_err(|error| {
        StorageError::new(
            &stored.path,
            format!("la variante {seed} ne se fait pas : {error}"),
            "Revoyez « variantes: » dans les données, ou donnez le même sujet à tous.",
        )
    })?;
    Ok(StoredCase { path: stored.path.clone(), case: made.case })
}
