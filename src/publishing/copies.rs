//! The copies of a session to print, each with what its candidate was asked; none is printed while
//! some are sealed.

use std::path::Path;

use super::pdf_name;
use crate::domain::answers::AnswerSheet;
use crate::domain::case_study::{SolvedCase, Subject};
use crate::domain::grading::mark_copy;
use crate::reports::content::{PrintedOn, copy_document};
use crate::reports::document::Document;
use crate::storage::{SessionFolder, StorageError, StorageResult, paper_copy_path};

/// A copy to print.
pub(super) struct PrintedCopy<'a> {
    /// Name of its file.
    pub(super) name: String,
    subject: &'a Subject,
    sheet: &'a AnswerSheet,
    /// The keys that it is marked with; those of the other papers are not compared here.
    keys: Option<&'a SolvedCase>,
}

impl PrintedCopy<'_> {
    /// Its blocks.
    pub(super) fn document(&self, printed: PrintedOn) -> Document {
        let marked = self.keys.map(|keys| mark_copy(keys, self.sheet));
        copy_document(self.subject, self.sheet, marked.as_ref(), printed)
    }
}

/// Refuses while copies wait for the jury's key: documents written without them would take the
/// place of good ones.
///
/// # Errors
/// When copies are sealed: which, and what opens them.
pub fn refuse_sealed(folder: &SessionFolder) -> StorageResult<()> {
    let Some(first) = folder.sealed.first() else { return Ok(()) };
    let names = folder.sealed.iter().filter_map(|path| path.file_name());
    let names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
    let copies = match names.len() {
        1 => "1 copie est scellée".to_owned(),
        many => format!("{many} copies sont scellées"),
    };
    Err(StorageError::new(
        first.parent().unwrap_or(first),
        format!("{copies} ({}), aucun document n'est écrit.", names.join(", ")),
        "Ouvrez-les d'abord avec la clé du jury et sa phrase secrète.",
    ))
}

/// The copies of a session that are open, in the order of the candidates, then of the papers.
pub(super) fn printed_copies(folder: &SessionFolder) -> Vec<PrintedCopy<'_>> {
    let mut found = Vec::new();
    for (id, known) in &folder.candidates {
        if let Some(sheet) = &known.sheet {
            found.push(PrintedCopy {
                name: pdf_name("copie", id),
                subject: folder.subject_for(id),
                sheet,
                keys: Some(folder.solved_for(id)),
            });
        }
        for (paper, sheet) in &known.other_sheets {
            let Some(subject) = known.other_subjects.get(paper) else { continue };
            let path = paper_copy_path(Path::new(""), id, paper);
            let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
            let name = format!("copie-{}.pdf", stem.unwrap_or_default());
            found.push(PrintedCopy { name, subject, sheet, keys: None });
        }
    }
    found
}
