//! From a session or a case to PDF files: what the window and the command line both write.

mod copies;
mod receipt;
mod room;

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use self::copies::printed_copies;
use crate::domain::case_study::SolvedCase;
use crate::domain::framework::{Catalogue, ExamScheme, Qualification};
use crate::domain::grading::Deliberation;
use crate::domain::identifier::CandidateId;
use crate::reports::content::{
    CandidateFile, PrintedOn, SummaryLine, answer_sheet_document, evaluation_document,
    model_answers_document, session_summary_document, subject_document,
};
use crate::reports::document::{Document, Orientation};
use crate::reports::{PdfMetadata, TextScale, write_enlarged_pdf};
use crate::storage::{
    SessionFolder, StorageError, StorageResult, copy_path, subject_of, write_atomically,
};

pub use copies::refuse_sealed;
pub use receipt::{HandedIn, WrittenReceipts, receipt_path, write_own_copy, write_receipts};
pub use room::{RoomSheets, write_attendance_sheets, write_room_sheets};

/// A document made from a case alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseDocument {
    /// Sujet.
    Subject,
    /// Corrigé.
    ModelAnswers,
    /// Support de restitution.
    AnswerSheet,
}

impl CaseDocument {
    /// End of its file name.
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Subject => "sujet",
            Self::ModelAnswers => "corrige",
            Self::AnswerSheet => "support",
        }
    }
}

/// The blocks of a document made from a case.
///
/// # Errors
/// When its référentiel is not installed or a picture cannot be read.
pub fn case_document(
    path: &Path,
    solved: &SolvedCase,
    catalogue: &Catalogue,
    kind: CaseDocument,
    printed: PrintedOn,
) -> StorageResult<Document> {
    let subject = subject_of(path, solved, catalogue)?;
    let qualification = framework(path, catalogue, &solved.case.qualification)?;
    Ok(match kind {
        CaseDocument::Subject => subject_document(&subject, printed),
        CaseDocument::ModelAnswers => model_answers_document(solved, qualification, printed),
        CaseDocument::AnswerSheet => answer_sheet_document(&subject, printed),
    })
}

/// The evaluation report of one candidate of a session.
///
/// # Errors
/// When the référentiel is not installed or the candidate is not of this session.
pub fn candidate_report(
    folder: &SessionFolder,
    catalogue: &Catalogue,
    candidate: &CandidateId,
    printed: PrintedOn,
) -> StorageResult<Document> {
    let (qualification, scheme) = session_framework(folder, catalogue)?;
    let inscribed = folder.session.candidate(candidate).ok_or_else(|| {
        StorageError::new(
            &folder.root,
            format!("le candidat {candidate} n'est pas inscrit."),
            "Vérifiez l'identifiant dans session.yaml.",
        )
    })?;
    let known = folder.candidates.get(candidate);
    let settled = known.and_then(|known| known.deliberation.as_ref()).map(Deliberation::settled);
    let settled = settled.unwrap_or_default();
    let evaluations = folder.evaluations(candidate);
    let file = CandidateFile {
        qualification,
        scheme,
        session: &folder.session,
        case: &folder.solved_for(candidate).case,
        candidate: inscribed,
        sheet: known.and_then(|known| known.sheet.as_ref()),
        evaluations: &evaluations,
        settled: &settled,
    };
    Ok(evaluation_document(&file, printed))
}

/// The summary of a session.
///
/// # Errors
/// When the référentiel is not installed.
pub fn summary(
    folder: &SessionFolder,
    catalogue: &Catalogue,
    printed: PrintedOn,
) -> StorageResult<Document> {
    let (qualification, scheme) = session_framework(folder, catalogue)?;
    let lines: Vec<_> = folder
        .session
        .candidates
        .iter()
        .map(|candidate| {
            let known = folder.candidates.get(&candidate.id);
            let settled = known.and_then(|k| k.deliberation.as_ref()).map(Deliberation::settled);
            SummaryLine {
                candidate,
                evaluations: folder.evaluations(&candidate.id),
                settled: settled.unwrap_or_default(),
            }
        })
        .collect();
    let case = &folder.solved.case;
    Ok(session_summary_document(qualification, scheme, &folder.session, case, &lines, printed))
}

