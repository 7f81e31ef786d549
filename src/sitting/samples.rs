//! A sealed subject with its codes and its jury, for the tests of this folder and of the window.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::domain::case_study::{
    AnswerForm, Materials, Subject, SubjectDossier, SubjectQuestion, Usage,
};
use crate::domain::exam::FIRST_PAPER;
use crate::domain::framework::ModalityKind;
use crate::storage::sealing::{CodeVerifier, DerivationParameters, JuryKey, OpeningCode};
use crate::storage::{RoomPackage, RoomRules, Seat, save_package};

/// The code that opens the subject.
pub(crate) const CODE: &str = "K7QM-4TRX-9DPH";
/// The code of the room.
pub(crate) const ROOM_CODE: &str = "SALLE-204";

/// A code as it is typed.
pub(crate) fn code(typed: &str) -> OpeningCode {
    OpeningCode::read(typed).expect("a code")
}

/// Day of the session.
pub(crate) fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 3, 11).expect("a day")
}

/// Seals in a folder the subject that C-01 sits, for a jury.
pub(crate) fn sealed_subject(folder: &Path, jury: &JuryKey) -> PathBuf {
    let light = || DerivationParameters::light_for_tests().expect("parameters");
    let package = RoomPackage {
        session: "session-1".into(),
        session_title: "Session de mars".to_owned(),
        centre: String::new(),
        room: "Salle 204".to_owned(),
        date: day(),
        paper: FIRST_PAPER.into(),
        paper_label: "Étude de cas".to_owned(),
        jury_recipient: jury.recipient(),
        room_code: CodeVerifier::new(&code(ROOM_CODE), light()).expect("a verifier"),
        rules: RoomRules::default(),
        seats: vec![Seat { candidate: "C-01".into(), accommodation: None, subject: 0 }],
        subjects: vec![subject()],
    };
    let path = folder.join("sujet.sujet");
    save_package(&path, &package, &code(CODE), &light()).expect("it is sealed");
    path
}

/// A subject of one question.
fn subject() -> Subject {
    Subject {
        case: "cas-essai".into(),
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
        pictures: BTreeMap::new(),
        dossiers: vec![SubjectDossier {
            id: "D1".into(),
            title: String::new(),
            introduction: String::new(),
            questions: vec![SubjectQuestion {
                id: "Q1".into(),
                title: "Cadence".to_owned(),
                statement: String::new(),
                minutes: 10,
                exhibits: Vec::new(),
                form: AnswerForm::ShortText {},
            }],
        }],
    }
}
