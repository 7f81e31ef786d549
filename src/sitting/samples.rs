//! A sealed subject with its codes and its jury, for the tests of this folder and of the window.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::domain::case_study::samples::subject;
use crate::domain::exam::FIRST_PAPER;
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
        subjects: vec![subject(&["Q1"])],
    };
    let path = folder.join("sujet.sujet");
    save_package(&path, &package, &code(CODE), &light()).expect("it is sealed");
    path
}
