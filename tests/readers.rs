//! Bounded fuzzing of every reader of files: inputs made of valid ones by chance, always the same
//! ones. `fuzz/` holds the readers, and the targets of `cargo fuzz` that go on for longer.
//!
//! - `CASDECOLE_FUZZ_ITERATIONS`: inputs a reader; without it, all readers share about 40 s.
//! - `CASDECOLE_SEED`: other inputs.
//! - `CASDECOLE_FUZZ_CORPUS=fuzz/corpus`: writes the seeds there, for `cargo fuzz`.
//! - `CASDECOLE_FUZZ_TRACE=1`: writes each input before it is read, to find the one that ends the
//!   process or never ends.
//!
//! An input that makes a reader panic, or takes too long, is kept under `target/tmp/readers`.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, write the files that they need, and measure time"
)]

#[path = "../fuzz/readers/mod.rs"]
mod readers;

use std::collections::BTreeSet;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use readers::mutation::{Chance, mutated};
use readers::{ALL, Reader};

/// What all readers share when no number of inputs is asked for.
const TIME: Duration = Duration::from_secs(40);
/// Inputs that each reader reads at least.
const AT_LEAST: usize = 100;
/// An input that takes longer than this is a fault too.
const TOO_LONG: Duration = Duration::from_secs(10);
/// A reader with so many faults is left alone.
const ENOUGH_FAULTS: usize = 5;

/// What came of one reader.
struct Outcome {
    name: &'static str,
    inputs: usize,
    accepted: usize,
    seeds_accepted: usize,
    took: Duration,
    faults: Vec<String>,
}

/// When a reader has read enough.
#[derive(Clone, Copy)]
enum Until {
    Inputs(usize),
    Time(Duration),
}

fn number(name: &str) -> Option<usize> {
    let text = std::env::var(name).ok()?;
    Some(text.trim().parse().unwrap_or_else(|_| panic!("{name}={text} is no whole number")))
}

/// Where inputs that do harm are kept.
fn kept() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readers");
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Prints past the harness, which hides the output of tests that pass.
fn say(text: &str) {
    let _ = writeln!(std::io::stderr(), "readers: {text}");
}

/// Reads inputs made of the seeds of a reader.
fn try_reader(reader: Reader, until: Until) -> Outcome {
    let seeds = (reader.seeds)();
    let mut outcome = Outcome {
        name: reader.name,
        inputs: 0,
        accepted: 0,
        seeds_accepted: 0,
        took: Duration::ZERO,
        faults: Vec::new(),
    };
    for seed in &seeds {
        try_input(reader, seed, &mut outcome);
    }
    outcome.seeds_accepted = outcome.accepted;
    for small in [&b""[..], b"\0", b"\n", b"{}", b"[]", b"0", b"\xff\xfe", b"\xef\xbb\xbf"] {
        try_input(reader, small, &mut outcome);
    }
    let seed = number("CASDECOLE_SEED").and_then(|seed| u64::try_from(seed).ok()).unwrap_or(1);
    let mut chance = Chance::new(reader.name, seed);
    let start = Instant::now();
    let goes_on = |outcome: &Outcome| match until {
        Until::Inputs(wanted) => outcome.inputs < wanted,
        Until::Time(time) => start.elapsed() < time || outcome.inputs < AT_LEAST,
    };
    while goes_on(&outcome) && outcome.faults.len() < ENOUGH_FAULTS {
        let input = mutated(&seeds, reader.words, &mut chance);
        try_input(reader, &input, &mut outcome);
    }
    outcome.took = start.elapsed();
    outcome
}

fn try_input(reader: Reader, input: &[u8], outcome: &mut Outcome) {
    if std::env::var_os("CASDECOLE_FUZZ_TRACE").is_some() {
        let path = kept().join(format!("{}.dernier", reader.name));
        std::fs::write(path, input).expect("written");
    }
    outcome.inputs += 1;
    let start = Instant::now();
    let read = catch_unwind(AssertUnwindSafe(|| (reader.read)(input)));
    let took = start.elapsed();
    let fault = match read {
        Ok(accepted) => {
            outcome.accepted += usize::from(accepted);
            (took > TOO_LONG).then(|| format!("took {took:?}"))
        }
        Err(reason) => {
            let words = reason.downcast_ref::<String>().map(String::as_str);
            let words = words.or_else(|| reason.downcast_ref::<&str>().copied());
            Some(format!("panicked: {}", words.unwrap_or("without a word")))
        }
    };
    if let Some(fault) = fault {
        let path = kept().join(format!("{}-{}.bin", reader.name, outcome.inputs));
        std::fs::write(&path, input).expect("written");
        outcome.faults.push(format!("{} {fault}; see {}", reader.name, path.display()));
    }
}

