//! Instructions to the candidates, and their material.

use egui::Ui;

use super::desk::Desk;
use super::editor::heading;
use super::value_field::ValueField;
use crate::desktop::author::model::FieldKey;
use crate::desktop::author::model::readings::LINES;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{check_box, secondary};
use crate::domain::case_study::{Edit, Materials};

/// Shows the editor.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    heading(ui, desk, |_, _| {});
    let case = desk.case();
    let response = ValueField::new(FieldKey::Instructions, "Consignes, une par ligne")
        .rows(7)
        .show(ui, desk, (&LINES, &case.instructions), Edit::Instructions);
    desk.first_field(&response);
    if case.instructions.is_empty() {
        usual(ui, desk);
    }
    let materials = &case.materials;
    ValueField::new(FieldKey::Allowed, "Matériel autorisé, un par ligne").rows(4).show(
        ui,
        desk,
        (&LINES, &materials.allowed),
        |allowed| Edit::Materials(Materials { allowed, ..materials.clone() }),
    );
    ValueField::new(FieldKey::Forbidden, "Matériel interdit, un par ligne").rows(3).show(
        ui,
        desk,
        (&LINES, &materials.forbidden),
        |forbidden| Edit::Materials(Materials { forbidden, ..materials.clone() }),
    );
    spell_check(ui, desk);
}

/// Whether the candidates have the spell-check.
fn spell_check(ui: &mut Ui, desk: &mut Desk<'_>) {
    let materials = &desk.case().materials;
    let mut allowed = materials.spell_check;
    let changed = check_box(ui, &fr("Correcteur orthographique permis"), &mut allowed).changed();
    let after = Materials { spell_check: allowed, ..materials.clone() };
    if changed {
        desk.apply(Edit::Materials(after));
    }
    secondary(
        ui,
        fr("Sans cette autorisation, seuls les candidats dont l'aménagement l'accorde l'ont à \
            l'écran."),
    );
}

/// The instructions that the subject carries when the author writes none.
fn usual(ui: &mut Ui, desk: &Desk<'_>) {
    secondary(ui, fr("Sans consigne de votre part, le sujet porte les consignes usuelles :"));
    if let Some(subject) = &desk.open.derived().subject {
        for line in &subject.instructions {
            secondary(ui, fr(&format!("– {}", line.replace("**", ""))));
        }
    }
}
