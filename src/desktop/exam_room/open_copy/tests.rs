//! Writing, saving, handing in and resuming a copy, with a chosen clock.

use super::super::example::{at, begun, folder_with_subject, minute, nobody};
use super::*;
use crate::domain::answers::AnswerValue;
use crate::domain::case_study::CellPosition;
use crate::storage::write_atomically;

fn text(typed: &str) -> AnswerInput {
    AnswerInput::Text(typed.to_owned())
}

/// Lets the clock run from a moment until the background save has ended.
fn run_save(copy: &mut OpenCopy, from: i64) {
    copy.tick(at(from), &nobody());
    for step in 0..2_000 {
        if !matches!(copy.save_state(), SaveState::Saving(_)) {
            return;
        }
        std::thread::sleep(Duration::from_millis(1));
        copy.tick(at(from + step % 200), &nobody());
    }
}

#[test]
fn states_follow_what_is_written_and_marked() {
    use QuestionState::{Answered, Empty, Started, ToReview, Unreadable};
    let (folder, _) = folder_with_subject();
    let mut copy = begun(&folder, "");
    assert_eq!(copy.states(), [Empty; 4]);
    copy.write(0, text("Deux mots."), at(0)).expect("it is written");
    copy.write(1, text("douze"), at(0)).expect("it is written");
    copy.write(2, AnswerInput::Tick("b".into(), true), at(0)).expect("it is written");
    let cell = CellPosition { row: 0, column: 1 };
    let cells = AnswerInput::Cells(vec![(cell, "25".to_owned())]);
    copy.write(3, cells, at(0)).expect("it is written");
    assert_eq!(copy.states(), [Answered, Unreadable, Answered, Started]);
    copy.toggle_review(0, at(0)).expect("it is marked");
    assert_eq!(copy.states().first(), Some(&ToReview));
    copy.toggle_review(0, at(0)).expect("it is unmarked");
    copy.write(0, text(" "), at(0)).expect("it is written");
    assert_eq!(copy.states().first(), Some(&Empty));
    assert_eq!(copy.write(2, text("a"), at(0)), Err(WriteError::WrongKind));
    assert_eq!(copy.write(9, text("a"), at(0)), Err(WriteError::WrongKind));
}

#[test]
fn a_change_reaches_the_disk_in_the_background() {
    let (folder, _) = folder_with_subject();
    let mut copy = begun(&folder, "");
    copy.write(0, text("Réponse"), at(1_000)).expect("it is written");
    copy.tick(at(1_100), &nobody());
    assert!(matches!(copy.save_state(), SaveState::Saving(_)));
    assert_eq!(copy.delay(at(1_100)), Some(Duration::from_millis(150)));
    assert!(read_copy(copy.path()).expect("it reads").answers.is_empty());
    run_save(&mut copy, 1_250);
    assert!(matches!(copy.save_state(), SaveState::Saved(Some(_))));
    assert_eq!(&read_copy(copy.path()).expect("it reads"), copy.sheet());
}

#[test]
fn a_failed_save_keeps_the_answers_and_is_tried_again() {
    let (folder, _) = folder_with_subject();
    let mut copy = begun(&folder, "");
    let lost = folder.path().join("clé");
    std::fs::create_dir(&lost).expect("a folder");
    copy.move_to(&lost, at(0));
    run_save(&mut copy, 0);
    assert_eq!(copy.path(), lost.join("B-07.copie"));
    std::fs::remove_dir_all(&lost).expect("it is removed");
    copy.write(0, text("Gardée"), at(1_000)).expect("it is written");
    run_save(&mut copy, 2_000);
    assert!(matches!(copy.save_state(), SaveState::Failed(_)));
    assert!(!copy.close());
    let kept = AnswerValue::Text { text: "Gardée".to_owned() };
    assert_eq!(copy.sheet().value(&"Q1".into()), Some(&kept));
    std::fs::create_dir(&lost).expect("a folder");
    copy.tick(at(10_000), &nobody());
    assert!(copy.close());
    let written = read_copy(copy.path()).expect("it reads");
    assert_eq!(written.value(&"Q1".into()), Some(&kept));
}

