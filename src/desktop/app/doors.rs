//! The doors of the home screen, one a role, and the session of demonstration.

use egui::Ui;

use super::demonstration::DemonstrationJob;
use super::home::{DoorAction, HomeWish};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{
    Button, Icon, card, divider, icon, key_cap, label, palette, progress_bar, secondary, subtitle,
    title,
};

/// One door: a role, what it does, its actions.
struct Door {
    name: &'static str,
    role: &'static str,
    key: &'static str,
    sign: Icon,
    purpose: &'static str,
    actions: &'static [(&'static str, DoorAction)],
}

const DOORS: [Door; 3] = [
    Door {
        name: "Préparer",
        role: "Formateur",
        key: "Ctrl 1",
        sign: Icon::Pencil,
        purpose: "Écrire une étude de cas à partir d'un référentiel, contrôler son corrigé, l'exporter.",
        actions: &[
            ("Nouvelle étude de cas…", DoorAction::NewCase),
            ("Ouvrir une étude de cas…", DoorAction::OpenCase),
            ("Nouvelle session…", DoorAction::NewSession),
        ],
    },
    Door {
        name: "Composer",
        role: "Candidat",
        key: "Ctrl 2",
        sign: Icon::List,
        purpose: "Ouvrir un sujet, répondre, relire et remettre sa copie.",
        actions: &[("Ouvrir un sujet ou reprendre une copie…", DoorAction::OpenSubject)],
    },
    Door {
        name: "Évaluer",
        role: "Jury",
        key: "Ctrl 3",
        sign: Icon::Scales,
        purpose: "Corriger, juger chaque critère, délibérer, imprimer les documents.",
        actions: &[("Ouvrir une session…", DoorAction::OpenSession)],
    },
];

/// Least width of two columns of doors, in points.
const TWO_COLUMNS: f32 = 640.0;
/// Least height of a door, so that two side by side end together.
const DOOR_HEIGHT: f32 = 152.0;

/// What was pressed among the doors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pressed {
    /// An action of a door.
    Door(DoorAction),
    /// Something about the demonstration.
    Demonstration(HomeWish),
}

/// Shows the doors and the card of the demonstration, and says what was pressed.
pub(super) fn show(ui: &mut Ui, job: Option<&DemonstrationJob>) -> Option<Pressed> {
    let mut pressed = None;
    let mut take = |found: Option<Pressed>| {
        if found.is_some() {
            pressed = found;
        }
    };
    let [prepare, sit, judge] = &DOORS;
    if ui.available_width() < TWO_COLUMNS {
        for door in [prepare, sit, judge] {
            take(door_card(ui, door));
        }
        take(demonstration(ui, job).map(Pressed::Demonstration));
        return pressed;
    }
    // Columns are justified by default, which spreads the words of a text.
    let ragged = egui::Layout::top_down(egui::Align::Min);
    ui.columns_const(|[left, right]| {
        take(left.with_layout(ragged, |ui| door_card(ui, prepare)).inner);
        take(right.with_layout(ragged, |ui| door_card(ui, sit)).inner);
    });
    ui.columns_const(|[left, right]| {
        take(left.with_layout(ragged, |ui| door_card(ui, judge)).inner);
        let asked = right.with_layout(ragged, |ui| demonstration(ui, job)).inner;
        take(asked.map(Pressed::Demonstration));
    });
    pressed
}

fn door_card(ui: &mut Ui, door: &Door) -> Option<Pressed> {
    let mut pressed = None;
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.set_min_height(DOOR_HEIGHT);
        pressed = show_door(ui, door).map(Pressed::Door);
    });
    ui.add_space(8.0);
    pressed
}

fn show_door(ui: &mut Ui, door: &Door) -> Option<DoorAction> {
    let mut pressed = None;
    ui.horizontal(|ui| {
        let accent = palette(ui).accent;
        icon(ui, door.sign, 24.0, accent);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            title(ui, fr(door.name));
            secondary(ui, fr(door.role));
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            key_cap(ui, door.key);
        });
    });
    label(ui, fr(door.purpose));
    divider(ui);
    ui.horizontal_wrapped(|ui| {
        for (words, action) in door.actions {
            if Button::link(&fr(words)).show(ui).clicked() {
                pressed = Some(*action);
            }
        }
    });
    pressed
}

/// The card of the demonstration, with its progress while it is made.
fn demonstration(ui: &mut Ui, job: Option<&DemonstrationJob>) -> Option<HomeWish> {
    let fill = palette(ui).accent_soft;
    let mut wish = None;
    let frame = egui::Frame::NONE.fill(fill).inner_margin(16).corner_radius(8);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.set_min_height(DOOR_HEIGHT);
        subtitle(ui, fr("Session de démonstration"));
        label(ui, fr("Dix candidats, deux jurés, un sujet de 2 h : jouez chaque rôle sans rien préparer."));
        secondary(ui, fr("Dans un dossier d'essai, que vous pouvez jeter ensuite."));
        match job {
            None => {
                if Button::primary("Ouvrir la démonstration").icon(Icon::Play).show(ui).clicked() {
                    wish = Some(HomeWish::Demonstration);
                }
            }
            Some(job) => {
                let progress = job.progress();
                label(ui, fr(&progress.step));
                progress_bar(ui, progress.done, progress.total);
                if Button::new("Annuler").show(ui).clicked() {
                    wish = Some(HomeWish::CancelDemonstration);
                }
            }
        }
    });
    wish
}
