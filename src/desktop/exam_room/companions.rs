//! What stands beside the test: the candidate's tools and settings, the notices of the time, the
//! panel of the invigilator, the documents of the hand-in.

use egui::Context;

use super::appearance::{apply_choices, choices_after};
use super::history::HistoryView;
use super::history_panel::{self, HistorySight};
use super::invigilator::{Invigilator, InvigilatorDeed, Sight};
use super::notices_panel;
use super::printed_copy::PrintedCopy;
use super::receipt_document::ReceiptDocument;
use super::room_mode::{RoomMode, focus_is_ours};
use super::sitting::{Sitting, Step};
use super::time_notices::{ShownNotice, TimeNotices};
use super::tools::access::AccessChoices;
use super::tools::access_panel;
use super::tools::calculator::CalculatorPanel;
use super::tools::desk::Desk;
use super::tools::scratch_pad::ScratchPad;
use crate::desktop::file_picker::Wish;
use crate::desktop::paper::{AnswerInput, fr};
use crate::desktop::services::Services;
use crate::domain::case_study::AnswerForm;
use crate::domain::exam::{ClosedBy, Notice};
use crate::storage::Preferences;

/// Names the folder asked for when a copy cannot be saved, or one more is wanted.
pub(super) const OTHER_FOLDER: &str = "composer-autre-dossier";
/// Names the folder asked for the readable copy.
const PRINTED_FOLDER: &str = "composer-copie-lisible";

/// What may be opened beside the test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Companion {
    /// The calculator.
    Calculator,
    /// The scratch pad.
    Scratch,
    /// The settings of the screen.
    Appearance,
    /// The earlier states of the answer on screen.
    History,
    /// The panel of the invigilator.
    Invigilator,
    /// The receipt on the disk, once more.
    Receipt,
}

/// Which tools are on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OpenTools {
    /// The calculator.
    pub(super) calculator: bool,
    /// The scratch pad.
    pub(super) scratch: bool,
}

/// What stands beside the test.
pub(super) struct Companions {
    calculator: CalculatorPanel,
    scratch: ScratchPad,
    access: AccessChoices,
    appearance_is_open: bool,
    history: HistoryView,
    invigilator: Invigilator,
    notices: TimeNotices,
    notices_are_above: bool,
    receipt: ReceiptDocument,
    printed: PrintedCopy,
    room: RoomMode,
    /// The appearance of this PC: that of the sitting goes with the sitting.
    usual: AccessChoices,
}

impl Companions {
    /// Sets the screen as the candidate left it, or as the administration granted it; a sealed test
    /// fills the screen.
    pub(super) fn begin(
        ctx: &Context,
        sitting: &mut Sitting,
        preferences: &mut Preferences,
    ) -> Self {
        let live = sitting.copy.sitting();
        let (ledger, now) = (&live.sheet().ledger, live.now());
        let notices = TimeNotices::at_opening(ledger, now);
        let usual = choices_after(preferences, AccessChoices::default());
        let desk = if live.state().desk.is_null() {
            let granted = live.facts().accommodation.as_ref();
            let access = granted.map_or(usual, |granted| usual.with_accommodation(granted));
            Desk { access, ..Desk::default() }
        } else {
            Desk::from_value(&live.state().desk)
        };
        let is_sealed = live.facts().room_code.is_some();
        sitting.reading.arrange_desk(desk.zoom, desk.highlights);
        apply_choices(ctx, preferences, desk.access);
        let mut room = RoomMode::default();
        if is_sealed && !sitting.copy.sitting().is_closed() {
            room.set(ctx, true);
        }
        Self {
            calculator: CalculatorPanel::default(),
            scratch: ScratchPad::default(),
            access: desk.access,
            appearance_is_open: false,
            history: HistoryView::default(),
            invigilator: Invigilator::default(),
            notices,
            notices_are_above: false,
            receipt: ReceiptDocument::default(),
            printed: PrintedCopy::default(),
            room,
            usual,
        }
    }

