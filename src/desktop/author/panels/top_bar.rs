//! The bar at the top: the case, undo and redo, the save, the preview, the exports.

use egui::Ui;

use super::bar_layout::{at_end, end_width};
use super::desk::Desk;
use crate::desktop::author::commands::{Command, Errand};
use crate::desktop::author::export::ExportKind;
use crate::desktop::author::model::{SaveState, scheme_words};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{State, height, space};
use crate::desktop::ui_kit::{
    Button, Icon, TextRole, brand, chip, divider_vertical, icon, menu, menu_item, one_line,
    palette, secondary, strong, top_bar,
};
use crate::domain::french::clock_minutes;

/// Under this width the undo shows its sign alone, and the scheme is not shown.
const ROOMY: f32 = 1180.0;
/// Under this width only the title, the save and the exports are left.
const NARROW: f32 = 900.0;
/// Name of the right end.
const END: &str = "preparer-fin-du-haut";
/// Width of the chip and of the words beside the title.
const BESIDE: f32 = 250.0;

/// Shows the bar.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    let width = ui.available_width();
    top_bar(ui, "preparer-haut", height::TOP_BAR, |ui| {
        start(ui, desk, width);
        at_end(ui, END, |ui| end(ui, desk, width));
    });
}

fn start(ui: &mut Ui, desk: &mut Desk<'_>, width: f32) {
    let home = fr("Revenir à l'accueil");
    if Button::sign(Icon::ChevronLeft, &home).id_salt("accueil").show(ui).clicked() {
        desk.send(Errand::Home);
    }
    if width >= NARROW {
        brand(ui);
        strong(ui, "Préparer");
        divider_vertical(ui);
    }
    let case = desk.case();
    let beside = match width {
        wide if wide >= ROOMY => BESIDE,
        medium if medium >= NARROW => BESIDE * 0.5,
        _ => 0.0,
    };
    let room = ui.available_width() - end_width(ui, END) - beside - space::LARGE;
    ui.scope(|ui| {
        ui.set_max_width(room.max(80.0));
        one_line(ui, fr(&case.title), TextRole::Strong);
    });
    if width >= NARROW {
        chip(ui, None, &fr(case.usage.label()), State::Accent);
    }
    if width >= ROOMY {
        let scheme = desk.scheme().map(|(_, scheme)| scheme_words(scheme));
        let words = scheme.unwrap_or_else(|| case.scheme.to_string());
        secondary(ui, fr(&format!("{}, {words}", case.qualification)));
    }
}

fn end(ui: &mut Ui, desk: &mut Desk<'_>, width: f32) {
    undo(ui, desk, width >= ROOMY);
    redo(ui, desk);
    if width >= NARROW {
        divider_vertical(ui);
    }
    save_state(ui, desk, width >= NARROW);
    if width >= NARROW {
        let name = fr("Essayer : voir l'étude de cas comme un candidat");
        let button = Button::new("Essayer").icon(Icon::Play).name(&name).id_salt("essayer");
        if button.show(ui).clicked() {
            desk.ask(Command::Try);
        }
    }
    exports(ui, desk);
}

fn undo(ui: &mut Ui, desk: &mut Desk<'_>, with_words: bool) {
    let label = desk.open.undo_label();
    let words =
        label.as_ref().map_or_else(|| "Annuler".to_owned(), |l| fr(&format!("Annuler : {l}")));
    let button = if with_words {
        Button::quiet(&words).icon(Icon::Undo)
    } else {
        Button::sign(Icon::Undo, &words)
    };
    let reason = fr("Rien à annuler.");
    if button.enabled(label.is_some(), &reason).id_salt("annuler").show(ui).clicked() {
        desk.ask(Command::Undo);
    }
}

fn redo(ui: &mut Ui, desk: &mut Desk<'_>) {
    let label = desk.open.redo_label();
    let words =
        label.as_ref().map_or_else(|| "Rétablir".to_owned(), |l| fr(&format!("Rétablir : {l}")));
    let reason = fr("Rien à rétablir.");
    let button = Button::sign(Icon::Redo, &words).enabled(label.is_some(), &reason);
    if button.id_salt("retablir").show(ui).clicked() {
        desk.ask(Command::Redo);
    }
}

/// What the disk holds, in words.
fn save_state(ui: &mut Ui, desk: &Desk<'_>, with_words: bool) {
    let (sign, state, words) = match desk.open.save_state() {
        SaveState::Untouched => (Icon::Check, State::Ok, "Enregistré".to_owned()),
        SaveState::Saved(moment) => {
            (Icon::Check, State::Ok, format!("Enregistré à {}", clock_minutes(moment)))
        }
        SaveState::Waiting => {
            (Icon::Pencil, State::Neutral, "Modifications à enregistrer".to_owned())
        }
        SaveState::Failed(_) => (Icon::Bang, State::Root, "Non enregistré".to_owned()),
    };
    let color = palette(ui).sign(state);
    let words = fr(&words);
    icon(ui, sign, 16.0, color).on_hover_text(words.as_str());
    if with_words {
        secondary(ui, words);
    }
}

fn exports(ui: &mut Ui, desk: &mut Desk<'_>) {
    let running = desk.export.is_running();
    let reason = fr("Un document est en cours d'écriture.");
    let button = Button::primary("Exporter").trailing(Icon::ChevronDown).id_salt("exporter");
    let response = button.enabled(!running, &reason).show(ui);
    menu(&response, |ui| {
        for kind in ExportKind::ALL {
            let sign = if kind == ExportKind::Subject { Icon::Shield } else { Icon::Print };
            if menu_item(ui, Some(sign), &fr(kind.label()), None).clicked() {
                desk.send(Errand::Export(kind));
            }
        }
    });
}
