//! Beside the review: what is left to see, and the hand-in.

use egui::{Key, TextStyle, TextWrapMode, Ui, WidgetText};

use super::commands::{Command, Deed};
use super::identification::IDENTIFIER_LIMIT;
use super::layout::{sized, text_width};
use super::open_copy::{HandInRefusal, OpenCopy};
use super::review::Concern;
use super::signs::{color, sign};
use super::sitting::Sitting;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{
    Button, Field, Icon, State, TextRole, card, divider, icon, label, palette, secondary,
    state_card, styled, subtitle,
};
use crate::domain::french::clock_minutes;
use crate::sitting::SaveState;

/// Side of a sign.
const SIGN: f32 = 16.0;
/// Said when the identifier is right.
const READY: &str = "Prêt à remettre.";
/// All that the hint under the buttons may say.
const HINTS: [&str; 3] = [
    refusal_words(HandInRefusal::Unconfirmed),
    refusal_words(HandInRefusal::WrongIdentifier),
    READY,
];

/// Shows the cards; the field that confirms the hand-in takes the focus when wanted.
pub(super) fn show(ui: &mut Ui, sitting: &Sitting, wants_focus: bool, asked: &mut Vec<Command>) {
    let copy = &sitting.copy;
    card(ui, |ui| {
        subtitle(ui, fr("Il reste à voir"));
        for (index, concern) in sitting.review().concerns.iter().enumerate() {
            show_concern(ui, index, concern, asked);
            divider(ui);
        }
        show_save(ui, copy);
    });
    ui.add_space(space::MEDIUM);
    state_card(ui, State::Accent, |ui| hand_in(ui, sitting, wants_focus, asked));
    ui.add_space(space::MEDIUM);
    let end = clock_minutes(copy.sheet().ledger.ends_at(copy.sitting().now()));
    let words = format!("À {end}, ce qui est écrit est remis sans geste de votre part.");
    ui.horizontal_top(|ui| {
        signed(ui, Icon::Info, State::Neutral, 0.0, |ui| {
            secondary(ui, fr(&words));
        });
    });
}

/// A sign, then words that wrap, `kept` points being left free at the end of the line.
fn signed(ui: &mut Ui, mark: Icon, state: State, kept: f32, add_words: impl FnOnce(&mut Ui)) {
    let ink = palette(ui).sign(state);
    icon(ui, mark, SIGN, ink);
    let room = ui.available_width() - kept;
    sized(ui, room, add_words);
}

fn show_concern(ui: &mut Ui, index: usize, concern: &Concern, asked: &mut Vec<Command>) {
    ui.horizontal_top(|ui| {
        let link = text_width(ui, "Ouvrir", TextRole::Strong) + space::SMALL;
        signed(ui, sign(concern.state), color(concern.state), link, |ui| {
            label(ui, fr(&concern.words));
        });
        let name = format!("Ouvrir la question {}", concern.rank + 1);
        let button = Button::link("Ouvrir").name(&name).id_salt(("reste", index));
        if button.show(ui).clicked() {
            asked.push(Command::Deed(Deed::OpenQuestion(concern.rank)));
        }
    });
}

fn show_save(ui: &mut Ui, copy: &OpenCopy) {
    let (mark, state, words) = match copy.save_state() {
        SaveState::Saved { .. } => (Icon::Check, State::Ok, "Tout est enregistré."),
        SaveState::Saving { .. } => (Icon::Pencil, State::Neutral, "Enregistrement en cours."),
        SaveState::Failed(_) => {
            (Icon::Bang, State::Root, "Les dernières réponses ne sont pas enregistrées.")
        }
    };
    ui.horizontal_top(|ui| {
        signed(ui, mark, state, 0.0, |ui| {
            label(ui, fr(words));
        });
    });
}

fn hand_in(ui: &mut Ui, sitting: &Sitting, wants_focus: bool, asked: &mut Vec<Command>) {
    subtitle(ui, "Remettre ma copie");
    label(ui, fr("La remise est définitive : votre copie ne peut plus être changée sur ce poste."));
    let mut typed = sitting.confirmation.clone();
    let field = Field::new("Pour confirmer, écrivez votre identifiant").candidate();
    let response = field.limit(IDENTIFIER_LIMIT).text(ui, &mut typed);
    if wants_focus {
        response.request_focus();
    }
    if response.changed() {
        asked.push(Command::Deed(Deed::Confirm(typed)));
    }
    let refusal = sitting.copy.refusal(&sitting.confirmation);
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        match refusal {
            None => asked.push(Command::Deed(Deed::HandIn)),
            // What is wrong is said below: the identifier is written again.
            Some(_) => response.request_focus(),
        }
    }
    let words = refusal.map_or(READY, refusal_words);
    let reason = fr(words);
    ui.horizontal_wrapped(|ui| {
        let back = Button::new("Revenir aux questions").candidate().id_salt("revenir");
        if back.show(ui).clicked() {
            asked.push(Command::Deed(Deed::ShowReview(false)));
        }
        let button = Button::primary("Remettre ma copie").candidate().id_salt("remettre");
        if button.enabled(refusal.is_none(), &reason).show(ui).clicked() {
            asked.push(Command::Deed(Deed::HandIn));
        }
    });
    hint(ui, words);
}

/// Words that keep the place of the longest hint: nothing moves while the identifier is written.
fn hint(ui: &mut Ui, words: &str) {
    let heights = HINTS.map(|words| secondary_height(ui, words));
    ui.scope(|ui| {
        ui.set_min_height(heights.into_iter().fold(0.0, f32::max));
        secondary(ui, fr(words));
    });
}

/// Height of a secondary text in the width left.
fn secondary_height(ui: &Ui, words: &str) -> f32 {
    let text = WidgetText::from(styled(ui, fr(words), TextRole::Secondary));
    let width = ui.available_width();
    text.into_galley(ui, Some(TextWrapMode::Wrap), width, TextStyle::Body).size().y
}

/// Why the copy cannot be handed in yet.
const fn refusal_words(refusal: HandInRefusal) -> &'static str {
    match refusal {
        HandInRefusal::Unconfirmed => "Écrivez votre identifiant pour pouvoir remettre.",
        HandInRefusal::WrongIdentifier => {
            "Ce n'est pas l'identifiant de cette copie : il est écrit en haut de l'écran."
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{Context, RawInput};

    use super::*;
    use crate::desktop::ui_kit::{ThemeKind, install_fonts, install_theme};

    #[test]
    fn the_hint_keeps_its_height_whatever_it_says() {
        let ctx = Context::default();
        install_fonts(&ctx);
        install_theme(&ctx, ThemeKind::Light);
        for width in [180.0, 366.0, 900.0] {
            let mut heights = Vec::new();
            let output = ctx.run_ui(RawInput::default(), |ui| {
                heights.clear();
                for words in HINTS {
                    let draw = |ui: &mut Ui| sized(ui, width, |ui| hint(ui, words));
                    heights.push(ui.scope(draw).response.rect.height().round());
                }
            });
            output.drop_without_applying_deltas();
            let first = heights.first().copied().expect("a height");
            assert!(first > 10.0 && heights.iter().all(|tall| (tall - first).abs() < 0.5));
        }
    }
}
