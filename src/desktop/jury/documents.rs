//! The PDF files of the session, written in the background.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use egui::Context;

use crate::desktop::writing::Writing;
use crate::domain::framework::Catalogue;
use crate::domain::identifier::CandidateId;
use crate::jobs::{JobContext, Progress};
use crate::publishing::{
    candidate_report, pdf_name, publish_session, refuse_sealed, write_document,
};
use crate::reports::content::PrintedOn;
use crate::storage::{SessionFolder, StorageResult};

/// Name of the job.
const NAME: &str = "Documents de la session";

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

/// Documents being written, if any, and how the last job ended.
pub type Documents = Writing<Written>;

impl Documents {
    /// Writes every document of the session; none while copies are sealed.
    pub fn print_session(
        &mut self,
        ctx: &Context,
        folder: &SessionFolder,
        catalogue: &Arc<Catalogue>,
        now: DateTime<FixedOffset>,
    ) {
        let (folder, catalogue) = (folder.clone(), Arc::clone(catalogue));
        self.run(ctx, NAME, move |context| session(&folder, &catalogue, now, context));
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
        self.run(ctx, NAME, move |_| report(&folder, &catalogue, &candidate, now));
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
