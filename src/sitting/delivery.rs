//! The hand-in: a copy that is closed is sealed once, written at every place, read again and
//! compared; only then is its journal destroyed.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::live::{LiveSitting, Seal};
use crate::domain::exam::{ClosedBy, TimeEvent};
use crate::storage::journal::{destroy, journal_path};
use crate::storage::sealing::CopyHeader;
use crate::storage::{
    SealedCopy, StorageError, StorageResult, fingerprint_of_copy, paper_copy_path, read_copy,
    save_new_copy,
};

/// Writes the copy at a place, reads it again and compares.
type Deliver = Box<dyn Fn(&Path) -> StorageResult<()>>;

/// How long the closing may take to reach a disk; the copy is sealed all the same.
const CLOSING_SAVE: Duration = Duration::from_secs(2);

/// Where the copy stands between the candidate and the jury.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// The candidate writes.
    Writing,
    /// Closed, but no file of the copy is verified yet; nothing is lost, and it is tried again.
    Unwritten(StorageError),
    /// Closed; the files were written, read again and found identical.
    Delivered(Delivered),
}

/// A copy that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivered {
    /// Files written and verified.
    pub files: Vec<PathBuf>,
    /// Places that could not be written, and why.
    pub missing: Vec<StorageError>,
    /// Groups of digits that two people compare aloud; empty for a copy of training.
    pub fingerprint: Vec<String>,
}

impl LiveSitting {
    /// Closes the copy, for good, and delivers it.
    pub fn hand_in(&mut self, by: ClosedBy) {
        if !self.state.sheet.is_handed_in() {
            let now = self.now();
            let closing = self.state.sheet.ledger.record(now, TimeEvent::Closed { by });
            self.journal_entries(closing);
            // A PC that stops from here on finds a closed copy, and goes on sealing it.
            self.flush(CLOSING_SAVE);
            // It was not handed in: the sheet cannot refuse.
            let _ = self.state.sheet.hand_in(now.wall);
            self.revision += 1;
        }
        self.deliver();
    }

    /// Tries again what could not be written.
    pub fn deliver(&mut self) {
        self.delivery = match self.try_to_deliver() {
            Ok(delivered) => Delivery::Delivered(delivered),
            Err(problem) => Delivery::Unwritten(problem),
        };
        if matches!(self.delivery, Delivery::Delivered(_)) {
            self.end_journal();
        }
    }

    fn try_to_deliver(&mut self) -> StorageResult<Delivered> {
        let paths: Vec<PathBuf> =
            self.folders.iter().map(|folder| self.copy_file(folder)).collect();
        let write: Deliver = match &self.facts.seal {
            Seal::Plain => {
                let sheet = self.state.sheet.clone();
                Box::new(move |path| deliver_plain(path, &sheet))
            }
            Seal::ToJury(recipient) => {
                let recipient = recipient.clone();
                let sealed = self.sealed(&recipient)?;
                Box::new(move |path| sealed.deliver(path))
            }
        };
        let mut delivered =
            Delivered { files: Vec::new(), missing: Vec::new(), fingerprint: Vec::new() };
        for path in paths {
            match write(&path) {
                Ok(()) => delivered.files.push(path),
                Err(problem) => delivered.missing.push(problem),
            }
        }
        if delivered.files.is_empty() {
            let first = delivered.missing.into_iter().next();
            return Err(first.unwrap_or_else(|| no_place(Path::new("copie"))));
        }
        delivered.fingerprint = match &self.sealed {
            Some(sealed) => sealed.fingerprint(),
            None => fingerprint_of_copy(&self.state.sheet)?,
        };
        Ok(delivered)
    }

    /// The copy sealed to the jury: made once, so that every file is the same.
    fn sealed(&mut self, recipient: &str) -> StorageResult<SealedCopy> {
        if let Some(sealed) = &self.sealed {
            return Ok(sealed.clone());
        }
        let sheet = &self.state.sheet;
        let mut before = self.folders.iter().map(|folder| self.copy_file(folder));
        let before = before.find_map(|path| SealedCopy::sealed_before(&path, &sheet.copy));
        if let Some(before) = before {
            self.sealed = Some(before.clone());
            return Ok(before);
        }
        let header = CopyHeader {
            session: self.facts.session.clone(),
            paper: self.facts.paper.as_str().to_owned(),
            candidate: sheet.candidate.clone(),
            copy: sheet.copy.clone(),
            subject_fingerprint: sheet.subject_fingerprint.clone(),
            sealed_at: self.now().wall.to_rfc3339(),
        };
        let path = self.folders.first().map_or_else(PathBuf::new, |folder| self.copy_file(folder));
        let sealed = SealedCopy::seal(&path, header, sheet, recipient)?;
        self.sealed = Some(sealed.clone());
        Ok(sealed)
    }

    /// File of the copy in a folder.
    pub(super) fn copy_file(&self, folder: &Path) -> PathBuf {
        paper_copy_path(folder, &self.state.sheet.candidate, &self.facts.paper)
    }

    /// Removes the journal: the copy no longer depends on it.
    fn end_journal(&mut self) {
        let Some(journal) = self.journal.take() else { return };
        // Nothing is lost when a last event is not saved: the copy holds it.
        let last = journal.discard(CLOSING_SAVE);
        // What another program wrote there may be the only trace of it; known after a last look.
        let ours = last.places.into_iter().filter(|place| !place.is_of_another());
        let paths: Vec<PathBuf> = ours.map(|place| place.path).collect();
        if let Err(problem) = destroy(&paths) {
            self.leftover = Some(problem);
        }
        self.locks.clear();
    }

    /// A journal file that could not be removed after the hand-in.
    pub const fn leftover(&self) -> Option<&StorageError> {
        self.leftover.as_ref()
    }
}

fn deliver_plain(path: &Path, sheet: &crate::domain::answers::AnswerSheet) -> StorageResult<()> {
    if !read_copy(path).is_ok_and(|known| known == *sheet) {
        save_new_copy(path, sheet)?;
    }
    if read_copy(path)? == *sheet {
        return Ok(());
    }
    Err(StorageError::new(
        path,
        "le fichier relu n'est pas identique à la copie.",
        "Choisissez un autre dossier et prévenez le surveillant.",
    ))
}

fn no_place(path: &Path) -> StorageError {
    StorageError::new(path, "aucun dossier n'est donné.", "Choisissez un dossier pour la copie.")
}

/// File of a candidate's journal in a folder, by paper.
pub(super) fn journal_file(folder: &Path, candidate: &str, paper: &str) -> PathBuf {
    if paper == crate::domain::exam::FIRST_PAPER {
        journal_path(folder, candidate)
    } else {
        journal_path(folder, &format!("{candidate}-{paper}"))
    }
}
