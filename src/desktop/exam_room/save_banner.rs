//! The banner of a save that failed: it stays until the answers are on the disk. What happened to a
//! folder meanwhile stays until it is closed.

use egui::Ui;

use super::commands::Command;
use super::open_copy::OpenCopy;
use super::question_state::counted;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{BannerKind, banner, label, page, page_title};
use crate::sitting::{Delivery, SaveState};
use crate::storage::StorageError;

/// What is said of answers that are not on the disk.
const KEPT: &str = "Vos réponses sont gardées ; nouvel essai chaque seconde.";

/// Shows the banner while a save fails.
pub(super) fn show(ui: &mut Ui, copy: &OpenCopy, asked: &mut Vec<Command>) {
    match copy.save_state() {
        SaveState::Failed(problem) => {
            problem_banner(ui, "Enregistrement impossible.", &problem, asked);
            ui.add_space(space::SMALL);
        }
        SaveState::Saved { missing: Some(problem), copies, .. }
        | SaveState::Saving { missing: Some(problem), copies, .. } => {
            let title = fr(&format!("{} seulement.", counted(copies, "copie", "copies")));
            let text = fr(&format!("{problem} Nouvel essai chaque seconde ; rien n'est perdu."));
            if banner(ui, BannerKind::Warn, &title, &text, Some("Autre dossier…")) {
                asked.push(Command::OtherFolder);
            }
            ui.add_space(space::SMALL);
        }
        SaveState::Saved { missing: None, .. } | SaveState::Saving { missing: None, .. } => {}
    }
    if let Some(problem) = copy.refused_folder() {
        let title = fr("Ce dossier n'est pas ajouté.");
        banner(ui, BannerKind::Warn, &title, &fr(&problem.to_string()), None);
        ui.add_space(space::SMALL);
    }
    if let Some(count) = folder_news(ui, copy) {
        asked.push(Command::CloseFolderNews(count));
    }
}

/// Says what happened to the folders; gives what is closed.
pub(super) fn folder_news(ui: &mut Ui, copy: &OpenCopy) -> Option<usize> {
    let news = copy.folder_news()?;
    let title = if news.of_opening {
        fr("À l'ouverture, un fichier d'enregistrement a demandé une vérification.")
    } else {
        fr("Un dossier d'enregistrement a changé.")
    };
    let show = |ui: &mut Ui| banner(ui, BannerKind::Warn, &title, &fr(&news.text), Some("Fermer"));
    let closed = ui.push_id("dossiers", show).inner;
    ui.add_space(space::SMALL);
    closed.then_some(news.count)
}

/// The page shown between the hand-in and the verified file.
pub(super) fn show_delivery(ui: &mut Ui, copy: &OpenCopy, asked: &mut Vec<Command>) {
    let Delivery::Unwritten(problem) = copy.delivery() else { return };
    page(ui, |ui| {
        page_title(ui, fr("Remise en cours"));
        problem_banner(ui, "Votre copie n'est pas encore écrite.", problem, asked);
        ui.add_space(space::SMALL);
        label(
            ui,
            fr(
                "Votre copie est close. Prévenez le surveillant et laissez cette fenêtre ouverte : l'accusé s'affiche dès que le fichier est écrit et vérifié.",
            ),
        );
    });
}

fn problem_banner(ui: &mut Ui, title: &str, problem: &StorageError, asked: &mut Vec<Command>) {
    let text = fr(&format!("{problem} {KEPT}"));
    if banner(ui, BannerKind::Root, &fr(title), &text, Some("Autre dossier…")) {
        asked.push(Command::OtherFolder);
    }
}
