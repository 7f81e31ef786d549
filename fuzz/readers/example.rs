//! A small case, its subject, a copy and keys, made once: what seeds are made of, and what some
//! readers need around the file that they read.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use casdecole::domain::answers::{AnswerSheet, Sitting};
use casdecole::domain::case_study::Subject;
use casdecole::domain::exam::{Allowance, ExtraTime, Moment};
use casdecole::domain::framework::Catalogue;
use casdecole::storage::journal::DataKey;
use casdecole::storage::sealing::{DerivationParameters, JuryKey, OpeningCode};
use casdecole::storage::{StoredCase, derive_subject, load_catalogue, read_case};
use tempfile::TempDir;

/// The case of the tests of the exam room.
pub const CASE: &[u8] = include_bytes!("../../tests/fixtures/salle.cas.yaml");
/// The passphrase of the jury's key.
pub const PASSPHRASE: &str = "abricot lanterne ruisseau cobalt";

/// The built-in templates.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| load_catalogue(None).0)
}

/// The small case, where a file of it may be.
pub fn stored_case() -> &'static StoredCase {
    static CASE_READ: OnceLock<StoredCase> = OnceLock::new();
    CASE_READ
        .get_or_init(|| in_file("salle.cas.yaml", CASE, |path| read_case(path).expect("it reads")))
}

/// Its subject.
pub fn subject() -> &'static Subject {
    static SUBJECT: OnceLock<Subject> = OnceLock::new();
    SUBJECT.get_or_init(|| derive_subject(stored_case(), catalogue()).expect("derived"))
}

/// A moment of the sitting, so many milliseconds after its beginning.
pub fn moment(milliseconds: u32) -> Moment {
    let start = chrono::DateTime::parse_from_rfc3339("2027-03-11T09:00:00+01:00").expect("a date");
    let wall = start + chrono::TimeDelta::milliseconds(i64::from(milliseconds));
    Moment { wall, running: u64::from(milliseconds) + 5_000 }
}

/// An answer sheet on which nothing is written yet.
pub fn blank_sheet() -> AnswerSheet {
    let allowance = Allowance { minutes: 100, extra: ExtraTime::Fraction { part: 1, whole: 3 } };
    let sitting = Sitting {
        copy: "copie-1".into(),
        candidate: "C-01".into(),
        seat: "Poste 4".to_owned(),
        allowance,
        subject_fingerprint: "1234 5678".to_owned(),
    };
    AnswerSheet::begin(subject(), sitting).started(moment(0))
}

/// An opening code.
pub fn code() -> OpeningCode {
    OpeningCode::read("K7QM-4TRX-9DPH").expect("a code")
}

/// The least work of a derivation.
pub fn light() -> DerivationParameters {
    DerivationParameters::light_for_tests().expect("random bytes")
}

/// The jury's key of this process.
pub fn jury_key() -> &'static JuryKey {
    static KEY: OnceLock<JuryKey> = OnceLock::new();
    KEY.get_or_init(JuryKey::generate)
}

/// The key of all journals here.
pub fn data_key() -> DataKey {
    DataKey::from_bytes([7; 32])
}

thread_local! {
    static FOLDER: TempDir = folder();
}

/// A folder in memory where the system has one: readers take paths, disks are slow.
pub fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    made.expect("a folder")
}

/// Reads bytes through a file of a name, alone in the folder of this thread.
pub fn in_file<T>(name: &str, bytes: &[u8], read: impl FnOnce(&Path) -> T) -> T {
    let path: PathBuf = FOLDER.with(|folder| folder.path().join(name));
    write(&path, bytes);
    read(&path)
}

/// Writes bytes with no care for power cuts.
#[allow(clippy::disallowed_methods, reason = "a file of a test")]
pub fn write(path: &Path, bytes: &[u8]) {
    std::fs::write(path, bytes).expect("written");
}
