//! « À faire »: one entry a candidate, with the way to it.

use egui::{ScrollArea, Ui};

use super::desk::Desk;
use super::session::open;
use crate::desktop::jury::model::counted;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{
    Button, Icon, State, chip, divider, icon, label, palette, secondary, section_heading, strong,
};

/// Shows what is left to do.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    let bench = desk.bench;
    let entries = bench.todo();
    section_heading(ui, &fr("À faire"), |ui| {
        let words = counted(entries.len(), "candidat", "candidats");
        let state = if entries.is_empty() { State::Ok } else { State::Warn };
        chip(ui, None, &fr(&words), state);
    });
    if entries.is_empty() {
        label(ui, fr("Toutes les décisions sont prononcées."));
        return;
    }
    ScrollArea::vertical().id_salt("jury_todo_list").show(ui, |ui| {
        ui.take_available_width();
        for entry in entries {
            ui.push_id(entry.candidate.as_str(), |ui| {
                let (sign, state) = if entry.disputed {
                    (Icon::NotEqual, State::Warn)
                } else {
                    (Icon::Warning, State::Warn)
                };
                ui.horizontal(|ui| {
                    let color = palette(ui).sign(state);
                    icon(ui, sign, 16.0, color);
                    strong(ui, entry.candidate.as_str());
                    let name = fr(&format!("Ouvrir {}", entry.candidate));
                    if Button::link("Ouvrir").name(&name).show(ui).clicked() {
                        open(desk, &entry.candidate);
                    }
                });
                for line in &entry.lines {
                    secondary(ui, fr(line));
                }
                divider(ui);
            });
        }
    });
}
