//! The window during the test: which panels, beside one another or one at a time.

use egui::Ui;

use super::commands::{Command, Deed};
use super::companions::{Companion, Companions, OpenTools};
use super::layout::{above_footer, column};
use super::pause_cover::{self, Pause};
use super::printed_copy::PrintedCopy;
use super::question_panel::QuestionFocus;
use super::receipt_document::ReceiptDocument;
use super::sitting::{FocusWish, Pane, Sitting, Step};
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
const READING_MOST: f32 = 620.0;

/// What stands beside the test, as far as the panels show it.
pub(super) struct Beside<'a> {
    /// Which tools are open; `None` when there is nothing to answer: they do not serve.
    pub(super) tools: Option<OpenTools>,
    /// The other window stays in front.
    pub(super) in_front: bool,
    /// The quiet notices that stand above the test.
    pub(super) notices: &'a [ShownNotice],
    /// The documents of the hand-in.
    pub(super) documents: (&'a ReceiptDocument, &'a PrintedCopy),
}

impl<'a> Beside<'a> {
    /// What is open beside a test.
    pub(super) fn of(companions: &'a Companions, sitting: &Sitting) -> Self {
        let answers = matches!(sitting.step(), Step::Questions | Step::Review);
        let tools = (answers && !sitting.is_suspended()).then(|| companions.open_tools());
        Self {
            tools,
            in_front: companions.fills_the_screen(),
            notices: companions.notices_above(),
            documents: companions.documents(),
        }
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
    let wish = sitting.wanted_focus.take();
    let wanted = Wanted {
        question: QuestionFocus {
            heading: wish == Some(FocusWish::Question),
            answer: wish == Some(FocusWish::Answer),
        },
        search: wish == Some(FocusWish::Search),
    };
    let sitting = &*sitting;
    top_bar_panel::show(ui, sitting, asked);
    notices_panel::show_above(ui, beside.notices, asked);
    let live = sitting.copy.sitting();
    let pause = Pause::of(&live.sheet().ledger, live.now());
    let is_suspended = pause.is_some();
    above_footer(ui, |ui| {
        let Some(pause) = pause else {
            show_step(ui, sitting, wanted, beside, asked);
            return;
        };
        if pause_cover::show(ui, &pause) {
            asked.push(Command::Companion(Companion::Invigilator));
        }
    });
    footer_panel::show(ui, preferences, Some(beside), asked, |ui, narrow, asked| {
        if !is_suspended {
            footer_panel::test_start(ui, sitting, narrow, asked);
        }
    });
    if !is_suspended && sitting.step() == Step::Questions {
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

/// The body of the window at a step of the test.
fn show_step(
    ui: &mut Ui,
    sitting: &Sitting,
    wanted: Wanted,
    beside: &Beside<'_>,
    asked: &mut Vec<Command>,
) {
    match sitting.step() {
        Step::Questions if ui.available_width() < NARROW => show_one(ui, sitting, wanted, asked),
        Step::Questions => show_all(ui, sitting, wanted, asked),
        Step::Review => review_panel::show(ui, sitting, wanted.question.answer, asked),
        Step::Delivering => save_banner::show_delivery(ui, &sitting.copy, asked),
        Step::Receipt => receipt_panel::show(ui, sitting, beside.documents, asked),
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
