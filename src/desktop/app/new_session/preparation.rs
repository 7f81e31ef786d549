//! Makes the session in the background: deriving keys takes seconds.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use super::order::{Order, Sealing};
use super::outcome::{Prepared, ShownSecrets};
use crate::domain::framework::Catalogue;
use crate::jobs::{Job, JobState, Progress};
use crate::publishing::{RoomSheets, write_room_sheets};
use crate::storage::{PreparedPaper, StorageError, prepare_room, prepare_session, read_case};

/// Steps of the work.
const STEPS: usize = 3;

/// A session being made.
pub(super) struct Preparation {
    job: Job<Result<Prepared, NotPrepared>>,
}

/// Why a session was not made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NotPrepared {
    /// Somebody asked to stop before anything was written.
    Cancelled,
    /// A file cannot be used.
    Problem(StorageError),
    /// The work stopped without a result.
    Lost,
}

impl From<StorageError> for NotPrepared {
    fn from(error: StorageError) -> Self {
        Self::Problem(error)
    }
}

impl Preparation {
    /// Starts making a session.
    pub(super) fn start(
        ctx: &egui::Context,
        order: Order,
        catalogue: &Arc<Catalogue>,
        now: DateTime<FixedOffset>,
    ) -> Self {
        let catalogue = Arc::clone(catalogue);
        let (wake, told) = (ctx.clone(), ctx.clone());
        let job = Job::start(
            "Préparation de la session",
            move || wake.request_repaint(),
            move |context| {
                let tell = |words: &str, done: usize| {
                    context.report(Progress { step: words.to_owned(), done, total: STEPS });
                    told.request_repaint();
                };
                carry_out(order, &catalogue, now, &tell, &|| context.is_cancelled())
            },
        );
        Self { job }
    }

    /// How far it is.
    pub(super) fn progress(&self) -> Progress {
        self.job.progress()
    }

    /// Whether stopping it still leaves nothing behind.
    pub(super) fn may_cancel(&self) -> bool {
        self.job.progress().done == 0
    }

    /// Asks it to stop before it writes.
    pub(super) fn cancel(&self) {
        self.job.cancel();
    }

    /// How it ended, once; `None` while at work.
    pub(super) fn poll(&self) -> Option<Result<Prepared, NotPrepared>> {
        match self.job.poll() {
            JobState::Running => None,
            JobState::Finished(result) => Some(result),
            JobState::Lost => Some(Err(NotPrepared::Lost)),
        }
    }
}

/// Makes a session. `tell` is told each step and its rank, `stop` is asked before anything is
/// written.
pub(super) fn carry_out(
    order: Order,
    catalogue: &Catalogue,
    now: DateTime<FixedOffset>,
    tell: &dyn Fn(&str, usize),
    stop: &dyn Fn() -> bool,
) -> Result<Prepared, NotPrepared> {
    tell("Lecture des études de cas", 0);
    let mut papers = Vec::new();
    for (label, path) in &order.papers {
        papers.push(PreparedPaper { label: label.clone(), case: read_case(path)? });
    }
    if stop() {
        return Err(NotPrepared::Cancelled);
    }
    tell("Scellement des sujets", 1);
    let Order { root, session, sealing, .. } = order;
    let Some(Sealing { secrets, wishes, passphrase_is_drawn }) = sealing else {
        let first = papers.first().ok_or_else(|| no_paper(&root))?;
        let session = prepare_session(&root, session, &first.case, catalogue)?;
        return Ok(Prepared::training(root, session));
    };
    let made = prepare_room(&root, session, &papers, &secrets, wishes, catalogue)?;
    tell("Feuilles à imprimer", 2);
    let sheets = RoomSheets { root: &root, session: &made.session, secrets: &secrets };
    let (sheets, unprinted) = match write_room_sheets(&sheets, catalogue, now) {
        Ok(sheets) => (sheets, None),
        // The session is made all the same, and its codes must be shown.
        Err(problem) => (Vec::new(), Some(problem)),
    };
    let shown = ShownSecrets { secrets, passphrase_is_drawn, is_noted: false };
    Ok(Prepared {
        root,
        session: made.session,
        subjects: made.subjects,
        sheets,
        unprinted,
        shown: Some(shown),
    })
}

fn no_paper(root: &std::path::Path) -> StorageError {
    StorageError::new(root, "la session n'a pas d'épreuve.", "Choisissez une étude de cas.")
}
