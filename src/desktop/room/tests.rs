//! The room from real files: a session with seals, copies on a key, copies that are not right.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::RoomWorkspace;
use super::model::{Collected, Counts, Room, counted};
use super::standing::{CopyStanding, look};
use super::words::of_copy;
use crate::domain::exam::samples::session_of;
use crate::domain::exam::{Attendance, Session};
use crate::storage::sealing::{CopyHeader, OpeningCode, seal_copy};
use crate::storage::{
    OpeningWork, PreparedPaper, RoomSecrets, RoomWishes, collect_copies, load_catalogue,
    prepare_room, read_case, write_atomically,
};

const LIST: &str = "C-01 ; Nadia Belkacem ; formation ; tiers temps\n\
                    C-02 ; Ivan Petrov\n\
                    C-03 ; Inès Caradec ; VAE\n";

fn session() -> Session {
    Session { title: "Session de mars".to_owned(), ..session_of(LIST) }
}

/// A sealed session in a folder, and a folder for the key.
fn prepared(outside: &tempfile::TempDir) -> (Room, PathBuf) {
    let root = outside.path().join("session");
    let (catalogue, _) = load_catalogue(None);
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/salle.cas.yaml");
    let case = read_case(&case).expect("a case");
    let papers = [PreparedPaper { label: "Étude de cas".to_owned(), case }];
    let code = |typed| OpeningCode::read(typed).expect("a code");
    let secrets = RoomSecrets {
        opening: vec![code("K7QM-4TRX-9DPH")],
        room: code("SALLE-2027"),
        passphrase: Zeroizing::new("abricot lanterne".to_owned()),
    };
    let wishes = RoomWishes { work: OpeningWork::Least, ..RoomWishes::default() };
    let made = prepare_room(&root, session(), &papers, &secrets, wishes, &catalogue);
    let made = made.unwrap_or_else(|problem| panic!("{problem}"));
    let key = outside.path().join("cle");
    std::fs::create_dir(&key).expect("a folder");
    (Room::new(root, made.session), key)
}

fn seal(room: &Room, candidate: &str, path: &Path) {
    let header = CopyHeader {
        session: room.session.id.clone(),
        paper: "E1".to_owned(),
        candidate: candidate.into(),
        copy: "copie".into(),
        subject_fingerprint: String::new(),
        sealed_at: "2027-03-11T11:41:52+01:00".to_owned(),
    };
    let recipient = room.session.jury_recipient.clone().expect("a sealed session");
    let bytes = seal_copy(&header, candidate.as_bytes(), &recipient).expect("sealed");
    write_atomically(path, &bytes).expect("written");
}

fn look_again(room: &mut Room) {
    room.seats = look(&room.root, &room.session, &|_, _| {});
}

fn filed(room: &Room, candidate: &str) -> PathBuf {
    room.root.join("copies").join(format!("{candidate}.copie"))
}

#[test]
fn copies_are_awaited_then_collected_then_compared() {
    let outside = tempfile::tempdir().expect("a folder");
    let (mut room, key) = prepared(&outside);
    look_again(&mut room);
    assert_eq!(room.counts(), Counts { expected: 3, missing: 3, ..Counts::default() });
    seal(&room, "C-01", &key.join("C-01.copie"));
    let collection = collect_copies(&room.root, std::slice::from_ref(&key)).expect("collected");
    room.keep(&key, &collection);
    look_again(&mut room);
    let words = room.collected.as_ref().expect("words");
    assert_eq!(words.filed, ["C-01 (C-01.copie) : copie intacte, rangée."]);
    assert_eq!(words.summary, "1 copie rangée, 0 déjà rangée, 0 refusée.");
    let seat = room.seats.first().expect("a seat");
    assert_eq!(seat.detail, "Nadia Belkacem, tiers temps");
    assert_eq!(seat.copy.fingerprint().map(<[String]>::len), Some(8));
    let said = of_copy(&seat.copy).1.replace('\u{a0}', " ");
    assert_eq!(said, "copie intacte, scellée à 11 h 41");
    assert!(!room.is_compared(seat));
    room.set_compared(0, true);
    room.set_compared(1, true);
    let counts = Counts { expected: 3, intact: 1, missing: 2, compared: 1, ..Counts::default() };
    assert_eq!(room.counts(), counts, "nothing is compared where there is no copy");
}

#[test]
fn another_copy_in_the_same_place_is_to_be_compared_again() {
    let outside = tempfile::tempdir().expect("a folder");
    let (mut room, _) = prepared(&outside);
    seal(&room, "C-01", &filed(&room, "C-01"));
    look_again(&mut room);
    room.set_compared(0, true);
    assert_eq!(room.counts().compared, 1);
    seal(&room, "C-01", &filed(&room, "C-01"));
    look_again(&mut room);
    assert_eq!(room.counts().compared, 0);
    room.set_compared(0, true);
    room.set_compared(0, false);
    assert_eq!(room.counts().compared, 0);
}

