//! The window during the test: which panels, beside one another or one at a time.

use egui::Ui;

use super::commands::{Command, Deed};
use super::companions::{Companion, Companions};
use super::layout::{above_footer, column};
use super::pause_cover::{self, Pause};
use super::printed_copy::PrintedCopy;
use super::question_panel::QuestionFocus;
use super::receipt_document::ReceiptDocument;
use super::sitting::{Pane, Sitting, Step};
use super::time_notices::ShownNotice;
use super::tools::other_window;
use super::{
    footer_panel, notices_panel, question_list_panel, question_panel, reading_panel, receipt_panel,
    review_panel, save_banner, top_bar_panel,
};
use crate::desktop::ui_kit::{Side, page, side_panel};
use crate::storage::Preferences;

/// Under this width the list becomes a selector, and the panels are shown one at a time.
const NARROW: f32 = 900.0;
/// Share of the width that the annexes take beside the question, and its limits.
const READING_SHARE: f32 = 0.37;
const READING_LEAST: f32 = 280.0;
const READING_MOST: f32 = 424.0;

/// What stands beside the test, as far as the panels show it.
pub(super) struct Beside<'a> {
    /// Answers can still be written: the tools serve.
    pub(super) answering: bool,
    /// The calculator is open.
    pub(super) calculator: bool,
    /// The scratch pad is open.
    pub(super) scratch: bool,
    /// The other window stays in front.
    pub(super) in_front: bool,
    /// The quiet notices.
    pub(super) notices: &'a [ShownNotice],
    /// The documents of the hand-in.
    pub(super) documents: (&'a ReceiptDocument, &'a PrintedCopy),
}

impl<'a> Beside<'a> {
    /// What is open, at a step of the test.
    pub(super) fn of(companions: &'a Companions, step: Step) -> Self {
        let answering = matches!(step, Step::Questions | Step::Review);
        let (calculator, scratch) = companions.open_tools();
        let documents = companions.documents();
        let (in_front, notices) = (companions.fills_the_screen(), companions.notices());
        Self { answering, calculator, scratch, in_front, notices, documents }
    }
}

/// What wants the focus in this frame.
#[derive(Clone, Copy)]
struct Wanted {
    question: QuestionFocus,
    search: bool,
}

/// Shows the whole window.
pub(super) fn show(
    ui: &mut Ui,
    sitting: &mut Sitting,
    preferences: &Preferences,
    beside: &Beside<'_>,
    asked: &mut Vec<Command>,
) {
    let wanted = Wanted {
        question: QuestionFocus {
            heading: std::mem::take(&mut sitting.question_wants_focus),
            answer: std::mem::take(&mut sitting.answer_wants_focus),
        },
        search: std::mem::take(&mut sitting.search_wants_focus),
    };
    let sitting = &*sitting;
    top_bar_panel::show(ui, sitting, asked);
    notices_panel::show_above(ui, beside.notices, asked);
    let live = sitting.copy.sitting();
    let pause = Pause::of(&live.sheet().ledger, live.now());
    if let Some(pause) = pause.filter(|_| !live.is_closed()) {
        above_footer(ui, |ui| {
            if pause_cover::show(ui, &pause) {
                asked.push(Command::Companion(Companion::Invigilator));
            }
        });
        return;
    }
    above_footer(ui, |ui| match sitting.step() {
        Step::Questions if ui.available_width() < NARROW => show_one(ui, sitting, wanted, asked),
        Step::Questions => show_all(ui, sitting, wanted, asked),
        Step::Review => review_panel::show(ui, sitting, wanted.question.answer, asked),
        Step::Delivering => save_banner::show_delivery(ui, &sitting.copy, asked),
        Step::Receipt => receipt_panel::show(ui, sitting, beside.documents, asked),
    });
    footer_panel::show(ui, preferences, Some(beside), asked, |ui, narrow, asked| {
        footer_panel::test_start(ui, sitting, narrow, asked);
    });
    if sitting.step() == Step::Questions {
        let mut wished = Vec::new();
        other_window::show(
            ui,
            sitting.copy.subject(),
            &sitting.reading,
            beside.in_front,
            &mut wished,
        );
        asked.extend(wished.into_iter().map(|deed| Command::Deed(Deed::Reading(deed))));
    }
}

/// The list, the question and the annexes side by side; the Tab key follows this order.
fn show_all(ui: &mut Ui, sitting: &Sitting, wanted: Wanted, asked: &mut Vec<Command>) {
    question_list_panel::show_list(ui, sitting, asked);
    let room = ui.available_width();
    let right = (room * READING_SHARE).clamp(READING_LEAST, READING_MOST);
    column(ui, "composer-question", (0.0, (room - right).max(0.0)), |ui| {
        question_panel::show(ui, sitting, wanted.question, asked);
    });
    side_panel(ui, Side::Right, "composer-annexes", right, |ui| {
        reading_panel::show(ui, sitting, wanted.search, asked);
    });
}

/// The question or the annexes under a selector.
fn show_one(ui: &mut Ui, sitting: &Sitting, wanted: Wanted, asked: &mut Vec<Command>) {
    question_list_panel::show_selector(ui, sitting, asked);
    match sitting.pane {
        Pane::Question => question_panel::show(ui, sitting, wanted.question, asked),
        Pane::Reading => page(ui, |ui| {
            save_banner::show(ui, &sitting.copy, asked);
            reading_panel::show(ui, sitting, wanted.search, asked);
        }),
    }
}
