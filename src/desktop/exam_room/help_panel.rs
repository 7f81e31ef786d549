//! The keys of the exam room, on the screen of a candidate and on that of a paper copy.

use egui::{Context, ScrollArea};

use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{ButtonKind, Dialog, DialogAnswer, key_hint, page_keys, secondary};

/// Keys and what they do.
type Hint = (&'static [&'static str], &'static str);

/// The keys of a sitting.
const SITTING: [Hint; 14] = [
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
];

/// The key of the spell-check, where it is allowed.
const SPELL_CHECK: Hint = (&["F7"], "mots à vérifier dans la réponse");

/// The keys of a paper copy that is typed in.
const PAPER: [Hint; 3] = [
    (&["Ctrl", "Droite"], "question suivante, puis fin de la saisie"),
    (&["Ctrl", "Gauche"], "question précédente"),
    (&["Alt", "R"], "seconde lecture faite, ou à refaire"),
];

/// The keys of both.
const EVERYWHERE: [Hint; 7] = [
    (&["Tab"], "contrôle suivant"),
    (&["F2"], "écrire dans la cellule choisie"),
    (&["Entrée"], "valider la cellule"),
    (&["Échap"], "rendre à la cellule son contenu"),
    (&["Ctrl", "+"], "texte plus grand"),
    (&["Ctrl", "−"], "texte plus petit"),
    (&["Ctrl", "0"], "texte à 100 %"),
];

/// Whose keys are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeysOf {
    /// A candidate's.
    Sitting,
    /// A candidate's, with the spell-check.
    SpelledSitting,
    /// Those of a paper copy that is typed in.
    Paper,
}

/// Shows the keys while `open`.
pub(super) fn show(ctx: &Context, open: &mut bool, whose: KeysOf) {
    if !*open {
        return;
    }
    let most = (ctx.content_rect().height() - 220.0).max(80.0);
    let on_paper = whose == KeysOf::Paper;
    let keys: &[Hint] = if on_paper { &PAPER } else { &SITTING };
    let spelled = (whose == KeysOf::SpelledSitting).then_some(&SPELL_CHECK);
    let saved = if on_paper {
        "La saisie s'enregistre seule pendant que vous écrivez."
    } else {
        "Vos réponses s'enregistrent seules pendant que vous écrivez."
    };
    let dialog = Dialog::new("aide-composer", "Touches").button("Fermer", ButtonKind::Primary);
    let answer = dialog.show(ctx, |ui| {
        secondary(ui, fr(saved));
        ScrollArea::vertical().id_salt("touches").max_height(most).show(ui, |ui| {
            for (held, action) in keys.iter().chain(spelled).chain(&EVERYWHERE) {
                key_hint(ui, held, &fr(action));
            }
            page_keys(ui);
        });
    });
    if answer != DialogAnswer::Open {
        *open = false;
    }
}
