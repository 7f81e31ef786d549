//! The questions: a list by dossier, or a drop-down list in a narrow window.

use egui::{ScrollArea, Ui};

use super::commands::{Command, Deed};
use super::layout::{at_end, text_width};
use super::signs::{color, sign};
use super::sitting::{Pane, Sitting};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{height, space};
use crate::desktop::ui_kit::{
    DropDown, LabelPlace, ListLine, Side, TextRole, field_name, row, secondary, segmented,
    side_panel, strong, top_bar,
};
use crate::domain::answers::AnswerCounts;
use crate::domain::case_study::SubjectQuestion;

/// Width of the list.
pub(super) const WIDTH: f32 = 240.0;
/// Names of what a narrow window shows.
const PANES: [&str; 2] = ["Question", "Annexes"];

/// Shows the list on the left of the window.
pub(super) fn show_list(ui: &mut Ui, sitting: &Sitting, asked: &mut Vec<Command>) {
    side_panel(ui, Side::Left, "composer-questions", WIDTH, |ui| {
        row(ui, height::CHIP, |ui| {
            strong(ui, "Questions");
            at_end(ui, "compte", |ui| {
                secondary(ui, count_words(sitting.copy.counts()));
            });
        });
        ScrollArea::vertical().id_salt("questions").auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut rank = 0;
            for dossier in &sitting.copy.subject().dossiers {
                ui.add_space(space::SMALL);
                field_name(ui, fr(&dossier.title));
                for question in &dossier.questions {
                    show_line(ui, sitting, rank, question, asked);
                    rank += 1;
                }
            }
        });
    });
}

/// « 3 sur 12 »: questions answered, as the review and the receipt count them.
fn count_words(counts: AnswerCounts) -> String {
    format!("{} sur {}", counts.answered, counts.asked())
}

fn show_line(
    ui: &mut Ui,
    sitting: &Sitting,
    rank: usize,
    question: &SubjectQuestion,
    asked: &mut Vec<Command>,
) {
    let Some(state) = sitting.copy.states().get(rank).copied() else { return };
    let title = fr(&question.title);
    let number = (rank + 1).to_string();
    let minutes = format!("{} min", question.minutes);
    let line = ListLine::new(&title)
        .lead(&number)
        .status(sign(state), state.word(), color(state), &minutes)
        .selected(rank == sitting.current())
        .id_salt(rank);
    if line.show(ui).on_hover_text(title.as_str()).clicked() {
        asked.push(Command::Deed(Deed::OpenQuestion(rank)));
    }
}

/// Shows a drop-down list of the questions, and what the window shows under it.
pub(super) fn show_selector(ui: &mut Ui, sitting: &Sitting, asked: &mut Vec<Command>) {
    top_bar(ui, "composer-choix", height::TOP_BAR, |ui| {
        let panes: f32 = PANES
            .iter()
            .map(|name| text_width(ui, name, TextRole::SecondaryStrong) + 2.0 * space::MEDIUM)
            .sum();
        let width = (ui.available_width() - panes - 3.0 * space::NORMAL).max(96.0);
        select_question(ui, sitting, width, asked);
        let mut pane = usize::from(sitting.pane == Pane::Reading);
        at_end(ui, "volets", |ui| {
            if segmented(ui, "Partie affichée", &mut pane, &PANES).changed() {
                let chosen = if pane == 0 { Pane::Question } else { Pane::Reading };
                asked.push(Command::Deed(Deed::ShowPane(chosen)));
            }
        });
    });
}

fn select_question(ui: &mut Ui, sitting: &Sitting, width: f32, asked: &mut Vec<Command>) {
    let states = sitting.copy.states();
    let names: Vec<String> = sitting
        .copy
        .subject()
        .questions()
        .zip(states)
        .enumerate()
        .map(|(rank, (question, state))| {
            fr(&format!("{}. {}, {}", rank + 1, question.title, state.word()))
        })
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut selected = sitting.current();
    let list = DropDown::new("Question").place(LabelPlace::Hidden).width(width);
    if list.show(ui, &mut selected, &names).changed() {
        asked.push(Command::Deed(Deed::OpenQuestion(selected)));
    }
}
