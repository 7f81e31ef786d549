//! What begins a test, and what is refused.

use super::super::example::{environment, folder_with_subject, subject};
use super::*;
use crate::sitting::samples::{CODE, ROOM_CODE, sealed_subject};
use crate::storage::sealing::JuryKey;
use crate::storage::write_atomically;

fn form(path: PathBuf, identifier: &str) -> Identification {
    let mut form = Identification::open(path).expect("the subject opens");
    form.identifier = identifier.to_owned();
    form
}

#[test]
fn extra_time_is_a_whole_number_of_minutes() {
    assert_eq!(read_extra_minutes(""), Ok(0));
    assert_eq!(read_extra_minutes(" 40 "), Ok(40));
    for typed in ["-1", "40 min", "1,5", "601"] {
        assert!(read_extra_minutes(typed).is_err(), "{typed}");
    }
}

#[test]
fn beginning_writes_the_journal_in_the_folder_of_copies() {
    let (folder, path) = folder_with_subject();
    std::fs::create_dir(folder.path().join("copies")).expect("a folder");
    let mut form = form(path, "B-07");
    form.extra_minutes = "40".to_owned();
    let copy = form.begin_now(&environment()).expect("the test begins");
    assert!(folder.path().join("copies/B-07.journal").is_file());
    assert_eq!(copy.sheet().ledger.granted(), 160 * 60_000);
    let expected = fingerprint(&subject()).expect("it prints");
    assert_eq!(copy.sheet().subject_fingerprint, expected);
}

#[test]
fn a_wrong_field_says_which_and_writes_nothing() {
    let (folder, path) = folder_with_subject();
    for typed in ["", "  ", "B 07", "B/07", "123456789012345678901", "..", "A.B"] {
        let mut form = form(path.clone(), typed);
        assert!(form.begin_now(&environment()).is_none(), "{typed}");
        assert!(matches!(form.problem(), Some(BeginProblem::Identifier(_))), "{typed}");
    }
    let mut form = form(path, "B-07");
    form.extra_minutes = "un tiers".to_owned();
    assert!(form.begin_now(&environment()).is_none());
    assert!(matches!(form.problem(), Some(BeginProblem::ExtraMinutes(_))));
    assert!(!folder.path().join("B-07.journal").exists());
}

#[test]
fn a_copy_that_is_there_is_never_overwritten() {
    let (folder, path) = folder_with_subject();
    let place = folder.path().join("B-07.copie");
    write_atomically(&place, "d'un autre".as_bytes()).expect("it is written");
    let mut form = form(path, "B-07");
    assert!(form.begin_now(&environment()).is_none());
    assert!(matches!(form.problem(), Some(BeginProblem::HandedIn(_))));
    assert_eq!(std::fs::read_to_string(&place).ok().as_deref(), Some("d'un autre"));
    assert!(!folder.path().join("B-07.journal").exists());
}

#[test]
fn a_folder_that_cannot_be_made_is_said() {
    let (folder, path) = folder_with_subject();
    let mut form = form(path.clone(), "B-07");
    form.choose_work(path.join("dedans"));
    assert!(form.begin_now(&environment()).is_none());
    assert!(matches!(form.problem(), Some(BeginProblem::Storage(_))));
    drop(folder);
}

/// The form of a sealed subject, filled but for the code of the room.
fn sealed_form(folder: &tempfile::TempDir) -> Identification {
    let mut form = form(sealed_subject(folder.path(), &JuryKey::generate()), "C-01");
    form.code = CODE.to_owned();
    form.choose_work(folder.path().join("poste"));
    form.choose_mirror(None);
    form
}

#[test]
fn a_paper_copy_of_a_sealed_subject_asks_for_the_code_of_the_room() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut form = sealed_form(&folder);
    assert!(!form.asks_room_code());
    form.set_from_paper(true);
    assert!(form.asks_room_code());
    for typed in ["", "SALLE-205"] {
        typed.clone_into(&mut form.room_code);
        assert!(form.begin_now(&environment()).is_none(), "{typed}");
        assert!(matches!(form.problem(), Some(BeginProblem::RoomCode(_))), "{typed}");
        assert!(form.room_code.is_empty() && form.code == CODE);
    }
    assert!(!folder.path().join("poste").exists());
    ROOM_CODE.clone_into(&mut form.room_code);
    let copy = form.begin_now(&environment()).expect("the entry begins");
    assert_eq!(copy.sheet().origin, Origin::Paper);
    assert!(form.room_code.is_empty());
}

#[test]
fn a_copy_found_to_be_on_paper_shows_the_field_of_the_code() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut form = sealed_form(&folder);
    form.set_from_paper(true);
    ROOM_CODE.clone_into(&mut form.room_code);
    drop(form.begin_now(&environment()).expect("the entry begins"));
    form.set_from_paper(false);
    CODE.clone_into(&mut form.code);
    assert!(form.begin_now(&environment()).is_none());
    assert!(matches!(form.problem(), Some(BeginProblem::RoomCode(_))));
    assert!(form.asks_room_code());
}

#[test]
fn a_paper_copy_of_a_training_asks_for_no_code() {
    let (_folder, path) = folder_with_subject();
    let mut form = form(path, "B-07");
    form.set_from_paper(true);
    assert!(!form.asks_room_code());
    let copy = form.begin_now(&environment()).expect("the entry begins");
    assert_eq!(copy.sheet().origin, Origin::Paper);
}
