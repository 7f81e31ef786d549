//! Finds the subject that a copy was written on: the one given, or one near the copy.

use std::path::{Path, PathBuf};

use crate::domain::answers::AnswerSheet;
use crate::domain::case_study::Subject;
use crate::storage::{StorageError, StorageResult, fingerprint, read_subject};

/// The subject of a copy; one with another fingerprint is refused.
pub(super) fn subject_of(
    copy_path: &Path,
    sheet: &AnswerSheet,
    given: Option<&Path>,
) -> StorageResult<Subject> {
    match given {
        Some(path) => matching(path, sheet)?.ok_or_else(|| refused(path)),
        None => find_near(copy_path, sheet),
    }
}

fn matching(path: &Path, sheet: &AnswerSheet) -> StorageResult<Option<Subject>> {
    let subject = read_subject(path)?;
    let same = fingerprint(&subject)? == sheet.subject_fingerprint;
    Ok(same.then_some(subject))
}

fn refused(path: &Path) -> StorageError {
    StorageError::new(
        path,
        "ce sujet n'est pas celui de la copie : les empreintes diffèrent.",
        "Ouvrez le sujet remis le jour de l'épreuve.",
    )
}

/// Looks in the folder of the copy, then in its parent. Files that do not read are passed over:
/// another one may be the right one.
fn find_near(copy_path: &Path, sheet: &AnswerSheet) -> StorageResult<Subject> {
    let files: Vec<PathBuf> = folders_near(copy_path).iter().flat_map(|f| subjects_in(f)).collect();
    let found = files.iter().find_map(|path| matching(path, sheet).ok().flatten());
    found.ok_or_else(|| match files.first() {
        Some(other) => refused(other),
        None => StorageError::new(
            copy_path,
            "le sujet de cette copie est introuvable près d'elle.",
            "Placez le fichier .sujet à côté de la copie ou dans le dossier parent.",
        ),
    })
}

fn folders_near(copy_path: &Path) -> Vec<PathBuf> {
    // A bare name has an empty parent: its real folder is asked to the system.
    let whole = copy_path.canonicalize().unwrap_or_else(|_| copy_path.to_owned());
    whole.ancestors().skip(1).take(2).map(Path::to_owned).collect()
}

fn subjects_in(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "sujet"))
        .collect();
    paths.sort();
    paths
}

#[cfg(test)]
mod tests {
    use super::super::example::{begun, folder_with_subject, subject};
    use super::*;
    use crate::storage::{save_subject, write_atomically};

    fn other_subject(path: &Path) {
        let other = Subject { title: "Autre".to_owned(), ..subject() };
        save_subject(path, &other).expect("it is saved");
    }

    #[test]
    fn the_subject_is_found_beside_the_copy_or_in_the_parent() {
        let (folder, path) = folder_with_subject();
        let copy = begun(&folder, "");
        other_subject(&folder.path().join("autre.sujet"));
        write_atomically(&folder.path().join("abime.sujet"), b"?").expect("it is written");
        let beside = folder.path().join("B-07.copie");
        assert_eq!(subject_of(&beside, copy.sheet(), None), Ok(subject()));
        assert_eq!(subject_of(&beside, copy.sheet(), Some(&path)), Ok(subject()));
        let inner = folder.path().join("copies");
        std::fs::create_dir(&inner).expect("a folder");
        std::fs::copy(&beside, inner.join("B-07.copie")).expect("a copy");
        assert_eq!(subject_of(&inner.join("B-07.copie"), copy.sheet(), None), Ok(subject()));
    }

    #[test]
    fn a_subject_with_another_fingerprint_is_refused() {
        let (folder, path) = folder_with_subject();
        let copy = begun(&folder, "");
        let beside = folder.path().join("B-07.copie");
        other_subject(&path);
        for given in [Some(path.as_path()), None] {
            let error = subject_of(&beside, copy.sheet(), given).expect_err("it is refused");
            assert!(error.message.contains("empreintes"), "{error}");
        }
        std::fs::remove_file(&path).expect("it is removed");
        let alone = folder.path().join("copies").join("B-07.copie");
        let error = subject_of(&alone, copy.sheet(), None).expect_err("it is missing");
        assert!(error.message.contains("introuvable"), "{error}");
    }
}
