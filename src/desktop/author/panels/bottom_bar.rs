//! The bar at the bottom: what the case holds, and the keys.

use egui::Ui;

use super::bar_layout::at_end;
use super::desk::Desk;
use crate::desktop::author::model::counted;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::height;
use crate::desktop::ui_kit::{footer, key_hint, secondary};
use crate::domain::french::duration;

/// Under this width only the summary is shown.
const NARROW: f32 = 900.0;
/// Under this width the most used keys are shown alone.
const ROOMY: f32 = 1180.0;

const KEYS: [(&[&str], &str); 5] = [
    (&["Ctrl Z"], "annuler"),
    (&["Ctrl Y"], "rétablir"),
    (&["F1"], "aide"),
    (&["Ctrl S"], "enregistrer"),
    (&["Ctrl F"], "rechercher"),
];

/// Shows the bar.
pub fn show(ui: &mut Ui, desk: &Desk<'_>) {
    let width = ui.available_width();
    footer(ui, "preparer-bas", height::FOOTER, |ui| {
        secondary(ui, fr(&summary(desk)));
        if width >= NARROW {
            let count = if width >= ROOMY { KEYS.len() } else { 3 };
            at_end(ui, "preparer-touches", |ui| {
                for (keys, action) in KEYS.iter().take(count) {
                    key_hint(ui, keys, action);
                }
            });
        }
    });
}

fn summary(desk: &Desk<'_>) -> String {
    let case = desk.case();
    let questions = counted(case.questions().count(), "question", "questions");
    let exhibits = counted(case.exhibits.len(), "annexe", "annexes");
    let planned = duration(case.suggested_minutes());
    let total = duration(case.duration_minutes);
    format!("{questions}, {exhibits}, {planned} prévues sur {total}")
}
