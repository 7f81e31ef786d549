//! The right of the home screen: recent files and installed référentiels.

use std::path::PathBuf;

use egui::Ui;

use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{Icon, ListLine, Run, card, rich_table, secondary, subtitle};
use crate::domain::framework::Catalogue;
use crate::storage::RecentFile;

/// Shows the recent files and gives the one pressed.
pub(super) fn files(ui: &mut Ui, recent: &[RecentFile]) -> Option<PathBuf> {
    let mut pressed = None;
    subtitle(ui, fr("Fichiers récents"));
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        if recent.is_empty() {
            secondary(
                ui,
                fr("Aucun pour l'instant. Ouvrez la démonstration pour voir un exemple."),
            );
        }
        for (index, file) in recent.iter().enumerate() {
            let folder = file.path.parent().map(|folder| folder.display().to_string());
            let folder = folder.unwrap_or_default();
            let word = fr(&file.what);
            let title = fr(&file.title);
            let sign = if file.what == "Session" { Icon::Folder } else { Icon::File };
            let line = ListLine::new(&title)
                .icon(sign)
                .status(sign, &word, crate::desktop::ui_kit::State::Neutral, &folder)
                .id_salt(("recent", index));
            if line.show(ui).clicked() {
                pressed = Some(file.path.clone());
            }
        }
    });
    pressed
}

/// Shows the installed référentiels.
pub(super) fn frameworks(ui: &mut Ui, catalogue: &Catalogue) {
    subtitle(ui, fr("Référentiels installés"));
    let cell = |text: &str| vec![Run::plain(fr(text))];
    let head: Vec<_> = ["Sigle", "Titre professionnel", "Code", "Critères"]
        .map(|word| vec![Run::bold(fr(word))])
        .to_vec();
    let rows: Vec<_> = catalogue
        .qualifications()
        .iter()
        .map(|known| {
            vec![
                cell(&known.sigle),
                cell(&known.title),
                cell(&known.code),
                cell(&known.criterion_count().to_string()),
            ]
        })
        .collect();
    rich_table(ui, &head, &rows);
}
