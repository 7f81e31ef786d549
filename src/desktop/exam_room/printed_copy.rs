//! The candidate's own copy on paper, on demand and behind the room code: the only clear text of a
//! copy that this program ever writes.

use std::path::{Path, PathBuf};

use egui::{Context, Ui};

use super::receipt_document::DocumentSource;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{BannerKind, banner, secondary};
use crate::jobs::{Job, JobState};
use crate::publishing::write_own_copy;
use crate::sitting::LiveSitting;
use crate::storage::{StorageError, StorageResult};

/// Said before the folder is chosen.
pub(super) const WARNING: &str = "Ce fichier n'est pas scellé : toute personne qui l'ouvre lit la copie. Imprimez-le, remettez-le au candidat, puis supprimez-le.";

/// The own copy of a candidate: being written, or what became of it.
#[derive(Debug, Default)]
pub(super) struct PrintedCopy {
    job: Option<Job<StorageResult<PathBuf>>>,
    ending: Option<StorageResult<PathBuf>>,
}

impl PrintedCopy {
    /// Writes the copy in a folder; nothing before it is delivered.
    pub(super) fn write(&mut self, sitting: &LiveSitting, folder: &Path, ctx: &Context) {
        if self.job.is_some() {
            return;
        }
        let Some(source) = DocumentSource::of(sitting) else { return };
        self.ending = None;
        let (folder, ctx) = (folder.to_owned(), ctx.clone());
        let wake = move || ctx.request_repaint();
        self.job = Some(Job::start("Copie lisible", wake, move |_| {
            write_own_copy(&folder, &source.handed_in(), source.now)
        }));
    }

    /// Takes the result of a job that has ended.
    pub(super) fn poll(&mut self) {
        let Some(job) = &self.job else { return };
        let ending = match job.poll() {
            JobState::Running => return,
            JobState::Finished(ending) => ending,
            JobState::Lost => Err(lost()),
        };
        self.job = None;
        self.ending = Some(ending);
    }

    /// How the last job ended.
    pub(super) const fn ending(&self) -> Option<&StorageResult<PathBuf>> {
        self.ending.as_ref()
    }

    /// Before the window closes: a write is never cut.
    pub(super) fn finish(&mut self) {
        if let Some(job) = self.job.take() {
            self.ending = job.wait();
        }
    }
}

fn lost() -> StorageError {
    StorageError::new(
        Path::new("copie.pdf"),
        "l'écriture s'est interrompue.",
        "Recommencez, ou choisissez un autre dossier.",
    )
}

/// Says what became of the copy, on the page of the receipt.
pub(super) fn show(ui: &mut Ui, printed: &PrintedCopy) {
    if printed.job.is_some() {
        secondary(ui, fr("La copie lisible s'écrit…"));
    }
    match printed.ending() {
        None => {}
        Some(Ok(path)) => {
            let title = format!("{} {}.", fr("Copie lisible écrite :"), path.display());
            banner(ui, BannerKind::Warn, &title, &fr(WARNING), None);
        }
        Some(Err(problem)) => {
            let title = fr("La copie lisible n'a pas pu être écrite.");
            banner(ui, BannerKind::Warn, &title, &fr(&problem.to_string()), None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{begun, folder_with_subject};
    use super::*;

    #[test]
    fn nothing_is_written_before_the_hand_in() {
        let (folder, _) = folder_with_subject();
        let copy = begun(&folder, "");
        let mut printed = PrintedCopy::default();
        printed.write(copy.sitting(), folder.path(), &Context::default());
        printed.finish();
        assert!(printed.ending().is_none());
        assert!(!folder.path().join("copie-B-07.pdf").exists());
    }

    #[test]
    fn the_copy_is_written_in_the_folder_chosen_and_a_failure_is_told() {
        let (folder, _) = folder_with_subject();
        let mut copy = begun(&folder, "");
        copy.hand_in("B-07").expect("it is handed in");
        let mut printed = PrintedCopy::default();
        printed.write(copy.sitting(), folder.path(), &Context::default());
        printed.finish();
        let expected = folder.path().join("copie-B-07.pdf");
        assert_eq!(printed.ending(), Some(&Ok(expected.clone())));
        assert!(expected.is_file());
        printed.write(copy.sitting(), &folder.path().join("parti"), &Context::default());
        printed.finish();
        assert!(matches!(printed.ending(), Some(Err(_))));
    }
}
