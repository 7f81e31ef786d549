//! What these tests take for granted of the command line and of the files: arguments, words printed,
//! names of files, fields of YAML. When one of them changes, this file changes and no other.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{OnceLock, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::{Duration, Instant};

use serde_yaml::Value;
use tempfile::TempDir;

use crate::process::{Ended, Line, Stream, run};
use crate::script::Answers;

/// An opening code of the usual shape.
pub const CODE: &str = "K7QM-4TRX-9DPH";
/// Another one.
pub const OTHER_CODE: &str = "K7QM-4TRX-9DPK";
/// A passphrase that nobody finds weak.
const PASSPHRASE: &str = "abricot lanterne ruisseau cobalt mistral girouette";
/// Another one.
pub const OTHER_PASSPHRASE: &str = "pivoine tabouret nuage ardoise falaise boussole";

/// A candidate with one third more time.
pub const EXTRA_TIME: &str = "C-01";
/// A candidate without.
pub const USUAL_TIME: &str = "C-02";
/// A candidate who never hands in.
pub const MISSING: &str = "C-03";
/// The list given to `session prepare`.
const LIST: &str = "C-01 ; Nadia Belkacem ; formation ; tiers temps\n\
                    C-02 ; Ivan Petrov ; formation\n\
                    C-03 ; Inès Caradec ; VAE\n";

/// Seconds of the paper in `tests/fixtures/salle.cas.yaml`.
pub const PAPER_SECONDS: u64 = 100 * 60;

/// In the message about an altered file.
pub const ALTERED: &str = "altér";
/// In the messages about a journal that was cut, in small letters.
pub const CUT: [&str; 2] = ["coup", "interromp"];
/// In the message about a full disk.
pub const FULL: &str = "plein";
/// How the private half of a jury's key begins.
pub const SECRET_KEY_START: &str = "AGE-SECRET-KEY-1";

/// Nothing typed is lost after this, to the last key.
pub const DURABLE_WITHIN: Duration = Duration::from_millis(250);

/// The case of these tests.
pub fn case() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/salle.cas.yaml")
}

/// A whole number from the environment.
pub fn number(name: &str, default: usize) -> usize {
    let Ok(text) = std::env::var(name) else { return default };
    text.trim().parse().unwrap_or_else(|_| panic!("{name}={text} is no whole number"))
}

/// The random choices of one test, the same at each run unless `CASDECOLE_SEED` says otherwise.
pub fn chance() -> fastrand::Rng {
    let seed = number("CASDECOLE_SEED", 20_270_311);
    fastrand::Rng::with_seed(u64::try_from(seed).expect("a seed"))
}

static QUIET: RwLock<()> = RwLock::new(());

/// For tests that measure time: no other test of this file runs meanwhile.
pub fn alone() -> RwLockWriteGuard<'static, ()> {
    QUIET.write().unwrap_or_else(PoisonError::into_inner)
}

/// For all other tests.
pub fn among_others() -> RwLockReadGuard<'static, ()> {
    QUIET.read().unwrap_or_else(PoisonError::into_inner)
}

/// A folder beside the build, where the disk is a real one (`/tmp` may be memory).
pub fn folder(name: &str) -> TempDir {
    let base = Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(base).expect("the folder of the build");
    tempfile::Builder::new().prefix(&format!("{name}-")).tempdir_in(base).expect("a folder")
}

/// A new folder in another.
pub fn place(parent: &Path, name: &str) -> PathBuf {
    let path = parent.join(name);
    std::fs::create_dir_all(&path).expect("a folder");
    path
}

/// A session that was prepared, with what the centre keeps of it.
pub struct Room {
    /// Where the processes have their home and their temporary files.
    pub home: PathBuf,
    /// The session folder of the centre.
    pub session: PathBuf,
    /// The sealed subject.
    pub subject: PathBuf,
    /// The jury's key.
    pub key: PathBuf,
    /// The file of its passphrase.
    pub passphrase: PathBuf,
    /// The opening code.
    pub code: String,
}

/// One sitting without a window.
#[derive(Clone, Copy)]
pub struct Sit<'a> {
    /// The candidate.
    pub candidate: &'a str,
    /// The work folder.
    pub work: &'a Path,
    /// The folder of the second copy.
    pub mirror: Option<&'a Path>,
    /// The events.
    pub script: &'a Path,
    /// Milliseconds between two events; 0 for as fast as it goes.
    pub pace: u64,
    /// Whether the copy is handed in at the end of the script.
    pub hand_in: bool,
}

