//! Messages of the room: work under way, what it did, what is wrong with a copy.

use egui::Ui;

use super::model::Collected;
use super::standing::CopyStanding;
use super::{Asked, View};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{
    BannerKind, Icon, banner, card, icon, label, palette, progress_bar, secondary, subtitle,
};

/// Shows what must be known above the candidates.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>) {
    under_way(ui, view);
    let mut dismissed = false;
    if let Some(problem) = view.problem {
        let title = fr("Le travail n'a pas abouti.");
        let close = fr("Fermer");
        dismissed |= banner(ui, BannerKind::Root, &title, &fr(&problem.to_string()), Some(&close));
    }
    if let Some(words) = view.trouble {
        let title = fr("Le dossier ne s'ouvre pas d'ici.");
        dismissed |= banner(ui, BannerKind::Warn, &title, &fr(words), Some(&fr("Fermer")));
    }
    if let Some(collected) = &view.room.collected {
        dismissed |= collection(ui, collected);
    }
    if dismissed {
        view.asked.push(Asked::Dismiss);
    }
    printed(ui, view);
    altered(ui, view);
}

fn under_way(ui: &mut Ui, view: &View<'_>) {
    let Some(work) = view.work else { return };
    let progress = work.progress();
    label(ui, fr(&format!("{}…", work.name())));
    if progress.total > 0 {
        progress_bar(ui, progress.done, progress.total);
    }
}

/// What a collection did; says whether it is read.
fn collection(ui: &mut Ui, collected: &Collected) -> bool {
    for refused in &collected.refused {
        let title = fr("Copie refusée.");
        banner(ui, BannerKind::Root, &title, &fr(refused), None);
    }
    let whole = collected.refused.is_empty() && !collected.filed.is_empty();
    let kind = if whole { BannerKind::Ok } else { BannerKind::Warn };
    let dismissed = banner(ui, kind, &fr(&collected.summary), "", Some(&fr("Fermer")));
    if !collected.filed.is_empty() {
        card(ui, |ui| {
            subtitle(ui, fr("Copies trouvées"));
            for words in &collected.filed {
                ui.horizontal_top(|ui| {
                    let color = palette(ui).ok;
                    icon(ui, Icon::Check, 16.0, color);
                    ui.vertical(|ui| label(ui, fr(words)));
                });
            }
        });
    }
    dismissed
}

fn printed(ui: &mut Ui, view: &mut View<'_>) {
    let Some(first) = view.printed.first() else { return };
    let folder = first.parent().unwrap_or(first).to_owned();
    let names = view.printed.iter().filter_map(|path| path.file_name());
    let names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
    let words = format!("{} dans {}", names.join(", "), folder.display());
    let title = fr("L'émargement est prêt à imprimer.");
    let open = fr("Ouvrir le dossier");
    if banner(ui, BannerKind::Ok, &title, &fr(&words), Some(&open)) {
        view.asked.push(Asked::Show(folder));
    }
}

/// What is wrong with each copy that is not as it should be.
fn altered(ui: &mut Ui, view: &View<'_>) {
    for seat in &view.room.seats {
        if let CopyStanding::Altered(problem) = &seat.copy {
            let title = fr(&format!("{}, {}.", seat.candidate, seat.label));
            banner(ui, BannerKind::Root, &title, &fr(&problem.to_string()), None);
        }
    }
}

/// Why the sheet of codes cannot be printed here, and why no answer is shown.
pub(super) fn about_codes(ui: &mut Ui, view: &View<'_>) {
    if view.room.is_sealed() {
        secondary(
            ui,
            fr(
                "Les copies sont scellées : seule la clé du jury, avec sa phrase secrète, les ouvre. L'empreinte se compare à voix haute avec l'accusé de remise du candidat.",
            ),
        );
        secondary(
            ui,
            fr(
                "La feuille de codes ne s'imprime pas d'ici : les codes ne sont gardés nulle part, sauf dans codes.pdf tant que vous ne l'avez pas effacé. S'ils sont perdus, préparez une nouvelle session.",
            ),
        );
    } else {
        secondary(
            ui,
            fr(
                "Session d'entraînement : les copies ne sont pas scellées, et tout poste peut les lire. Cet écran n'en montre rien.",
            ),
        );
    }
}