/// Writes every document of a session; `step` is told each file before it is made and may stop
/// the work by answering `false`.
///
/// # Errors
/// When copies are sealed: nothing is written then. When a document cannot be made or written:
/// those written before stay.
pub fn publish_session(
    folder: &SessionFolder,
    catalogue: &Catalogue,
    now: DateTime<FixedOffset>,
    mut step: impl FnMut(&Path, usize, usize) -> bool,
) -> StorageResult<Vec<PathBuf>> {
    refuse_sealed(folder)?;
    let printed = PrintedOn { session: Some(folder.session.date), edited: now.date_naive() };
    let target = folder.documents_folder()?;
    let copies = printed_copies(folder);
    let total = 4 + copies.len() + folder.session.candidates.len();
    let mut written = Vec::new();
    let mut publish = |name: String, make: &dyn Fn() -> StorageResult<Document>| {
        let path = target.join(name);
        if !step(&path, written.len(), total) {
            return Ok(false);
        }
        write_document(&path, &make()?, now)?;
        written.push(path);
        Ok(true)
    };
    for kind in [CaseDocument::Subject, CaseDocument::AnswerSheet, CaseDocument::ModelAnswers] {
        let name = format!("{}.pdf", kind.suffix());
        if !publish(name, &|| {
            case_document(&folder.case_path, &folder.solved, catalogue, kind, printed)
        })? {
            return Ok(written);
        }
    }
    for copy in &copies {
        if !publish(copy.name.clone(), &|| Ok(copy.document(printed)))? {
            return Ok(written);
        }
    }
    for candidate in &folder.session.candidates {
        let id = &candidate.id;
        let name = pdf_name("evaluation", id);
        if !publish(name, &|| candidate_report(folder, catalogue, id, printed))? {
            return Ok(written);
        }
    }
    publish("synthese.pdf".to_owned(), &|| summary(folder, catalogue, printed))?;
    Ok(written)
}

/// Writes one document as PDF, atomically.
///
/// # Errors
/// When it cannot be made or written.
pub fn write_document(
    path: &Path,
    document: &Document,
    now: DateTime<FixedOffset>,
) -> StorageResult<()> {
    write_scaled(path, document, now, TextScale::USUAL)
}

/// Writes one document as PDF, atomically, its text so many percent of the usual size. In large
/// print the sheets are on their side, so that the tables keep their columns.
///
/// # Errors
/// When it cannot be made or written.
pub fn write_large_document(
    path: &Path,
    mut document: Document,
    now: DateTime<FixedOffset>,
    text_percent: u32,
) -> StorageResult<()> {
    let scale = TextScale::of_percent(text_percent);
    if scale.is_large() {
        document.frame.orientation = Orientation::Landscape;
    }
    write_scaled(path, &document, now, scale)
}

fn write_scaled(
    path: &Path,
    document: &Document,
    now: DateTime<FixedOffset>,
    scale: TextScale,
) -> StorageResult<()> {
    let metadata = PdfMetadata { created: now, author: "Cas d'école".to_owned() };
    let bytes = write_enlarged_pdf(document, &metadata, scale).map_err(|error| {
        StorageError::new(path, error.to_string(), "Signalez ce document à votre support.")
    })?;
    write_atomically(path, &bytes)
}

/// File name of a document about one candidate.
pub fn pdf_name(what: &str, candidate: &CandidateId) -> String {
    let stem = copy_path(Path::new(""), candidate);
    let stem = stem.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    format!("{what}-{}.pdf", stem.unwrap_or_default())
}

/// The référentiel and scheme of a session.
///
/// # Errors
/// When they are not installed.
pub fn session_framework<'a>(
    folder: &SessionFolder,
    catalogue: &'a Catalogue,
) -> StorageResult<(&'a Qualification, &'a ExamScheme)> {
    let case = &folder.solved.case;
    let qualification = framework(&folder.case_path, catalogue, &case.qualification)?;
    let scheme = qualification.scheme(&case.scheme).ok_or_else(|| {
        StorageError::new(
            &folder.case_path,
            format!("{} n'a pas de dispositif « {} ».", qualification.sigle, case.scheme),
            "Choisissez le titre ou l'un de ses CCP.",
        )
    })?;
    Ok((qualification, scheme))
}

fn framework<'a>(
    path: &Path,
    catalogue: &'a Catalogue,
    sigle: &str,
) -> StorageResult<&'a Qualification> {
    catalogue.find(sigle).ok_or_else(|| {
        StorageError::new(
            path,
            format!("le référentiel « {sigle} » n'est pas installé."),
            "Placez-le dans le dossier des modèles.",
        )
    })
}
