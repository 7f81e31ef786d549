//! Case studies on disk, with the pictures beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::document::{self, Kind};
use super::{StorageError, StorageResult};
use crate::domain::case_study::{CaseStudy, ExhibitBlock, SolvedCase, solve};
use crate::domain::diagnostic::Severity;

/// Largest picture read, in bytes.
const PICTURE_LIMIT: u64 = 8 * 1024 * 1024;

/// A case and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCase {
    /// The file.
    pub path: PathBuf,
    /// The case.
    pub case: CaseStudy,
}

impl StoredCase {
    /// The case with its keys computed from its data.
    ///
    /// # Errors
    /// The first problem of the data.
    pub fn solved(&self) -> StorageResult<SolvedCase> {
        let (solved, problems) = solve(&self.case);
        match problems.iter().find(|problem| problem.severity == Severity::Error) {
            Some(problem) => Err(StorageError::new(
                &self.path,
                format!("{} : {}", problem.place, problem.message),
                problem.remedy.clone(),
            )),
            None => Ok(solved),
        }
    }
}

/// Reads a case study.
///
/// # Errors
/// When the file is missing, malformed, or of another kind or version.
pub fn read_case(path: &Path) -> StorageResult<StoredCase> {
    Ok(StoredCase { path: path.to_owned(), case: document::read(path, Kind::Case)? })
}

/// Writes a case study, atomically.
///
/// # Errors
/// When the file cannot be written; the file in place is untouched then.
pub fn save_case(path: &Path, case: &CaseStudy) -> StorageResult<()> {
    document::write(path, Kind::Case, case)
}

/// Names of the pictures in the folder of a case.
pub fn pictures_beside(case_path: &Path) -> BTreeSet<String> {
    let folder = case_path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| is_picture(&entry.path()))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

/// Bytes of the pictures that a case shows, by file name.
///
/// # Errors
/// When a picture is missing, too large, or outside the folder of the case.
pub fn picture_bytes(
    case: &CaseStudy,
    case_path: &Path,
) -> StorageResult<BTreeMap<String, Vec<u8>>> {
    let folder = case_path.parent().unwrap_or_else(|| Path::new("."));
    let mut found = BTreeMap::new();
    for block in case.exhibits.iter().flat_map(|exhibit| &exhibit.content) {
        let ExhibitBlock::Picture { file, .. } = block else { continue };
        let path = folder.join(file);
        if Path::new(file).components().count() != 1 || !is_picture(&path) {
            return Err(StorageError::new(
                &path,
                "une image est un fichier PNG ou JPEG à côté de l'étude de cas.",
                "Placez-la dans le même dossier et donnez son seul nom.",
            ));
        }
        let size = std::fs::metadata(&path).map_err(|e| StorageError::reading(&path, &e))?.len();
        if size > PICTURE_LIMIT {
            return Err(StorageError::new(
                &path,
                "l'image dépasse 8 Mo.",
                "Réduisez-la avant de l'employer.",
            ));
        }
        let bytes = std::fs::read(&path).map_err(|error| StorageError::reading(&path, &error))?;
        found.insert(file.clone(), bytes);
    }
    Ok(found)
}

pub(super) fn is_picture(path: &Path) -> bool {
    path.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|e| ["png", "jpg", "jpeg"].contains(&e.to_ascii_lowercase().as_str()))
}
