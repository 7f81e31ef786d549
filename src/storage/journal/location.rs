//! Where a journal lies: its name, its folder, and the name under which another is set aside.

use std::io::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};

/// File of a candidate's journal in a folder; odd characters of the identifier become dashes.
pub fn journal_path(folder: &Path, candidate: &str) -> PathBuf {
    let name: String = candidate
        .trim()
        .chars()
        .map(|c| if c.is_alphanumeric() || c == '-' || c == '_' { c } else { '-' })
        .collect();
    folder.join(format!("{name}.journal"))
}

/// Folder of a file; the current one when the path names none.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// The places, each file once however its folder is named.
pub(super) fn distinct(places: &[PathBuf]) -> Vec<PathBuf> {
    let mut kept: Vec<PathBuf> = Vec::with_capacity(places.len());
    for place in places {
        if !kept.iter().any(|known| is_same_file(known, place)) {
            kept.push(place.clone());
        }
    }
    kept
}

/// Whether two paths name one file, there or not.
pub(super) fn is_same_file(one: &Path, other: &Path) -> bool {
    one == other || resolved(one) == resolved(other)
}

fn resolved(path: &Path) -> PathBuf {
    match (folder_of(path).canonicalize(), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}

/// Gives a file that must not be overwritten the name `….ecarte-N`; nothing is ever deleted.
///
/// # Errors
/// When the file cannot be renamed.
pub(super) fn set_aside(path: &Path) -> Result<PathBuf> {
    const MOST: u32 = 999;
    for number in 1..=MOST {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".ecarte-{number}"));
        let aside = PathBuf::from(name);
        if aside.symlink_metadata().is_err() {
            std::fs::rename(path, &aside)?;
            return Ok(aside);
        }
    }
    Err(Error::from(ErrorKind::AlreadyExists))
}

/// Flushes the names of a folder to the disk; some file systems cannot, and lose nothing by it.
pub(super) fn sync_folder(folder: &Path) {
    if let Ok(folder) = std::fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_never_leaves_its_folder() {
        let path = |candidate| journal_path(Path::new("salle"), candidate);
        assert_eq!(path(" C-01 "), Path::new("salle/C-01.journal"));
        assert_eq!(path("../../é:x"), Path::new("salle/------é-x.journal"));
    }

    #[test]
    fn one_file_named_twice_is_one_place() {
        let folder = tempfile::tempdir().unwrap();
        let plain = folder.path().join("C-01.journal");
        let round = folder.path().join(".").join("C-01.journal");
        let other = folder.path().join("C-02.journal");
        let kept = distinct(&[plain.clone(), round, other.clone(), plain.clone()]);
        assert_eq!(kept, [plain, other]);
    }
}
