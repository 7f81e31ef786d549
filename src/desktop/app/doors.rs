//! The doors of the home screen, one a role, and the session of demonstration.

use egui::Ui;

use super::demonstration::DemonstrationJob;
use super::home::{DoorAction, HomeWish};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{
    Button, Icon, card, divider, icon, key_cap, label, palette, progress_bar, row_from_right,
    secondary, subtitle, title,
};

/// One door: a role, what it does, its actions.
struct Door {
    name: &'static str,
    role: &'static str,
    key: &'static str,
    sign: Icon,
    purpose: &'static str,
    actions: &'static [Action],
}

/// What a door leads to.
struct Action {
    /// Words on the door.
    words: &'static str,
    /// The same for screen readers, where the words need the door around them.
    name: &'static str,
    wish: DoorAction,
}

const fn action(words: &'static str, name: &'static str, wish: DoorAction) -> Action {
    Action { words, name, wish }
}

const DOORS: [Door; 4] = [
    Door {
        name: "Préparer",
        role: "Formateur",
        key: "Ctrl 1",
        sign: Icon::Pencil,
        purpose: "Écrire une étude de cas, contrôler son corrigé, préparer la session.",
        actions: &[
            action("Nouvelle étude de cas…", "Nouvelle étude de cas…", DoorAction::NewCase),
            action("Ouvrir…", "Ouvrir une étude de cas…", DoorAction::OpenCase),
            action("Nouvelle session…", "Nouvelle session…", DoorAction::NewSession),
        ],
    },
    Door {
        name: "Composer",
        role: "Candidat",
        key: "Ctrl 2",
        sign: Icon::List,
        purpose: "Ouvrir un sujet, répondre, relire et remettre sa copie.",
        actions: &[action(
            "Ouvrir un sujet ou reprendre une copie…",
            "Ouvrir un sujet ou reprendre une copie…",
            DoorAction::OpenSubject,
        )],
    },
    Door {
        name: "Évaluer",
        role: "Jury",
        key: "Ctrl 3",
        sign: Icon::Scales,
        purpose: "Corriger, juger chaque critère, délibérer, imprimer les documents.",
        actions: &[action(
            "Ouvrir une session…",
            "Ouvrir une session… pour l'évaluer",
            DoorAction::OpenSession,
        )],
    },
    Door {
        name: "Surveiller",
        role: "Surveillant",
        key: "Ctrl 4",
        sign: Icon::People,
        purpose: "Suivre la salle, rassembler les copies, comparer leurs empreintes, imprimer l'émargement.",
        actions: &[action(
            "Ouvrir une session…",
            "Ouvrir une session… pour surveiller la salle",
            DoorAction::WatchRoom,
        )],
    },
];

/// Least width of two columns of doors, in points.
const TWO_COLUMNS: f32 = 640.0;
/// Least width of a card whose button stands at the end of its line.
const BUTTON_BESIDE: f32 = 560.0;
/// Room kept for that button.
const BUTTON_ROOM: f32 = 240.0;
/// Least height of a door, so that two side by side end together.
const DOOR_HEIGHT: f32 = 136.0;

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
    if ui.available_width() < TWO_COLUMNS {
        for door in &DOORS {
            pressed = door_card(ui, door).or(pressed);
        }
    } else {
        // Columns are justified by default, which spreads the words of a text.
        let ragged = egui::Layout::top_down(egui::Align::Min);
        for pair in DOORS.chunks(2) {
            ui.columns_const(|columns: &mut [Ui; 2]| {
                for (column, door) in columns.iter_mut().zip(pair) {
                    let found = column.with_layout(ragged, |ui| door_card(ui, door)).inner;
                    pressed = found.or(pressed.take());
                }
            });
        }
    }
    demonstration(ui, job).map(Pressed::Demonstration).or(pressed)
}

fn door_card(ui: &mut Ui, door: &Door) -> Option<Pressed> {
    let mut pressed = None;
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.set_min_height(DOOR_HEIGHT);
        pressed = show_door(ui, door).map(Pressed::Door);
    });
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
        for action in door.actions {
            let (words, name) = (fr(action.words), fr(action.name));
            if Button::link(&words).name(&name).show(ui).clicked() {
                pressed = Some(action.wish);
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
        if ui.available_width() < BUTTON_BESIDE || job.is_some() {
            demonstration_words(ui);
            wish = demonstration_button(ui, job);
            return;
        }
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                ui.set_max_width((ui.available_width() - BUTTON_ROOM).max(0.0));
                demonstration_words(ui);
            });
            row_from_right(ui, 56.0, |ui| wish = demonstration_button(ui, job));
        });
    });
    wish
}

fn demonstration_words(ui: &mut Ui) {
    subtitle(ui, fr("Session de démonstration"));
    label(
        ui,
        fr("Dix candidats, deux jurés, un sujet de 2 h : jouez chaque rôle sans rien préparer."),
    );
    secondary(ui, fr("Dans un dossier d'essai, que vous pouvez jeter ensuite."));
}

fn demonstration_button(ui: &mut Ui, job: Option<&DemonstrationJob>) -> Option<HomeWish> {
    let Some(job) = job else {
        let words = fr("Ouvrir la démonstration");
        let pressed = Button::primary(&words).icon(Icon::Play).show(ui).clicked();
        return pressed.then_some(HomeWish::Demonstration);
    };
    let progress = job.progress();
    label(ui, fr(&progress.step));
    progress_bar(ui, progress.done, progress.total);
    let cancelled = Button::new("Annuler").show(ui).clicked();
    cancelled.then_some(HomeWish::CancelDemonstration)
}
