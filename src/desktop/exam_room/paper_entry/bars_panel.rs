//! The bars of the entry: whose copy, what the disk holds, where to go.

use egui::Ui;

use super::super::layout::{GROUP_SPACE, at_end, end_width, two_lines};
use super::super::open_copy::OpenCopy;
use super::super::question_state::counted;
use super::super::save_banner;
use super::deed::EntryDeed;
use super::entry::{EntryStep, PaperEntry};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{height, space};
use crate::desktop::ui_kit::{
    BannerKind, Button, Icon, State, banner, brand, footer, icon, palette, top_bar,
};
use crate::domain::french::clock_seconds;
use crate::sitting::SaveState;
use crate::storage::StorageError;

/// Name of the end of the bar.
const END: &str = "fin-de-saisie";
/// Greatest width of a block of two lines at the end of the bar.
const BLOCK_WIDTH: f32 = 260.0;

/// Shows the bar at the top.
pub(super) fn top(ui: &mut Ui, entry: &PaperEntry) {
    top_bar(ui, "saisie-haut", height::TOP_BAR_CANDIDATE, |ui| {
        ui.spacing_mut().item_spacing.x = GROUP_SPACE;
        brand(ui);
        let room = ui.available_width() - end_width(ui, END) - GROUP_SPACE;
        let copy = entry.copy();
        let whose = fr(&format!("Copie papier de {}", copy.sheet().candidate));
        two_lines(ui, &whose, &fr(&copy.subject().title), (0.0, room));
        at_end(ui, END, |ui| save_words(ui, copy));
    });
}

/// What the disk holds, in words with the time of the clock.
fn save_words(ui: &mut Ui, copy: &OpenCopy) {
    let count = |copies: usize| counted(copies, "copie", "copies");
    let (sign, state, first, second) = match copy.save_state() {
        SaveState::Saved { at, copies, missing } => {
            let first = at.map_or_else(
                || "Copie enregistrée".to_owned(),
                |at| format!("Enregistré à {}", clock_seconds(at)),
            );
            match missing {
                None => (Icon::Check, State::Ok, first, count(copies)),
                Some(_) => (Icon::Bang, State::Warn, first, format!("{} seulement", count(copies))),
            }
        }
        SaveState::Saving { .. } => {
            let second = "dans un instant".to_owned();
            (Icon::Pencil, State::Neutral, "Enregistrement en cours".to_owned(), second)
        }
        SaveState::Failed(_) => {
            let second = "nouvel essai chaque seconde".to_owned();
            (Icon::Bang, State::Root, "Non enregistré".to_owned(), second)
        }
    };
    let ink = palette(ui).sign(state);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        icon(ui, sign, 16.0, ink);
        two_lines(ui, &fr(&first), &fr(&second), (0.0, BLOCK_WIDTH));
    });
}

/// Shows what the disk refused, while it does, and what happened to a folder until it is closed.
pub(super) fn trouble(ui: &mut Ui, copy: &OpenCopy, asked: &mut Vec<EntryDeed>) {
    if let Some((kind, title, problem)) = refused(copy) {
        if banner(ui, kind, &fr(title), &fr(&problem.to_string()), Some("Autre dossier…")) {
            asked.push(EntryDeed::OtherFolder);
        }
        ui.add_space(space::SMALL);
    }
    if let Some(count) = save_banner::folder_news(ui, copy) {
        asked.push(EntryDeed::CloseFolderNews(count));
    }
}

fn refused(copy: &OpenCopy) -> Option<(BannerKind, &'static str, StorageError)> {
    match copy.save_state() {
        SaveState::Failed(problem) => {
            Some((BannerKind::Root, "Enregistrement impossible.", problem))
        }
        SaveState::Saved { missing: Some(problem), .. } => {
            Some((BannerKind::Warn, "Un dossier n'est pas écrit.", problem))
        }
        SaveState::Saved { missing: None, .. } | SaveState::Saving { .. } => {
            let problem = copy.refused_folder()?.clone();
            Some((BannerKind::Warn, "Ce dossier n'est pas ajouté.", problem))
        }
    }
}

/// Shows the bar at the bottom.
pub(super) fn bottom(ui: &mut Ui, entry: &PaperEntry, asked: &mut Vec<EntryDeed>) {
    footer(ui, "saisie-bas", height::FOOTER_CANDIDATE, |ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        match entry.step() {
            EntryStep::Questions => walk(ui, entry, asked),
            EntryStep::End => {
                let words = fr("Revenir aux questions");
                if Button::new(&words).icon(Icon::ChevronLeft).show(ui).clicked() {
                    asked.push(EntryDeed::ShowEnd(false));
                }
                let words = fr("Quitter et reprendre plus tard");
                if Button::quiet(&words).show(ui).clicked() {
                    asked.push(EntryDeed::Leave);
                }
                at_end(ui, "aide-de-la-fin", |ui| help(ui, asked));
            }
            EntryStep::Names => {
                let words = fr("Retour à l'accueil");
                if Button::new(&words).icon(Icon::ChevronLeft).show(ui).clicked() {
                    asked.push(EntryDeed::Leave);
                }
            }
            EntryStep::Delivering | EntryStep::Done => {}
        }
    });
}

fn walk(ui: &mut Ui, entry: &PaperEntry, asked: &mut Vec<EntryDeed>) {
    let (current, count) = (entry.current(), entry.copy().states().len());
    let previous = format!("Question {}", current.max(1));
    let first = fr("C'est la première question.");
    let button = Button::new(&previous).icon(Icon::ChevronLeft).id_salt("precedente");
    if button.enabled(current > 0, &first).show(ui).clicked() {
        asked.push(EntryDeed::Open(current.saturating_sub(1)));
    }
    let next = format!("Question {}", (current + 2).min(count));
    let last = fr("C'est la dernière question : terminez la saisie.");
    let button = Button::new(&next).trailing(Icon::ChevronRight).id_salt("suivante");
    if button.enabled(current + 1 < count, &last).show(ui).clicked() {
        asked.push(EntryDeed::Open(current + 1));
    }
    at_end(ui, "terminer", |ui| {
        help(ui, asked);
        let words = fr("Terminer la saisie");
        if Button::primary(&words).id_salt("terminer").show(ui).clicked() {
            asked.push(EntryDeed::ShowEnd(true));
        }
    });
}

fn help(ui: &mut Ui, asked: &mut Vec<EntryDeed>) {
    if Button::sign(Icon::Help, "Aide, F1").id_salt("aide").show(ui).clicked() {
        asked.push(EntryDeed::Help);
    }
}
