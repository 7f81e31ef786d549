//! What a candidate takes away: the receipt of a copy handed in, and their own copy on paper.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::{pdf_name, write_document};
use crate::domain::answers::{AnswerCounts, AnswerSheet};
use crate::domain::case_study::Subject;
use crate::reports::content::{
    PrintedOn, ReceiptFacts, RoomPaper, copy_document, receipt_document,
};
use crate::reports::document::Document;
use crate::storage::{StorageError, StorageResult};

/// End of the file name of a receipt.
const RECEIPT: &str = "accuse.pdf";

/// A copy that was handed in.
#[derive(Debug, Clone, Copy)]
pub struct HandedIn<'a> {
    /// The subject.
    pub subject: &'a Subject,
    /// The copy.
    pub sheet: &'a AnswerSheet,
    /// The accommodation in words ([`crate::domain::exam::Accommodation::label`]); empty when there is
    /// none.
    pub accommodation: &'a str,
    /// Fingerprint of the copy, in groups to read aloud.
    pub fingerprint: &'a [String],
    /// Files of the copy, written and verified.
    pub files: &'a [PathBuf],
    /// Day of the session, when it is known.
    pub session: Option<NaiveDate>,
}

/// What became of the receipts of a copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenReceipts {
    /// Files written, each beside a file of the copy.
    pub files: Vec<PathBuf>,
    /// Those that could not be, and why.
    pub missing: Vec<StorageError>,
}

/// The receipt of a copy.
pub fn receipt(handed_in: &HandedIn<'_>, now: DateTime<FixedOffset>) -> Document {
    let HandedIn { subject, sheet, .. } = *handed_in;
    let file_name = handed_in.files.first().and_then(|path| path.file_name());
    let file_name = file_name.map(|name| name.to_string_lossy().into_owned());
    receipt_document(&ReceiptFacts {
        paper: RoomPaper::of(subject, printed_on(handed_in, now)),
        candidate: &sheet.candidate,
        seat: &sheet.seat,
        accommodation: handed_in.accommodation,
        ledger: &sheet.ledger,
        paper_copy: sheet.paper_words().as_deref(),
        answers: AnswerCounts::of(subject, sheet),
        fingerprint: handed_in.fingerprint,
        file_name: file_name.as_deref().unwrap_or("–"),
        places: handed_in.files.len(),
    })
}

/// Writes the receipt beside each file of the copy: « C-04.copie » has « C-04.accuse.pdf ».
pub fn write_receipts(handed_in: &HandedIn<'_>, now: DateTime<FixedOffset>) -> WrittenReceipts {
    let document = receipt(handed_in, now);
    let mut written = WrittenReceipts::default();
    for copy in handed_in.files {
        let path = receipt_path(copy);
        match write_document(&path, &document, now) {
            Ok(()) => written.files.push(path),
            Err(problem) => written.missing.push(problem),
        }
    }
    written
}

/// File of the receipt of a copy.
pub fn receipt_path(copy: &Path) -> PathBuf {
    copy.with_extension(RECEIPT)
}

/// Writes the candidate's own copy in a folder, as a PDF that anyone can read, and gives its file:
/// « copie-C-04.pdf » for « C-04.copie ».
///
/// # Errors
/// When the document cannot be made or written.
pub fn write_own_copy(
    folder: &Path,
    handed_in: &HandedIn<'_>,
    now: DateTime<FixedOffset>,
) -> StorageResult<PathBuf> {
    let HandedIn { subject, sheet, files, .. } = *handed_in;
    let document = copy_document(subject, sheet, None, printed_on(handed_in, now));
    let stem = files.first().and_then(|path| path.file_stem());
    let name = match stem {
        Some(stem) => format!("copie-{}.pdf", stem.to_string_lossy()),
        None => pdf_name("copie", &sheet.candidate),
    };
    let path = folder.join(name);
    write_document(&path, &document, now)?;
    Ok(path)
}

fn printed_on(handed_in: &HandedIn<'_>, now: DateTime<FixedOffset>) -> PrintedOn {
    PrintedOn { session: handed_in.session, edited: now.date_naive() }
}

#[cfg(test)]
mod tests;
