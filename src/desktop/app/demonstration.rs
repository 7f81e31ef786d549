//! Makes the session of demonstration in the background, then opens it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::demonstration;
use crate::domain::framework::Catalogue;
use crate::environment::Environment;
use crate::jobs::{Job, JobState, Progress};
use crate::storage::{SessionFolder, StorageError, StorageResult, bundled_cases};

/// Seed of the story told in the window.
const SEED: u64 = 2027;

/// The session of demonstration under construction.
pub(super) struct DemonstrationJob {
    job: Job<StorageResult<Option<PathBuf>>>,
}

impl DemonstrationJob {
    /// Starts making it in a new folder that can be thrown away.
    pub(super) fn start(
        ctx: &egui::Context,
        catalogue: &Arc<Catalogue>,
        environment: &Environment,
    ) -> Self {
        let (catalogue, environment) = (Arc::clone(catalogue), environment.clone());
        let ctx = ctx.clone();
        let wake = ctx.clone();
        let job = Job::start(
            "Session de démonstration",
            move || wake.request_repaint(),
            move |context| {
                let step = |step: &str, done| {
                    context.report(Progress { step: step.to_owned(), done, total: 3 });
                    ctx.request_repaint();
                };
                let name = format!("casdecole-demonstration-{}", environment.new_identifier());
                let root = std::env::temp_dir().join(name);
                step("Copies des candidats", 0);
                let cases = bundled_cases()?;
                let Some(bundled) = cases.first() else {
                    return Err(StorageError::new(
                        &root,
                        "aucune étude de cas n'est fournie.",
                        "Créez une étude de cas, puis une session.",
                    ));
                };
                demonstration::create(&root, bundled, &catalogue, &environment, SEED)?;
                if context.is_cancelled() {
                    return Ok(None);
                }
                step("Évaluations du jury", 1);
                let mut folder = SessionFolder::open(&root)?;
                demonstration::evaluate(
                    &mut folder,
                    &catalogue,
                    SEED,
                    demonstration::JuryWork::LeaveThree,
                )?;
                step("Ouverture", 2);
                Ok((!context.is_cancelled()).then_some(root))
            },
        );
        Self { job }
    }

    /// How far it is.
    pub(super) fn progress(&self) -> Progress {
        self.job.progress()
    }

    /// Asks it to stop.
    pub(super) fn cancel(&self) {
        self.job.cancel();
    }

    /// The folder made, once; `None` while at work.
    pub(super) fn poll(&self) -> Option<StorageResult<Option<PathBuf>>> {
        match self.job.poll() {
            JobState::Running => None,
            JobState::Finished(result) => Some(result),
            JobState::Lost => Some(Ok(None)),
        }
    }
}
