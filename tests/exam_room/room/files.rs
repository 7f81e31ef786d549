//! Names of the files of a candidate, and what is said of them.

use std::path::{Path, PathBuf};

use super::ALTERED;

/// The copy of a candidate in a work folder or a mirror.
pub fn copy_in(folder: &Path, candidate: &str) -> PathBuf {
    folder.join(format!("{candidate}.copie"))
}

/// The journal of a candidate in a work folder or a mirror.
pub fn journal_in(folder: &Path, candidate: &str) -> PathBuf {
    folder.join(format!("{candidate}.journal"))
}

/// Whether `copy verify` calls a file intact.
pub fn is_called_intact(verified: &str, file: &Path) -> bool {
    let name = file.file_name().expect("a name").to_string_lossy().into_owned();
    let lines: Vec<&str> = verified.lines().filter(|line| line.contains(&name)).collect();
    assert!(!lines.is_empty(), "nothing is said of {name} in:\n{verified}");
    lines.iter().all(|line| {
        let line = line.to_lowercase();
        line.contains("intact") && !line.contains("pas intact") && !line.contains(ALTERED)
    })
}
