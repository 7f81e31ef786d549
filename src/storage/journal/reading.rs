//! Reading a journal from its bytes: each record authenticated at its place.

use std::io::Read;
use std::path::Path;

use super::chain::Chain;
use super::cipher::{Position, RecordCipher, SEGMENT};
use super::content::{Cut, CutCause, JournalContent};
use super::frame::{NextFrame, RecordKind, next_frame};
use super::header::{self, Head, JournalHeader, LARGEST_HEAD};
use super::key::DataKey;
use super::memory::LARGEST_JOURNAL;
use crate::storage::{StorageError, StorageResult};

/// Reads what a journal says in the clear.
///
/// # Errors
/// When the file is missing, is no journal, or its head is cut or altered.
pub fn read_header(path: &Path) -> StorageResult<JournalHeader> {
    let bytes = bytes_of(path, LARGEST_HEAD as u64)?;
    header::decode(&bytes).map(|head| head.header).map_err(|fault| fault.error(path))
}

/// Reads a journal up to its last whole record.
///
/// # Errors
/// When the file is missing or too long, is no journal, or its head is cut or altered. A cut or an
/// alteration after the head is no error: it is told in [`JournalContent::cut`].
pub fn read(path: &Path, key: &DataKey) -> StorageResult<JournalContent> {
    parse(path, bytes_of_whole(path)?, key)
}

/// Reads a journal from its bytes; `path` only serves messages.
///
/// # Errors
/// As [`read`].
pub fn parse(path: &Path, bytes: Vec<u8>, key: &DataKey) -> StorageResult<JournalContent> {
    let head = header::decode(&bytes).map_err(|fault| fault.error(path))?;
    Ok(content(head, bytes, key))
}

/// Reads the records that follow a head.
pub(super) fn content(head: Head, bytes: Vec<u8>, key: &DataKey) -> JournalContent {
    let mut walk = Walk {
        cipher: RecordCipher::new(key),
        chain: Chain::start(head.hash),
        position: None,
        records: Vec::new(),
    };
    let mut whole = head.length;
    let cause = loop {
        match next_frame(bytes.get(whole..).unwrap_or_default()) {
            NextFrame::End => break None,
            NextFrame::Torn => break Some(CutCause::Torn),
            NextFrame::Broken => break Some(CutCause::Altered),
            NextFrame::Whole { kind, body, frame } => {
                if walk.take(kind, body, frame).is_none() {
                    break Some(CutCause::Altered);
                }
                whole += frame.len();
            }
        }
    };
    let cut = cause.map(|cause| Cut {
        cause,
        after_records: walk.records.len() as u64,
        bytes_dropped: (bytes.len() - whole) as u64,
    });
    JournalContent {
        header: head.header,
        records: walk.records,
        whole_length: whole as u64,
        cut,
        bytes,
        head_length: head.length,
        chain: walk.chain,
    }
}

/// The way through the records.
struct Walk {
    cipher: RecordCipher,
    chain: Chain,
    /// Where the next data record stands; none before the first segment.
    position: Option<Position>,
    records: Vec<Vec<u8>>,
}

impl Walk {
    /// Authenticates a record and keeps its payload; none when it is not what was written there.
    fn take(&mut self, kind: RecordKind, body: &[u8], frame: &[u8]) -> Option<()> {
        let position = match kind {
            RecordKind::Segment => {
                let (segment, tag) = body.split_first_chunk::<SEGMENT>()?;
                let position = Position::start(*segment);
                let clear = self.cipher.open(position, self.chain, kind, tag)?;
                clear.is_empty().then_some(position)?
            }
            RecordKind::Data => {
                let position = self.position?;
                let clear = self.cipher.open(position, self.chain, kind, body)?;
                self.records.push(clear);
                position
            }
        };
        self.position = Some(position.next());
        self.chain = self.chain.after(frame);
        Some(())
    }
}

/// All the bytes of a journal.
pub(super) fn bytes_of_whole(path: &Path) -> StorageResult<Vec<u8>> {
    let limit = LARGEST_JOURNAL as u64;
    let bytes = bytes_of(path, limit + 1)?;
    if bytes.len() as u64 > limit {
        return Err(StorageError::new(
            path,
            format!("le journal dépasse {} Mo.", limit / 1024 / 1024),
            "Vérifiez que c'est le bon fichier.",
        ));
    }
    Ok(bytes)
}

fn bytes_of(path: &Path, most: u64) -> StorageResult<Vec<u8>> {
    let failed = |error: std::io::Error| StorageError::reading(path, &error);
    let file = std::fs::File::open(path).map_err(failed)?;
    if file.metadata().map_err(failed)?.is_dir() {
        return Err(failed(std::io::ErrorKind::IsADirectory.into()));
    }
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}
