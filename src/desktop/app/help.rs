//! The list of keys.

use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{ButtonKind, Dialog, DialogAnswer, key_hint, secondary};

/// Keys of the home screen.
pub(super) const HOME: &[(&[&str], &str)] = &[
    (&["Ctrl", "1"], "nouvelle étude de cas"),
    (&["Ctrl", "O"], "ouvrir une étude de cas"),
    (&["Ctrl", "2"], "ouvrir un sujet"),
    (&["Ctrl", "3"], "ouvrir une session pour l'évaluer"),
    (&["Ctrl", "4"], "ouvrir une session pour surveiller la salle"),
    (&["Tab"], "contrôle suivant"),
    (&["Ctrl", "+"], "texte plus grand"),
    (&["Ctrl", "−"], "texte plus petit"),
    (&["Ctrl", "0"], "texte à 100 %"),
];

/// Keys of the view of the room.
pub(super) const ROOM: &[(&[&str], &str)] = &[
    (&["F5"], "relire les copies"),
    (&["Espace"], "cocher une empreinte comparée"),
    (&["Tab"], "contrôle suivant"),
    (&["Ctrl", "+"], "texte plus grand"),
    (&["Ctrl", "−"], "texte plus petit"),
    (&["Ctrl", "0"], "texte à 100 %"),
];

/// Keys of the jury's screens.
pub(super) const JURY: &[(&[&str], &str)] = &[
    (&["Haut", "Bas"], "candidat, critère ou compétence"),
    (&["Entrée"], "ouvrir un candidat, valider une copie"),
    (&["N"], "prochaine chose à faire"),
    (&["1", "2", "3", "4"], "satisfait, partiel, non satisfait, non observé"),
    (&["R"], "remarque"),
    (&["S"], "second regard"),
    (&["Ctrl", "Gauche"], "question ou candidat précédent"),
    (&["Ctrl", "Droite"], "question ou candidat suivant"),
    (&["A"], "délibération : compétence acquise"),
    (&["X"], "délibération : compétence non acquise"),
    (&["M"], "délibération : motif"),
    (&["Ctrl", "+"], "texte plus grand"),
    (&["Ctrl", "−"], "texte plus petit"),
];

/// Shows the keys of a screen while `open`.
pub(super) fn show(ctx: &egui::Context, open: &mut bool, keys: &[(&[&str], &str)]) {
    if !*open {
        return;
    }
    let dialog = Dialog::new("aide-accueil", "Touches").button("Fermer", ButtonKind::Primary);
    let answer = dialog.show(ctx, |ui| {
        secondary(ui, fr("Chaque écran rappelle les siennes en bas de page."));
        for (keys, action) in keys {
            ui.horizontal(|ui| key_hint(ui, keys, &fr(action)));
        }
    });
    if answer != DialogAnswer::Open {
        *open = false;
    }
}
