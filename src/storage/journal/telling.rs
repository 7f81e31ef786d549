//! What a writer tells of files that it found other than it left them, once it has put them right.

use std::path::Path;

use crate::storage::StorageError;

/// What is told of a file that was set aside.
pub(super) fn told_aside(path: &Path, aside: &Path) -> StorageError {
    let name = aside.file_name().unwrap_or_default().to_string_lossy();
    StorageError::new(
        path,
        format!("le fichier en place ne convenait plus : il est gardé sous le nom « {name} »."),
        "Rien n'est à faire : le journal y est écrit à nouveau en entier.",
    )
}

/// What is told of a file that vanished while its folder stayed: somebody or something removed it.
pub(super) fn told_rewritten(path: &Path) -> StorageError {
    StorageError::new(
        path,
        "le fichier du journal avait disparu ; il a été écrit à nouveau en entier.",
        "Rien n'est perdu ; vérifiez qui l'a retiré : une personne ou un autre programme.",
    )
}

/// What is told of a folder that vanished while its journal was written: a folder of this PC may
/// stand now where a key was.
pub(super) fn told_remade(folder: &Path) -> StorageError {
    StorageError::new(
        folder,
        "le dossier avait disparu ; il a été fait à nouveau et le journal y est écrit en entier.",
        "Rien n'est perdu. Si c'est la deuxième copie, vérifiez que c'est bien la clé USB, et non \
         un dossier de ce PC.",
    )
}
