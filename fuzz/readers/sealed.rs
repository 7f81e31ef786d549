//! Sealed files and journals. Nobody forges a hash by chance: each is also read with its hash put
//! right, so that what stands behind the hash is tried too.

use std::path::Path;

use casdecole::sitting::{RecordCodec, SittingState};
use casdecole::storage::journal::parse;
use casdecole::storage::sealing::{
    JuryKey, SubjectFacts, open_subject, read_subject_header, recipient_of, seal_subject,
    sealed_kind, verify_copy,
};
use casdecole::storage::{open_package, read_sealed_copy};
use sha2::{Digest, Sha256};

use super::example::{
    PASSPHRASE, blank_sheet, code, data_key, in_file, jury_key as key, light, subject,
};

/// Bytes of the hash at the end of a sealed file, or at the end of the head of a journal.
const HASH: usize = 32;
/// A derivation is only tried when it costs next to nothing, in KiB.
const LIGHT_MEMORY: u32 = 64;

/// The same content with the hash that it should have.
fn with_right_hash(bytes: &[u8]) -> Vec<u8> {
    let content = bytes.len().saturating_sub(HASH);
    with_hash(bytes.get(..content).unwrap_or_default())
}

fn as_it_is_and_repaired(bytes: &[u8], read: impl Fn(&[u8]) -> bool) -> bool {
    let repaired = read(&with_right_hash(bytes));
    read(bytes) || repaired
}

fn with_hash(content: &[u8]) -> Vec<u8> {
    let hash = Sha256::digest(content);
    [content, hash.as_slice()].concat()
}

/// A sealed subject and its code.
pub fn sealed_subject(bytes: &[u8]) -> bool {
    let read = |bytes: &[u8]| {
        let _ = sealed_kind(bytes);
        let Ok(header) = read_subject_header(bytes) else { return false };
        header.derivation.memory_kib() <= LIGHT_MEMORY && open_subject(bytes, &code()).is_ok()
    };
    as_it_is_and_repaired(bytes, read)
}

/// The content of a sealed subject that was sealed right.
pub fn room_package(bytes: &[u8]) -> bool {
    let facts = SubjectFacts {
        session: "S-1".into(),
        session_title: "Session d'essai".to_owned(),
        paper_label: "Étude de cas".to_owned(),
        date: "11 mars 2027".to_owned(),
    };
    let Ok(sealed) = seal_subject(&facts, bytes, &code(), &light()) else { return false };
    in_file("essai.sujet", &sealed, |path| {
        let Ok(opened) = open_package(path, &code()) else { return false };
        let seat = opened.package.seat("c-01");
        seat.is_some_and(|seat| opened.package.subject_of(seat).is_some())
    })
}

/// A sealed copy and the jury's key.
pub fn sealed_copy(bytes: &[u8]) -> bool {
    let read = |bytes: &[u8]| {
        let _ = verify_copy(bytes);
        in_file("C-01.copie", bytes, |path| read_sealed_copy(path, key()).is_ok())
    };
    as_it_is_and_repaired(bytes, read)
}

/// The jury's key and its passphrase.
pub fn jury_key(bytes: &[u8]) -> bool {
    let read = |bytes: &[u8]| {
        let _ = recipient_of(bytes);
        // The least work of the passphrase; more of it is right, and only slow.
        let cheap = bytes.windows(3).any(|window| window == b" 4\n");
        cheap && JuryKey::unlock(bytes, PASSPHRASE).is_ok()
    };
    as_it_is_and_repaired(bytes, read)
}

/// A journal, and the same bytes as the JSON of a head that is right for all the rest.
pub fn journal(bytes: &[u8]) -> bool {
    let path = Path::new("C-01.journal");
    let mut head = b"casdecole/journal\n".to_vec();
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    head.extend_from_slice(&length.to_le_bytes());
    head.extend_from_slice(&(!length).to_le_bytes());
    head.extend_from_slice(bytes);
    let _ = parse(path, with_hash(&head), &data_key());
    parse(path, bytes.to_vec(), &data_key()).is_ok_and(|content| !content.records.is_empty())
}

/// The events of a journal, one a line, done one after the other.
pub fn journal_event(bytes: &[u8]) -> bool {
    let mut codec = RecordCodec::default();
    let mut state = SittingState::new(blank_sheet());
    let mut done = false;
    for line in bytes.split(|byte| *byte == b'\n') {
        if let Some((at, event)) = codec.decode(line) {
            done |= state.apply(subject(), at, &event).is_ok();
        }
    }
    let ledger = &state.sheet.ledger;
    let _ = (ledger.granted(), ledger.interruptions());
    done
}
