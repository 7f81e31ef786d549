//! What a candidate takes away: the receipt of a copy handed in, and their own copy on paper.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use super::{pdf_name, write_document};
use crate::domain::answers::{AnswerSheet, QuestionStatus, status_of};
use crate::domain::case_study::Subject;
use crate::reports::content::{
    AnswerCounts, PrintedOn, ReceiptFacts, RoomPaper, copy_document, receipt_document,
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
    /// The accommodation in words; empty when there is none.
    pub accommodation: &'a str,
    /// Fingerprint of the copy, in groups to read aloud.
    pub fingerprint: &'a [String],
    /// Files of the copy, written and verified.
    pub files: &'a [PathBuf],
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
        paper: RoomPaper::of(subject, printed_on(sheet, now)),
        candidate: &sheet.candidate,
        seat: &sheet.seat,
        accommodation: handed_in.accommodation,
        ledger: &sheet.ledger,
        answers: answer_counts(subject, sheet),
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
    let document = copy_document(subject, sheet, None, printed_on(sheet, now));
    let stem = files.first().and_then(|path| path.file_stem());
    let name = match stem {
        Some(stem) => format!("copie-{}.pdf", stem.to_string_lossy()),
        None => pdf_name("copie", &sheet.candidate),
    };
    let path = folder.join(name);
    write_document(&path, &document, now)?;
    Ok(path)
}

/// The day of the test is the one on which the candidate began.
fn printed_on(sheet: &AnswerSheet, now: DateTime<FixedOffset>) -> PrintedOn {
    let session = sheet.started_at().map(|started| started.date_naive());
    PrintedOn { session, edited: now.date_naive() }
}

/// How many questions were answered; what cannot be read counts as answered in part.
fn answer_counts(subject: &Subject, sheet: &AnswerSheet) -> AnswerCounts {
    let mut counts = AnswerCounts::default();
    for question in subject.questions() {
        match status_of(question, sheet) {
            QuestionStatus::Answered => counts.complete += 1,
            QuestionStatus::Partial { .. } | QuestionStatus::Unreadable => counts.partial += 1,
            QuestionStatus::Empty => counts.empty += 1,
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answers::{Answer, AnswerValue, Sitting};
    use crate::domain::case_study::{
        AnswerForm, Materials, SubjectDossier, SubjectQuestion, Usage,
    };
    use crate::domain::exam::{Allowance, ClosedBy, ExtraTime, Moment};
    use crate::domain::framework::ModalityKind;
    use crate::reports::document::Block;

    fn now() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2027-03-11T11:41:52+01:00").expect("a time")
    }

    fn subject() -> Subject {
        let question = |id: &str| SubjectQuestion {
            id: id.into(),
            title: id.to_owned(),
            statement: String::new(),
            minutes: 10,
            exhibits: Vec::new(),
            form: AnswerForm::ShortText {},
        };
        Subject {
            case: "cas".into(),
            title: "Lampe LB40".to_owned(),
            sigle: "ZINV".to_owned(),
            qualification_title: String::new(),
            code: "TP-00000".to_owned(),
            edition: "03".to_owned(),
            scheme_label: "CCP 2".to_owned(),
            scheme_title: String::new(),
            modality: ModalityKind::CaseStudyExam,
            form: String::new(),
            usage: Usage::MockExam,
            duration_minutes: 120,
            reading_minutes: 0,
            context: String::new(),
            instructions: Vec::new(),
            materials: Materials::default(),
            exhibits: Vec::new(),
            pictures: std::collections::BTreeMap::new(),
            dossiers: vec![SubjectDossier {
                id: "D1".into(),
                title: String::new(),
                introduction: String::new(),
                questions: vec![question("Q1"), question("Q2")],
            }],
        }
    }

    fn sheet(subject: &Subject) -> AnswerSheet {
        let sitting = Sitting {
            copy: "copie".into(),
            candidate: "C-04".into(),
            seat: "n° 4".to_owned(),
            allowance: Allowance { minutes: 120, extra: ExtraTime::None },
            subject_fingerprint: String::new(),
        };
        let begin = Moment::new(now() - chrono::TimeDelta::minutes(90), 0);
        let mut sheet = AnswerSheet::begin(subject, sitting).started(begin);
        let value = AnswerValue::Text { text: "Secret ananas".to_owned() };
        sheet.answers.insert("Q1".into(), Answer { value, modified_at: now() });
        sheet.close(Moment::new(now(), 90 * 60_000), ClosedBy::Candidate).expect("it closes");
        sheet
    }

    fn handed_in<'a>(
        subject: &'a Subject,
        sheet: &'a AnswerSheet,
        files: &'a [PathBuf],
    ) -> HandedIn<'a> {
        HandedIn { subject, sheet, accommodation: "", fingerprint: &[], files }
    }

    #[test]
    fn a_receipt_is_written_beside_each_copy_and_holds_no_answer() {
        let (one, two) = (tempfile::tempdir().expect("one"), tempfile::tempdir().expect("two"));
        let subject = subject();
        let sheet = sheet(&subject);
        let lost = one.path().join("parti").join("C-04.copie");
        let files = [one.path().join("C-04.copie"), two.path().join("C-04-E2.copie"), lost];
        let handed_in = handed_in(&subject, &sheet, &files);
        let written = write_receipts(&handed_in, now());
        let expected = [one.path().join("C-04.accuse.pdf"), two.path().join("C-04-E2.accuse.pdf")];
        assert_eq!(written.files, expected);
        assert_eq!(written.missing.len(), 1);
        let words = format!("{:?}", receipt(&handed_in, now()).blocks);
        assert!(!words.contains("ananas"), "{words}");
        assert!(words.contains("1 complète") && words.contains("1 vide"), "{words}");
    }

    #[test]
    fn the_own_copy_holds_the_answers() {
        let folder = tempfile::tempdir().expect("a folder");
        let subject = subject();
        let sheet = sheet(&subject);
        let files = [PathBuf::from("C-04-E2.copie")];
        for (files, name) in [(&files[..], "copie-C-04-E2.pdf"), (&[], "copie-C-04.pdf")] {
            let handed_in = handed_in(&subject, &sheet, files);
            let path = write_own_copy(folder.path(), &handed_in, now()).expect("it is written");
            assert_eq!(path, folder.path().join(name));
            assert!(path.is_file());
        }
        let document = copy_document(&subject, &sheet, None, printed_on(&sheet, now()));
        let said = |block: &Block| format!("{block:?}").contains("ananas");
        assert!(document.blocks.iter().any(said));
    }
}
