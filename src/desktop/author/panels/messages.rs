//! Messages over the editor: what could not be saved or done, documents being written.

use egui::Ui;

use super::desk::Desk;
use crate::desktop::author::commands::Errand;
use crate::desktop::author::export::Exported;
use crate::desktop::author::model::{SaveState, counted, sentence};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{BannerKind, Button, banner, card, label, progress_bar};
use crate::desktop::writing::Ending;
use crate::storage::StorageError;

/// Shows what must be known whatever is on the desk.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    not_saved(ui, desk);
    notice(ui, desk);
    kept(ui, desk);
    running(ui, desk);
    ended(ui, desk);
}

/// Where, what and what to do, for the text of a banner.
pub fn problem_words(problem: &StorageError) -> String {
    let name = problem.path.file_name().map(|name| name.to_string_lossy().into_owned());
    let place = problem.place.as_ref().map(|place| format!(", {place}")).unwrap_or_default();
    let name = name.unwrap_or_else(|| problem.path.display().to_string());
    fr(&format!("{name}{place} : {} {}", problem.message, problem.remedy))
}

fn not_saved(ui: &mut Ui, desk: &mut Desk<'_>) {
    let SaveState::Failed(problem) = desk.open.save_state() else { return };
    let text = format!(
        "{} Tout est gardé dans cette fenêtre ; nouvel essai dans 5 s.",
        problem_words(problem)
    );
    let title = fr("Enregistrement impossible.");
    if banner(ui, BannerKind::Root, &title, &fr(&text), Some("Enregistrer ailleurs…")) {
        desk.send(Errand::SaveElsewhere);
    }
    ui.add_space(space::SMALL);
}

fn notice(ui: &mut Ui, desk: &mut Desk<'_>) {
    let Some((title, text)) = desk.view.notice.clone() else { return };
    if banner(ui, BannerKind::Warn, &fr(&title), &fr(&text), Some("Fermer")) {
        desk.view.notice = None;
    }
    ui.add_space(space::SMALL);
}

/// Where the former file is, when a save would have lost the comments it held.
fn kept(ui: &mut Ui, desk: &mut Desk<'_>) {
    let Some(path) = &desk.view.kept else { return };
    let text = format!(
        "L'ancien fichier est gardé à côté de l'étude de cas : {}. Il portait des commentaires (#) \
         écrits à la main, que l'enregistrement ne peut pas garder.",
        path.display()
    );
    let title = fr("Commentaires gardés à part.");
    if banner(ui, BannerKind::Info, &title, &fr(&text), Some("Fermer")) {
        desk.view.kept = None;
    }
    ui.add_space(space::SMALL);
}

fn running(ui: &mut Ui, desk: &mut Desk<'_>) {
    let Some(progress) = desk.export.progress() else { return };
    card(ui, |ui| {
        label(ui, fr(&sentence(&progress.step)));
        progress_bar(ui, progress.done, progress.total);
        if Button::new("Annuler").small().id_salt("arreter").show(ui).clicked() {
            desk.send(Errand::StopExport);
        }
    });
    ui.add_space(space::SMALL);
}

fn ended(ui: &mut Ui, desk: &mut Desk<'_>) {
    let Some(ending) = desk.export.ending() else { return };
    let errors = desk.open.derived().problems.errors;
    let (kind, title, text) = match ending {
        Ending::Done(Exported::Written(document, path)) => {
            let place = path.display();
            let title = format!("{} : fichier écrit.", document.label());
            if errors == 0 {
                (BannerKind::Ok, title, place.to_string())
            } else {
                let left = counted(errors, "erreur reste", "erreurs restent");
                let text = format!(
                    "{place}. {left} à corriger avant une épreuve : voyez l'onglet Diagnostics."
                );
                (BannerKind::Warn, title, text)
            }
        }
        Ending::Done(Exported::Stopped) => {
            let text = "Aucun fichier n'a été écrit.".to_owned();
            (BannerKind::Info, "Export annulé.".to_owned(), text)
        }
        Ending::Failed(problem) => {
            (BannerKind::Root, "Export impossible.".to_owned(), problem_words(problem))
        }
        Ending::Lost => {
            let text = "L'écriture s'est interrompue sans résultat. Relancez l'export.".to_owned();
            (BannerKind::Root, "Export impossible.".to_owned(), text)
        }
    };
    if banner(ui, kind, &fr(&title), &fr(&text), Some("Fermer")) {
        desk.send(Errand::ForgetExport);
    }
    ui.add_space(space::SMALL);
}
