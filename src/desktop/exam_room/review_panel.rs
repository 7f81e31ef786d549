//! The review before the hand-in: every question at a glance, then what is left to see.

use egui::{ScrollArea, Ui};

use super::commands::{Command, Deed};
use super::layout::sized;
use super::question_state::QuestionState;
use super::review::{Review, ReviewLine};
use super::signs::{color, sign};
use super::sitting::Sitting;
use super::{review_cards, save_banner};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{
    Button, CellTint, GridColumn, State, TextRole, WidgetTable, chip, icon, label, one_line, page,
    page_keys, page_title, palette, secondary, state_text,
};
use crate::domain::answers::Counted;

/// Under this width the cards go below the table.
const ONE_COLUMN: f32 = 860.0;
/// Width of the cards beside the table.
const CARDS: f32 = 400.0;

/// Shows the review.
pub(super) fn show(ui: &mut Ui, sitting: &Sitting, wants_focus: bool, asked: &mut Vec<Command>) {
    page(ui, |ui| {
        save_banner::show(ui, &sitting.copy, asked);
        let area = ScrollArea::vertical().id_salt("relecture").auto_shrink([false, false]);
        area.show(ui, |ui| {
            let room = ui.available_width();
            if room < ONE_COLUMN {
                overview(ui, sitting.review(), asked);
                ui.add_space(space::LARGE);
                review_cards::show(ui, sitting, wants_focus, asked);
            } else {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = space::LARGE;
                    sized(ui, room - CARDS - space::LARGE, |ui| {
                        ui.spacing_mut().item_spacing.x = space::SMALL;
                        overview(ui, sitting.review(), asked);
                    });
                    sized(ui, CARDS, |ui| {
                        ui.spacing_mut().item_spacing.x = space::SMALL;
                        review_cards::show(ui, sitting, wants_focus, asked);
                    });
                });
            }
            page_keys(ui);
        });
    });
}

fn overview(ui: &mut Ui, review: &Review, asked: &mut Vec<Command>) {
    page_title(ui, fr("Relire avant de remettre"));
    counts(ui, review);
    ui.add_space(space::SMALL);
    table(ui, &review.lines, asked);
    ui.add_space(space::SMALL);
    secondary(
        ui,
        fr("Vous pouvez encore tout modifier, puis revenir ici par « Relire et remettre »."),
    );
}

/// The counts in the words of the receipt, each with its sign: « 10 questions répondues sur 12 »,
/// « 2 vides », « 1 à revoir ».
fn counts(ui: &mut Ui, review: &Review) {
    ui.horizontal_wrapped(|ui| {
        for (counted, words) in review.counts.parts() {
            let state = state_of(counted);
            chip(ui, Some(sign(state)), &fr(&words), color(state));
        }
    });
}

const fn state_of(counted: Counted) -> QuestionState {
    match counted {
        Counted::Answered => QuestionState::Answered,
        Counted::Partial => QuestionState::Started,
        Counted::Unreadable => QuestionState::Unreadable,
        Counted::Empty => QuestionState::Empty,
        Counted::ToReview => QuestionState::ToReview,
    }
}

fn table(ui: &mut Ui, lines: &[ReviewLine], asked: &mut Vec<Command>) {
    let columns = [
        GridColumn::number("N°", 44.0).narrow(),
        GridColumn::text("Question", 170.0),
        GridColumn::text("État", 136.0),
        GridColumn::text("Réponse", 150.0),
        GridColumn::text(fr("Modifiée à"), 96.0).narrow(),
        GridColumn::text("", 92.0).narrow(),
    ];
    let tint = |row: usize| lines.get(row).map_or(CellTint::None, |line| ground(line.state));
    let name = fr("Questions de la copie");
    WidgetTable::new("relecture", &name, &columns).show(
        ui,
        lines.len(),
        tint,
        |ui, row, column| {
            if let Some(line) = lines.get(row) {
                show_cell(ui, row, column, line, asked);
            }
        },
    );
}

const fn ground(state: QuestionState) -> CellTint {
    match state {
        QuestionState::Answered => CellTint::None,
        QuestionState::ToReview => CellTint::State(State::Warn),
        QuestionState::Started | QuestionState::Unreadable => CellTint::State(State::Wrong),
        QuestionState::Empty => CellTint::State(State::Blank),
    }
}

fn show_cell(ui: &mut Ui, row: usize, column: usize, line: &ReviewLine, asked: &mut Vec<Command>) {
    match column {
        0 => {
            label(ui, (row + 1).to_string());
        }
        1 => {
            one_line(ui, fr(&line.title), TextRole::Strong);
        }
        2 => {
            // A table with empty cells is left to see here: its colour says so.
            let started = line.state == QuestionState::Started;
            let state = if started { State::Wrong } else { color(line.state) };
            let ink = palette(ui).sign(state);
            icon(ui, sign(line.state), 16.0, ink);
            state_text(ui, fr(&line.state_words), TextRole::Body, state);
        }
        3 => {
            one_line(ui, fr(&line.answer), TextRole::Body);
        }
        4 => {
            label(ui, line.modified.as_str());
        }
        _ => {
            let name = format!("Ouvrir la question {}", row + 1);
            if Button::new("Ouvrir").small().name(&name).show(ui).clicked() {
                asked.push(Command::Deed(Deed::OpenQuestion(row)));
            }
        }
    }
}
