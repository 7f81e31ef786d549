//! Keeps the copy on the disk: one save at a time in the background, tried again until it works.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};

use super::copy_file;
use super::save_schedule::SaveSchedule;
use crate::domain::answers::AnswerSheet;
use crate::jobs::{Job, JobState};
use crate::storage::{StorageError, StorageResult, copy_path};

/// Wakes the resting window when a save ends.
pub(super) type Wake = Arc<dyn Fn() + Send + Sync>;

/// A save at work, and where it writes.
struct Running {
    job: Job<StorageResult<()>>,
    path: PathBuf,
}

/// Where the answers stand with the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum SaveState {
    /// All of them are on the disk, since then when it is known.
    Saved(Option<DateTime<FixedOffset>>),
    /// A change is on its way; the last complete save was then.
    Saving(Option<DateTime<FixedOffset>>),
    /// The last save failed; the answers are in memory.
    Failed(StorageError),
}

/// The file of the copy and its saves.
pub(super) struct CopyKeeper {
    path: PathBuf,
    schedule: SaveSchedule,
    running: Option<Running>,
    saved_at: Option<DateTime<FixedOffset>>,
    failure: Option<StorageError>,
    latest: DateTime<FixedOffset>,
}

impl CopyKeeper {
    /// Keeps a copy that is on the disk already, written at `saved_at` when it is known.
    pub(super) fn new(path: PathBuf, saved_at: Option<DateTime<FixedOffset>>) -> Self {
        Self {
            path,
            schedule: SaveSchedule::default(),
            running: None,
            saved_at,
            failure: None,
            latest: saved_at.unwrap_or_default(),
        }
    }

    /// The file.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Where the answers stand with the disk.
    pub(super) fn state(&self) -> SaveState {
        match &self.failure {
            Some(failure) => SaveState::Failed(failure.clone()),
            None if self.is_saved() => SaveState::Saved(self.saved_at),
            None => SaveState::Saving(self.saved_at),
        }
    }

    /// The copy has changed.
    pub(super) fn changed(&mut self, now: DateTime<FixedOffset>) {
        self.schedule.changed(now);
    }

    /// The candidate wants a save without waiting.
    pub(super) fn save_now(&mut self, now: DateTime<FixedOffset>) {
        self.schedule.ask(now);
    }

    /// Looks at the running save and starts the next one when it is due.
    pub(super) fn tick(&mut self, now: DateTime<FixedOffset>, sheet: &AnswerSheet, wake: &Wake) {
        self.latest = now;
        self.collect(now);
        if self.running.is_none() && self.schedule.is_due(now) {
            self.start(sheet.clone(), Arc::clone(wake));
        }
    }

    /// Time before the next save must start; a running one wakes the window itself.
    pub(super) fn delay(&self, now: DateTime<FixedOffset>) -> Option<Duration> {
        if self.running.is_some() { None } else { self.schedule.delay(now) }
    }

    /// Saves from now on in another folder, never over another sitting.
    pub(super) fn move_to(
        &mut self,
        folder: &Path,
        sheet: &AnswerSheet,
        now: DateTime<FixedOffset>,
    ) -> StorageResult<()> {
        let path = copy_path(folder, &sheet.candidate);
        copy_file::check_place(&path, &sheet.copy).inspect_err(|error| {
            self.failure = Some(error.clone());
        })?;
        self.path = path;
        self.schedule.ask(now);
        Ok(())
    }

    /// Before the window closes: waits for the running save, then writes what is not written.
    pub(super) fn finish(&mut self, sheet: &AnswerSheet) -> bool {
        if self.is_saved() && self.failure.is_none() {
            return true;
        }
        let outcome = self.write(|path| copy_file::save(path, sheet));
        self.settle(outcome, self.latest);
        self.failure.is_none()
    }

    /// Saves a copy that was handed in, reads it again and compares, while the window waits.
    pub(super) fn deliver(
        &mut self,
        sheet: &AnswerSheet,
        now: DateTime<FixedOffset>,
    ) -> StorageResult<()> {
        self.latest = now;
        let outcome = self.write(|path| copy_file::deliver(path, sheet));
        self.settle(outcome.clone(), now);
        outcome
    }

    fn is_saved(&self) -> bool {
        self.running.is_none() && !self.schedule.is_waiting()
    }

    /// Writes while the window waits; a background save is never cut, its result is replaced.
    fn write(&mut self, save: impl FnOnce(&Path) -> StorageResult<()>) -> StorageResult<()> {
        if let Some(running) = self.running.take() {
            running.job.wait();
        }
        self.schedule.started();
        save(&self.path)
    }

    fn start(&mut self, sheet: AnswerSheet, wake: Wake) {
        let path = self.path.clone();
        let target = path.clone();
        let job = Job::start(
            "Enregistrement de la copie",
            move || wake(),
            move |_| copy_file::save(&target, &sheet),
        );
        self.schedule.started();
        self.running = Some(Running { job, path });
    }

    fn collect(&mut self, now: DateTime<FixedOffset>) {
        let Some(running) = self.running.take() else { return };
        let outcome = match running.job.poll() {
            JobState::Running => {
                self.running = Some(running);
                return;
            }
            JobState::Finished(outcome) => outcome,
            JobState::Lost => Err(StorageError::new(
                &running.path,
                "l'enregistrement s'est interrompu.",
                "Vérifiez le support ou choisissez un autre dossier.",
            )),
        };
        // A save in a folder left since says nothing of the new one, where a save is asked.
        if running.path == self.path {
            self.settle(outcome, now);
        }
    }

    fn settle(&mut self, outcome: StorageResult<()>, now: DateTime<FixedOffset>) {
        match outcome {
            Ok(()) => {
                self.schedule.succeeded();
                self.saved_at = Some(now);
                self.failure = None;
            }
            Err(error) => {
                self.schedule.failed(now);
                self.failure = Some(error);
            }
        }
    }
}
