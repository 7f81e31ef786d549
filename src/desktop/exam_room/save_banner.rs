//! The banner of a save that failed: it stays until the answers are on the disk.

use egui::Ui;

use super::commands::Command;
use super::copy_keeper::SaveState;
use super::open_copy::{Delivery, OpenCopy};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{BannerKind, banner, label, page, page_title};
use crate::storage::StorageError;

/// What is said of answers that are not on the disk.
const KEPT: &str = "Vos réponses sont gardées ; nouvel essai dans 2 s.";

/// Shows the banner while a save fails.
pub(super) fn show(ui: &mut Ui, copy: &OpenCopy, asked: &mut Vec<Command>) {
    if let SaveState::Failed(problem) = copy.save_state() {
        problem_banner(ui, "Enregistrement impossible.", &problem, asked);
        ui.add_space(space::SMALL);
    }
}

/// The page shown between the hand-in and the verified file.
pub(super) fn show_delivery(ui: &mut Ui, copy: &OpenCopy, asked: &mut Vec<Command>) {
    let Delivery::Unwritten { problem, .. } = copy.delivery() else { return };
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
