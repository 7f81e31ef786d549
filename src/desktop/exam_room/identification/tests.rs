//! What begins a test, and what is refused.

use super::super::example::{environment, folder_with_subject, subject};
use super::*;
use crate::storage::{save_copy, write_atomically};

fn form(path: PathBuf, identifier: &str) -> Identification {
    let mut form = Identification::open(path).expect("the subject opens");
    form.identifier = identifier.to_owned();
    form
}

#[test]
fn identifiers_are_short_and_plain() {
    for typed in ["B-07", " b_7 ", "élève1", "12345678901234567890"] {
        assert!(read_identifier(typed).is_ok(), "{typed}");
    }
    for typed in ["", "  ", "B 07", "B/07", "123456789012345678901", "..", "A.B"] {
        assert!(read_identifier(typed).is_err(), "{typed}");
    }
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
fn beginning_writes_the_copy_in_the_folder_of_copies() {
    let (folder, path) = folder_with_subject();
    std::fs::create_dir(folder.path().join("copies")).expect("a folder");
    let mut form = form(path, "B-07");
    form.extra_minutes = "40".to_owned();
    let copy = form.begin(&environment()).expect("the test begins");
    let written = read_copy(&folder.path().join("copies/B-07.copie")).expect("it reads");
    assert_eq!(&written, copy.sheet());
    assert_eq!(written.allowed_minutes, 160);
    assert_eq!(written.subject_fingerprint, fingerprint(&subject()).expect("it prints"));
}

#[test]
fn a_wrong_field_says_which_and_writes_nothing() {
    let (folder, path) = folder_with_subject();
    let mut form = form(path, "B 07");
    assert!(form.begin(&environment()).is_none());
    assert!(matches!(form.problem(), Some(BeginProblem::Identifier(_))));
    form.identifier = "B-07".to_owned();
    form.extra_minutes = "un tiers".to_owned();
    assert!(form.begin(&environment()).is_none());
    assert!(matches!(form.problem(), Some(BeginProblem::ExtraMinutes(_))));
    assert!(!folder.path().join("B-07.copie").exists());
}

#[test]
fn an_existing_copy_is_resumed_and_never_overwritten() {
    let (folder, path) = folder_with_subject();
    let first = form(path.clone(), "B-07").begin(&environment()).expect("it begins");
    let mut second = form(path.clone(), "B-07");
    assert!(second.begin(&environment()).is_none());
    let copy_file = folder.path().join("B-07.copie");
    let there = |what| Some(BeginProblem::CopyThere { path: copy_file.clone(), what });
    assert_eq!(second.problem().cloned(), there(CopyThere::Resumable));
    let resumed = second.resume().expect("it resumes");
    assert_eq!(resumed.sheet(), first.sheet());

    let mut sheet = first.sheet().clone();
    sheet.hand_in(environment().now()).expect("it is handed in");
    save_copy(&copy_file, &sheet).expect("it is saved");
    assert!(second.resume().is_none());
    assert_eq!(second.problem().cloned(), there(CopyThere::HandedIn));

    sheet.subject_fingerprint = "autre".to_owned();
    save_copy(&copy_file, &sheet).expect("it is saved");
    assert!(second.begin(&environment()).is_none());
    assert_eq!(second.problem().cloned(), there(CopyThere::OtherSubject));

    write_atomically(&copy_file, "abîmé".as_bytes()).expect("it is written");
    assert!(second.begin(&environment()).is_none());
    assert_eq!(second.problem().cloned(), there(CopyThere::Unreadable));
    assert_eq!(std::fs::read_to_string(&copy_file).ok().as_deref(), Some("abîmé"));
}

#[test]
fn a_folder_that_cannot_be_written_is_said() {
    let (folder, path) = folder_with_subject();
    let mut form = form(path, "B-07");
    form.choose_folder(folder.path().join("absent"));
    assert!(form.begin(&environment()).is_none());
    assert!(matches!(form.problem(), Some(BeginProblem::Storage(_))));
}