    /// Opens or closes one; those of the test stay as they are while it is suspended.
    pub(super) fn toggle(&mut self, ctx: &Context, sitting: &Sitting, which: Companion) {
        let is_of_the_test = !matches!(which, Companion::Appearance | Companion::Invigilator);
        if is_of_the_test && sitting.is_suspended() {
            return;
        }
        match which {
            Companion::Calculator => self.calculator.toggle(ctx),
            Companion::Scratch => self.scratch.toggle(ctx),
            Companion::Appearance => self.appearance_is_open = !self.appearance_is_open,
            Companion::Invigilator => self.invigilator.open(),
            Companion::Receipt => self.receipt.write_again(sitting.copy.sitting(), ctx),
            Companion::History => {
                if let Some(question) = sitting.copy.question(sitting.current()) {
                    self.history.open(question.id.clone());
                }
            }
        }
    }

    /// Whether the invigilator has the keyboard.
    pub(super) const fn invigilator_is_shown(&self) -> bool {
        self.invigilator.is_shown()
    }

    /// Which tools are open.
    pub(super) const fn open_tools(&self) -> OpenTools {
        OpenTools { calculator: self.calculator.is_open(), scratch: self.scratch.is_open() }
    }

    /// The appearance of this PC, whatever the sitting shows.
    pub(super) const fn usual(&self) -> AccessChoices {
        self.usual
    }

    /// The documents of the hand-in.
    pub(super) const fn documents(&self) -> (&ReceiptDocument, &PrintedCopy) {
        (&self.receipt, &self.printed)
    }

    /// The quiet notices that stand above the test, oldest first; none when they are over it.
    pub(super) fn notices_above(&self) -> &[ShownNotice] {
        if self.notices_are_above { self.notices.shown() } else { &[] }
    }

    /// Closes a quiet notice.
    pub(super) fn close_notice(&mut self, number: u64) {
        self.notices.dismiss(number);
    }

    /// Whether the test fills the screen.
    pub(super) const fn fills_the_screen(&self) -> bool {
        self.room.is_on()
    }

    /// What the clocks and the focus say, shown or not.
    pub(super) fn look(
        &mut self,
        ctx: &Context,
        sitting: &mut Sitting,
        dialog_is_open: bool,
        announced: Vec<Notice>,
    ) {
        let live = sitting.copy.sitting();
        let (now, phase) = (live.now(), live.phase());
        let left = self.room.observe(focus_is_ours(ctx, dialog_is_open), phase, now);
        if let Some(left) = left {
            sitting.copy.sitting_mut().record_time(left);
        }
        let ledger = &sitting.copy.sheet().ledger;
        self.notices.observe(ledger, now);
        for notice in announced {
            self.notices.announce(notice, ledger, now);
        }
        self.notices_are_above = notices_panel::go_above(ctx, sitting);
    }

    /// Shows what is open, and does what is asked in it.
    pub(super) fn show(
        &mut self,
        ctx: &Context,
        sitting: &mut Sitting,
        services: &mut Services<'_>,
    ) {
        let now = sitting.copy.sitting().now();
        notices_panel::show(ctx, &mut self.notices, now, self.notices_are_above);
        if self.room.take_key(ctx) {
            self.invigilator.open();
        }
        self.show_invigilator(ctx, sitting, services);
        match sitting.step() {
            Step::Questions | Step::Review if !sitting.is_suspended() => {
                self.show_tools(ctx, sitting);
            }
            Step::Receipt => {
                self.room.set(ctx, false);
                self.receipt.keep_written(sitting.copy.sitting(), ctx);
                self.printed.poll();
            }
            Step::Questions | Step::Review | Step::Delivering => {}
        }
        if let Some(chosen) = access_panel::show(ctx, &mut self.appearance_is_open, self.access) {
            self.access = chosen;
            apply_choices(ctx, services.preferences, self.access);
        }
        self.keep_desk(sitting, services.preferences);
    }

