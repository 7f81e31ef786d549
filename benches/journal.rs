//! Speed of the journal: from an event to the disk, and reopening a whole sitting.
//! `cargo bench --bench journal`

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "benchmarks fail by panicking"
)]

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use casdecole::domain::exam::Moment;
use casdecole::storage::journal::{
    DataKey, JournalHeader, JournalIdentity, JournalWriter, WriterOptions, create, journal_path,
    look, reopen,
};
use chrono::DateTime;
use tempfile::TempDir;

fn main() {
    divan::main();
}

/// Events of a sitting of 3 h at 5 keys a second.
const SITTING: u64 = 54_000;

const PATIENCE: Duration = Duration::from_mins(1);

/// What a key weighs, about.
const PAYLOAD: &[u8] = br#"{"r":203,"a":{"q":"q12","s":[118,0,"e"]}}"#;

fn key() -> DataKey {
    DataKey::from_bytes([7; 32])
}

fn header() -> JournalHeader {
    JournalHeader {
        identity: JournalIdentity {
            session: "S-1".to_owned(),
            paper: "P-1".to_owned(),
            candidate: "C-01".to_owned(),
            copy: "c-1".to_owned(),
        },
        derivation: serde_json::json!({}),
        wrapped_key: vec![0; 72],
    }
}

fn options(gathering: Duration) -> WriterOptions {
    let wall = DateTime::UNIX_EPOCH.fixed_offset();
    WriterOptions { gathering, ..WriterOptions::new(Arc::new(move || Moment { wall, running: 0 })) }
}

/// A folder on the disk of the build, not in memory as `/tmp` may be.
fn room() -> (TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let places = vec![journal_path(folder.path(), "C-01")];
    (folder, places)
}

/// Wanted: median at most 2 ms, 99th percentile at most 20 ms.
#[divan::bench(sample_count = 2_000, sample_size = 1)]
#[allow(clippy::disallowed_methods, reason = "measures a delay")]
fn append_and_fsync_of_one_event(bencher: divan::Bencher<'_, '_>) {
    let (_folder, places) = room();
    let journal = create(&places, &header(), &key()).expect("created");
    let writer = JournalWriter::start(journal, options(Duration::ZERO)).expect("started");
    let mut delays = Vec::with_capacity(2_000);
    bencher.bench_local(|| {
        let begun = Instant::now();
        writer.append(PAYLOAD, 0).expect("taken");
        assert!(writer.flush(PATIENCE), "durable");
        delays.push(begun.elapsed());
    });
    delays.sort();
    if let (Some(median), Some(late)) =
        (delays.get(delays.len() / 2), delays.get(delays.len() * 99 / 100))
    {
        println!("{} events: median {median:?}, 99th percentile {late:?}", delays.len());
    }
}

/// Typing never waits for the disk: this is what the window spends on a key.
#[divan::bench(sample_count = 1_000, sample_size = 10)]
fn append_alone(bencher: divan::Bencher<'_, '_>) {
    let (_folder, places) = room();
    let journal = create(&places, &header(), &key()).expect("created");
    let usual = options(Duration::from_millis(40));
    let writer = JournalWriter::start(journal, usual).expect("started");
    bencher.bench_local(|| writer.append(PAYLOAD, 0).expect("taken"));
}

/// Wanted: at most 1 s, and at most 5 MB.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn reopening_of_54000_events(bencher: divan::Bencher<'_, '_>) {
    let (_folder, places) = room();
    let journal = create(&places, &header(), &key()).expect("created");
    let usual = options(Duration::from_millis(40));
    let writer = JournalWriter::start(journal, usual).expect("started");
    for _ in 0..SITTING {
        writer.append(PAYLOAD, 0).expect("taken");
    }
    let state = writer.close(PATIENCE);
    assert!(!state.is_behind(), "saved");
    println!("{SITTING} events of {} bytes: {} bytes", PAYLOAD.len(), state.bytes);
    bencher.bench_local(|| {
        let choice = look(&places, |_, _| Ok(key())).expect("readable").expect("there");
        assert_eq!(choice.content.records.len() as u64, SITTING);
        reopen(&choice).expect("reopened")
    });
}
