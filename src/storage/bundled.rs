//! What is built into the program: the folder `case_templates`, whatever it holds.

use std::path::{Path, PathBuf};

use include_dir::{Dir, DirEntry, include_dir};

use super::document::{self, Kind};
use super::{StorageResult, write_atomically};
use crate::domain::case_study::CaseStudy;

static CASE_TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/case_templates");

/// A case study built into the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundledCase {
    /// Path inside `case_templates`.
    pub path: PathBuf,
    /// The case.
    pub case: CaseStudy,
}

fn files() -> Vec<(&'static Path, &'static [u8])> {
    fn walk<'a>(folder: &'a Dir<'a>, found: &mut Vec<(&'a Path, &'a [u8])>) {
        for entry in folder.entries() {
            match entry {
                DirEntry::Dir(folder) => walk(folder, found),
                DirEntry::File(file) => found.push((file.path(), file.contents())),
            }
        }
    }
    let mut found = Vec::new();
    walk(&CASE_TEMPLATES, &mut found);
    found.sort_by_key(|(path, _)| *path);
    found
}

/// The built-in templates: path and text.
pub(super) fn bundled_templates() -> impl Iterator<Item = (&'static Path, &'static str)> {
    files()
        .into_iter()
        .filter(|(path, _)| path.file_name().is_some_and(|name| name == "referentiel.yaml"))
        .filter_map(|(path, bytes)| std::str::from_utf8(bytes).ok().map(|text| (path, text)))
}

/// The built-in case studies, in the order of their paths.
///
/// # Errors
/// When one cannot be read; a test holds that none is.
pub fn bundled_cases() -> StorageResult<Vec<BundledCase>> {
    files()
        .into_iter()
        .filter(|(path, _)| path.to_string_lossy().ends_with(".cas.yaml"))
        .filter_map(|(path, bytes)| std::str::from_utf8(bytes).ok().map(|text| (path, text)))
        .map(|(path, text)| {
            let case = document::parse(path, text, Kind::Case)?;
            Ok(BundledCase { path: path.to_owned(), case })
        })
        .collect()
}

/// Writes a built-in case and the pictures beside it into a folder; gives the path of the case.
///
/// # Errors
/// When the folder cannot be written.
pub fn unpack_case(bundled: &BundledCase, folder: &Path) -> StorageResult<PathBuf> {
    let beside = bundled.path.parent();
    let mut written = folder.join("etude-de-cas.cas.yaml");
    for (path, bytes) in files() {
        let Some(name) = path.file_name() else { continue };
        if path == bundled.path {
            written = folder.join(name);
            write_atomically(&written, bytes)?;
        } else if path.parent() == beside && super::cases::is_picture(path) {
            write_atomically(&folder.join(name), bytes)?;
        }
    }
    Ok(written)
}
