//! Copies sealed to the jury on disk, and the jury's key that opens them.

use std::io::Read;
use std::path::Path;

use zeroize::Zeroizing;

use super::collection::COPY_LIMIT;
use super::document::{self, Kind};
use super::sealing::{
    CopyHeader, JuryKey, SealProblem, SealedKind, fingerprint_groups, open_copy, recipient_of,
    seal_copy, sealed_kind, verify_copy,
};
use super::{StorageError, StorageResult, write_atomically};
use crate::domain::answers::AnswerSheet;
use crate::domain::identifier::CopyId;

/// Largest key file read, in bytes.
const KEY_LIMIT: u64 = 256 * 1024;
/// What is read of a file to see what it is, in bytes.
const LONGEST_FIRST_LINE: u64 = 128;

/// A copy sealed to the jury, not yet on any disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedCopy {
    header: CopyHeader,
    bytes: Vec<u8>,
}

impl SealedCopy {
    /// Seals an answer sheet; from here on nobody but the jury can read it.
    ///
    /// # Errors
    /// When the sheet is too large or the public key is none; `path` only serves messages.
    pub fn seal(
        path: &Path,
        header: CopyHeader,
        sheet: &AnswerSheet,
        recipient: &str,
    ) -> StorageResult<Self> {
        let payload = Zeroizing::new(document::render(path, Kind::Copy, sheet)?);
        let sealed = seal_copy(&header, payload.as_bytes(), recipient);
        Ok(Self { header, bytes: sealed.map_err(|problem| problem.at(path))? })
    }

    /// The copy of the same sitting that is sealed in a file already; `None` when there is none.
    pub fn sealed_before(path: &Path, copy: &CopyId) -> Option<Self> {
        let bytes = document::read_bytes(path, COPY_LIMIT).ok()?;
        let header = verify_copy(&bytes).ok().filter(|header| &header.copy == copy)?;
        Some(Self { header, bytes })
    }

    /// Writes the copy, reads the file again and compares it.
    ///
    /// # Errors
    /// When another file is in its place, the file cannot be written, or it reads otherwise.
    pub fn deliver(&self, path: &Path) -> StorageResult<()> {
        match document::read_bytes(path, COPY_LIMIT) {
            Ok(known) if known == self.bytes => return Ok(()),
            Ok(_) => return Err(taken(path)),
            Err(_) if path.exists() => return Err(taken(path)),
            Err(_) => {}
        }
        write_atomically(path, &self.bytes)?;
        if document::read_bytes(path, COPY_LIMIT)? == self.bytes {
            return Ok(());
        }
        Err(StorageError::new(
            path,
            "le fichier relu n'est pas identique à la copie.",
            "Choisissez un autre dossier et prévenez le surveillant.",
        ))
    }

    /// The clear header.
    pub const fn header(&self) -> &CopyHeader {
        &self.header
    }

    /// Groups of digits that two people compare aloud.
    pub fn fingerprint(&self) -> Vec<String> {
        fingerprint_groups(&self.bytes)
    }
}

fn taken(path: &Path) -> StorageError {
    StorageError::new(
        path,
        "une autre copie porte déjà ce nom dans ce dossier.",
        "Choisissez un autre dossier. Rien n'a été écrasé.",
    )
}

/// Fingerprint of a copy of training, in the same groups of digits as that of a sealed one.
///
/// # Errors
/// When the sheet cannot be represented.
pub fn fingerprint_of_copy(sheet: &AnswerSheet) -> StorageResult<Vec<String>> {
    let text = document::render(Path::new("copie"), Kind::Copy, sheet)?;
    Ok(fingerprint_groups(text.as_bytes()))
}

/// The kind of sealed file that a path holds, from its first line alone; `None` for another file.
pub fn sealed_kind_of(path: &Path) -> Option<SealedKind> {
    let mut start = Vec::new();
    std::fs::File::open(path).ok()?.take(LONGEST_FIRST_LINE).read_to_end(&mut start).ok()?;
    sealed_kind(&start)
}

/// Opens a sealed copy with the jury's key.
///
/// # Errors
/// When the file cannot be read, was altered, or is sealed to another key.
pub fn read_sealed_copy(path: &Path, key: &JuryKey) -> StorageResult<AnswerSheet> {
    let bytes = document::read_bytes(path, COPY_LIMIT)?;
    let (header, payload) = open_copy(&bytes, key).map_err(|problem| problem.at(path))?;
    let altered = || SealProblem::Altered.at(path);
    let text = std::str::from_utf8(&payload).map_err(|_| altered())?;
    let sheet: AnswerSheet = document::parse(path, text, Kind::Copy)?;
    if sheet.candidate != header.candidate || sheet.copy != header.copy {
        return Err(altered());
    }
    Ok(sheet)
}

/// Opens the jury's key with its passphrase. Takes about a second.
///
/// # Errors
/// When the file cannot be read, was altered, or the passphrase is another one.
pub fn read_jury_key(path: &Path, passphrase: &str) -> StorageResult<JuryKey> {
    let bytes = document::read_bytes(path, KEY_LIMIT)?;
    JuryKey::unlock(&bytes, passphrase).map_err(|problem| problem.at(path))
}

/// The public half that a key file states, its bytes being intact; no passphrase is needed.
///
/// # Errors
/// When the file cannot be read, is no key, or was altered.
pub fn read_key_recipient(path: &Path) -> StorageResult<String> {
    let bytes = document::read_bytes(path, KEY_LIMIT)?;
    recipient_of(&bytes).map_err(|problem| problem.at(path))
}
