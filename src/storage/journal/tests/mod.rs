//! Journals cut, altered, pulled out, forked, and written in the background.

#![allow(clippy::disallowed_methods, reason = "tests write the files that they damage")]

mod alterations;
mod copies;
mod cuts;
mod faults;
mod places;
mod properties;
mod stalls;
mod writing;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::DateTime;
use tempfile::TempDir;

use super::frame::{NextFrame, RecordKind, next_frame};
use super::header;
use super::memory::Memory;
use super::*;
use crate::domain::exam::Moment;
use crate::storage::StorageResult;

/// Long enough for a slow disk, far from what a test takes.
const PATIENCE: Duration = Duration::from_secs(20);

/// Milliseconds of the running clock of these tests, which stands still.
const NOW: u64 = 1_000;

fn key() -> DataKey {
    DataKey::from_bytes([7; 32])
}

fn header(copy: &str) -> JournalHeader {
    JournalHeader {
        identity: JournalIdentity {
            session: "S-1".to_owned(),
            paper: "P-1".to_owned(),
            candidate: "C-01".to_owned(),
            copy: copy.to_owned(),
        },
        derivation: serde_json::json!({"function": "essai", "salt": "AAAA"}),
        wrapped_key: vec![1, 2, 3, 250],
    }
}

fn options() -> WriterOptions {
    let wall = DateTime::UNIX_EPOCH.fixed_offset();
    WriterOptions {
        gathering: Duration::from_millis(1),
        retry: Duration::from_millis(20),
        watch: Duration::from_millis(20),
        ..WriterOptions::new(Arc::new(move || Moment { wall, running: NOW }))
    }
}

/// A folder with one more folder for each place, and the path of the journal in each.
fn rooms(names: &[&str]) -> (TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().unwrap();
    let paths = names.iter().map(|name| journal_path(&folder.path().join(name), "C-01")).collect();
    (folder, paths)
}

fn payloads(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

/// A journal in two segments, and its payloads.
fn two_segments() -> (Vec<u8>, Vec<Vec<u8>>) {
    let path = Path::new("essai.journal");
    let written = payloads(&["un", "", "trois : été", "quatre", "cinq, plus long que les autres"]);
    let mut memory = Memory::begin(path, &header("c-1"), &key()).unwrap();
    for payload in &written[..3] {
        memory.append(path, payload).unwrap();
    }
    let content = parse(path, memory.bytes().to_vec(), &key()).unwrap();
    let mut memory = Memory::resume(path, &content, &key()).unwrap();
    for payload in &written[3..] {
        memory.append(path, payload).unwrap();
    }
    (memory.bytes().to_vec(), written)
}

/// Where the head and each record of a journal end, with the number of payloads up to there.
fn ends(bytes: &[u8]) -> Vec<(usize, usize)> {
    let mut end = header::decode(bytes).unwrap().length;
    let (mut ends, mut count) = (vec![(end, 0)], 0);
    while let NextFrame::Whole { kind, frame, .. } = next_frame(&bytes[end..]) {
        count += usize::from(kind == RecordKind::Data);
        end += frame.len();
        ends.push((end, count));
    }
    assert_eq!(end, bytes.len());
    ends
}

/// A new journal at these places, closed, holding these texts.
fn written(places: &[PathBuf], texts: &[&str]) {
    let journal = create(places, &header("c-1"), &key()).unwrap();
    write_all(journal, texts);
}

/// Goes on with the journal of these places.
fn gone_on(places: &[PathBuf], texts: &[&str]) {
    let choice = looked(places).unwrap().unwrap();
    write_all(reopen(&choice).unwrap(), texts);
}

fn write_all(journal: Journal, texts: &[&str]) {
    let writer = JournalWriter::start(journal, options()).unwrap();
    for text in texts {
        writer.append(text.as_bytes(), NOW).unwrap();
    }
    let state = writer.close(PATIENCE);
    assert!(!state.is_behind(), "{state:?}");
}

fn looked(places: &[PathBuf]) -> StorageResult<Option<Choice>> {
    look(places, |_, _| Ok(key()))
}

fn texts_of(path: &Path) -> Vec<String> {
    let content = read(path, &key()).unwrap();
    assert_eq!(content.cut, None, "{}", path.display());
    content.records.into_iter().map(|record| String::from_utf8(record).unwrap()).collect()
}

fn bytes_of(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

/// Waits until the state is as wanted.
fn wait_until(writer: &JournalWriter, wanted: impl Fn(&JournalState) -> bool) -> JournalState {
    for _ in 0..5_000 {
        let state = writer.state();
        if wanted(&state) {
            return state;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    panic!("it never came: {:?}", writer.state());
}
