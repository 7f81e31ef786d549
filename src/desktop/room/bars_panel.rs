//! Bars of the room, the counts and the actions.

use egui::Ui;

use super::model::counted;
use super::{Asked, View};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::height;
use crate::desktop::ui_kit::{
    Button, Icon, State, TextRole, brand, chip, divider_vertical, footer, key_hint, one_line,
    secondary, title, top_bar,
};
use crate::domain::exam::room_words;
use crate::domain::french::long_date;

/// Bar under the top edge.
pub(super) fn top(ui: &mut Ui, view: &mut View<'_>) {
    top_bar(ui, "salle-haut", height::TOP_BAR, |ui| {
        brand(ui);
        let name = fr("Revenir à l'accueil");
        if Button::quiet("Accueil").icon(Icon::ChevronLeft).name(&name).show(ui).clicked() {
            view.asked.push(Asked::Home);
        }
        divider_vertical(ui);
        one_line(ui, fr(&view.room.session.title), TextRole::Strong);
    });
}

/// Bar above the bottom edge.
pub(super) fn bottom(ui: &mut Ui, view: &View<'_>) {
    footer(ui, "salle-bas", height::FOOTER, |ui| {
        secondary(ui, fr("Aucune réponse ne se lit ici"));
        if !view.is_narrow {
            key_hint(ui, &["F5"], &fr("relire les copies"));
            key_hint(ui, &["Espace"], &fr("cocher"));
        }
    });
}

/// What the room is, how many copies stand how, what can be done.
pub(super) fn heading(ui: &mut Ui, view: &mut View<'_>) {
    let session = &view.room.session;
    title(ui, fr("Vue de la salle"));
    let room = room_words(&session.room);
    let place = if room.is_empty() { String::new() } else { format!(", {room}") };
    secondary(ui, fr(&format!("{}{place}", long_date(session.date))));
    ui.horizontal_wrapped(|ui| counts(ui, view));
    ui.horizontal_wrapped(|ui| actions(ui, view));
}

fn counts(ui: &mut Ui, view: &View<'_>) {
    let counts = view.room.counts();
    let mut show = |count: usize, icon: Icon, (one, several): (&str, &str), state: State| {
        chip(ui, Some(icon), &fr(&counted(count, one, several)), state);
    };
    show(counts.expected, Icon::People, ("copie attendue", "copies attendues"), State::Neutral);
    show(counts.intact, Icon::Check, ("intacte", "intactes"), State::Ok);
    show(counts.compared, Icon::Equal, ("comparée", "comparées"), State::Ok);
    if counts.missing > 0 {
        show(counts.missing, Icon::Ring, ("manquante", "manquantes"), State::Warn);
    }
    if counts.altered > 0 {
        show(counts.altered, Icon::Bang, ("altérée", "altérées"), State::Root);
    }
    if counts.absent > 0 {
        show(counts.absent, Icon::Dash, ("absent", "absents"), State::Neutral);
    }
}

fn actions(ui: &mut Ui, view: &mut View<'_>) {
    let busy = fr("Attendez la fin du travail en cours.");
    let free = view.work.is_none();
    let sealed = view.room.is_sealed();
    let training = fr("Les copies d'entraînement se rangent à la main dans le dossier copies.");
    let reason = if sealed { &busy } else { &training };
    let collect = fr("Rassembler les copies…");
    let button = Button::primary(&collect).icon(Icon::Folder).enabled(free && sealed, reason);
    if button.show(ui).clicked() {
        view.asked.push(Asked::Collect);
    }
    let print = fr("Imprimer l'émargement");
    if Button::new(&print).icon(Icon::Print).enabled(free, &busy).show(ui).clicked() {
        view.asked.push(Asked::Print);
    }
    let again = fr("Actualiser : relire les copies du dossier de la session");
    let button = Button::quiet("Actualiser").name(&again).key("F5").enabled(free, &busy);
    if button.show(ui).clicked() {
        view.asked.push(Asked::Look);
    }
    if !sealed {
        secondary(ui, training);
    }
}