impl Room {
    /// Prepares a session in a folder, with its own code and passphrase.
    pub fn prepare(root: &Path, code: &str, passphrase: &str) -> Self {
        let write = |name: &str, text: String| {
            let path = root.join(name);
            std::fs::write(&path, text).expect("written");
            path
        };
        let list = write("candidats.csv", LIST.to_owned());
        let phrase = write("phrase.txt", format!("{passphrase}\n"));
        let mut room = Self {
            home: place(root, "home"),
            session: root.join("session"),
            subject: PathBuf::new(),
            key: PathBuf::new(),
            passphrase: phrase,
            code: code.to_owned(),
        };
        let mut command = room.command(&["session", "prepare"]);
        command.arg(case()).arg("--candidates").arg(list).arg("--out").arg(&room.session);
        command.args(["--code", code, "--passphrase-file"]).arg(&room.passphrase);
        let ended = run(&mut command);
        assert_eq!(ended.code, Some(0), "session prepare: {}", ended.all());
        room.subject = labelled(&ended.out(), "Sujet :");
        room.key = labelled(&ended.out(), "Clé du jury :");
        assert!(room.subject.is_file() && room.key.is_file(), "{}", ended.all());
        room
    }

    /// The session that most tests share; it is only read.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Room> = OnceLock::new();
        SHARED.get_or_init(|| {
            let base = Path::new(env!("CARGO_TARGET_TMPDIR"));
            forget_dead_processes(base);
            let root = place(base, &format!("{SHARED_FOLDER}{}", std::process::id()));
            Self::prepare(&root, CODE, PASSPHRASE)
        })
    }

    /// What goes to the exam room.
    pub fn room_folder(&self) -> PathBuf {
        self.session.join("salle")
    }

    /// The program, at home in this room and without a screen.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_casdecole"));
        command.args(arguments);
        command.env("HOME", &self.home).env("TMPDIR", place(&self.home, "tmp"));
        command.env("CASDECOLE_CONFIG_DIR", place(&self.home, "config"));
        command.env("XDG_RUNTIME_DIR", place(&self.home, "run"));
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        command
    }

    /// A sitting on this room's subject with its code.
    pub fn sit(&self, sit: &Sit<'_>) -> Command {
        self.sit_on(&self.subject, &self.code, sit)
    }

    /// A sitting on any file with any code.
    pub fn sit_on(&self, subject: &Path, code: &str, sit: &Sit<'_>) -> Command {
        let mut command = self.command(&["sit"]);
        command.arg(subject).args(["--candidate", sit.candidate, "--code", code]);
        command.arg("--work").arg(sit.work).arg("--script").arg(sit.script);
        if let Some(mirror) = sit.mirror {
            command.arg("--mirror").arg(mirror);
        }
        if sit.pace > 0 {
            command.args(["--pace", &sit.pace.to_string()]);
        }
        if sit.hand_in {
            command.arg("--hand-in");
        }
        command
    }

    /// `journal show` with any code.
    pub fn journal_show(&self, folder: &Path, code: &str) -> Ended {
        run(self.command(&["journal", "show"]).arg(folder).args(["--code", code]))
    }

    /// What an unfinished sitting holds.
    ///
    /// # Errors
    /// What the program says when it shows none.
    pub fn journal(&self, folder: &Path) -> Result<Held, String> {
        Held::shown(&self.journal_show(folder, &self.code))
    }

    /// `copy verify` of any files.
    pub fn verify<'a>(&self, files: impl IntoIterator<Item = &'a PathBuf>) -> Ended {
        run(self.command(&["copy", "verify"]).args(files))
    }

    /// `copy show` with any key.
    pub fn copy_show(&self, copy: &Path, key: &Path, passphrase: &Path) -> Ended {
        let mut command = self.command(&["copy", "show"]);
        command.arg(copy).arg("--key").arg(key).arg("--passphrase-file").arg(passphrase);
        run(&mut command)
    }

    /// What the jury reads in a copy, which must be intact.
    pub fn copy(&self, copy: &Path) -> Held {
        let verified = self.verify([&copy.to_owned()]);
        assert_eq!(verified.code, Some(0), "{}", verified.all());
        let ended = self.copy_show(copy, &self.key, &self.passphrase);
        assert_eq!(ended.code, Some(0), "{}", ended.all());
        Held::shown(&ended).unwrap_or_else(|error| panic!("{error}"))
    }

    /// `session collect` from folders into the session.
    pub fn collect(&self, from: &[&Path]) -> Ended {
        run(self.command(&["session", "collect"]).arg(&self.session).args(from))
    }

    /// `mark`, without the jury's key.
    pub fn mark(&self) -> Ended {
        run(self.command(&["mark"]).arg(&self.session))
    }

    /// `report`, without the jury's key.
    pub fn report_without_key(&self) -> Ended {
        run(self.command(&["report"]).arg(&self.session))
    }

    /// `report`, with the jury's key.
    pub fn report(&self) -> Ended {
        let mut command = self.command(&["report"]);
        command.arg(&self.session).arg("--passphrase-file").arg(&self.passphrase);
        run(&mut command)
    }

    /// Where the session keeps a collected copy.
    pub fn collected(&self, candidate: &str) -> PathBuf {
        copy_in(&self.session.join("copies"), candidate)
    }
}

const SHARED_FOLDER: &str = "exam-room-";

