//! What a paper copy asks for, and what it keeps.

use chrono::DateTime;

use super::super::Delivery;
use super::super::input::Input;
use super::super::samples::{CODE, ROOM_CODE, code, day, sealed_subject};
use super::*;
use crate::domain::answers::TypedBy;
use crate::domain::exam::ClosedBy;
use crate::storage::read_sealed_copy;
use crate::storage::sealing::JuryKey;

/// A room with a sealed subject, and its jury.
struct Room {
    folder: tempfile::TempDir,
    subject: PathBuf,
    jury: JuryKey,
    mirror: Option<PathBuf>,
}

impl Room {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let jury = JuryKey::generate();
        let subject = sealed_subject(folder.path(), &jury);
        Self { folder, subject, jury, mirror: None }
    }

    fn work(&self) -> PathBuf {
        self.folder.path().join("poste")
    }

    /// Enters in one way or the other, with a code of the room or none.
    fn enter(&self, origin: Origin, room: Option<&str>) -> Result<LiveSitting, EntranceError> {
        let (opening, room) = (code(CODE), room.map(code));
        let work = self.work();
        let request = EntranceRequest {
            subject: &self.subject,
            candidate: "c-01",
            code: Some(&opening),
            room_code: room.as_ref(),
            work: &work,
            mirror: self.mirror.as_deref(),
            seat: "",
            origin,
            training_extra_minutes: 0,
            wake: Arc::new(|| {}),
            on_durable: Arc::new(|_, _| {}),
        };
        enter(&request, &environment())
    }

    /// Why nobody enters.
    fn refusal(&self, origin: Origin, room: Option<&str>) -> EntranceError {
        self.enter(origin, room).err().expect("it is refused")
    }

    /// Begins to type in the copy, which the disk holds once it is left.
    fn begin_entry(&self) {
        let mut sitting = self.enter(Origin::Paper, Some("salle 204")).expect("it begins");
        sitting.sign_paper_copy(names());
        sitting.write(&"Q1".into(), Input::Text("12 pièces".to_owned())).expect("it is written");
        assert!(sitting.flush(std::time::Duration::from_secs(5)));
    }
}

fn environment() -> Environment {
    let now = DateTime::parse_from_rfc3339("2027-03-11T15:02:10+01:00").expect("a time");
    Environment::chosen(move || now, || "essai-1".to_owned())
}

fn names() -> TypedBy {
    TypedBy::new("Mme Roche", "M. Petit")
}

#[test]
fn a_paper_copy_asks_for_the_code_of_the_room_and_a_test_does_not() {
    let room = Room::new();
    for typed in [None, Some(CODE), Some("SALLE-205")] {
        let refusal = room.refusal(Origin::Paper, typed);
        assert!(matches!(refusal, EntranceError::WrongRoomCode(_)), "{typed:?}: {refusal}");
        assert!(!room.work().exists(), "nothing is made for a refusal");
    }
    let words = room.refusal(Origin::Paper, Some("SALLE-205")).to_string();
    assert!(words.contains("le code de la salle n'est pas le bon"), "{words}");
    let sitting = room.enter(Origin::Paper, Some(ROOM_CODE)).expect("it begins");
    assert_eq!(sitting.sheet().origin, Origin::Paper);
    assert_eq!(sitting.facts().date, Some(day()));

    let other = Room::new();
    let sitting = other.enter(Origin::Screen, None).expect("the test begins");
    assert_eq!(sitting.sheet().origin, Origin::Screen);
}

#[test]
fn a_paper_copy_under_way_goes_on_with_the_code_of_the_room_alone() {
    let room = Room::new();
    room.begin_entry();
    let journal = room.work().join("C-01.journal");
    let before = std::fs::read(&journal).expect("the journal");
    let refusal = room.refusal(Origin::Screen, None);
    assert!(matches!(refusal, EntranceError::WrongRoomCode(_)), "{refusal}");
    assert_eq!(std::fs::read(&journal).expect("the journal"), before);
    let sitting = room.enter(Origin::Paper, Some(ROOM_CODE)).expect("it goes on");
    assert_eq!(sitting.sheet().typed_text(&"Q1".into()), "12 pièces");
    assert_eq!(sitting.sheet().typed_by, Some(names()));
}

#[test]
fn the_sealed_copy_keeps_who_typed_it_in() {
    let room = Room::new();
    room.begin_entry();
    let mut sitting = room.enter(Origin::Paper, Some(ROOM_CODE)).expect("it goes on");
    sitting.hand_in(ClosedBy::Invigilator);
    let Delivery::Delivered(delivered) = sitting.delivery() else {
        panic!("{:?}", sitting.delivery())
    };
    let file = delivered.files.first().expect("a copy");
    let sheet = read_sealed_copy(file, &room.jury).expect("the jury reads it");
    assert_eq!((sheet.origin, &sheet.typed_by), (Origin::Paper, &Some(names())));
    assert_eq!(
        sheet.paper_words().as_deref(),
        Some("Copie papier, saisie le 11/03/2027 par Mme Roche, relue par M. Petit")
    );
}

#[test]
fn only_a_copy_on_paper_is_signed() {
    let room = Room::new();
    let mut sitting = room.enter(Origin::Screen, None).expect("the test begins");
    sitting.sign_paper_copy(names());
    assert_eq!(sitting.sheet().typed_by, None);
}

/// Subjects in a folder.
fn subjects(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).expect("a folder").flatten();
    let subjects = files.filter(|file| file.path().extension().is_some_and(|end| end == "sujet"));
    subjects.map(|file| file.file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn the_subject_is_carried_where_it_is_not_already() {
    let mut room = Room::new();
    let key = room.folder.path().to_owned();
    let before = subjects(&key);
    room.mirror = Some(key.clone());
    let sitting = room.enter(Origin::Screen, None).expect("it begins");
    sitting.carry_subject();
    assert_eq!(subjects(&key), before);
    assert_eq!(subjects(&room.work()), ["sujet-E1.sujet"]);
    std::fs::remove_file(&room.subject).expect("removed");
    sitting.carry_subject();
    assert_eq!(subjects(&key), ["sujet-E1.sujet"]);
}
