//! What a save of a case would lose: the comments that people wrote by hand in its file.

use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::depth::is_too_deep;
use super::document::{self, Kind};
use super::{StorageError, StorageResult, write_atomically};
use crate::domain::case_study::CaseStudy;

/// A larger file was never read as a case, in bytes.
const LIMIT: u64 = 16 * 1024 * 1024;
/// Signs of a comment looked at one by one: a file with more of them is copied in any case.
const MOST_SIGNS: usize = 40;
/// Copies of one file at most.
const MOST_COPIES: usize = 999;

/// Copies a case file beside itself when it holds comments, which saving the case would lose; gives
/// the copy. It takes the place of no other file, and the same content is copied once.
///
/// # Errors
/// When the file is there and cannot be read, or the copy cannot be written.
pub fn keep_comments(path: &Path) -> StorageResult<Option<PathBuf>> {
    let Some(bytes) = former(path)? else { return Ok(None) };
    if !holds_comment(path, &String::from_utf8_lossy(&bytes)) {
        return Ok(None);
    }
    copy_beside(path, &bytes).map(Some)
}

/// What is in the place of a case; `None` where there is nothing, or nothing that can be a case.
fn former(path: &Path) -> StorageResult<Option<Vec<u8>>> {
    let failed = |error: &std::io::Error| StorageError::reading(path, error);
    let file = match std::fs::File::open(path) {
        Ok(file) => file,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        Err(error) => return Err(failed(&error)),
    };
    let mut bytes = Vec::new();
    file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(|error| failed(&error))?;
    Ok((bytes.len() as u64 <= LIMIT).then_some(bytes))
}

/// Whether the text of a case holds a comment; a needless copy does no harm, a lost word does.
fn holds_comment(path: &Path, text: &str) -> bool {
    let signs = text.match_indices('#').map(|(place, _)| place);
    let signs: Vec<usize> = signs.take(MOST_SIGNS + 1).collect();
    if signs.is_empty() {
        return false;
    }
    if is_too_deep(text) {
        return true;
    }
    let Ok(case) = document::parse::<CaseStudy>(path, text, Kind::Case) else { return true };
    // What this program wrote holds none, whatever signs its texts hold.
    if document::render(path, Kind::Case, &case).is_ok_and(|written| written == text) {
        return false;
    }
    signs.len() > MOST_SIGNS || signs.iter().any(|sign| is_comment(path, text, *sign, &case))
}

/// Whether what follows a sign on its line says nothing of the case: only the reader of the format
/// knows whether the sign is inside a text.
fn is_comment(path: &Path, text: &str, sign: usize, case: &CaseStudy) -> bool {
    let (Some(before), Some(after)) = (text.get(..sign), text.get(sign..)) else { return true };
    let rest = after.find('\n').and_then(|end| after.get(end..)).unwrap_or_default();
    let without = document::parse::<CaseStudy>(path, &format!("{before}{rest}"), Kind::Case);
    without.is_ok_and(|known| known == *case)
}

fn copy_beside(path: &Path, bytes: &[u8]) -> StorageResult<PathBuf> {
    for number in 1..=MOST_COPIES {
        let copy = path.with_file_name(copy_name(path, number));
        if !copy.exists() {
            write_atomically(&copy, bytes)?;
            return Ok(copy);
        }
        // A save that failed after the copy is tried again: it is still the same copy.
        if std::fs::read(&copy).is_ok_and(|known| known == bytes) {
            return Ok(copy);
        }
    }
    Err(StorageError::new(
        path,
        "ses commentaires ne peuvent pas être gardés à part : il y a trop de copies à côté.",
        "Rangez ailleurs les fichiers « avec-commentaires » de ce dossier.",
    ))
}

/// « essai.cas.avec-commentaires.yaml », then « essai.cas.avec-commentaires-2.yaml ».
fn copy_name(path: &Path, number: usize) -> String {
    let word = |part: Option<&std::ffi::OsStr>, usual: &str| {
        part.map_or_else(|| usual.to_owned(), |part| part.to_string_lossy().into_owned())
    };
    let stem = word(path.file_stem(), "etude.cas");
    let extension = word(path.extension(), "yaml");
    let rank = if number > 1 { format!("-{number}") } else { String::new() };
    format!("{stem}.avec-commentaires{rank}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::super::{read_case, save_case};
    use super::*;

    /// A case saved by the program in a folder that disappears with the first value.
    fn saved(title: &str) -> (tempfile::TempDir, PathBuf) {
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/salle.cas.yaml");
        let mut case = read_case(&fixture).expect("it reads").case;
        title.clone_into(&mut case.title);
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("essai.cas.yaml");
        save_case(&path, &case).expect("saved");
        (folder, path)
    }

    /// Changes the file by hand.
    fn rewrite(path: &Path, from: &str, to: &str) -> String {
        let text = std::fs::read_to_string(path).expect("it reads");
        assert!(text.contains(from), "{from} in {text}");
        let text = text.replacen(from, to, 1);
        write_atomically(path, text.as_bytes()).expect("written");
        text
    }

    fn names(folder: &Path) -> Vec<String> {
        let files = std::fs::read_dir(folder).expect("a folder").flatten();
        let mut names: Vec<String> =
            files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_with_comments_is_copied_once_and_no_copy_is_overwritten() {
        let (folder, path) = saved("Essai");
        let written = rewrite(&path, "version: 1\n", "version: 1\n# à relire avec Léa\n");
        let copy = folder.path().join("essai.cas.avec-commentaires.yaml");
        assert_eq!(keep_comments(&path), Ok(Some(copy.clone())));
        assert_eq!(keep_comments(&path), Ok(Some(copy.clone())), "the same one, if saving failed");
        assert_eq!(names(folder.path()).len(), 2);
        let case = read_case(&path).expect("it reads").case;
        save_case(&path, &case).expect("saved");
        assert_eq!(keep_comments(&path), Ok(None), "the comments are gone");
        rewrite(&path, "version: 1\n", "version: 1 # autre\n");
        let second = folder.path().join("essai.cas.avec-commentaires-2.yaml");
        assert_eq!(keep_comments(&path), Ok(Some(second)));
        assert_eq!(std::fs::read_to_string(&copy).expect("it reads"), written, "never touched");
    }

    #[test]
    fn a_sign_inside_a_text_is_no_comment() {
        for title in ["Lot # 12", "#12", "Lot\n# 12\nfin", "C#, \"# 4\""] {
            let (folder, path) = saved(title);
            assert_eq!(keep_comments(&path), Ok(None), "{title}, as the program writes it");
            rewrite(&path, "version: 1\n", "version:   1\n");
            assert_eq!(keep_comments(&path), Ok(None), "{title}, as a person writes it");
            rewrite(&path, "version:   1\n", "version:   1 # note\n");
            assert!(keep_comments(&path).expect("copied").is_some(), "{title}, with a comment");
            assert_eq!(names(folder.path()).len(), 2);
        }
    }

    #[test]
    fn what_is_not_understood_is_copied_and_what_is_not_there_is_not() {
        let (folder, path) = saved("Essai");
        rewrite(&path, "version: 1\n", "version: 1\n  # de travers\n : [\n");
        assert!(keep_comments(&path).expect("copied").is_some());
        assert_eq!(keep_comments(&folder.path().join("absent.cas.yaml")), Ok(None));
    }
}
