//! Writing, saving, handing in and resuming a copy, with a chosen clock.

use super::super::example::{begun, environment, folder_with_subject, minute};
use super::super::identification::{BeginProblem, Identification};
use super::*;
use crate::domain::answers::AnswerValue;
use crate::domain::case_study::CellPosition;
use crate::storage::read_copy;

fn text(typed: &str) -> AnswerInput {
    AnswerInput::Text(typed.to_owned())
}

#[test]
fn states_follow_what_is_written_and_marked() {
    use QuestionState::{Answered, Empty, Started, ToReview, Unreadable};
    let (folder, _) = folder_with_subject();
    let mut copy = begun(&folder, "");
    assert_eq!(copy.states(), [Empty; 4]);
    copy.write(0, text("Deux mots.")).expect("it is written");
    copy.write(1, text("douze")).expect("it is written");
    copy.write(2, AnswerInput::Tick("b".into(), true)).expect("it is written");
    let cell = CellPosition { row: 0, column: 1 };
    let cells = AnswerInput::Cells(vec![(cell, "25".to_owned())]);
    copy.write(3, cells).expect("it is written");
    assert_eq!(copy.states(), [Answered, Unreadable, Answered, Started]);
    copy.toggle_review(0).expect("it is marked");
    assert_eq!(copy.states().first(), Some(&ToReview));
    assert_eq!(
        copy.counts().words(),
        "2 questions répondues sur 4, 1 en partie, 1 illisible, 0 vide, 1 à revoir"
    );
    copy.toggle_review(0).expect("it is unmarked");
    copy.write(0, text(" ")).expect("it is written");
    assert_eq!(copy.states().first(), Some(&Empty));
    assert_eq!(copy.write(2, text("a")), Err(WriteError::WrongKind));
    assert_eq!(copy.write(9, text("a")), Err(WriteError::WrongKind));
}

#[test]
fn a_change_reaches_the_disk_and_the_copy_resumes_with_it() {
    let (folder, path) = folder_with_subject();
    let mut copy = begun(&folder, "40");
    copy.write(0, text("Réponse")).expect("it is written");
    assert!(copy.close());
    assert!(matches!(copy.save_state(), SaveState::Saved { copies: 1, missing: None, .. }));
    drop(copy);
    let mut form = Identification::open(path).expect("it opens");
    form.identifier = "B-07".to_owned();
    let resumed = form.begin_now(&environment()).expect("it resumes");
    let kept = AnswerValue::Text { text: "Réponse".to_owned() };
    assert_eq!(resumed.sheet().value(&"Q1".into()), Some(&kept));
    assert_eq!(resumed.states().first(), Some(&QuestionState::Answered));
}

#[test]
fn a_folder_that_vanished_is_said_until_it_is_closed() {
    let (folder, _) = folder_with_subject();
    let copies = folder.path().join("copies");
    std::fs::create_dir(&copies).expect("a folder");
    let mut copy = begun(&folder, "");
    assert_eq!(copy.folder_news(), None, "the first writing is no news");
    std::fs::remove_dir_all(&copies).expect("removed");
    copy.write(0, text("Réponse")).expect("it is written");
    assert!(copy.sitting().flush(LAST_SAVE), "the folder is made again");
    assert!(copies.join("B-07.journal").is_file());
    let news = copy.folder_news().expect("it is said");
    assert!(news.text.contains("le dossier avait disparu"), "{news:?}");
    assert!(news.text.contains(&copies.display().to_string()), "{news:?}");
    copy.close_folder_news(news.count);
    assert_eq!(copy.folder_news(), None);
    assert!(copy.save_state().is_saved(), "nothing is lost");
}

