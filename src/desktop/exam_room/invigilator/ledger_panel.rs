//! What is in the ledger, the latest first.

use egui::Ui;

use super::ledger_words::words;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{Run, rich_table, secondary, subtitle};
use crate::domain::exam::Ledger;
use crate::domain::french::clock_seconds;

/// Shows the entries with their times.
pub(super) fn show(ui: &mut Ui, ledger: &Ledger) {
    subtitle(ui, fr("Registre"));
    secondary(ui, fr("Tout ce qui y est écrit est imprimé sur l'accusé. Rien ne s'efface."));
    let head: Vec<Vec<Run>> =
        ["Heure", "Ce qui s'est passé"].map(|name| vec![Run::plain(fr(name))]).to_vec();
    let rows: Vec<Vec<Vec<Run>>> = ledger
        .entries()
        .iter()
        .rev()
        .map(|entry| {
            let time = clock_seconds(entry.at.wall);
            vec![vec![Run::plain(time)], vec![Run::plain(fr(&words(entry)))]]
        })
        .collect();
    rich_table(ui, &head, &rows);
}