    fn show_tools(&mut self, ctx: &Context, sitting: &mut Sitting) {
        let rank = sitting.current();
        let form = sitting.copy.question(rank).map(|question| &question.form);
        let refusal = match form {
            Some(AnswerForm::Choice { .. } | AnswerForm::Table(_)) | None => {
                Some("Le résultat s'insère dans une question à nombre ou à texte.")
            }
            Some(_) => None,
        };
        if let Some(text) = self.calculator.show(ctx, refusal) {
            insert(sitting, rank, &text);
        }
        let mut text = sitting.copy.sitting().state().scratch.clone();
        if self.scratch.show(ctx, &mut text) {
            sitting.copy.sitting_mut().write_scratch(&text);
        }
        let inputs = sitting.copy.question(rank).map(|question| {
            let live = sitting.copy.sitting();
            let sight = HistorySight {
                rank,
                question,
                present: live.sheet().value(&question.id),
                versions: live.versions(&question.id),
            };
            history_panel::show(ctx, &mut self.history, sight)
        });
        for input in inputs.into_iter().flatten() {
            // Only a closed copy refuses, and it shows no question.
            let _ = sitting.copy.write(rank, input);
        }
    }

    fn show_invigilator(
        &mut self,
        ctx: &Context,
        sitting: &mut Sitting,
        services: &mut Services<'_>,
    ) {
        if let Some(folder) = services.picker.take(PRINTED_FOLDER) {
            self.printed.write(sitting.copy.sitting(), &folder, ctx);
        }
        if services.picker.shows_field() {
            // The path asked for in this panel is written in front of it; it comes back afterwards.
            return;
        }
        let sight = Sight::of(sitting.copy.sitting(), self.room.is_on());
        let Some(deed) = self.invigilator.show(ctx, &sight) else { return };
        match deed {
            InvigilatorDeed::Time(event) => sitting.copy.sitting_mut().record_time(event),
            InvigilatorDeed::CloseCopy => sitting.copy.close_copy(ClosedBy::Invigilator),
            InvigilatorDeed::OtherFolder => {
                let title = fr("Autre dossier pour la copie");
                services.picker.ask(ctx, OTHER_FOLDER, Wish::Folder { title });
            }
            InvigilatorDeed::PrintCopy => {
                let title = fr("Dossier de la copie lisible");
                services.picker.ask(ctx, PRINTED_FOLDER, Wish::Folder { title });
            }
            InvigilatorDeed::FullScreen(on) => self.room.set(ctx, on),
        }
        sitting.refresh();
    }

    /// Keeps the settings with the copy, so that they come back after a crash.
    fn keep_desk(&mut self, sitting: &mut Sitting, preferences: &Preferences) {
        self.access = choices_after(preferences, self.access);
        let desk = Desk {
            access: self.access,
            highlights: sitting.reading.highlights().clone(),
            zoom: sitting.reading.zoom(),
        };
        sitting.copy.sitting_mut().keep_desk(desk.to_value());
    }

    /// Before the window closes or the test is left: documents are whole, and the next person finds
    /// the screen as it was.
    pub(super) fn leave(&mut self, ctx: &Context, preferences: &mut Preferences) {
        self.finish();
        apply_choices(ctx, preferences, self.usual);
        self.room.set(ctx, false);
    }

    /// Waits for the documents.
    pub(super) fn finish(&mut self) {
        self.receipt.finish();
        self.printed.finish();
    }
}

/// Puts a result in the answer: in place of a number, after a text.
fn insert(sitting: &mut Sitting, rank: usize, text: &str) {
    let Some(question) = sitting.copy.question(rank) else { return };
    let whole = if matches!(question.form, AnswerForm::Number { .. }) {
        text.to_owned()
    } else {
        let before = sitting.copy.sheet().typed_text(&question.id);
        let apart = before.is_empty() || before.ends_with(char::is_whitespace);
        format!("{before}{}{text}", if apart { "" } else { " " })
    };
    // Only a closed copy refuses, and it shows no question.
    let _ = sitting.copy.write(rank, AnswerInput::Text(whole));
}

#[cfg(test)]
mod tests;
