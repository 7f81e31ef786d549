//! Messages over the content: what could not be saved, read or written.

use egui::Ui;

use super::desk::{Desk, Wish};
use crate::desktop::jury::commands::notice_words;
use crate::desktop::jury::documents::Written;
use crate::desktop::jury::model::{FileMessages, counted};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{BannerKind, Button, banner, label, progress_bar, row};
use crate::desktop::writing::Ending;
use crate::storage::StorageError;

/// Most messages on files shown one under the other; beyond, they are gathered in one.
const MOST: usize = 3;

/// Shows what must be known on every screen.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    not_saved(ui, desk);
    if let Some(problem) = desk.reload_problem {
        let text = place_and_remedy(problem);
        banner(ui, BannerKind::Root, &fr("Le dossier n'a pas été relu."), &text, None);
    }
    notice(ui, desk);
}

fn not_saved(ui: &mut Ui, desk: &mut Desk<'_>) {
    let bench = desk.bench;
    let Some(problem) = bench.ledger.failure() else { return };
    let count = bench.ledger.unsaved_count();
    let title = format!(
        "Enregistrement impossible, {}.",
        counted(count, "fichier gardé en mémoire", "fichiers gardés en mémoire")
    );
    let text = place_and_remedy(problem);
    if banner(ui, BannerKind::Root, &fr(&title), &text, Some(&fr("Réessayer"))) {
        desk.wishes.push(Wish::Retry);
    }
}

fn notice(ui: &mut Ui, desk: &mut Desk<'_>) {
    let Some(words) = notice_words(desk.bench, desk.view) else {
        desk.view.notice = None;
        return;
    };
    if banner(ui, BannerKind::Info, "", &fr(&words), Some(&fr("Fermer"))) {
        desk.view.notice = None;
    }
}

/// Sealed copies that were not opened, and the way to open them.
pub fn sealed(ui: &mut Ui, desk: &mut Desk<'_>) {
    let count = desk.bench.folder.sealed.len();
    if count == 0 {
        return;
    }
    let words =
        counted(count, "copie scellée n'est pas ouverte", "copies scellées ne sont pas ouvertes");
    let text = fr("Il faut la clé du jury et sa phrase secrète pour lire.");
    let action = fr("Ouvrir les copies…");
    if banner(ui, BannerKind::Warn, &fr(&format!("{words}.")), &text, Some(&action)) {
        desk.wishes.push(Wish::Unseal);
    }
}

/// Files of the session that could not be used, then what is to be looked at in those that are.
/// Where there are many, one message counts them and its button lists them.
pub fn problems(ui: &mut Ui, desk: &mut Desk<'_>) {
    let folder = &desk.bench.folder;
    let (lost, doubtful) = (folder.problems.len(), folder.warnings.len());
    if lost + doubtful > MOST {
        let title = fr(&gathered(lost, doubtful));
        let action = fr(&match desk.view.file_messages {
            FileMessages::Gathered => format!("Voir les {} messages", lost + doubtful),
            FileMessages::Listed => "Masquer la liste des messages".to_owned(),
        });
        if banner(ui, BannerKind::Warn, &title, "", Some(&action)) {
            desk.view.file_messages = desk.view.file_messages.other();
        }
        if desk.view.file_messages == FileMessages::Gathered {
            return;
        }
    }
    for problem in &folder.problems {
        banner(
            ui,
            BannerKind::Warn,
            &fr("Un fichier de la session est laissé de côté."),
            &place_and_remedy(problem),
            None,
        );
    }
    for warning in &folder.warnings {
        let title = fr("Une copie est à vérifier.");
        banner(ui, BannerKind::Warn, &title, &place_and_remedy(warning), None);
    }
}

/// How many files are left aside, then how many points of copies are doubtful.
fn gathered(lost: usize, doubtful: usize) -> String {
    let lost_words = counted(
        lost,
        "fichier de la session est laissé de côté",
        "fichiers de la session sont laissés de côté",
    );
    let doubtful_words = counted(
        doubtful,
        "point est à vérifier sur les copies",
        "points sont à vérifier sur les copies",
    );
    match (lost, doubtful) {
        (_, 0) => format!("{lost_words}."),
        (0, _) => format!("{doubtful_words}."),
        _ => format!("{lost_words}, {doubtful_words}."),
    }
}

/// File, place, what is wrong and what to do.
pub fn place_and_remedy(problem: &StorageError) -> String {
    fr(&problem.to_string())
}

/// Documents being written, or how that ended.
pub fn documents(ui: &mut Ui, desk: &mut Desk<'_>) {
    if let Some(progress) = desk.documents.progress() {
        label(ui, fr(&format!("Écriture des documents… {}", progress.step)));
        row(ui, space::HUGE, |ui| {
            let room = (ui.available_width() - 110.0).max(80.0);
            ui.allocate_ui(egui::vec2(room, space::HUGE), |ui| {
                progress_bar(ui, progress.done, progress.total);
            });
            if Button::new(&fr("Annuler")).show(ui).clicked() {
                desk.wishes.push(Wish::StopPrinting);
            }
        });
        return;
    }
    let Some(ending) = desk.documents.ending() else { return };
    let (kind, title, text) = ending_words(ending);
    if banner(ui, kind, &fr(&title), &fr(&text), Some(&fr("Fermer"))) {
        desk.wishes.push(Wish::ForgetPrinting);
    }
}

fn ending_words(ending: &Ending<Written>) -> (BannerKind, String, String) {
    match ending {
        Ending::Done(written) => {
            let count = counted(written.count, "document écrit", "documents écrits");
            let folder = written.folder.display();
            if written.stopped {
                (BannerKind::Info, "Écriture arrêtée.".to_owned(), format!("{count} dans {folder}"))
            } else {
                (BannerKind::Ok, String::new(), format!("{count} dans {folder}"))
            }
        }
        Ending::Failed(problem) => {
            (BannerKind::Root, "Document non écrit.".to_owned(), problem.to_string())
        }
        Ending::Lost => (
            BannerKind::Root,
            "L'écriture des documents s'est arrêtée.".to_owned(),
            "Recommencez. Les documents déjà écrits sont complets.".to_owned(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_messages_are_counted_the_files_left_aside_first() {
        let both = "2 fichiers de la session sont laissés de côté, \
                    3 points sont à vérifier sur les copies.";
        assert_eq!(gathered(2, 3), both);
        assert_eq!(gathered(5, 0), "5 fichiers de la session sont laissés de côté.");
        assert_eq!(gathered(0, 4), "4 points sont à vérifier sur les copies.");
        assert!(gathered(1, 4).starts_with("1 fichier de la session est laissé de côté, 4 points"));
    }
}
