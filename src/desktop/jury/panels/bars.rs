//! Bars of every screen of the jury: identity of the session above, keys and saving below.

use egui::{Align, Layout, Ui};

use super::desk::{Desk, Wish};
use crate::desktop::jury::model::{Mode, Screen};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::height;
use crate::desktop::ui_kit::{
    Button, Icon, State, TextRole, brand, chip, divider_vertical, footer, icon, key_hint, one_line,
    palette, secondary, segmented, strong, top_bar,
};
use crate::domain::french::clock_minutes;

/// Least width left before a key is not shown any more.
const KEY_ROOM: f32 = 190.0;

/// Bar under the top edge.
pub fn top(ui: &mut Ui, desk: &mut Desk<'_>, narrow: bool) {
    top_bar(ui, "jury_top", height::TOP_BAR, |ui| {
        brand(ui);
        way_back(ui, desk);
        divider_vertical(ui);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            who_sits(ui, desk);
            match desk.view.screen {
                Screen::Correction => correction_switches(ui, desk, narrow),
                Screen::Session | Screen::Deliberation if !narrow => {
                    let reference = &desk.bench.reference;
                    let scheme = reference.scheme.label();
                    secondary(ui, fr(&format!("{}, {scheme}", reference.qualification.sigle)));
                }
                Screen::Juror | Screen::Session | Screen::Deliberation => {}
            }
            if !narrow {
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| identity(ui, desk));
            }
        });
    });
}

/// What the session is, in the place left.
fn identity(ui: &mut Ui, desk: &Desk<'_>) {
    let folder = &desk.bench.folder;
    chip(ui, None, &fr(folder.solved.case.usage.label()), State::Accent);
    one_line(ui, fr(&folder.session.title), TextRole::Strong);
}

/// « Accueil » from the session, « Session » from the other screens, « Délibération » from a copy
/// opened there.
fn way_back(ui: &mut Ui, desk: &mut Desk<'_>) {
    let inside = matches!(desk.view.screen, Screen::Correction | Screen::Deliberation);
    let looking = desk.view.screen == Screen::Correction && desk.view.to_deliberation;
    let (word, name) = match (inside, looking) {
        (_, true) => ("Délibération", "Revenir à la délibération"),
        (true, false) => ("Session", "Revenir à la vue de la session"),
        (false, false) => ("Accueil", "Revenir à l'accueil"),
    };
    let (word, name) = (fr(word), fr(name));
    if !Button::quiet(&word).icon(Icon::ChevronLeft).name(&name).show(ui).clicked() {
        return;
    }
    match desk.view.candidate.clone() {
        Some(candidate) if looking => desk.view.deliberate(candidate),
        _ if inside => desk.view.go_to_session(),
        _ => desk.wishes.push(Wish::Home),
    }
}

fn who_sits(ui: &mut Ui, desk: &mut Desk<'_>) {
    let Some(juror) = desk.bench.juror() else { return };
    let name = fr("Changer de juré");
    if Button::quiet(&fr("Changer…")).small().name(&name).show(ui).clicked() {
        desk.wishes.push(Wish::Leave);
    }
    strong(ui, fr(&format!("{}, {}", juror.id, juror.name)));
    divider_vertical(ui);
}

/// From the right: marks shown or not, then the way through the copies.
fn correction_switches(ui: &mut Ui, desk: &mut Desk<'_>, narrow: bool) {
    let view = &mut *desk.view;
    let words = fr(if view.beside.points { "Points visibles" } else { "Points masqués" });
    let name = fr("Afficher les points, aide interne des correcteurs");
    let button = Button::quiet(&words).icon(Icon::Eye).name(&name).selected(view.beside.points);
    if button.show(ui).clicked() {
        view.beside.points = !view.beside.points;
    }
    let mut mode = usize::from(view.mode == Mode::ByCopy);
    let options = if narrow { ["Question", "Copie"] } else { ["Par question", "Par copie"] };
    if segmented(ui, &fr("Ordre de correction"), &mut mode, &options).changed() {
        view.mode = if mode == 1 { Mode::ByCopy } else { Mode::ByQuestion };
    }
}

/// Bar above the bottom edge: what the screen is, its keys, what is saved.
pub fn bottom(ui: &mut Ui, desk: &Desk<'_>) {
    let keys: &[(&[&str], &str)] = match desk.view.screen {
        _ if desk.unsealing.is_shown() => &[],
        Screen::Juror => &[],
        Screen::Session => {
            &[(&["Haut", "Bas"], "candidat"), (&["Entrée"], "ouvrir"), (&["N"], "prochain à faire")]
        }
        Screen::Correction => &[
            (&["1", "2", "3", "4"], "niveau"),
            (&["Haut", "Bas"], "critère"),
            (&["R"], "remarque"),
            (&["S"], "second regard"),
            (&["Entrée"], "valider"),
            (&["N"], "prochaine à faire"),
        ],
        Screen::Deliberation => &[
            (&["A"], "acquise"),
            (&["X"], "non acquise"),
            (&["M"], "motif"),
            (&["N"], "manque suivant"),
            (&["Ctrl", "Droite"], "candidat suivant"),
        ],
    };
    footer(ui, "jury_footer", height::FOOTER, |ui| {
        secondary(ui, fr("Document d'aide au jury – ne remplace pas les documents officiels"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            saved(ui, desk);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                for (caps, action) in keys {
                    if ui.available_width() > KEY_ROOM {
                        key_hint(ui, caps, &fr(action));
                    }
                }
            });
        });
    });
}

fn saved(ui: &mut Ui, desk: &Desk<'_>) {
    let ledger = &desk.bench.ledger;
    if ledger.failure().is_some() {
        secondary(ui, fr("Non enregistré"));
        let color = palette(ui).root;
        icon(ui, Icon::Bang, 16.0, color);
    } else if desk.view.drafts.is_pending() {
        secondary(ui, fr("Enregistrement…"));
    } else if let Some(moment) = ledger.saved_at() {
        secondary(ui, fr(&format!("Enregistré à {}", clock_minutes(moment))));
        let color = palette(ui).ok;
        icon(ui, Icon::Check, 16.0, color);
    }
}