#[test]
fn a_changed_byte_and_the_copy_of_another_are_said() {
    let outside = tempfile::tempdir().expect("a folder");
    let (mut room, _) = prepared(&outside);
    let path = filed(&room, "C-01");
    seal(&room, "C-01", &path);
    let mut bytes = std::fs::read(&path).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    write_atomically(&path, &bytes).expect("written");
    seal(&room, "C-03", &filed(&room, "C-02"));
    look_again(&mut room);
    let altered = |rank: usize| match room.seats.get(rank).map(|seat| &seat.copy) {
        Some(CopyStanding::Altered(problem)) => problem.message.clone(),
        other => panic!("{other:?}"),
    };
    assert!(altered(0).contains("altéré"), "{}", altered(0));
    assert!(altered(1).contains("autre candidat"), "{}", altered(1));
    assert_eq!(room.counts(), Counts { expected: 3, missing: 1, altered: 2, ..Counts::default() });
}

#[test]
fn a_candidate_is_said_to_be_absent_and_the_session_keeps_it() {
    let outside = tempfile::tempdir().expect("a folder");
    let (mut room, _) = prepared(&outside);
    look_again(&mut room);
    room.set_absent(1, true).expect("it is written");
    assert_eq!((room.counts().missing, room.counts().absent), (2, 1));
    let kept = crate::storage::read_session(&room.root).expect("it reads").1;
    assert_eq!(kept, room.session);
    assert_eq!(kept.candidates.get(1).map(|one| one.attendance), Some(Attendance::Absent));
    room.set_absent(1, false).expect("it is written");
    assert_eq!((room.counts().missing, room.counts().absent), (3, 0));
    room.session.candidates.clear();
    std::fs::remove_file(room.root.join("session.yaml")).expect("removed");
    assert!(room.set_absent(1, true).is_err());
}

#[test]
fn who_left_a_copy_is_not_absent_and_who_is_said_to_be_can_be_brought_back() {
    let outside = tempfile::tempdir().expect("a folder");
    let (mut room, _) = prepared(&outside);
    look_again(&mut room);
    room.set_absent(0, true).expect("it is written");
    seal(&room, "C-01", &filed(&room, "C-01"));
    look_again(&mut room);
    assert!(room.seats[0].copy.fingerprint().is_some(), "the copy that came is seen");
    room.set_absent(0, false).expect("it is written");
    let problem = room.set_absent(0, true).expect_err("a copy is there");
    assert!(problem.message.contains("une copie de C-01 est dans le dossier"), "{problem}");
    let kept = crate::storage::read_session(&room.root).expect("it reads").1;
    assert_eq!(kept.candidates[0].attendance, Attendance::Present);
}

#[test]
fn an_absent_candidate_is_not_awaited() {
    let outside = tempfile::tempdir().expect("a folder");
    let (mut room, _) = prepared(&outside);
    for candidate in room.session.candidates.iter_mut().skip(1) {
        candidate.attendance = Attendance::Absent;
    }
    look_again(&mut room);
    let counts = Counts { expected: 1, missing: 1, absent: 2, ..Counts::default() };
    assert_eq!(room.counts(), counts);
}

#[test]
fn a_key_without_a_copy_and_a_copy_refused_are_said() {
    let outside = tempfile::tempdir().expect("a folder");
    let (room, key) = prepared(&outside);
    let nothing = collect_copies(&room.root, std::slice::from_ref(&key)).expect("collected");
    assert!(Collected::of(&key, &nothing).summary.starts_with("Aucune copie dans"));
    seal(&room, "C-99", &key.join("C-99.copie"));
    let found = collect_copies(&room.root, std::slice::from_ref(&key)).expect("collected");
    let words = Collected::of(&key, &found);
    assert!(words.refused.first().is_some_and(|line| line.contains("C-99")), "{words:?}");
    assert_eq!(words.summary, "0 copie rangée, 0 déjà rangée, 1 refusée.");
}

#[test]
fn the_view_opens_on_a_folder_or_its_session_file_and_on_nothing_else() {
    let outside = tempfile::tempdir().expect("a folder");
    let (room, key) = prepared(&outside);
    let workspace = RoomWorkspace::open(&room.root).expect("it opens");
    assert!(workspace.title().contains("Session de mars"));
    assert!(RoomWorkspace::open(&room.root.join("session.yaml")).is_ok());
    assert!(RoomWorkspace::open(&key).is_err());
}

#[test]
fn counts_agree_with_their_words() {
    assert_eq!(counted(0, "copie", "copies"), "0 copie");
    assert_eq!(counted(1, "copie", "copies"), "1 copie");
    assert_eq!(counted(2, "copie", "copies"), "2 copies");
}
