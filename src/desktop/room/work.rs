//! What takes time: looking at the copies, collecting them, writing the attendance sheets.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use egui::Context;

use super::standing::{Seat, look};
use crate::domain::exam::Session;
use crate::domain::framework::Catalogue;
use crate::jobs::{Job, JobContext, JobState, Progress};
use crate::publishing::write_attendance_sheets;
use crate::storage::{Collection, StorageError, StorageResult, collect_copies};

/// What came of a work.
pub enum Done {
    /// Where each candidate stands.
    Looked(Vec<Seat>),
    /// What a collection from a folder did, and where each candidate stands now.
    Collected(PathBuf, Collection, Vec<Seat>),
    /// Sheets that were written.
    Printed(Vec<PathBuf>),
}

/// A work under way.
pub struct Work {
    job: Job<StorageResult<Done>>,
}

impl Work {
    /// Looks at the copies of the session.
    pub fn look(ctx: &Context, root: &Path, session: &Session) -> Self {
        let (root, session) = (root.to_owned(), session.clone());
        Self::start(ctx, "Lecture des copies", move |tell| {
            Ok(Done::Looked(look(&root, &session, tell)))
        })
    }

    /// Collects the copies found under a folder.
    pub fn collect(ctx: &Context, root: &Path, session: &Session, from: PathBuf) -> Self {
        let (root, session) = (root.to_owned(), session.clone());
        Self::start(ctx, "Rangement des copies : laissez la clé branchée", move |tell| {
            let collection = collect_copies(&root, std::slice::from_ref(&from))?;
            if let Some(problem) = collection.unread.first() {
                return Err(problem.clone());
            }
            let seats = look(&root, &session, tell);
            Ok(Done::Collected(from, collection, seats))
        })
    }

    /// Writes the attendance sheets.
    pub fn print(
        ctx: &Context,
        root: &Path,
        session: &Session,
        catalogue: &Arc<Catalogue>,
        now: DateTime<FixedOffset>,
    ) -> Self {
        let (root, session, catalogue) = (root.to_owned(), session.clone(), Arc::clone(catalogue));
        Self::start(ctx, "Écriture de l'émargement", move |_| {
            write_attendance_sheets(&root, &session, &catalogue, now).map(Done::Printed)
        })
    }

    fn start(
        ctx: &Context,
        name: &'static str,
        work: impl FnOnce(&dyn Fn(usize, usize)) -> StorageResult<Done> + Send + 'static,
    ) -> Self {
        let (wake, told) = (ctx.clone(), ctx.clone());
        let job = Job::start(
            name,
            move || wake.request_repaint(),
            move |context: &JobContext| {
                let tell = |done: usize, total: usize| {
                    context.report(Progress { step: name.to_owned(), done, total });
                    told.request_repaint();
                };
                tell(0, 0);
                work(&tell)
            },
        );
        Self { job }
    }

    /// What is being done.
    pub fn name(&self) -> &str {
        self.job.name()
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        self.job.progress()
    }

    /// How it ended, once; `None` while at work.
    pub fn poll(&self, root: &Path) -> Option<StorageResult<Done>> {
        match self.job.poll() {
            JobState::Running => None,
            JobState::Finished(result) => Some(result),
            JobState::Lost => Some(Err(StorageError::new(
                root,
                "le travail s'est interrompu.",
                "Recommencez. Les copies déjà rangées sont entières.",
            ))),
        }
    }

    /// Waits for its end: a copy being filed is never cut.
    pub fn finish(self) {
        self.job.wait();
    }
}
