//! « Qui êtes-vous ? »: the juror at this PC, asked once a sitting.

use egui::{Align, Layout, Ui};

use super::desk::{Desk, Wish};
use super::lone_column::lone_column;
use super::{bars, messages};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{Button, card, label, page_title, row, secondary, subtitle};
use crate::domain::exam::Juror;
use crate::domain::french::long_date;

/// Width of the column of cards, in points.
const COLUMN: f32 = 560.0;
/// Width kept for the button of a card.
const BUTTON_ROOM: f32 = 130.0;

/// Shows the choice of the juror.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    bars::top(ui, desk, false);
    bars::bottom(ui, desk);
    lone_column(ui, "jury_who", COLUMN, |ui| column(ui, desk));
}

fn column(ui: &mut Ui, desk: &mut Desk<'_>) {
    let session = &desk.bench.folder.session;
    page_title(ui, fr("Qui êtes-vous ?"));
    label(
        ui,
        fr(
            "Vos jugements portent votre identifiant. Chaque juré évalue seul, puis le jury délibère.",
        ),
    );
    let centre = Some(session.centre.trim()).filter(|centre| !centre.is_empty());
    let centre = centre.map(|centre| format!(", {centre}")).unwrap_or_default();
    secondary(ui, fr(&format!("Jury du {}{centre}", long_date(session.jury_date))));
    messages::show(ui, desk);
    messages::sealed(ui, desk);
    messages::problems(ui, desk);
    ui.add_space(space::SMALL);
    for juror in &desk.bench.folder.session.jurors {
        if juror_card(ui, juror) {
            desk.wishes.push(Wish::Sit(juror.id.clone()));
        }
    }
}

fn juror_card(ui: &mut Ui, juror: &Juror) -> bool {
    let name = fr(&format!("Continuer comme {}, {}", juror.id, juror.name));
    let mut chosen = false;
    ui.push_id(juror.id.as_str(), |ui| {
        card(ui, |ui| {
            row(ui, space::HUGE + space::MEDIUM, |ui| {
                ui.vertical(|ui| {
                    ui.set_max_width((ui.available_width() - BUTTON_ROOM).max(BUTTON_ROOM));
                    subtitle(ui, fr(&format!("{}, {}", juror.id, juror.name)));
                    if !juror.organisation.is_empty() {
                        secondary(ui, fr(&juror.organisation));
                    }
                });
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    chosen = Button::new("Continuer").name(&name).show(ui).clicked();
                });
            });
        });
    });
    chosen
}
