//! What stands beside the test: the candidate's tools and settings, the notices of the time, the
//! panel of the invigilator, the documents of the hand-in.
//!
//! Here, the screen of a sitting from its beginning to its end; `opening` says what may be opened,
//! `candidate_tools`, `notices` and `invigilator_deeds` show it and do what is asked in it.

mod candidate_tools;
mod invigilator_deeds;
mod notices;
mod opening;

use egui::Context;

use super::appearance::{apply_choices, choices_after};
use super::history::HistoryView;
use super::invigilator::Invigilator;
use super::printed_copy::PrintedCopy;
use super::receipt_document::ReceiptDocument;
use super::room_mode::RoomMode;
use super::sitting::{Sitting, Step};
use super::time_notices::TimeNotices;
use super::tools::access::AccessChoices;
use super::tools::access_panel;
use super::tools::calculator::CalculatorPanel;
use super::tools::desk::Desk;
use super::tools::scratch_pad::ScratchPad;
use crate::desktop::services::Services;
use crate::storage::Preferences;

pub(super) use self::invigilator_deeds::OTHER_FOLDER;
pub(super) use self::opening::{Companion, OpenTools};

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

    /// The appearance of this PC, whatever the sitting shows.
    pub(super) const fn usual(&self) -> AccessChoices {
        self.usual
    }

    /// The documents of the hand-in.
    pub(super) const fn documents(&self) -> (&ReceiptDocument, &PrintedCopy) {
        (&self.receipt, &self.printed)
    }

    /// Whether the test fills the screen.
    pub(super) const fn fills_the_screen(&self) -> bool {
        self.room.is_on()
    }

    /// Shows what is open, and does what is asked in it.
    pub(super) fn show(
        &mut self,
        ctx: &Context,
        sitting: &mut Sitting,
        services: &mut Services<'_>,
    ) {
        self.show_notices(ctx, sitting);
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

#[cfg(test)]
mod tests;
