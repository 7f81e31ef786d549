//! Dialogs over the window: confirmations, choice of criteria, list of keys.

use egui::{Context, ScrollArea};

use super::criteria;
use super::desk::Desk;
use crate::desktop::author::commands::Command;
use crate::desktop::author::model::{Asking, Spot, counted};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{ButtonKind, Dialog, DialogAnswer, key_hint, label, secondary};
use crate::domain::case_study::{CaseStudy, WrittenKind};
use crate::domain::identifier::QuestionId;

/// Room of the title and of the buttons of a dialog.
const AROUND: f32 = 240.0;

const KEYS: [(&[&str], &str); 13] = [
    (&["Ctrl Z"], "annuler le dernier changement, même dans un champ"),
    (&["Ctrl Y"], "rétablir"),
    (&["Ctrl S"], "enregistrer maintenant"),
    (&["Ctrl F"], "rechercher dans l'étude de cas"),
    (&["Ctrl Page suiv."], "élément suivant"),
    (&["Ctrl Page préc."], "élément précédent"),
    (&["Tab"], "contrôle suivant"),
    (&["F2"], "écrire dans la cellule choisie"),
    (&["Entrée"], "valider la cellule"),
    (&["Échap"], "rendre à la cellule son contenu"),
    (&["Ctrl D"], "recopier la cellule du dessus"),
    (&["Ctrl V"], "coller un bloc de tableur"),
    (&["Ctrl +", "Ctrl −", "Ctrl 0"], "taille du texte"),
];

/// Shows the dialog that is open, if one is.
pub fn show(ctx: &Context, desk: &mut Desk<'_>) {
    match desk.view.asking.clone() {
        Some(Asking::Removal(spot)) => removal(ctx, desk, &spot),
        Some(Asking::Kind(question, kind)) => kind_change(ctx, desk, &question, kind),
        Some(Asking::Criteria(question)) => choose_criteria(ctx, desk, &question),
        Some(Asking::Keys) => keys(ctx, desk),
        None => {}
    }
}

fn removal(ctx: &Context, desk: &mut Desk<'_>, spot: &Spot) {
    let case = desk.case();
    let title = fr(&format!("Supprimer : {}", spot.label(case)));
    let dialog = Dialog::new("preparer-suppression", &title)
        .button("Garder", ButtonKind::Normal)
        .button("Supprimer", ButtonKind::Destructive);
    let answer = dialog.show(ctx, |ui| {
        label(ui, fr(&what_goes(case, spot)));
        secondary(ui, fr("La suppression peut être annulée par Ctrl Z."));
    });
    match answer {
        DialogAnswer::Open => {}
        DialogAnswer::Pressed(1) => desk.ask(Command::Remove(spot.clone())),
        DialogAnswer::Pressed(_) | DialogAnswer::Cancelled => desk.view.asking = None,
    }
}

/// What goes with an element.
fn what_goes(case: &CaseStudy, spot: &Spot) -> String {
    match spot {
        Spot::Dossier(id) => {
            let dossier = case.dossiers.iter().find(|dossier| &dossier.id == id);
            let count = dossier.map_or(0, |dossier| dossier.questions.len());
            let title = dossier.map(|dossier| dossier.title.as_str()).unwrap_or_default();
            if count == 0 {
                format!("« {title} » est vide.")
            } else {
                let questions =
                    counted(count, "question et son corrigé", "questions et leurs corrigés");
                format!("« {title} » part avec {questions}.")
            }
        }
        Spot::Exhibit(id) => {
            let title = case.exhibit(id).map(|exhibit| exhibit.title.as_str()).unwrap_or_default();
            let citing = case.questions().filter(|question| question.exhibits.contains(id)).count();
            let questions =
                counted(citing, "question ne la citera plus", "questions ne la citeront plus");
            format!("« {title} » : {questions}.")
        }
        Spot::Question(id) => {
            let title =
                case.question(id).map(|question| question.title.as_str()).unwrap_or_default();
            format!("« {title} » part avec son corrigé.")
        }
        _ => String::new(),
    }
}

fn kind_change(ctx: &Context, desk: &mut Desk<'_>, id: &QuestionId, kind: WrittenKind) {
    let title = fr(&format!("Passer au type « {} »", kind.label()));
    let dialog = Dialog::new("preparer-type", &title)
        .button("Garder le type", ButtonKind::Normal)
        .button("Changer le type", ButtonKind::Destructive);
    let answer = dialog.show(ctx, |ui| {
        label(ui, fr("La clé déjà écrite pour cette question ne convient pas à ce type : elle sera perdue. L'énoncé, les critères et la réponse modèle restent."));
        secondary(ui, fr("Le changement peut être annulé par Ctrl Z."));
    });
    match answer {
        DialogAnswer::Open => {}
        DialogAnswer::Pressed(1) => desk.ask(Command::ConfirmKind(id.clone(), kind)),
        DialogAnswer::Pressed(_) | DialogAnswer::Cancelled => desk.view.asking = None,
    }
}

fn choose_criteria(ctx: &Context, desk: &mut Desk<'_>, id: &QuestionId) {
    let case = desk.case();
    let Some(question) = case.question(id) else {
        desk.view.asking = None;
        return;
    };
    let rank = case.number_of(id).unwrap_or_default();
    let title = fr(&format!("Critères éclairés par la question {rank}"));
    let dialog = Dialog::new("preparer-criteres", &title).width(720.0);
    let dialog = dialog.button("Fermer", ButtonKind::Primary);
    let tall = (ctx.content_rect().height() - AROUND).max(120.0);
    let answer = dialog.show(ctx, |ui| criteria::choices(ui, desk, question, tall));
    if answer != DialogAnswer::Open {
        desk.view.asking = None;
    }
}

fn keys(ctx: &Context, desk: &mut Desk<'_>) {
    let dialog = Dialog::new("preparer-touches", "Touches").button("Fermer", ButtonKind::Primary);
    let tall = (ctx.content_rect().height() - AROUND).max(80.0);
    let answer = dialog.show(ctx, |ui| {
        secondary(
            ui,
            fr("L'étude de cas s'enregistre seule, une seconde après le dernier changement."),
        );
        ScrollArea::vertical().id_salt("touches").max_height(tall).show(ui, |ui| {
            for (keys, action) in KEYS {
                key_hint(ui, keys, &fr(action));
            }
        });
    });
    if answer != DialogAnswer::Open {
        desk.view.asking = None;
    }
}
