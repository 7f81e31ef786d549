//! What is asked of the program: its subcommands and their arguments.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Held, Room, USUAL_TIME};
use crate::process::{Ended, run};

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

impl<'a> Sit<'a> {
    /// The candidate of usual time, into one folder, as fast as it goes, the copy not handed in.
    pub fn usual(work: &'a Path, script: &'a Path) -> Self {
        Self { candidate: USUAL_TIME, work, mirror: None, script, pace: 0, hand_in: false }
    }
}

impl Room {
    /// A sitting on this room's subject with its code.
    pub fn sit(&self, sit: &Sit<'_>) -> Command {
        self.sit_on(&self.subject, &self.code, sit)
    }

    /// A sitting on this room's subject, played to its end.
    pub fn play(&self, sit: &Sit<'_>) -> Ended {
        run(&mut self.sit(sit))
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
}
