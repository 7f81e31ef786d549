//! Collects the sealed copies of a session from USB keys: each is verified, filed once, and the
//! missing ones are named.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::document::{self, Kind};
use super::sealing::{CopyHeader, fingerprint_groups, verify_copy};
use super::{SessionFolder, StorageError, StorageResult, paper_copy_path, write_atomically};
use crate::domain::exam::{FIRST_PAPER, Paper, Session};
use crate::domain::identifier::{CandidateId, PaperId};

/// Largest sealed copy read, in bytes.
pub(super) const COPY_LIMIT: u64 = 24 * 1024 * 1024;
/// Folders are looked into so far below the one given.
const DEPTH: usize = 5;

/// What was done with a file found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Verified and filed there.
    Filed(PathBuf),
    /// The very same copy is filed already.
    AlreadyThere(PathBuf),
    /// Not filed, and why.
    Refused(StorageError),
}

/// A file found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundCopy {
    /// Where it was found.
    pub from: PathBuf,
    /// Candidate, when the file says it.
    pub candidate: Option<CandidateId>,
    /// Fingerprint in groups, to be compared with the receipt.
    pub fingerprint: Vec<String>,
    /// What was done with it.
    pub outcome: Found,
}

/// The state of a collection.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Collection {
    /// Files found, in order.
    pub found: Vec<FoundCopy>,
    /// Candidates without a copy, by paper.
    pub missing: Vec<(Paper, CandidateId)>,
    /// Folders given that could not be looked into, and why.
    pub unread: Vec<StorageError>,
}

/// Looks for copies under the folders given, verifies and files them; a folder that cannot be read
/// does not stop the others.
///
/// # Errors
/// When the session cannot be read.
pub fn collect_copies(root: &Path, from: &[PathBuf]) -> StorageResult<Collection> {
    let session: Session = document::read(&root.join(SessionFolder::SESSION_FILE), Kind::Session)?;
    let mut collection = Collection::default();
    for folder in from {
        if let Err(problem) = look_into(folder) {
            collection.unread.push(problem);
            continue;
        }
        for path in copies_under(folder, DEPTH) {
            collection.found.push(file_copy(root, &session, &path));
        }
    }
    for paper in session.papers() {
        for candidate in &session.candidates {
            let path = paper_copy_path(&root.join("copies"), &candidate.id, &paper.id);
            let intact = document::read_bytes(&path, COPY_LIMIT)
                .is_ok_and(|bytes| verify_copy(&bytes).is_ok());
            if !intact {
                collection.missing.push((paper.clone(), candidate.id.clone()));
            }
        }
    }
    Ok(collection)
}

/// Verifies a sealed copy without any key.
///
/// # Errors
/// When the file cannot be read, is no sealed copy, or was altered.
pub fn verify_copy_file(path: &Path) -> StorageResult<(CopyHeader, Vec<String>)> {
    let bytes = document::read_bytes(path, COPY_LIMIT)?;
    let header = verify_copy(&bytes).map_err(|problem| problem.at(path))?;
    Ok((header, fingerprint_groups(&bytes)))
}

fn file_copy(root: &Path, session: &Session, path: &Path) -> FoundCopy {
    match verify_copy_file(path) {
        Err(problem) => FoundCopy {
            from: path.to_owned(),
            candidate: None,
            fingerprint: Vec::new(),
            outcome: Found::Refused(problem),
        },
        Ok((header, fingerprint)) => FoundCopy {
            from: path.to_owned(),
            candidate: Some(header.candidate.clone()),
            fingerprint,
            outcome: file_verified(root, session, path, &header).unwrap_or_else(Found::Refused),
        },
    }
}

fn file_verified(
    root: &Path,
    session: &Session,
    path: &Path,
    header: &CopyHeader,
) -> StorageResult<Found> {
    let refused = |words: String, remedy: &str| Err(StorageError::new(path, words, remedy));
    if header.session != session.id {
        return refused(
            "cette copie est d'une autre session.".to_owned(),
            "Rangez-la dans sa session.",
        );
    }
    let candidate = header.candidate.clone();
    if session.candidate(&candidate).is_none() {
        return refused(
            format!("l'identifiant {candidate} n'est pas celui d'un candidat inscrit."),
            "Ajoutez le candidat à session.yaml ou corrigez la liste.",
        );
    }
    let paper = PaperId(header.paper.clone());
    if !session.papers().iter().any(|known| known.id == paper) {
        return refused(
            format!("l'épreuve {paper} n'est pas de cette session."),
            "Vérifiez le fichier session.yaml.",
        );
    }
    let target = paper_copy_path(&root.join("copies"), &candidate, &paper);
    let bytes = document::read_bytes(path, COPY_LIMIT)?;
    match document::read_bytes(&target, COPY_LIMIT) {
        Ok(known) if known == bytes => return Ok(Found::AlreadyThere(target)),
        Ok(_) => {
            return refused(
                format!("une autre copie de {candidate} est déjà rangée ({}).", target.display()),
                "Comparez les empreintes avec l'accusé de remise. Rien n'a été écrasé.",
            );
        }
        Err(_) if target.exists() => {
            return refused(
                format!("{} ne peut pas être relu.", target.display()),
                "Vérifiez ce fichier avant de recommencer. Rien n'a été écrasé.",
            );
        }
        Err(_) => {}
    }
    if let Some(folder) = target.parent() {
        std::fs::create_dir_all(folder).map_err(|error| StorageError::writing(folder, &error))?;
    }
    write_atomically(&target, &bytes)?;
    verify_copy_file(&target)?;
    Ok(Found::Filed(target))
}

/// Whether a folder given can be looked into; a file given in its place is read later.
fn look_into(place: &Path) -> StorageResult<()> {
    let found = std::fs::metadata(place)
        .and_then(|known| if known.is_dir() { std::fs::read_dir(place).map(drop) } else { Ok(()) });
    found.map_err(|error| {
        let (message, remedy) = match error.kind() {
            ErrorKind::NotFound => (
                "ce dossier est introuvable, aucune copie n'y a été prise.",
                "Vérifiez l'emplacement, ou que la clé USB est branchée.",
            ),
            ErrorKind::PermissionDenied => (
                "la lecture de ce dossier est refusée, aucune copie n'y a été prise.",
                "Demandez le droit de le lire, puis recommencez.",
            ),
            _ => (
                "ce dossier ne peut pas être lu, aucune copie n'y a été prise.",
                "Vérifiez le support, puis recommencez.",
            ),
        };
        StorageError::new(place, message, remedy)
    })
}

/// Files named `*.copie` under a folder, or the file itself.
fn copies_under(folder: &Path, depth: usize) -> Vec<PathBuf> {
    let is_copy = |path: &Path| path.extension().is_some_and(|extension| extension == "copie");
    if folder.is_file() {
        return vec![folder.to_owned()];
    }
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() && depth > 0 && !path.is_symlink() {
            found.extend(copies_under(&path, depth - 1));
        } else if is_copy(&path) {
            found.push(path);
        }
    }
    found
}

/// Whether a paper is the first one of its session.
pub(super) fn is_first(paper: &PaperId) -> bool {
    paper.as_str() == FIRST_PAPER
}
