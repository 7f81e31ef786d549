//! The opening of the sealed copies: which key, its passphrase, and the work in the background. The
//! key stays in memory as long as the session is open; it is never written.

use std::path::{Path, PathBuf};

use egui::Context;
use zeroize::Zeroizing;

use crate::jobs::{Job, JobContext, JobState, Progress};
use crate::storage::sealing::JuryKey;
use crate::storage::{
    SessionFolder, StorageError, StorageResult, read_jury_key, read_key_recipient,
};

/// What is chosen and typed to open the copies.
#[derive(Default)]
pub struct KeyForm {
    /// File of the jury's key.
    pub key: Option<PathBuf>,
    /// Its passphrase, as typed.
    pub passphrase: Zeroizing<String>,
    /// Whether the passphrase is shown.
    pub is_visible: bool,
    /// Whether the field asks for the focus.
    pub wants_focus: bool,
}

impl KeyForm {
    /// What must be given before the copies can be opened.
    pub fn missing(&self) -> Option<&'static str> {
        if self.key.is_none() {
            return Some("Choisissez d'abord la clé du jury.");
        }
        let empty = self.passphrase.trim().is_empty();
        empty.then_some("Saisissez la phrase secrète que le centre a notée à la préparation.")
    }
}

/// What comes of the work.
struct Opened {
    folder: SessionFolder,
    key: JuryKey,
}

/// The panel that opens the sealed copies, and the key once it has opened them.
#[derive(Default)]
pub struct Unsealing {
    /// What is chosen and typed.
    pub form: KeyForm,
    is_shown: bool,
    job: Option<Job<StorageResult<Opened>>>,
    problem: Option<StorageError>,
    key: Option<JuryKey>,
}

impl Unsealing {
    /// The panel stands in front of a session with sealed copies.
    pub fn of(folder: &SessionFolder) -> Self {
        let mut made = Self::default();
        if !folder.sealed.is_empty() {
            made.show(folder);
        }
        made
    }

    /// Whether the panel is in front of the session.
    pub const fn is_shown(&self) -> bool {
        self.is_shown
    }

    /// Brings the panel in front of the session.
    pub fn show(&mut self, folder: &SessionFolder) {
        self.is_shown = true;
        self.form.wants_focus = true;
        if self.form.key.is_none() {
            self.form.key = Some(folder.key_file()).filter(|path| path.is_file());
        }
    }

    /// Leaves the panel; what was typed is forgotten.
    pub fn hide(&mut self) {
        self.cancel();
        self.is_shown = false;
        self.problem = None;
        self.form = KeyForm { key: self.form.key.take(), ..KeyForm::default() };
    }

    /// Takes the file of the key that was chosen.
    pub fn choose(&mut self, path: PathBuf) {
        self.form.key = Some(path);
        self.form.wants_focus = true;
        self.problem = None;
    }

    /// The key, once it has opened the copies.
    pub const fn key(&self) -> Option<&JuryKey> {
        self.key.as_ref()
    }

    /// Why the copies are not open.
    pub const fn problem(&self) -> Option<&StorageError> {
        self.problem.as_ref()
    }

    /// Whether the work goes on.
    pub const fn is_running(&self) -> bool {
        self.job.is_some()
    }

    /// How far the work is.
    pub fn progress(&self) -> Option<Progress> {
        self.job.as_ref().map(Job::progress)
    }

    /// Starts opening the copies of a session.
    pub fn start(&mut self, ctx: &Context, folder: &SessionFolder) {
        let Some(path) = self.form.key.clone().filter(|_| !self.is_running()) else { return };
        self.problem = None;
        let (folder, passphrase, wake) =
            (folder.clone(), self.form.passphrase.clone(), ctx.clone());
        let work = move |context: &JobContext| open(folder, &path, &passphrase, context);
        self.job = Some(Job::start("Ouverture des copies", move || wake.request_repaint(), work));
    }

    /// Gives the work up: what comes of it is thrown away.
    pub fn cancel(&mut self) {
        if let Some(job) = self.job.take() {
            job.cancel();
        }
        self.form.wants_focus = true;
    }

    /// The session with its copies, once, when they are open.
    pub fn poll(&mut self) -> Option<SessionFolder> {
        let state = self.job.as_ref()?.poll();
        let problem = match state {
            JobState::Running => return None,
            JobState::Finished(Ok(opened)) => {
                self.key = Some(opened.key);
                self.hide();
                return Some(opened.folder);
            }
            JobState::Finished(Err(problem)) => problem,
            JobState::Lost => StorageError::new(
                self.form.key.as_deref().unwrap_or(Path::new("")),
                "l'ouverture des copies s'est arrêtée.",
                "Recommencez.",
            ),
        };
        self.cancel();
        self.problem = Some(problem);
        None
    }
}

/// Checks the key before the long work, then opens the copies.
fn open(
    mut folder: SessionFolder,
    path: &Path,
    passphrase: &str,
    context: &JobContext,
) -> StorageResult<Opened> {
    let step = |step: &str, done| {
        context.report(Progress { step: step.to_owned(), done, total: 2 });
    };
    step("Vérification de la phrase secrète…", 0);
    folder.refuse_other_key(&read_key_recipient(path)?)?;
    let key = read_jury_key(path, passphrase)?;
    step("Ouverture des copies…", 1);
    if !context.is_cancelled() {
        folder.unlock(&key)?;
    }
    Ok(Opened { folder, key })
}
