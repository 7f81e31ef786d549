//! The exhibits that a question cites.

use egui::Ui;

use super::desk::Desk;
use crate::desktop::author::commands::question_edit;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{field_name, secondary, small_check_box};
use crate::domain::case_study::Question;

/// Check boxes of the exhibits that the candidate must read.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>, question: &Question) {
    field_name(ui, fr("Annexes à lire"));
    let case = desk.case();
    if case.exhibits.is_empty() {
        secondary(ui, fr("L'étude de cas n'a pas encore d'annexe."));
        return;
    }
    ui.push_id("annexes", |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        for (index, exhibit) in case.exhibits.iter().enumerate() {
            let mut cited = question.exhibits.contains(&exhibit.id);
            let words = fr(&format!("Annexe {}, {}", index + 1, exhibit.title));
            ui.push_id(exhibit.id.as_str(), |ui| {
                if small_check_box(ui, &words, &mut cited).changed() {
                    desk.apply(question_edit(question, "annexes", |changed| {
                        changed.exhibits.retain(|known| known != &exhibit.id);
                        if cited {
                            changed.exhibits.push(exhibit.id.clone());
                        }
                        changed.exhibits.sort_by_key(|id| case.exhibit_number(id));
                    }));
                }
            });
        }
    });
}