#[test]
fn a_journal_file_that_vanished_is_said_until_it_is_closed() {
    let (folder, _) = folder_with_subject();
    let mut copy = begun(&folder, "");
    copy.write(0, text("Réponse")).expect("it is written");
    assert!(copy.sitting().flush(LAST_SAVE), "it is on the disk");
    let journal = copy.folders().first().expect("a folder").join("B-07.journal");
    std::fs::remove_file(&journal).expect("removed");
    copy.write(0, text("Réponse, suite")).expect("it is written");
    assert!(copy.sitting().flush(LAST_SAVE), "the file is written again");
    assert!(journal.is_file());
    let news = copy.folder_news().expect("it is said");
    assert!(!news.of_opening, "{news:?}");
    assert!(news.text.contains("le fichier du journal avait disparu"), "{news:?}");
    assert!(news.text.contains(&journal.display().to_string()), "{news:?}");
    copy.close_folder_news(news.count);
    assert_eq!(copy.folder_news(), None);
}

#[test]
fn what_was_cut_from_a_journal_is_said_when_the_copy_is_resumed() {
    let (folder, path) = folder_with_subject();
    let mut copy = begun(&folder, "");
    copy.write(0, text("Réponse")).expect("it is written");
    assert!(copy.close());
    let journal = copy.folders().first().expect("a folder").join("B-07.journal");
    drop(copy);
    let file = std::fs::OpenOptions::new().write(true).open(&journal).expect("it opens");
    let length = file.metadata().expect("a length").len();
    file.set_len(length - 3).expect("it is cut");
    let mut form = Identification::open(path).expect("it opens");
    form.identifier = "B-07".to_owned();
    let mut resumed = form.begin_now(&environment()).expect("it resumes");
    let news = resumed.folder_news().expect("it is said");
    assert!(news.of_opening && news.text.contains("octets incomplets sont écartés"), "{news:?}");
    resumed.close_folder_news(news.count);
    assert_eq!(resumed.folder_news(), None);
}

#[test]
fn a_hand_in_wants_the_identifier_of_the_candidate_and_is_final() {
    let (folder, path) = folder_with_subject();
    let mut copy = begun(&folder, "");
    copy.write(0, text("Réponse")).expect("it is written");
    assert_eq!(copy.hand_in(" "), Err(HandInRefusal::Unconfirmed));
    assert_eq!(copy.hand_in("B-08"), Err(HandInRefusal::WrongIdentifier));
    assert_eq!(copy.delivery(), &Delivery::Writing);
    assert_eq!(copy.hand_in(" b-07 "), Ok(()));
    let Delivery::Delivered(delivered) = copy.delivery() else { panic!("it is delivered") };
    let file = delivered.files.first().expect("a file");
    assert_eq!(&read_copy(file).expect("it reads"), copy.sheet());
    assert_eq!(copy.write(0, text("Trop tard")), Err(WriteError::HandedIn));
    assert_eq!(copy.toggle_review(0), Err(WriteError::HandedIn));
    assert_eq!(copy.delay(), None);
    assert!(!folder.path().join("B-07.journal").exists());
    let mut form = Identification::open(path).expect("it opens");
    form.identifier = "B-07".to_owned();
    assert!(form.begin_now(&environment()).is_none());
    assert!(matches!(form.problem(), Some(BeginProblem::HandedIn(_))));
}

#[test]
fn the_end_of_the_time_hands_in_what_is_written() {
    let (folder, _) = folder_with_subject();
    let mut copy = begun(&folder, "40");
    copy.run_until(minute(159));
    copy.write(0, text("Dernier mot")).expect("it is written");
    assert_eq!(copy.delivery(), &Delivery::Writing);
    copy.run_until(minute(160));
    assert!(matches!(copy.delivery(), Delivery::Delivered(_)));
    assert!(copy.sheet().is_handed_in());
}

#[test]
fn a_hand_in_that_cannot_be_written_is_tried_again_and_never_claimed() {
    let (folder, _) = folder_with_subject();
    let mut copy = begun(&folder, "");
    let place = folder.path().join("B-07.copie");
    std::fs::create_dir(&place).expect("a folder stands in the way");
    assert_eq!(copy.hand_in("B-07"), Ok(()));
    assert!(matches!(copy.delivery(), Delivery::Unwritten(_)));
    assert!(!copy.close());
    std::fs::remove_dir(&place).expect("it is removed");
    copy.run_until(minute(1));
    assert!(matches!(copy.delivery(), Delivery::Delivered(_)));
    assert!(copy.close());
    assert!(read_copy(&place).expect("it reads").is_handed_in());
}
