//! A paper copy typed in, read again and sealed; and the keys that walk through it.

use egui::{Event, Key, Modifiers, RawInput};

use super::super::super::example::{begun_on_paper, folder_with_subject};
use super::super::super::question_state::QuestionState;
use super::*;
use crate::domain::answers::TypedBy;

fn entry(folder: &tempfile::TempDir) -> PaperEntry {
    let mut entry = PaperEntry::new(begun_on_paper(folder));
    entry.notes.typist = "Mme Roche".to_owned();
    entry.perform(EntryDeed::Begin);
    entry
}

fn text(text: &str) -> EntryDeed {
    EntryDeed::Write(AnswerInput::Text(text.to_owned()))
}

#[test]
fn nothing_is_typed_before_somebody_signs() {
    let (folder, _) = folder_with_subject();
    let mut entry = PaperEntry::new(begun_on_paper(&folder));
    entry.perform(EntryDeed::Begin);
    assert_eq!(entry.step(), EntryStep::Names);
    entry.notes.typist = "Mme Roche".to_owned();
    entry.perform(EntryDeed::Begin);
    assert_eq!(entry.step(), EntryStep::Questions);
}

#[test]
fn a_change_asks_for_another_reading() {
    let (folder, _) = folder_with_subject();
    let mut entry = entry(&folder);
    entry.perform(text("La cadence"));
    entry.perform(EntryDeed::ReadAgain(true));
    assert_eq!(entry.notes.not_read_again(entry.copy().subject()), [1, 2, 3]);
    entry.perform(text("La cadence est de 12"));
    assert_eq!(entry.notes.not_read_again(entry.copy().subject()), [0, 1, 2, 3]);
    assert_eq!(entry.copy().states().first(), Some(&QuestionState::Answered));
}

#[test]
fn the_copy_is_sealed_once_all_was_read_again_and_says_who_typed_it() {
    let (folder, _) = folder_with_subject();
    let mut entry = entry(&folder);
    entry.perform(text("La cadence"));
    entry.perform(EntryDeed::ShowEnd(true));
    entry.confirmation = "B-07".to_owned();
    entry.perform(EntryDeed::HandIn);
    assert_eq!(entry.step(), EntryStep::End);
    for rank in 0..4 {
        entry.perform(EntryDeed::Open(rank));
        entry.perform(EntryDeed::ReadAgain(true));
    }
    entry.confirmation = "B-08".to_owned();
    assert!(entry.refusal().is_some());
    entry.confirmation = "b-07".to_owned();
    entry.perform(EntryDeed::HandIn);
    assert_eq!(entry.step(), EntryStep::Done);
    let entries = entry.copy().sheet().ledger.entries();
    let told = entries.iter().any(
        |entry| matches!(&entry.event, TimeEvent::Incident { text } if text.contains("Mme Roche")),
    );
    assert!(told && entry.close());
    let kept = entry.copy().sheet().typed_by.as_ref();
    assert_eq!(kept, Some(&TypedBy::new("Mme Roche", "")));
}

#[test]
fn a_sealed_paper_copy_has_its_receipt_beside_it() {
    let (folder, _) = folder_with_subject();
    let mut entry = entry(&folder);
    for rank in 0..4 {
        entry.perform(EntryDeed::Open(rank));
        entry.perform(EntryDeed::ReadAgain(true));
    }
    let ctx = Context::default();
    entry.keep_receipt(&ctx);
    assert!(!entry.receipt().is_writing(), "nothing is written before the copy is sealed");
    entry.confirmation = "B-07".to_owned();
    entry.perform(EntryDeed::HandIn);
    entry.keep_receipt(&ctx);
    assert!(entry.close());
    assert_eq!(entry.receipt().files(), [folder.path().join("B-07.accuse.pdf")]);
    entry.write_receipt_again(&ctx);
    entry.finish_receipt();
    assert!(entry.receipt().missing().is_empty());
}

#[test]
fn who_types_is_in_the_copy_from_the_beginning() {
    let (folder, _) = folder_with_subject();
    let mut entry = PaperEntry::new(begun_on_paper(&folder));
    entry.notes.typist = "Mme Roche".to_owned();
    entry.notes.reader = "M. Petit".to_owned();
    entry.perform(EntryDeed::Begin);
    let kept = entry.copy().sheet().typed_by.clone();
    assert_eq!(kept, Some(TypedBy::new("Mme Roche", "M. Petit")));
}

fn pressed(entry: &mut PaperEntry, key: Key) {
    pressed_with(entry, Modifiers::COMMAND, key);
}

fn pressed_with(entry: &mut PaperEntry, modifiers: Modifiers, key: Key) {
    let event = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    let input = RawInput { events: vec![event], ..RawInput::default() };
    let output = Context::default().run_ui(input, |ui| entry.read_keys(ui.ctx()));
    output.drop_without_applying_deltas();
}

#[test]
fn the_keys_of_the_candidate_walk_through_a_paper_copy_too() {
    let (folder, _) = folder_with_subject();
    let mut entry = entry(&folder);
    pressed(&mut entry, Key::ArrowLeft);
    assert_eq!((entry.current(), entry.step()), (0, EntryStep::Questions));
    for rank in 1..4 {
        entry.wants_answer = false;
        pressed(&mut entry, Key::ArrowRight);
        assert_eq!((entry.current(), entry.step()), (rank, EntryStep::Questions));
        assert!(entry.wants_answer, "one types on without a pointer");
    }
    pressed(&mut entry, Key::ArrowRight);
    assert_eq!((entry.current(), entry.step()), (3, EntryStep::End));
    pressed(&mut entry, Key::ArrowRight);
    assert_eq!(entry.step(), EntryStep::End);
    pressed(&mut entry, Key::ArrowLeft);
    assert_eq!((entry.current(), entry.step()), (3, EntryStep::Questions));
    pressed(&mut entry, Key::ArrowLeft);
    assert_eq!(entry.current(), 2);
}

#[test]
fn a_key_says_that_a_question_was_read_again_and_takes_it_back() {
    let (folder, _) = folder_with_subject();
    let mut entry = entry(&folder);
    pressed_with(&mut entry, Modifiers::ALT, Key::R);
    assert_eq!(entry.notes.not_read_again(entry.copy().subject()), [1, 2, 3]);
    pressed_with(&mut entry, Modifiers::ALT, Key::R);
    assert_eq!(entry.notes.not_read_again(entry.copy().subject()), [0, 1, 2, 3]);
}

#[test]
fn the_keys_do_nothing_before_somebody_signs() {
    let (folder, _) = folder_with_subject();
    let mut entry = PaperEntry::new(begun_on_paper(&folder));
    pressed(&mut entry, Key::ArrowRight);
    pressed(&mut entry, Key::ArrowLeft);
    assert_eq!((entry.current(), entry.step()), (0, EntryStep::Names));
}