/// Removes the shared sessions of test processes that have ended.
fn forget_dead_processes(base: &Path) {
    for entry in std::fs::read_dir(base).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(process) = name.strip_prefix(SHARED_FOLDER) else { continue };
        if !Path::new("/proc").join(process).exists() {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// The path printed after a label.
fn labelled(printed: &str, label: &str) -> PathBuf {
    let plain = printed.replace(['\u{a0}', '\u{202f}'], " ");
    let path = plain.lines().find_map(|line| line.trim().strip_prefix(label));
    PathBuf::from(path.unwrap_or_else(|| panic!("no « {label} » in:\n{printed}")).trim())
}

/// The copy of a candidate in a work folder or a mirror.
pub fn copy_in(folder: &Path, candidate: &str) -> PathBuf {
    folder.join(format!("{candidate}.copie"))
}

/// The journal of a candidate in a work folder or a mirror.
pub fn journal_in(folder: &Path, candidate: &str) -> PathBuf {
    folder.join(format!("{candidate}.journal"))
}

/// Whether `copy verify` calls a file intact.
pub fn is_called_intact(verified: &str, file: &Path) -> bool {
    let name = file.file_name().expect("a name").to_string_lossy().into_owned();
    let lines: Vec<&str> = verified.lines().filter(|line| line.contains(&name)).collect();
    assert!(!lines.is_empty(), "nothing is said of {name} in:\n{verified}");
    lines.iter().all(|line| {
        let line = line.to_lowercase();
        line.contains("intact") && !line.contains("pas intact") && !line.contains(ALTERED)
    })
}

/// An event that became durable.
#[derive(Debug, Clone, Copy)]
pub struct Saved {
    /// Rank of the event in the script, from 1.
    pub rank: usize,
    /// When the test heard of it.
    pub heard: Instant,
    /// How long it had taken to become durable.
    pub delay: Duration,
}

impl Saved {
    /// Reads « saved N MS ».
    pub fn read(line: &Line) -> Option<Self> {
        let mut words = line.text.split_whitespace();
        if line.stream != Stream::Out || words.next() != Some("saved") {
            return None;
        }
        let rank = words.next()?.parse().ok()?;
        let milliseconds: f64 = words.next()?.parse().ok()?;
        let delay = Duration::try_from_secs_f64(milliseconds / 1000.0).ok()?;
        Some(Self { rank, heard: line.at, delay })
    }

    /// How old the event was at a moment; never more than it really was.
    pub fn age_at(&self, moment: Instant) -> Duration {
        moment.saturating_duration_since(self.heard) + self.delay
    }
}

/// The events that a process said to be durable.
pub fn saved(ended: &Ended) -> Vec<Saved> {
    ended.lines.iter().filter_map(Saved::read).collect()
}

/// What was printed besides « saved … »: the messages for people.
pub fn messages(ended: &Ended) -> String {
    let others = ended.lines.iter().filter(|line| Saved::read(line).is_none());
    others.flat_map(|line| [line.text.clone(), "\n".to_owned()]).collect()
}

/// A journal or a copy as the program shows it.
#[derive(Debug, Clone)]
pub struct Held {
    /// The candidate.
    pub candidate: String,
    /// What was typed, by place.
    pub answers: Answers,
    time: Value,
}

impl Held {
    /// What a process has shown as YAML on its standard output.
    ///
    /// # Errors
    /// All that it printed, when that is no YAML of answers.
    pub fn shown(ended: &Ended) -> Result<Self, String> {
        Self::read(&ended.out()).map_err(|error| format!("{error}\n{}", ended.all()))
    }

    fn read(text: &str) -> Result<Self, String> {
        let document: Value = serde_yaml::from_str(text).map_err(|error| error.to_string())?;
        let answers = document.get("answers").ok_or("no answers are shown")?;
        Ok(Self {
            candidate: document.get("candidate").map(scalar).unwrap_or_default(),
            answers: by_place(answers),
            time: document.get("time").cloned().unwrap_or_default(),
        })
    }

    /// Time granted, extra time included.
    pub fn granted_seconds(&self) -> Option<u64> {
        self.time.get("granted_seconds")?.as_u64()
    }

    /// How many interruptions the ledger holds.
    pub fn interruptions(&self) -> usize {
        match self.time.get("interruptions") {
            Some(Value::Sequence(list)) => list.len(),
            Some(Value::Number(count)) => {
                count.as_u64().and_then(|count| usize::try_from(count).ok()).expect("a count")
            }
            other => panic!("no interruptions in the time section: {other:?}"),
        }
    }
}

/// "Q1" or "Q4/B3" to the text as typed; places left blank are left out.
fn by_place(answers: &Value) -> Answers {
    let mut found = Answers::new();
    for (question, answer) in answers.as_mapping().into_iter().flatten() {
        let question = scalar(question);
        match answer {
            Value::Mapping(cells) => {
                for (cell, typed) in cells {
                    found.insert(format!("{question}/{}", scalar(cell)), scalar(typed));
                }
            }
            text => {
                found.insert(question, scalar(text));
            }
        }
    }
    found.retain(|_, typed| !typed.is_empty());
    found
}

/// The text of a value; of a formula with its value, the formula.
fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        Value::Mapping(_) => value.get("formula").map(scalar).unwrap_or_default(),
        _ => String::new(),
    }
}
