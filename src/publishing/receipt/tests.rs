//! What is written beside a copy.

use super::*;
use crate::domain::answers::samples::sitting;
use crate::domain::answers::{Answer, AnswerValue, Origin, Sitting, TypedBy};
use crate::domain::case_study::samples;
use crate::domain::exam::{Allowance, ClosedBy, ExtraTime, Ledger, LedgerEntry, Moment, TimeEvent};
use crate::reports::document::Block;
use crate::reports::layout::page::{Mark, Page};
use crate::reports::layout::{LaidOut, lay_out};

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2027-03-11T11:41:52+01:00").expect("a time")
}

fn subject() -> Subject {
    samples::subject(&["Q1", "Q2"])
}

fn sheet(subject: &Subject) -> AnswerSheet {
    let sitting = Sitting { seat: "n° 4".to_owned(), ..sitting() };
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
    HandedIn { subject, sheet, accommodation: "", fingerprint: &[], files, session: None }
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
    assert!(words.contains("1 question répondue sur 2, 1 vide"), "{words}");
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
    let printed = printed_on(&handed_in(&subject, &sheet, &[]), now());
    let document = copy_document(&subject, &sheet, None, printed);
    let said = |block: &Block| format!("{block:?}").contains("ananas");
    assert!(document.blocks.iter().any(said));
}

/// The words of blocks, as they stand in memory.
fn said(document: &Document) -> String {
    format!("{:?}", document.blocks).replace("\\u{a0}", " ")
}

#[test]
fn a_copy_on_paper_prints_who_typed_it_in_and_no_time() {
    let subject = subject();
    let mut sheet = sheet(&subject);
    sheet.origin = Origin::Paper;
    sheet.typed_by = Some(TypedBy::new("Mme Roche", "M. Petit"));
    let handed_in = handed_in(&subject, &sheet, &[]);
    let copy = copy_document(&subject, &sheet, None, printed_on(&handed_in, now()));
    for document in [copy, receipt(&handed_in, now())] {
        let words = said(&document);
        let expected = "Copie papier, saisie le 11/03/2027 par Mme Roche, relue par M. Petit";
        assert!(words.contains(expected), "{words}");
        for hour in ["10 h 11", "11 h 41", "Début", "Temps utilisé"] {
            assert!(!words.contains(hour), "{hour} in {words}");
        }
        let footer = &document.frame.footer;
        assert!(footer.contains(&("Session".to_owned(), "–".to_owned())), "{footer:?}");
    }
}

#[test]
fn the_day_of_the_session_is_printed_when_it_is_known() {
    let subject = subject();
    let sheet = sheet(&subject);
    let session = NaiveDate::from_ymd_opt(2027, 3, 9);
    let known = HandedIn { session, ..handed_in(&subject, &sheet, &[]) };
    let unknown = HandedIn { session: None, ..known };
    for (handed_in, label, day) in
        [(known, "Session", "09/03/2027"), (unknown, "Composée le", "11/03/2027")]
    {
        let footer = receipt(&handed_in, now()).frame.footer;
        assert!(footer.contains(&(label.to_owned(), day.to_owned())), "{footer:?}");
    }
}

/// A receipt of a sitting with a third more, an extension, so many interruptions, an incident and
/// the window left.
fn laid_out(interruptions: u64) -> LaidOut {
    let subject = subject();
    let mut sheet = sheet(&subject);
    let extra = ExtraTime::Fraction { part: 1, whole: 3 };
    sheet.ledger = Ledger::new(Allowance { minutes: 120, extra });
    let start = now();
    let mut record = |minute: u64, event| {
        let step = i64::try_from(minute).expect("small");
        let at = Moment::new(start + chrono::TimeDelta::minutes(step), minute * 60_000);
        sheet.ledger.append(LedgerEntry { at, event });
    };
    record(0, TimeEvent::Started);
    let reason = || "alarme incendie, salle évacuée".to_owned();
    for rank in 0..interruptions {
        record(5 + 4 * rank, TimeEvent::Paused { reason: reason() });
        record(7 + 4 * rank, TimeEvent::Resumed);
    }
    record(90, TimeEvent::Extended { seconds: 300, reason: "bruit".to_owned(), for_all: true });
    record(91, TimeEvent::Incident { text: "malaise en salle".to_owned() });
    record(92, TimeEvent::LeftWindow { milliseconds: 4_000 });
    record(95, TimeEvent::Closed { by: ClosedBy::Candidate });
    let groups = ["79998", "71285", "04004", "98981", "71316", "58447", "53604", "18960"];
    let groups = groups.map(str::to_owned);
    let files = [PathBuf::from("C-04.copie")];
    let handed_in = HandedIn { fingerprint: &groups, ..handed_in(&subject, &sheet, &files) };
    lay_out(&receipt(&handed_in, now()))
}

fn shows(page: &Page, words: &str) -> bool {
    page.marks.iter().any(|mark| matches!(mark, Mark::Text(text) if text.text.contains(words)))
}

#[test]
fn a_usual_receipt_is_one_page_and_who_signs_always_sees_the_fingerprint() {
    for usual in 0..=3 {
        assert_eq!(laid_out(usual).pages.len(), 1, "{usual} interruptions");
    }
    for many in 4..20 {
        let laid_out = laid_out(many);
        let page = |words| laid_out.pages.iter().position(|page| shows(page, words));
        let fingerprint = page("18960");
        assert!(fingerprint.is_some() && fingerprint == page("Surveillant"), "{many}");
        assert_eq!(fingerprint, page("Empreinte"), "{many}");
    }
}
