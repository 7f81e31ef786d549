//! All the bytes of a journal, in memory: a record is encrypted once, here, and written to any
//! place as many times as it takes.

use std::path::Path;

use super::chain::Chain;
use super::cipher::{Position, RecordCipher, SEGMENT};
use super::content::JournalContent;
use super::frame::{self, LARGEST_PAYLOAD, RecordKind};
use super::header::{self, JournalHeader};
use super::key::{DataKey, fill_with_chance};
use crate::storage::{StorageError, StorageResult};

/// Most bytes of a journal, read or written.
pub const LARGEST_JOURNAL: usize = 64 * 1024 * 1024;

/// What is kept free under the limit, for the segments of further openings.
const RESERVE: usize = 64 * 1024;

/// The last bytes looked at before something is written after them: a whole tag.
const WITNESS: usize = 16;

/// A journal open for writing.
pub(super) struct Memory {
    bytes: Vec<u8>,
    head_length: usize,
    records: u64,
    chain: Chain,
    position: Position,
    cipher: RecordCipher,
}

impl Memory {
    /// A new journal and its first segment.
    ///
    /// # Errors
    /// When the header is too long or the system gives no random bytes; `path` serves the messages.
    pub(super) fn begin(path: &Path, header: &JournalHeader, key: &DataKey) -> StorageResult<Self> {
        let (bytes, hash) = header::encode(path, header)?;
        let head_length = bytes.len();
        Self::with_segment(path, bytes, head_length, 0, Chain::start(hash), key)
    }

    /// A journal that was read, up to its last whole record, and a new segment.
    ///
    /// # Errors
    /// When the system gives no random bytes; `path` serves the message.
    pub(super) fn resume(
        path: &Path,
        content: &JournalContent,
        key: &DataKey,
    ) -> StorageResult<Self> {
        let bytes = content.whole().to_vec();
        let records = content.records.len() as u64;
        Self::with_segment(path, bytes, content.head_length, records, content.chain, key)
    }

    fn with_segment(
        path: &Path,
        bytes: Vec<u8>,
        head_length: usize,
        records: u64,
        chain: Chain,
        key: &DataKey,
    ) -> StorageResult<Self> {
        let mut segment = [0; SEGMENT];
        fill_with_chance(path, &mut segment)?;
        let (position, cipher) = (Position::start(segment), RecordCipher::new(key));
        let mut memory = Self { bytes, head_length, records, chain, position, cipher };
        memory.push(RecordKind::Segment, &segment, &[]).ok_or_else(|| full(path))?;
        Ok(memory)
    }

    /// Adds a payload and gives its number, from 1.
    ///
    /// # Errors
    /// When the payload or the journal would be too long to be read again; `path` serves the
    /// message.
    pub(super) fn append(&mut self, path: &Path, payload: &[u8]) -> StorageResult<u64> {
        if payload.len() > LARGEST_PAYLOAD {
            return Err(StorageError::new(
                path,
                "cette saisie dépasse 1 Mo : elle n'est pas enregistrée.",
                "Raccourcissez la réponse, ou saisissez-la en plusieurs fois.",
            ));
        }
        if self.bytes.len() + frame::room_of(payload.len()) > LARGEST_JOURNAL - RESERVE {
            return Err(full(path));
        }
        self.push(RecordKind::Data, &[], payload).ok_or_else(|| full(path))?;
        self.records += 1;
        Ok(self.records)
    }

    fn push(&mut self, kind: RecordKind, front: &[u8], clear: &[u8]) -> Option<()> {
        let sealed = self.cipher.seal(self.position, self.chain, kind, clear)?;
        let frame = frame::build(kind, front, &sealed)?;
        self.position = self.position.next();
        self.chain = self.chain.after(&frame);
        self.bytes.extend_from_slice(&frame);
        Some(())
    }

    /// Number of the last payload.
    pub(super) const fn records(&self) -> u64 {
        self.records
    }

    /// All the bytes.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many they are.
    pub(super) fn length(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// Bytes of the head: the same in all copies of this journal, and in no other.
    pub(super) const fn head_length(&self) -> usize {
        self.head_length
    }

    /// What follows a length, and the few bytes before it that a file must end with.
    pub(super) fn tail(&self, length: u64) -> (Vec<u8>, Vec<u8>) {
        let length = usize::try_from(length).unwrap_or(usize::MAX).min(self.bytes.len());
        let (written, tail) = self.bytes.split_at(length);
        let witness = written.get(length.saturating_sub(WITNESS)..).unwrap_or_default();
        (witness.to_vec(), tail.to_vec())
    }
}

fn full(path: &Path) -> StorageError {
    StorageError::new(
        path,
        "le journal a atteint sa taille limite : cette saisie n'est pas enregistrée.",
        "Prévenez le surveillant, puis remettez la copie.",
    )
}
