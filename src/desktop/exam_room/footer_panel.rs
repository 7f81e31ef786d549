//! The bar at the bottom: where to go, size of the text, appearance, help.

use egui::Ui;

use super::appearance::{THEMES, can_change, theme_name};
use super::commands::{Command, Deed, TextSize};
use super::companions::{Companion, OpenTools};
use super::layout::at_end;
use super::sitting::{Sitting, Step};
use super::sitting_panel::Beside;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{height, space};
use crate::desktop::ui_kit::{
    Button, Icon, divider_vertical, footer, label, menu, menu_item, secondary,
};
use crate::storage::Preferences;

/// Under this width the buttons keep their sign or their number alone.
const NARROW: f32 = 900.0;
/// Under this width the tools keep their sign alone.
const WORDS: f32 = 1040.0;
/// From this width on, the invigilator's button has its word too.
const ALL_WORDS: f32 = 1200.0;

/// Shows the bar; `add_start` fills its left end.
pub(super) fn show(
    ui: &mut Ui,
    preferences: &Preferences,
    beside: Option<&Beside<'_>>,
    asked: &mut Vec<Command>,
    add_start: impl FnOnce(&mut Ui, bool, &mut Vec<Command>),
) {
    let width = ui.available_width();
    let narrow = width < NARROW;
    footer(ui, "composer-bas", height::FOOTER_CANDIDATE, |ui| {
        add_start(ui, narrow, asked);
        at_end(ui, "fin-du-bas", |ui| {
            if let Some(open) = beside.and_then(|beside| beside.tools) {
                tools(ui, open, width, asked);
            }
            text_size(ui, preferences, narrow, asked);
            match beside {
                Some(_) => own_appearance(ui, narrow, asked),
                None => appearance(ui, preferences, narrow, asked),
            }
            help(ui, narrow, asked);
        });
    });
}

/// The calculator, the scratch pad, and the discreet button of the invigilator.
fn tools(ui: &mut Ui, open: OpenTools, width: f32, asked: &mut Vec<Command>) {
    let (words, all_words) = (width >= WORDS, width >= ALL_WORDS);
    let name = "Brouillon, non remis";
    let scratch = if all_words { name } else { "Brouillon" };
    let calculator = tool(Icon::Calculator, "Calculatrice", "Calculatrice", words);
    let all = [
        (calculator.selected(open.calculator), Companion::Calculator),
        (tool(Icon::Note, scratch, name, words).selected(open.scratch), Companion::Scratch),
        (
            tool(Icon::Eye, "Surveillant", "Surveillant, Ctrl Maj S", all_words),
            Companion::Invigilator,
        ),
    ];
    for (button, which) in all {
        if button.id_salt(which).show(ui).clicked() {
            asked.push(Command::Companion(which));
        }
    }
    if width >= NARROW {
        divider_vertical(ui);
    }
}

/// A button with its words, or its sign alone; its accessible name is the same.
fn tool<'text>(sign: Icon, words: &'text str, name: &'text str, has_words: bool) -> Button<'text> {
    if has_words { Button::quiet(words).icon(sign).name(name) } else { Button::sign(sign, name) }
}

/// The settings of the sitting, kept with the copy.
fn own_appearance(ui: &mut Ui, narrow: bool, asked: &mut Vec<Command>) {
    let button = if narrow {
        Button::sign(Icon::Sun, "Apparence")
    } else {
        Button::quiet("Apparence").icon(Icon::Sun)
    };
    if button.id_salt("apparence").show(ui).clicked() {
        asked.push(Command::Companion(Companion::Appearance));
    }
}

fn text_size(ui: &mut Ui, preferences: &Preferences, narrow: bool, asked: &mut Vec<Command>) {
    let percent = preferences.text_percent;
    if !narrow {
        secondary(ui, "Texte");
    }
    let sizes = [
        (Icon::Dash, "Texte plus petit", TextSize::Smaller, "Le texte est au plus petit."),
        (Icon::Plus, "Texte plus grand", TextSize::Larger, "Le texte est au plus grand."),
    ];
    for (rank, (sign, name, size, reason)) in sizes.into_iter().enumerate() {
        if rank == 1 {
            label(ui, fr(&format!("{percent} %")));
        }
        let button = Button::sign(sign, name).small().id_salt(name);
        if button.enabled(can_change(percent, size), reason).show(ui).clicked() {
            asked.push(Command::TextSize(size));
        }
    }
}

fn appearance(ui: &mut Ui, preferences: &Preferences, narrow: bool, asked: &mut Vec<Command>) {
    let button = if narrow {
        Button::sign(Icon::Sun, "Apparence")
    } else {
        divider_vertical(ui);
        Button::quiet("Apparence").icon(Icon::Sun)
    };
    let response = button.id_salt("apparence").show(ui);
    menu(&response, |ui| {
        for theme in THEMES {
            let chosen = (preferences.theme == theme).then_some(Icon::Check);
            if menu_item(ui, chosen, theme_name(theme), None).clicked() {
                asked.push(Command::Theme(theme));
            }
        }
    });
}

fn help(ui: &mut Ui, narrow: bool, asked: &mut Vec<Command>) {
    let button = if narrow {
        Button::sign(Icon::Help, "Aide, F1")
    } else {
        Button::quiet("Aide").icon(Icon::Help).key("F1")
    };
    if button.id_salt("aide").show(ui).clicked() {
        asked.push(Command::Help);
    }
}

/// Left end during the test: previous and next question, or back from the review.
pub(super) fn test_start(ui: &mut Ui, sitting: &Sitting, narrow: bool, asked: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.x = space::SMALL;
    match sitting.step() {
        Step::Questions => {
            walk(ui, sitting, narrow, asked);
            if narrow && Button::new("Relire").id_salt("relire").show(ui).clicked() {
                asked.push(Command::Deed(Deed::ShowReview(true)));
            }
        }
        Step::Review => {
            let words = format!("Question {}", sitting.current() + 1);
            let button = Button::new(&words).icon(Icon::ChevronLeft).id_salt("retour");
            if button.show(ui).clicked() {
                asked.push(Command::Deed(Deed::ShowReview(false)));
            }
        }
        Step::Delivering | Step::Receipt => {}
    }
}

fn walk(ui: &mut Ui, sitting: &Sitting, narrow: bool, asked: &mut Vec<Command>) {
    let (current, count) = (sitting.current(), sitting.question_count());
    // Both stay in place at the ends, so that a second click never goes the other way.
    let previous = format!("Question {}", current.max(1));
    let next = format!("Question {}", (current + 2).min(count));
    let shown = |words: &str| {
        if narrow { words.trim_start_matches("Question ").to_owned() } else { words.to_owned() }
    };
    let first = fr("C'est la première question.");
    let text = shown(&previous);
    let button = Button::new(&text).name(&previous).icon(Icon::ChevronLeft);
    if button.enabled(current > 0, &first).id_salt("precedente").show(ui).clicked() {
        asked.push(Command::Deed(Deed::PreviousQuestion(false)));
    }
    let last = fr("C'est la dernière question : relisez, puis remettez.");
    let text = shown(&next);
    let button = Button::primary(&text).name(&next).trailing(Icon::ChevronRight);
    if button.enabled(current + 1 < count, &last).id_salt("suivante").show(ui).clicked() {
        asked.push(Command::Deed(Deed::NextQuestion(false)));
    }
}
