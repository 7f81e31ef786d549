//! The bar of the test: subject, candidate, saves, time left.

use chrono::{DateTime, FixedOffset};
use egui::Ui;

use super::clock_words::end_words;
use super::commands::{Command, Deed};
use super::layout::{GROUP_SPACE, at_end, end_width, two_lines};
use super::open_copy::OpenCopy;
use super::question_state::counted;
use super::sitting::{Sitting, Step};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{height, space};
use crate::desktop::ui_kit::{
    Button, Icon, State, brand, divider_vertical, icon, palette, status_box, strong, top_bar,
};
use crate::domain::case_study::Subject;
use crate::domain::french::{clock_minutes, clock_seconds, duration};
use crate::sitting::SaveState;

/// Under this width the bar shows the candidate in place of the subject.
const FULL: f32 = 1180.0;
/// Under this width the footer leads to the review.
const NARROW: f32 = 900.0;
/// Under this width the bar shows the time and the saves above all.
const TINY: f32 = 680.0;
/// Name of the end of the bar.
const END: &str = "fin-du-haut";
/// Least width of the words of a save: nothing moves while they change.
const SAVE_WIDTH: f32 = 216.0;
/// The same in a tiny window.
const SHORT_SAVE_WIDTH: f32 = 124.0;
/// Greatest width of a block of two lines at the end of the bar.
const BLOCK_WIDTH: f32 = 260.0;

/// Shows the bar.
pub(super) fn show(ui: &mut Ui, sitting: &Sitting, asked: &mut Vec<Command>) {
    let width = ui.available_width();
    top_bar(ui, "composer-haut", height::TOP_BAR_CANDIDATE, |ui| {
        ui.spacing_mut().item_spacing.x = GROUP_SPACE;
        if width >= TINY {
            brand(ui);
        }
        let room = ui.available_width() - end_width(ui, END) - GROUP_SPACE;
        let subject = sitting.copy.subject();
        if width >= FULL {
            two_lines(ui, &fr(&subject.title), &fr(&usage_words(subject)), (0.0, room));
        } else {
            let usage = format!("{}, {}", subject.sigle, subject.usage.label());
            two_lines(ui, &candidate_words(&sitting.copy), &fr(&usage), (0.0, room));
        }
        at_end(ui, END, |ui| match sitting.step() {
            Step::Receipt => receipt_end(ui, &sitting.copy, width),
            _ => test_end(ui, sitting, width, asked),
        });
    });
}

/// « Examen blanc, TSGP CCP 1, 2 h 00 ».
pub(super) fn usage_words(subject: &Subject) -> String {
    let minutes = duration(subject.duration_minutes);
    format!("{}, {} {}, {minutes}", subject.usage.label(), subject.sigle, subject.scheme_label)
}

fn candidate_words(copy: &OpenCopy) -> String {
    fr(&format!("Candidat {}", copy.sheet().candidate))
}

fn receipt_end(ui: &mut Ui, copy: &OpenCopy, width: f32) {
    if width >= FULL {
        candidate(ui, copy);
    }
    let ink = palette(ui).text_2;
    icon(ui, Icon::Lock, 16.0, ink);
    strong(ui, fr("Épreuve terminée"));
}

fn test_end(ui: &mut Ui, sitting: &Sitting, width: f32, asked: &mut Vec<Command>) {
    let copy = &sitting.copy;
    if width >= FULL {
        candidate(ui, copy);
    }
    save_words(ui, copy, width < TINY);
    if sitting.step() == Step::Delivering {
        return;
    }
    let left = copy.time_left();
    let end = if width >= FULL {
        end_words(copy)
    } else {
        let end = copy.sheet().ledger.ends_at(copy.sitting().now());
        format!("fin à {}", clock_minutes(end))
    };
    let state = if left.is_short() { State::Warn } else { State::Neutral };
    status_box(ui, Icon::Clock, &fr(&left.words()), Some(&fr(&end)), state);
    if width >= NARROW && sitting.step() == Step::Questions {
        let reason = fr("L'épreuve est suspendue.");
        let button = Button::new("Relire et remettre").candidate();
        if button.enabled(!sitting.is_suspended(), &reason).show(ui).clicked() {
            asked.push(Command::Deed(Deed::ShowReview(true)));
        }
    }
}

fn candidate(ui: &mut Ui, copy: &OpenCopy) {
    let seat = fr(&copy.sheet().seat);
    if seat.is_empty() {
        strong(ui, candidate_words(copy));
    } else {
        two_lines(ui, &candidate_words(copy), &seat, (0.0, BLOCK_WIDTH));
    }
    divider_vertical(ui);
}

/// What the disk holds, in words with the time of the clock.
fn save_words(ui: &mut Ui, copy: &OpenCopy, short: bool) {
    let state = copy.save_state();
    let (sign, color) = match &state {
        SaveState::Saved { missing: None, .. } => (Icon::Check, State::Ok),
        SaveState::Saved { missing: Some(_), .. } => (Icon::Bang, State::Warn),
        SaveState::Saving { .. } => (Icon::Pencil, State::Neutral),
        SaveState::Failed(_) => (Icon::Bang, State::Root),
    };
    let ink = palette(ui).sign(color);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        icon(ui, sign, 16.0, ink);
        let (first, second) = if short { short_words(&state) } else { long_words(&state, copy) };
        let least = if short { SHORT_SAVE_WIDTH } else { SAVE_WIDTH };
        two_lines(ui, &fr(&first), &fr(&second), (least, BLOCK_WIDTH));
    });
}

fn long_words(state: &SaveState, copy: &OpenCopy) -> (String, String) {
    let saved = |moment: Option<DateTime<FixedOffset>>| match moment {
        Some(moment) => format!("Enregistré à {}", clock_seconds(moment)),
        None => "Copie enregistrée".to_owned(),
    };
    match state {
        SaveState::Saved { at, copies, missing: None } => (saved(*at), places(copy, *copies)),
        SaveState::Saved { at, copies, missing: Some(_) } => {
            (saved(*at), format!("{} seulement", counted(*copies, "copie", "copies")))
        }
        SaveState::Saving { at, .. } => (saved(*at), "enregistrement en cours".to_owned()),
        SaveState::Failed(_) => not_saved(),
    }
}

/// « 2 copies : ce poste et cle-usb ».
fn places(copy: &OpenCopy, copies: usize) -> String {
    let names = copy.folders().iter().skip(1).map(|folder| {
        folder.file_name().map_or_else(
            || folder.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        )
    });
    let names: Vec<String> = names.collect();
    let others = names.join(" et ");
    let others = if others.is_empty() { others } else { format!(" et {others}") };
    format!("{} : ce poste{others}", counted(copies, "copie", "copies"))
}

fn short_words(state: &SaveState) -> (String, String) {
    let copies = |count: usize| counted(count, "copie", "copies");
    match state {
        SaveState::Saved { at: Some(moment), .. } => {
            ("Enregistré".to_owned(), clock_seconds(*moment))
        }
        SaveState::Saved { at: None, copies: count, .. } => {
            ("Enregistré".to_owned(), copies(*count))
        }
        SaveState::Saving { .. } => ("En cours".to_owned(), "enregistrement".to_owned()),
        SaveState::Failed(_) => not_saved(),
    }
}

fn not_saved() -> (String, String) {
    ("Non enregistré".to_owned(), "nouvel essai chaque seconde".to_owned())
}
