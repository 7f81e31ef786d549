//! What these tests take for granted of the command line and of the files: arguments, words printed,
//! names of files, fields of YAML. When one of them changes, this folder changes and no other.
//!
//! Here, a session and the program at home in it; `commands` asks things of it, `facts` holds words
//! and figures, `files` names of files, `durable` and `held` what is printed, `surroundings` the
//! rest.

mod commands;
mod durable;
mod facts;
mod files;
mod held;
mod surroundings;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use self::facts::{LIST, PASSPHRASE};
use crate::process::run;

pub use self::commands::Sit;
pub use self::durable::{Saved, messages, saved};
pub use self::facts::{
    ALTERED, CODE, CUT, DURABLE_WITHIN, EXTRA_TIME, FULL, MISSING, OTHER_CODE, OTHER_PASSPHRASE,
    PAPER_SECONDS, SECRET_KEY_START, USUAL_TIME, case,
};
pub use self::files::{copy_in, is_called_intact, journal_in};
pub use self::held::Held;
pub use self::surroundings::{alone, among_others, chance, folder, number, place};

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
