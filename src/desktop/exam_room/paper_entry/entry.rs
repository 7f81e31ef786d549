//! A paper copy being typed in, over a sitting that has no timer.

use std::path::Path;

use egui::Context;

use super::super::open_copy::{HandInRefusal, OpenCopy};
use super::super::receipt_document::ReceiptDocument;
use super::deed::EntryDeed;
use super::notes::EntryNotes;
use crate::desktop::paper::AnswerInput;
use crate::domain::exam::{ClosedBy, TimeEvent};
use crate::sitting::Delivery;

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryStep {
    /// Who types.
    Names,
    /// The questions.
    Questions,
    /// What is left to read again, and the sealing.
    End,
    /// Sealed, the file not yet verified.
    Delivering,
    /// Sealed and verified.
    Done,
}

/// A paper copy being typed in.
pub struct PaperEntry {
    /// Who typed and read again.
    pub notes: EntryNotes,
    /// The identifier, as typed to confirm the end.
    pub confirmation: String,
    /// The first name wants the focus.
    pub wants_focus: bool,
    copy: OpenCopy,
    step: EntryStep,
    current: usize,
    receipt: ReceiptDocument,
}

impl PaperEntry {
    /// Types a copy in, or goes on where it was left.
    pub(in crate::desktop::exam_room) fn new(copy: OpenCopy) -> Self {
        let notes = EntryNotes::from_value(&copy.sitting().state().desk);
        let step = if notes.is_signed() { EntryStep::Questions } else { EntryStep::Names };
        Self {
            notes,
            confirmation: String::new(),
            wants_focus: true,
            copy,
            step,
            current: 0,
            receipt: ReceiptDocument::default(),
        }
    }

    /// The copy.
    pub(in crate::desktop::exam_room) const fn copy(&self) -> &OpenCopy {
        &self.copy
    }

    /// What is shown.
    pub const fn step(&self) -> EntryStep {
        match self.copy.delivery() {
            Delivery::Writing => self.step,
            Delivery::Unwritten(_) => EntryStep::Delivering,
            Delivery::Delivered(_) => EntryStep::Done,
        }
    }

    /// Rank of the question on screen, from 0.
    pub const fn current(&self) -> usize {
        self.current
    }

    /// Why the copy cannot be sealed; `None` when it can.
    pub fn refusal(&self) -> Option<&'static str> {
        if !self.notes.not_read_again(self.copy.subject()).is_empty() {
            return Some("Relisez d'abord chaque question à côté du papier.");
        }
        self.copy.refusal(&self.confirmation).map(|refusal| match refusal {
            HandInRefusal::Unconfirmed => "Écrivez l'identifiant du candidat pour confirmer.",
            HandInRefusal::WrongIdentifier => "C'est un autre identifiant. La copie reste ouverte.",
        })
    }

    /// Does what is asked; what needs the window is left to the screen.
    pub fn perform(&mut self, deed: EntryDeed) {
        match deed {
            EntryDeed::Begin => self.begin(),
            EntryDeed::Open(rank) => self.open(rank),
            EntryDeed::Write(input) => self.write(input),
            EntryDeed::ReadAgain(read) => self.read_again(read),
            EntryDeed::ShowEnd(shown) => {
                self.step = if shown { EntryStep::End } else { EntryStep::Questions };
                self.confirmation.clear();
            }
            EntryDeed::HandIn => self.hand_in(),
            EntryDeed::Deliver => self.copy.sitting_mut().deliver(),
            EntryDeed::WriteReceipt | EntryDeed::OtherFolder | EntryDeed::Leave => {}
        }
    }

    fn begin(&mut self) {
        if self.notes.is_signed() {
            self.step = EntryStep::Questions;
            self.keep_notes();
            self.copy.sitting_mut().sign_paper_copy(self.notes.typed_by());
        }
    }

    fn open(&mut self, rank: usize) {
        if rank < self.copy.states().len() {
            self.current = rank;
            self.step = EntryStep::Questions;
        }
    }

    fn write(&mut self, input: AnswerInput) {
        // A copy refuses once sealed, when no form is shown any more: nothing is lost.
        let written = self.copy.write(self.current, input).is_ok();
        let id = self.copy.question(self.current).map(|question| question.id.clone());
        // What is changed must be read again.
        if let Some(id) = id.filter(|id| written && self.notes.was_read_again(id)) {
            self.notes.set_read_again(&id, false);
            self.keep_notes();
        }
    }

    fn read_again(&mut self, read: bool) {
        if let Some(question) = self.copy.question(self.current) {
            self.notes.set_read_again(&question.id, read);
            self.keep_notes();
        }
    }

    fn keep_notes(&mut self) {
        let notes = self.notes.to_value();
        self.copy.sitting_mut().keep_desk(notes);
    }

    fn hand_in(&mut self) {
        if self.refusal().is_none() {
            let names = self.notes.typed_by();
            let text = names.record();
            let sitting = self.copy.sitting_mut();
            sitting.sign_paper_copy(names);
            sitting.record_time(TimeEvent::Incident { text });
            self.copy.close_copy(ClosedBy::Invigilator);
        }
    }

    /// The receipts of the copy.
    pub(super) const fn receipt(&self) -> &ReceiptDocument {
        &self.receipt
    }

    /// Writes the receipts of a copy that is delivered. To be called at each frame.
    pub(super) fn keep_receipt(&mut self, ctx: &Context) {
        self.receipt.keep_written(self.copy.sitting(), ctx);
    }

    /// Writes the receipts again, after a failure.
    pub(super) fn write_receipt_again(&mut self, ctx: &Context) {
        self.receipt.write_again(self.copy.sitting(), ctx);
    }

    /// Waits for the receipts: a write is never cut.
    pub(super) fn finish_receipt(&mut self) {
        self.receipt.finish();
    }

    /// Keeps the answers in one more folder.
    pub fn add_folder(&mut self, folder: &Path) {
        self.copy.add_folder(folder);
    }

    /// Before the window closes: everything must be on the disk.
    pub fn close(&mut self) -> bool {
        self.finish_receipt();
        self.copy.close()
    }
}

#[cfg(test)]
mod tests {
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
        let told = entries.iter().any(|entry| {
            matches!(&entry.event, TimeEvent::Incident { text } if text.contains("Mme Roche"))
        });
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
}
