//! The list of keys.

use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{ButtonKind, Dialog, DialogAnswer, key_hint, secondary};

const KEYS: [(&[&str], &str); 8] = [
    (&["Ctrl", "1"], "nouvelle étude de cas"),
    (&["Ctrl", "O"], "ouvrir une étude de cas"),
    (&["Ctrl", "2"], "ouvrir un sujet"),
    (&["Ctrl", "3"], "ouvrir une session"),
    (&["Tab"], "contrôle suivant"),
    (&["Ctrl", "+"], "texte plus grand"),
    (&["Ctrl", "−"], "texte plus petit"),
    (&["Ctrl", "0"], "texte à 100 %"),
];

/// Shows the keys of the home screen while `open`.
pub(super) fn show(ctx: &egui::Context, open: &mut bool) {
    if !*open {
        return;
    }
    let dialog = Dialog::new("aide-accueil", "Touches").button("Fermer", ButtonKind::Primary);
    let answer = dialog.show(ctx, |ui| {
        secondary(ui, fr("Chaque écran rappelle les siennes en bas de page."));
        for (keys, action) in KEYS {
            ui.horizontal(|ui| key_hint(ui, keys, &fr(action)));
        }
    });
    if answer != DialogAnswer::Open {
        *open = false;
    }
}
