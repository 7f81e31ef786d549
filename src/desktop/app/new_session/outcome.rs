//! A session that was made: what to note, what to carry, what to do next.

use std::path::{Path, PathBuf};

use crate::domain::exam::Session;
use crate::storage::{ROOM_FOLDER, RoomSecrets, StorageError};

/// A session that was made.
pub(super) struct Prepared {
    /// Its folder.
    pub(super) root: PathBuf,
    /// The session, as written.
    pub(super) session: Session,
    /// Sealed subjects.
    pub(super) subjects: Vec<PathBuf>,
    /// Sheets to print.
    pub(super) sheets: Vec<PathBuf>,
    /// Why the sheets could not be written.
    pub(super) unprinted: Option<StorageError>,
    /// What is shown once; none for a session of training.
    pub(super) shown: Option<ShownSecrets>,
}

/// Codes and passphrase on screen, erased when the page is left.
pub(super) struct ShownSecrets {
    /// Codes and passphrase.
    pub(super) secrets: RoomSecrets,
    /// Whether the passphrase was drawn: it is written nowhere else.
    pub(super) passphrase_is_drawn: bool,
    /// Somebody says that it is noted.
    pub(super) is_noted: bool,
}

const SEALED_STEPS: [&str; 4] = [
    "Copiez le contenu du dossier salle sur les clés USB ou les postes : il ne contient que les sujets scellés.",
    "Imprimez la feuille de codes et l'émargement, puis effacez codes.pdf : les codes y sont en clair.",
    "Le jour de l'épreuve, ouvrez le sujet sur chaque poste et dites le code d'ouverture quand tous sont prêts.",
    "Après la remise, ouvrez Surveiller, rassemblez les copies des clés et comparez les empreintes.",
];

const TRAINING_STEPS: [&str; 4] = [
    "Remettez le fichier sujet.sujet aux candidats : il s'ouvre sans code.",
    "Chaque candidat l'ouvre par Composer et y met son identifiant.",
    "Rangez leurs fichiers .copie dans le dossier copies de la session.",
    "Ouvrez la session pour corriger et délibérer.",
];

impl Prepared {
    /// A session of training.
    pub(super) fn training(root: PathBuf, session: Session) -> Self {
        let (subjects, sheets) = (Vec::new(), Vec::new());
        Self { root, session, subjects, sheets, unprinted: None, shown: None }
    }

    /// Whether the session is sealed.
    pub(super) const fn is_sealed(&self) -> bool {
        self.session.jury_recipient.is_some()
    }

    /// Whether the page may be left: a passphrase that was drawn is shown nowhere else.
    pub(super) fn may_leave(&self) -> bool {
        self.shown.as_ref().is_none_or(|shown| !shown.passphrase_is_drawn || shown.is_noted)
    }

    /// Folder of what goes to the room.
    pub(super) fn room_folder(&self) -> PathBuf {
        self.root.join(ROOM_FOLDER)
    }

    /// Folder of the sheets to print.
    pub(super) fn documents_folder(&self) -> PathBuf {
        self.root.join("documents")
    }

    /// What to do next.
    pub(super) const fn steps(&self) -> [&'static str; 4] {
        if self.is_sealed() { SEALED_STEPS } else { TRAINING_STEPS }
    }
}

/// Name of a file, for people.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The groups of a code or a passphrase, as they are read aloud; one that was chosen without dashes
/// is one group a word.
pub(super) fn groups(secret: &str) -> impl Iterator<Item = &str> {
    secret
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '–'))
        .filter(|group| !group.is_empty())
}
