//! The bar of the test: subject, candidate, saves, time left.

use chrono::{DateTime, FixedOffset};
use egui::Ui;

use super::clock_words::{TimeLeft, end_words};
use super::commands::{Command, Deed};
use super::copy_keeper::SaveState;
use super::layout::{GROUP_SPACE, at_end, end_width, two_lines};
use super::open_copy::OpenCopy;
use super::sitting::{Sitting, Step};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{height, space};
use crate::desktop::ui_kit::{
    Button, Icon, State, brand, divider_vertical, icon, palette, status_box, strong, top_bar,
};
use crate::domain::case_study::Subject;
use crate::domain::french::{clock_minutes, clock_seconds, duration};

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
pub(super) fn show(
    ui: &mut Ui,
    sitting: &Sitting,
    now: DateTime<FixedOffset>,
    asked: &mut Vec<Command>,
) {
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
            _ => test_end(ui, sitting, width, now, asked),
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

fn test_end(
    ui: &mut Ui,
    sitting: &Sitting,
    width: f32,
    now: DateTime<FixedOffset>,
    asked: &mut Vec<Command>,
) {
    let copy = &sitting.copy;
    if width >= FULL {
        candidate(ui, copy);
    }
    save_words(ui, copy, width < TINY);
    if sitting.step() == Step::Delivering {
        return;
    }
    let left = TimeLeft::of(copy.sheet(), now);
    let end = if width >= FULL {
        end_words(copy.subject(), copy.sheet())
    } else {
        format!("fin à {}", clock_minutes(copy.sheet().ends_at()))
    };
    let state = if left.is_short() { State::Warn } else { State::Neutral };
    status_box(ui, Icon::Clock, &fr(&left.words()), Some(&fr(&end)), state);
    if width >= NARROW
        && sitting.step() == Step::Questions
        && Button::new("Relire et remettre").candidate().show(ui).clicked()
    {
        asked.push(Command::Deed(Deed::ShowReview(true)));
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
        SaveState::Saved(_) => (Icon::Check, State::Ok),
        SaveState::Saving(_) => (Icon::Pencil, State::Neutral),
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
        None => "Copie reprise".to_owned(),
    };
    match state {
        SaveState::Saved(moment) => {
            let folder = copy.path().parent().and_then(|folder| folder.file_name());
            let place = folder.map_or_else(
                || "sur ce poste".to_owned(),
                |name| format!("dossier {}", name.to_string_lossy()),
            );
            (saved(*moment), format!("1 copie : {place}"))
        }
        SaveState::Saving(moment) => (saved(*moment), "enregistrement en cours".to_owned()),
        SaveState::Failed(_) => not_saved(),
    }
}

fn short_words(state: &SaveState) -> (String, String) {
    match state {
        SaveState::Saved(Some(moment)) => ("Enregistré".to_owned(), clock_seconds(*moment)),
        SaveState::Saved(None) => ("Copie reprise".to_owned(), "enregistrée".to_owned()),
        SaveState::Saving(_) => ("En cours".to_owned(), "enregistrement".to_owned()),
        SaveState::Failed(_) => not_saved(),
    }
}

fn not_saved() -> (String, String) {
    ("Non enregistré".to_owned(), "nouvel essai dans 2 s".to_owned())
}
