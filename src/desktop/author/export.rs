//! Documents of the case, written in the background: sujet, corrigé, support.

mod kind;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use egui::Context;

use crate::domain::framework::Catalogue;
use crate::jobs::{Job, JobContext, JobState, Progress};
use crate::publishing::{case_document, write_large_document};
use crate::reports::content::PrintedOn;
use crate::storage::{StorageError, StorageResult, StoredCase, derive_subject, save_subject};

pub use kind::ExportKind;

/// How the last export ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// The file is there.
    Written(ExportKind, PathBuf),
    /// Stopped before its end; nothing was written.
    Stopped,
    /// The document could not be made or written.
    Failed(StorageError),
    /// The job stopped without a result.
    Lost,
}

/// The job that writes a document, if one runs, and how the last one ended.
#[derive(Debug, Default)]
pub struct Export {
    job: Option<Job<StorageResult<Ending>>>,
    ending: Option<Ending>,
}

impl Export {
    /// Whether a document is being written.
    pub const fn is_running(&self) -> bool {
        self.job.is_some()
    }

    /// How far the job is.
    pub fn progress(&self) -> Option<Progress> {
        self.job.as_ref().map(Job::progress)
    }

    /// How the last job ended.
    pub const fn ending(&self) -> Option<&Ending> {
        self.ending.as_ref()
    }

    /// Forgets how the last job ended.
    pub fn forget(&mut self) {
        self.ending = None;
    }

    /// Asks the job to stop before it writes.
    pub fn stop(&self) {
        if let Some(job) = &self.job {
            job.cancel();
        }
    }

    /// Waits for the document being written: a write is never cut.
    pub fn finish(&mut self) {
        if let Some(job) = self.job.take() {
            job.wait();
        }
    }

    /// Takes the result of a job that has ended.
    pub fn poll(&mut self) {
        let Some(job) = &self.job else { return };
        let ending = match job.poll() {
            JobState::Running => return,
            JobState::Finished(Ok(ending)) => ending,
            JobState::Finished(Err(problem)) => Ending::Failed(problem),
            JobState::Lost => Ending::Lost,
        };
        self.ending = Some(ending);
        self.job = None;
    }

    /// Writes a document of the case as it is now.
    pub fn start(
        &mut self,
        ctx: &Context,
        kind: ExportKind,
        chosen: PathBuf,
        stored: StoredCase,
        (catalogue, now): (&Arc<Catalogue>, DateTime<FixedOffset>),
    ) {
        if self.is_running() {
            return;
        }
        self.ending = None;
        let target = match kind.target(chosen, &stored.path) {
            Ok(target) => target,
            Err(problem) => {
                self.ending = Some(Ending::Failed(problem));
                return;
            }
        };
        let (ctx, catalogue) = (ctx.clone(), Arc::clone(catalogue));
        let wake = move || ctx.request_repaint();
        self.job = Some(Job::start(kind.label(), wake, move |context| {
            write(kind, &target, &stored, &catalogue, now, context)
        }));
    }
}

fn write(
    kind: ExportKind,
    target: &Path,
    stored: &StoredCase,
    catalogue: &Catalogue,
    now: DateTime<FixedOffset>,
    context: &JobContext,
) -> StorageResult<Ending> {
    let step = |step: &str, done| {
        context.report(Progress { step: step.to_owned(), done, total: 2 });
        context.is_cancelled()
    };
    if step("Mise en page", 0) {
        return Ok(Ending::Stopped);
    }
    if kind == ExportKind::Subject {
        let subject = derive_subject(stored, catalogue)?;
        if step("Écriture du fichier", 1) {
            return Ok(Ending::Stopped);
        }
        save_subject(target, &subject)?;
    } else {
        let printed = PrintedOn { session: None, edited: now.date_naive() };
        let document =
            case_document(&stored.path, &stored.solved()?, catalogue, kind.document(), printed)?;
        if step("Écriture du fichier", 1) {
            return Ok(Ending::Stopped);
        }
        write_large_document(target, document, now, kind.text_percent())?;
    }
    Ok(Ending::Written(kind, target.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::model::example::{at, case, catalogue, opened};
    use super::*;
    use crate::storage::read_subject;

    #[test]
    fn the_subject_of_the_case_in_memory_is_written() {
        let (folder, open) = opened(&case());
        let catalogue = Arc::new(catalogue());
        let mut export = Export::default();
        let chosen = folder.path().join("essai.sujet");
        let given = (&catalogue, at(0));
        export.start(
            &Context::default(),
            ExportKind::Subject,
            chosen.clone(),
            open.stored(),
            given,
        );
        while export.is_running() {
            export.poll();
            std::thread::yield_now();
        }
        let expected = Ending::Written(ExportKind::Subject, chosen.clone());
        assert_eq!(export.ending(), Some(&expected));
        assert_eq!(read_subject(&chosen).expect("it reads").case, open.case().id);
    }
}
