//! The PDF files of the session, written in the background.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use egui::Context;

use crate::domain::framework::Catalogue;
use crate::domain::identifier::CandidateId;
use crate::jobs::{Job, JobContext, JobState, Progress};
use crate::publishing::{
    candidate_report, pdf_name, publish_session, refuse_sealed, write_document,
};
use crate::reports::content::PrintedOn;
use crate::storage::{SessionFolder, StorageError, StorageResult};

/// Documents written by a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Their folder.
    pub folder: PathBuf,
    /// How many.
    pub count: usize,
    /// Whether the job was stopped before its end.
    pub stopped: bool,
}

/// How the last job ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// Documents are there.
    Written(Written),
    /// A document could not be made or written.
    Failed(StorageError),
    /// The job stopped without a result.
    Lost,
}

/// The job that writes documents, if one runs, and how the last one ended.
#[derive(Debug, Default)]
pub struct Documents {
    job: Option<Job<StorageResult<Written>>>,
    ending: Option<Ending>,
}

impl Documents {
    /// Whether documents are being written.
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

    /// Asks the job to stop after the document being written.
    pub fn cancel(&self) {
        if let Some(job) = &self.job {
            job.cancel();
        }
    }

    /// Stops the job and waits for the document being written.
    pub fn finish(&mut self) {
        self.cancel();
        if let Some(job) = self.job.take() {
            job.wait();
        }
    }

    /// Takes the result of a job that has ended.
    pub fn poll(&mut self) {
        let Some(job) = &self.job else { return };
        let ending = match job.poll() {
            JobState::Running => return,
            JobState::Finished(Ok(written)) => Ending::Written(written),
            JobState::Finished(Err(problem)) => Ending::Failed(problem),
            JobState::Lost => Ending::Lost,
        };
        self.ending = Some(ending);
        self.job = None;
    }

    /// Writes every document of the session; none while copies are sealed.
    pub fn print_session(
        &mut self,
        ctx: &Context,
        folder: &SessionFolder,
        catalogue: &Arc<Catalogue>,
        now: DateTime<FixedOffset>,
    ) {
        let (folder, catalogue) = (folder.clone(), Arc::clone(catalogue));
        self.start(ctx, move |context| session(&folder, &catalogue, now, context));
    }

    /// Writes the report of one candidate; not while copies are sealed.
    pub fn print_report(
        &mut self,
        ctx: &Context,
        folder: &SessionFolder,
        catalogue: &Arc<Catalogue>,
        candidate: CandidateId,
        now: DateTime<FixedOffset>,
    ) {
        let (folder, catalogue) = (folder.clone(), Arc::clone(catalogue));
        self.start(ctx, move |_| report(&folder, &catalogue, &candidate, now));
    }

    fn start(
        &mut self,
        ctx: &Context,
        work: impl FnOnce(&JobContext) -> StorageResult<Written> + Send + 'static,
    ) {
        if self.is_running() {
            return;
        }
        self.ending = None;
        let ctx = ctx.clone();
        self.job = Some(Job::start("Documents de la session", move || ctx.request_repaint(), work));
    }
}

fn session(
    folder: &SessionFolder,
    catalogue: &Catalogue,
    now: DateTime<FixedOffset>,
    context: &JobContext,
) -> StorageResult<Written> {
    let mut stopped = false;
    let written = publish_session(folder, catalogue, now, |path, done, total| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        context.report(Progress { step: name.unwrap_or_default(), done, total });
        stopped = context.is_cancelled();
        !stopped
    })?;
    Ok(Written { folder: folder.documents_folder()?, count: written.len(), stopped })
}

fn report(
    folder: &SessionFolder,
    catalogue: &Catalogue,
    candidate: &CandidateId,
    now: DateTime<FixedOffset>,
) -> StorageResult<Written> {
    refuse_sealed(folder)?;
    let printed = PrintedOn { session: Some(folder.session.date), edited: now.date_naive() };
    let document = candidate_report(folder, catalogue, candidate, printed)?;
    let target = folder.documents_folder()?;
    write_document(&target.join(pdf_name("evaluation", candidate)), &document, now)?;
    Ok(Written { folder: target, count: 1, stopped: false })
}