/// Tries readers on all processors at once; their outcomes by name.
fn try_all(readers: &[Reader]) -> Vec<Outcome> {
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(readers.len());
    let share = u32::try_from(workers).unwrap_or(1);
    let count = u32::try_from(readers.len()).unwrap_or(1);
    let until = match number("CASDECOLE_FUZZ_ITERATIONS") {
        Some(inputs) => Until::Inputs(inputs),
        None => Until::Time(TIME * share / count),
    };
    let (next, outcomes) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(reader) = readers.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let outcome = try_reader(*reader, until);
                    outcomes.lock().expect("no worker panics").push(outcome);
                }
            });
        }
    });
    let mut outcomes = outcomes.into_inner().expect("no worker panics");
    outcomes.sort_by_key(|outcome| outcome.name);
    outcomes
}

#[test]
fn no_input_makes_a_reader_panic() {
    if let Some(corpus) = std::env::var_os("CASDECOLE_FUZZ_CORPUS") {
        write_seeds(Path::new(&corpus));
    }
    let outcomes = try_all(&ALL);
    for outcome in &outcomes {
        let Outcome { name, inputs, accepted, took, .. } = outcome;
        say(&format!("{name:<16} {inputs:>9} inputs, {accepted:>9} accepted, {took:.1?}"));
    }
    let total: usize = outcomes.iter().map(|outcome| outcome.inputs).sum();
    let faults: Vec<&str> =
        outcomes.iter().flat_map(|outcome| &outcome.faults).map(String::as_str).collect();
    say(&format!("{total} inputs altogether, {} panics or too long", faults.len()));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    for outcome in &outcomes {
        assert!(outcome.seeds_accepted > 0, "{} refuses all its seeds", outcome.name);
    }
}

/// Writes the seeds of each reader in a folder of its own.
fn write_seeds(corpus: &Path) {
    for reader in ALL {
        let folder = corpus.join(reader.name);
        std::fs::create_dir_all(&folder).expect("a folder");
        for (rank, seed) in (reader.seeds)().iter().enumerate() {
            std::fs::write(folder.join(format!("seed-{rank}")), seed).expect("written");
        }
    }
}

#[test]
fn every_reader_has_its_target_in_cargo_fuzz() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).expect("read");
    let targets: BTreeSet<String> = std::fs::read_dir(folder.join("fuzz_targets"))
        .expect("the targets")
        .flatten()
        .filter_map(|entry| Some(entry.path().file_stem()?.to_str()?.to_owned()))
        .collect();
    let names: BTreeSet<String> = ALL.iter().map(|reader| reader.name.to_owned()).collect();
    assert_eq!(targets, names);
    for name in names {
        assert!(manifest.contains(&format!("name = \"{name}\"\n")), "{name} is not in Cargo.toml");
    }
}

#[test]
fn a_panic_would_be_seen_and_its_input_kept() {
    let fragile = Reader {
        name: "essai",
        read: |bytes| {
            assert!(!bytes.starts_with(b"ab"), "as planned by this test");
            true
        },
        seeds: || vec![b"xb".to_vec(), b"abc".to_vec()],
        words: &["a"],
    };
    let outcome = try_reader(fragile, Until::Inputs(10_000));
    assert_eq!(outcome.faults.len(), ENOUGH_FAULTS, "{:?}", outcome.faults);
    let first = &outcome.faults[0];
    assert!(first.contains("as planned by this test"), "{first}");
    let path = first.rsplit("see ").next().expect("a path");
    assert!(std::fs::read(path).expect("it is kept").starts_with(b"ab"));
    for fault in &outcome.faults {
        let _ = std::fs::remove_file(fault.rsplit("see ").next().expect("a path"));
    }
}

#[test]
fn inputs_are_the_same_at_each_run_and_differ_from_one_another() {
    let inputs = |seed| {
        let mut chance = Chance::new("essai", seed);
        let seeds = [b"format: x\nversion: 1\n".to_vec(), "déjà".as_bytes().to_vec()];
        (0..500).map(|_| mutated(&seeds, &["- ", "12"], &mut chance)).collect::<Vec<_>>()
    };
    assert_eq!(inputs(1), inputs(1));
    assert_ne!(inputs(1), inputs(2));
    let distinct: BTreeSet<Vec<u8>> = inputs(1).into_iter().collect();
    assert!(distinct.len() > 300, "only {} inputs of 500", distinct.len());
}