#[test]
fn another_folder_is_refused_where_another_sitting_has_its_file() {
    let (folder, _) = folder_with_subject();
    let mut copy = begun(&folder, "");
    let other = folder.path().join("autre");
    std::fs::create_dir(&other).expect("a folder");
    write_atomically(&other.join("B-07.copie"), b"d'un autre").expect("it is written");
    copy.move_to(&other, at(0));
    assert!(matches!(copy.save_state(), SaveState::Failed(_)));
    assert_eq!(copy.path(), folder.path().join("B-07.copie"));
    let kept = std::fs::read_to_string(other.join("B-07.copie"));
    assert_eq!(kept.ok().as_deref(), Some("d'un autre"));
}

#[test]
fn a_hand_in_wants_the_identifier_of_the_candidate_and_is_final() {
    let (folder, _) = folder_with_subject();
    let mut copy = begun(&folder, "");
    copy.write(0, text("Réponse"), at(0)).expect("it is written");
    assert_eq!(copy.hand_in(" ", at(1)), Err(HandInRefusal::Unconfirmed));
    assert_eq!(copy.hand_in("B-08", at(1)), Err(HandInRefusal::WrongIdentifier));
    assert_eq!(copy.delivery(), &Delivery::Writing);
    assert_eq!(copy.hand_in(" b-07 ", minute(30)), Ok(()));
    assert_eq!(copy.delivery(), &Delivery::Verified);
    assert!(!copy.ended_by_time());
    assert_eq!(&read_copy(copy.path()).expect("it reads"), copy.sheet());
    assert_eq!(copy.write(0, text("Trop tard"), minute(31)), Err(WriteError::HandedIn));
    assert_eq!(copy.toggle_review(0, minute(31)), Err(WriteError::HandedIn));
    assert_eq!(copy.delay(minute(31)), None);
    let reopened = OpenCopy::resume(copy.path().to_owned(), None).expect("it opens");
    assert_eq!(reopened.delivery(), &Delivery::Reopened);
}

#[test]
fn the_end_of_the_time_hands_in_what_is_written() {
    let (folder, _) = folder_with_subject();
    let mut copy = begun(&folder, "40");
    copy.write(0, text("Dernier mot"), at(159 * 60_000)).expect("it is written");
    copy.tick(at(160 * 60_000 - 1), &nobody());
    assert_eq!(copy.delivery(), &Delivery::Writing);
    copy.tick(minute(160), &nobody());
    assert_eq!(copy.delivery(), &Delivery::Verified);
    assert!(copy.ended_by_time());
    let written = read_copy(copy.path()).expect("it reads");
    assert_eq!(&written, copy.sheet());
    assert!(written.is_handed_in());
}

#[test]
fn a_hand_in_that_cannot_be_written_is_tried_again_and_never_claimed() {
    let (folder, _) = folder_with_subject();
    let mut copy = begun(&folder, "");
    let lost = folder.path().join("clé");
    std::fs::create_dir(&lost).expect("a folder");
    copy.move_to(&lost, at(0));
    run_save(&mut copy, 0);
    std::fs::remove_dir_all(&lost).expect("it is removed");
    assert_eq!(copy.hand_in("B-07", at(5_000)), Ok(()));
    assert!(matches!(copy.delivery(), Delivery::Unwritten { .. }));
    assert!(!copy.close());
    std::fs::create_dir(&lost).expect("a folder");
    copy.tick(at(60_000), &nobody());
    assert_eq!(copy.delivery(), &Delivery::Verified);
    assert!(copy.close());
    assert!(read_copy(copy.path()).expect("it reads").is_handed_in());
}

#[test]
fn a_copy_resumes_with_its_answers_and_its_time() {
    let (folder, path) = folder_with_subject();
    let mut copy = begun(&folder, "40");
    copy.write(0, text("Réponse"), at(0)).expect("it is written");
    assert!(copy.close());
    let file = copy.path().to_owned();
    let resumed = OpenCopy::resume(file, Some(&path)).expect("it opens");
    assert_eq!(resumed.sheet(), copy.sheet());
    assert_eq!(resumed.sheet().ends_at(), minute(160));
    assert_eq!(resumed.states(), copy.states());
    assert_eq!(resumed.save_state(), SaveState::Saved(None));
}
