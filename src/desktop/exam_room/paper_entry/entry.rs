//! A paper copy being typed in, over a sitting that has no timer.

use std::path::Path;

use egui::{Context, Key};

use super::super::keys::{Walk, pressed_with_alt, walks};
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
    /// The answer of the question on screen wants the focus.
    pub wants_answer: bool,
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
            wants_answer: false,
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
            EntryDeed::Next => self.open_next(),
            EntryDeed::Previous => self.open_previous(),
            EntryDeed::Write(input) => self.write(input),
            EntryDeed::ReadAgain(read) => self.read_again(read),
            EntryDeed::ShowEnd(shown) => self.show_end(shown),
            EntryDeed::HandIn => self.hand_in(),
            EntryDeed::Deliver => self.copy.sitting_mut().deliver(),
            EntryDeed::CloseFolderNews(count) => self.copy.close_folder_news(count),
            EntryDeed::WriteReceipt
            | EntryDeed::OtherFolder
            | EntryDeed::Help
            | EntryDeed::Leave => {}
        }
    }

    /// Takes the keys of the screen, before the fields.
    pub fn read_keys(&mut self, ctx: &Context) {
        let step = self.step();
        if step == EntryStep::Questions && walks(ctx, Walk::Next) {
            self.perform(EntryDeed::Next);
        }
        if matches!(step, EntryStep::Questions | EntryStep::End) && walks(ctx, Walk::Previous) {
            self.perform(EntryDeed::Previous);
        }
        if step == EntryStep::Questions && pressed_with_alt(ctx, Key::R, "r") {
            let question = self.copy.question(self.current);
            let was_read = question.is_some_and(|one| self.notes.was_read_again(&one.id));
            self.perform(EntryDeed::ReadAgain(!was_read));
        }
    }

    fn begin(&mut self) {
        if self.notes.is_signed() {
            self.step = EntryStep::Questions;
            self.wants_answer = true;
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

    fn open_next(&mut self) {
        if self.current + 1 < self.copy.states().len() {
            self.open(self.current + 1);
            self.wants_answer = true;
        } else {
            self.show_end(true);
        }
    }

    fn open_previous(&mut self) {
        let back = usize::from(self.step == EntryStep::Questions);
        self.confirmation.clear();
        self.open(self.current.saturating_sub(back));
        self.wants_answer = true;
    }

    fn show_end(&mut self, shown: bool) {
        self.step = if shown { EntryStep::End } else { EntryStep::Questions };
        self.wants_answer = true;
        self.confirmation.clear();
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
mod tests;
