//! The questions of the paper copy: a list, and the form of the one that is typed in.

use egui::{ScrollArea, Ui};

use super::super::signs::{color, sign};
use super::bars_panel::trouble;
use super::deed::EntryDeed;
use super::entry::PaperEntry;
use crate::desktop::paper::{answer_form, focus_form_that_follows, fr, rich};
use crate::desktop::ui_kit::tokens::{height, space};
use crate::desktop::ui_kit::{
    DropDown, LabelPlace, ListLine, Side, check_box, divider, key_cap, page, page_keys, row,
    secondary, side_panel, strong, title, top_bar,
};

/// Under this width the list becomes a selector.
const NARROW: f32 = 900.0;
/// Width of the list.
const LIST: f32 = 260.0;

/// Shows the list and the question.
pub(super) fn show(ui: &mut Ui, entry: &mut PaperEntry, asked: &mut Vec<EntryDeed>) {
    let wants_answer = std::mem::take(&mut entry.wants_answer);
    let entry = &*entry;
    if ui.available_width() < NARROW {
        top_bar(ui, "saisie-choix", height::TOP_BAR, |ui| selector(ui, entry, asked));
    } else {
        side_panel(ui, Side::Left, "saisie-questions", LIST, |ui| list(ui, entry, asked));
    }
    page(ui, |ui| {
        trouble(ui, entry.copy(), asked);
        let rank = entry.current();
        // Each question keeps its own place in its page.
        let area = ScrollArea::vertical().id_salt(("saisie", rank)).auto_shrink([false, false]);
        area.show(ui, |ui| {
            question(ui, entry, wants_answer, asked);
            page_keys(ui);
        });
    });
}

fn list(ui: &mut Ui, entry: &PaperEntry, asked: &mut Vec<EntryDeed>) {
    row(ui, height::CHIP, |ui| strong(ui, fr("Questions")));
    ScrollArea::vertical().id_salt("questions").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let copy = entry.copy();
        for (rank, (question, state)) in copy.subject().questions().zip(copy.states()).enumerate() {
            let (number, name) = ((rank + 1).to_string(), fr(&question.title));
            let line = ListLine::new(&name)
                .lead(&number)
                .status(sign(*state), state.word(), color(*state), reading_words(entry, rank))
                .selected(rank == entry.current())
                .id_salt(rank);
            if line.show(ui).clicked() {
                asked.push(EntryDeed::Open(rank));
            }
        }
    });
}

fn selector(ui: &mut Ui, entry: &PaperEntry, asked: &mut Vec<EntryDeed>) {
    let copy = entry.copy();
    let names: Vec<String> = copy
        .subject()
        .questions()
        .enumerate()
        .map(|(rank, question)| {
            let words = reading_words(entry, rank);
            fr(&format!("{}. {}, {words}", rank + 1, question.title))
        })
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut selected = entry.current();
    let width = ui.available_width();
    let list = DropDown::new("Question").place(LabelPlace::Hidden).width(width);
    if list.show(ui, &mut selected, &names).changed() {
        asked.push(EntryDeed::Open(selected));
    }
}

fn reading_words(entry: &PaperEntry, rank: usize) -> &'static str {
    let question = entry.copy().question(rank);
    if question.is_some_and(|question| entry.notes.was_read_again(&question.id)) {
        "relue"
    } else {
        "à relire"
    }
}

fn question(ui: &mut Ui, entry: &PaperEntry, wants_answer: bool, asked: &mut Vec<EntryDeed>) {
    let rank = entry.current();
    let Some(question) = entry.copy().question(rank) else { return };
    title(ui, format!("Question {}", rank + 1));
    strong(ui, fr(&question.title));
    ui.push_id("enonce", |ui| rich(ui, &question.statement));
    ui.add_space(space::SMALL);
    let value = entry.copy().sheet().value(&question.id);
    if wants_answer {
        focus_form_that_follows(ui, &question.form);
    }
    if let Some(input) = answer_form(ui, question, value) {
        asked.push(EntryDeed::Write(input));
    }
    ui.add_space(space::SMALL);
    divider(ui);
    let mut read = entry.notes.was_read_again(&question.id);
    let words = fr("Seconde lecture faite : la saisie est identique au papier");
    ui.horizontal_wrapped(|ui| {
        if check_box(ui, &words, &mut read).changed() {
            asked.push(EntryDeed::ReadAgain(read));
        }
        key_cap(ui, "Alt R");
    });
    secondary(ui, fr("Une réponse modifiée est à relire."));
    ui.add_space(space::LARGE);
}
