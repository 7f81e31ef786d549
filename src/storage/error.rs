//! Errors of files: where, what, and what to do, in French.

use std::path::{Path, PathBuf};

/// Result of an access to a file.
pub type StorageResult<T> = Result<T, StorageError>;

/// Why a file could not be read or written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{} : {message} {remedy}", path.display(), place.as_deref().map(|p| format!(", {p}")).unwrap_or_default())]
pub struct StorageError {
    /// The file or folder.
    pub path: PathBuf,
    /// Where in the file ("ligne 3, colonne 5"), if known.
    pub place: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

impl StorageError {
    /// An error about a whole file.
    pub fn new(path: &Path, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { path: path.to_owned(), place: None, message: message.into(), remedy: remedy.into() }
    }

    /// The same error at a place in the file.
    #[must_use]
    pub fn at(mut self, place: Option<String>) -> Self {
        self.place = place;
        self
    }

    /// An error of the system while reading.
    pub(super) fn reading(path: &Path, error: &std::io::Error) -> Self {
        use std::io::ErrorKind;
        let (message, remedy) = match error.kind() {
            ErrorKind::NotFound => (
                "le fichier est introuvable.",
                "Vérifiez l'emplacement, ou que la clé USB est branchée.",
            ),
            ErrorKind::PermissionDenied => (
                "la lecture est refusée.",
                "Demandez le droit de lire ce fichier, ou copiez-le dans vos documents.",
            ),
            ErrorKind::NotADirectory => (
                "ce n'est pas un dossier de session.",
                "Choisissez le dossier qui contient session.yaml.",
            ),
            ErrorKind::IsADirectory => {
                ("c'est un dossier, pas un fichier.", "Choisissez un fichier de ce dossier.")
            }
            _ => ("le fichier ne peut pas être lu.", "Vérifiez le support, puis réessayez."),
        };
        Self::new(path, message, remedy)
    }

    /// An error of the system while writing.
    pub(super) fn writing(path: &Path, error: &std::io::Error) -> Self {
        use std::io::ErrorKind;
        let (message, remedy) = match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => (
                "l'écriture est refusée : le dossier est en lecture seule.",
                "Choisissez un autre dossier. Le fichier en place n'a pas été changé.",
            ),
            ErrorKind::NotFound => (
                "le dossier n'existe pas.",
                "Choisissez un dossier existant, ou rebranchez la clé USB.",
            ),
            ErrorKind::StorageFull => (
                "le disque est plein.",
                "Libérez de la place ou choisissez un autre dossier. Rien n'a été écrasé.",
            ),
            _ => (
                "l'écriture a échoué.",
                "Vérifiez le support ou choisissez un autre dossier. Rien n'a été écrasé.",
            ),
        };
        Self::new(path, message, remedy)
    }
}
