//! The keys of the exam room.

use egui::{Context, ScrollArea};

use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{ButtonKind, Dialog, DialogAnswer, key_hint, page_keys, secondary};

/// Keys and what they do.
const KEYS: [(&[&str], &str); 21] = [
    (&["Ctrl", "Droite"], "question suivante, puis relecture"),
    (&["Ctrl", "Gauche"], "question précédente"),
    (&["Alt", "E"], "écrire la réponse, ou l'identifiant pour remettre"),
    (&["Alt", "R"], "marquer à revoir"),
    (&["Alt", "A"], "annexe suivante"),
    (&["Page suiv."], "lire la suite de l'annexe"),
    (&["Maj", "Page suiv."], "lire la suite de la question"),
    (&["Ctrl", "F"], "rechercher dans les annexes"),
    (&["Ctrl", "S"], "enregistrer maintenant"),
    (&["Alt", "C"], "calculatrice"),
    (&["Alt", "B"], "brouillon, jamais remis"),
    (&["Alt", "H"], "historique de la réponse"),
    (&["Alt", "Bas"], "guide de lecture plus bas"),
    (&["Ctrl", "Maj", "S"], "panneau du surveillant, par code"),
    (&["Tab"], "contrôle suivant"),
    (&["F2"], "écrire dans la cellule choisie"),
    (&["Entrée"], "valider la cellule"),
    (&["Échap"], "rendre à la cellule son contenu"),
    (&["Ctrl", "+"], "texte plus grand"),
    (&["Ctrl", "−"], "texte plus petit"),
    (&["Ctrl", "0"], "texte à 100 %"),
];

/// The key of the spell-check, where it is allowed.
const SPELL_CHECK: (&[&str], &str) = (&["F7"], "mots à vérifier dans la réponse");

/// Shows the keys while `open`; `is_spelled` where the spell-check is allowed.
pub(super) fn show(ctx: &Context, open: &mut bool, is_spelled: bool) {
    if !*open {
        return;
    }
    let most = (ctx.content_rect().height() - 220.0).max(80.0);
    let dialog = Dialog::new("aide-composer", "Touches").button("Fermer", ButtonKind::Primary);
    let answer = dialog.show(ctx, |ui| {
        secondary(ui, fr("Vos réponses s'enregistrent seules pendant que vous écrivez."));
        ScrollArea::vertical().id_salt("touches").max_height(most).show(ui, |ui| {
            for (keys, action) in KEYS.into_iter().chain(is_spelled.then_some(SPELL_CHECK)) {
                key_hint(ui, keys, &fr(action));
            }
            page_keys(ui);
        });
    });
    if answer != DialogAnswer::Open {
        *open = false;
    }
}
