//! What goes wrong while a journal is written, in French: what, where, what to do.

use std::io::{Error, ErrorKind};
use std::path::Path;

use super::location::folder_of;
use crate::storage::StorageError;

/// What went wrong, as people see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Full,
    ReadOnly,
    Refused,
    Gone,
    IsFolder,
    Other,
}

/// An error of the system while a place is written. The writer goes on trying: the message says so.
pub(super) fn writing(path: &Path, error: &Error) -> StorageError {
    let (message, remedy) = match kind_of(path, error) {
        Fault::Full => (
            "le disque est plein, l'enregistrement y est arrêté.",
            "Libérez de la place ou donnez un autre emplacement.",
        ),
        Fault::ReadOnly => (
            "le support est en lecture seule, l'enregistrement y est arrêté.",
            "Retirez sa protection ou donnez un autre emplacement.",
        ),
        Fault::Refused => (
            "l'écriture y est refusée.",
            "Donnez le droit d'y écrire ou choisissez un autre emplacement.",
        ),
        Fault::Gone => (
            "le dossier a disparu ou la clé USB a été retirée.",
            "Rebranchez la clé, rétablissez le dossier ou donnez un autre emplacement.",
        ),
        Fault::IsFolder => (
            "un dossier occupe la place du journal.",
            "Renommez ce dossier ou donnez un autre emplacement.",
        ),
        Fault::Other => {
            ("l'écriture a échoué.", "Vérifiez le support ou donnez un autre emplacement.")
        }
    };
    StorageError::new(path, message, going_on(remedy))
}

/// The key is not there: its bare mount point is not to be written to.
pub(super) fn unplugged(path: &Path) -> StorageError {
    StorageError::new(
        path,
        "la clé USB a été retirée.",
        going_on("Rebranchez la clé ou donnez un autre emplacement."),
    )
}

/// Another program goes on in the same journal.
pub(super) fn continued_elsewhere(path: &Path) -> StorageError {
    StorageError::new(
        path,
        "un autre programme écrit dans ce journal : rien n'y est ajouté d'ici.",
        "Fermez l'autre fenêtre de Cas d'école, ou donnez un autre emplacement. Les réponses \
         restent en mémoire.",
    )
}

/// The file is the journal of another sitting.
pub(super) fn another_journal(path: &Path) -> StorageError {
    StorageError::new(
        path,
        "ce fichier n'est pas le journal de cette épreuve : il n'est pas touché.",
        "Déplacez-le ou donnez un autre emplacement. Les réponses restent en mémoire.",
    )
}

/// The file is never as it was left a moment before.
pub(super) fn unstable(path: &Path) -> StorageError {
    StorageError::new(
        path,
        "le fichier change pendant qu'il est écrit.",
        going_on("Vérifiez qu'aucun autre programme ne s'en sert."),
    )
}

fn going_on(remedy: &str) -> String {
    format!("{remedy} Les réponses restent en mémoire et l'enregistrement reprendra de lui-même.")
}

fn kind_of(path: &Path, error: &Error) -> Fault {
    if error.raw_os_error().is_some_and(is_removal) || !folder_of(path).is_dir() {
        return Fault::Gone;
    }
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Fault::Full,
        ErrorKind::ReadOnlyFilesystem => Fault::ReadOnly,
        ErrorKind::PermissionDenied => Fault::Refused,
        ErrorKind::NotFound | ErrorKind::NotADirectory => Fault::Gone,
        ErrorKind::IsADirectory => Fault::IsFolder,
        _ => Fault::Other,
    }
}

/// `EIO`, `ENXIO`, `ENODEV`: what Linux says of a key pulled while it is in use.
#[cfg(unix)]
const REMOVALS: &[i32] = &[5, 6, 19];

/// Not ready, device gone, volume changed under an open file, device removed.
#[cfg(windows)]
const REMOVALS: &[i32] = &[21, 55, 433, 1006, 1167, 1617];

#[cfg(not(any(unix, windows)))]
const REMOVALS: &[i32] = &[];

fn is_removal(code: i32) -> bool {
    REMOVALS.contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_cause_has_its_words_and_says_that_answers_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("C-01.journal");
        let cases = [
            (ErrorKind::StorageFull, "plein"),
            (ErrorKind::QuotaExceeded, "plein"),
            (ErrorKind::ReadOnlyFilesystem, "lecture seule"),
            (ErrorKind::PermissionDenied, "refusée"),
            (ErrorKind::NotFound, "clé USB"),
            (ErrorKind::IsADirectory, "dossier occupe"),
            (ErrorKind::TimedOut, "échoué"),
        ];
        for (kind, word) in cases {
            let told = writing(&path, &Error::from(kind));
            assert!(told.message.contains(word), "{kind:?}: {told}");
            assert!(told.remedy.contains("restent en mémoire"), "{told}");
        }
    }

    #[test]
    fn a_missing_folder_is_told_whatever_the_system_says() {
        let told = writing(Path::new("/nulle/part/C-01.journal"), &Error::from(ErrorKind::Other));
        assert!(told.message.contains("a disparu"), "{told}");
    }
}
