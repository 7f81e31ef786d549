//! The folders of a copy as people name them.

use std::path::Path;

use crate::storage::copies_folder;

/// The folder that the program makes on each PC for a session, by its name; any other by its path.
pub(super) fn folder_words(folder: &Path, session: &str) -> String {
    if folder == copies_folder(session) {
        return "dossier de Cas d'école sur ce poste".to_owned();
    }
    folder.display().to_string()
}
