//! Documents of the case, written in the background: sujet, corrigé, support.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use egui::Context;

use crate::domain::framework::Catalogue;
use crate::jobs::{Job, JobContext, JobState, Progress};
use crate::publishing::{CaseDocument, case_document, write_document};
use crate::reports::content::PrintedOn;
use crate::storage::{StorageError, StorageResult, StoredCase, derive_subject, save_subject};

/// A document to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportKind {
    /// The subject that candidates open.
    Subject,
    /// The subject on paper.
    SubjectPdf,
    /// The corrigé.
    ModelAnswersPdf,
    /// The support de restitution.
    AnswerSheetPdf,
}

impl ExportKind {
    /// All documents, in the order offered.
    pub const ALL: [Self; 4] =
        [Self::Subject, Self::SubjectPdf, Self::ModelAnswersPdf, Self::AnswerSheetPdf];

    /// Name shown to authors.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Subject => "Sujet à composer (.sujet)",
            Self::SubjectPdf => "Sujet PDF",
            Self::ModelAnswersPdf => "Corrigé PDF",
            Self::AnswerSheetPdf => "Support de restitution PDF",
        }
    }

    /// Names the file asked for.
    pub const fn picker_key(self) -> &'static str {
        match self {
            Self::Subject => "preparer-sujet",
            Self::SubjectPdf => "preparer-sujet-pdf",
            Self::ModelAnswersPdf => "preparer-corrige-pdf",
            Self::AnswerSheetPdf => "preparer-support-pdf",
        }
    }

    const fn document(self) -> CaseDocument {
        match self {
            Self::Subject | Self::SubjectPdf => CaseDocument::Subject,
            Self::ModelAnswersPdf => CaseDocument::ModelAnswers,
            Self::AnswerSheetPdf => CaseDocument::AnswerSheet,
        }
    }

    const fn end(self) -> &'static str {
        match self {
            Self::Subject => ".sujet",
            _ => ".pdf",
        }
    }

    /// File proposed beside the case: « essai.cas.yaml » gives « essai.corrige.pdf ».
    pub fn proposed(self, case_path: &Path) -> PathBuf {
        let name = case_path.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        let stem = name.trim_end_matches(".yaml").trim_end_matches(".yml");
        let stem = stem.trim_end_matches(".cas");
        let file = match self {
            Self::Subject => format!("{stem}.sujet"),
            pdf => format!("{stem}.{}.pdf", pdf.document().suffix()),
        };
        case_path.with_file_name(file)
    }

    /// The file chosen, with the end that suits the document.
    ///
    /// # Errors
    /// When it is the case itself, or the name completed is that of another file.
    fn target(self, chosen: PathBuf, case_path: &Path) -> StorageResult<PathBuf> {
        if chosen == case_path {
            return Err(StorageError::new(
                &chosen,
                "c'est le fichier de l'étude de cas.",
                "Choisissez un autre nom.",
            ));
        }
        let name = chosen.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        if name.to_lowercase().ends_with(self.end()) {
            return Ok(chosen);
        }
        let completed = chosen.with_file_name(format!("{name}{}", self.end()));
        if completed.exists() {
            return Err(StorageError::new(
                &completed,
                "un fichier de ce nom est déjà là.",
                "Choisissez-le dans la liste pour le remplacer, ou donnez un autre nom.",
            ));
        }
        Ok(completed)
    }
}

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
        write_document(target, &document, now)?;
    }
    Ok(Ending::Written(kind, target.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::model::example::{at, case, catalogue, opened};
    use super::*;
    use crate::storage::read_subject;

    #[test]
    fn documents_are_proposed_beside_the_case() {
        let path = Path::new("dossier/essai.cas.yaml");
        let names: Vec<_> = ExportKind::ALL
            .iter()
            .filter_map(|kind| Some(kind.proposed(path).file_name()?.to_str()?.to_owned()))
            .collect();
        assert_eq!(
            names,
            ["essai.sujet", "essai.sujet.pdf", "essai.corrige.pdf", "essai.support.pdf"]
        );
    }

    #[test]
    fn a_name_is_completed_but_never_onto_another_file_or_the_case() {
        let (folder, open) = opened(&case());
        let chosen = folder.path().join("corrige");
        let target = ExportKind::ModelAnswersPdf.target(chosen.clone(), open.path());
        assert_eq!(target, Ok(folder.path().join("corrige.pdf")));
        std::fs::copy(open.path(), folder.path().join("corrige.pdf")).expect("copied");
        assert!(ExportKind::ModelAnswersPdf.target(chosen, open.path()).is_err());
        assert!(ExportKind::Subject.target(open.path().to_owned(), open.path()).is_err());
    }

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
