//! What a journal was found to hold: everything up to its last whole record, and what was cut.

use std::fmt;
use std::path::Path;

use super::chain::Chain;
use super::header::JournalHeader;
use crate::storage::StorageError;

/// What a journal holds.
#[derive(Clone)]
pub struct JournalContent {
    /// What it says in the clear.
    pub header: JournalHeader,
    /// The payloads, in order: the event numbered N is the Nth.
    pub records: Vec<Vec<u8>>,
    /// Bytes up to the end of the last whole record.
    pub whole_length: u64,
    /// What follows the last whole record, if anything.
    pub cut: Option<Cut>,
    pub(super) bytes: Vec<u8>,
    pub(super) head_length: usize,
    pub(super) chain: Chain,
}

impl JournalContent {
    /// The bytes that were authenticated.
    pub(super) fn whole(&self) -> &[u8] {
        let length = usize::try_from(self.whole_length).unwrap_or(usize::MAX);
        self.bytes.get(..length).unwrap_or(&self.bytes)
    }

    /// The bytes after the last whole record: kept here when the file is cut to go on.
    pub fn dropped(&self) -> &[u8] {
        self.bytes.get(self.whole().len()..).unwrap_or_default()
    }
}

impl fmt::Debug for JournalContent {
    /// Without the payloads: they are answers.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("JournalContent")
            .field("identity", &self.header.identity)
            .field("records", &self.records.len())
            .field("whole_length", &self.whole_length)
            .field("cut", &self.cut)
            .finish_non_exhaustive()
    }
}

/// Where and why the reading stopped before the end of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// Why.
    pub cause: CutCause,
    /// Events before it, all intact.
    pub after_records: u64,
    /// Bytes that are not read.
    pub bytes_dropped: u64,
}

/// Why a journal is not read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CutCause {
    /// Its last writing was interrupted: an ordinary power cut.
    Torn,
    /// Something in it was changed, removed, moved, or is under another key.
    Altered,
}

impl Cut {
    /// What happened, and what to do, in French.
    pub fn remark(&self, path: &Path) -> StorageError {
        let place = match self.after_records {
            0 => "avant le premier événement".to_owned(),
            number => format!("après l'événement {number}"),
        };
        let bytes = match self.bytes_dropped {
            1 => "1 octet incomplet est écarté".to_owned(),
            number => format!("{number} octets incomplets sont écartés"),
        };
        match self.cause {
            CutCause::Torn => StorageError::new(
                path,
                format!("l'écriture a été interrompue {place} : {bytes}."),
                "Ce qui était déjà enregistré est intact.",
            ),
            CutCause::Altered => StorageError::new(
                path,
                format!("altéré {place}."),
                "Ce qui précède est intact. Cherchez la suite dans l'autre copie du journal.",
            ),
        }
    }
}
