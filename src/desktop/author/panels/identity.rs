//! Identity of the case: title, author, use, durations.

use egui::Ui;

use super::desk::Desk;
use super::editor::heading;
use super::value_field::{ValueField, line};
use crate::desktop::author::model::readings::MINUTES;
use crate::desktop::author::model::{FieldKey, Spot, scheme_words};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{
    BannerKind, Button, Field, banner, card, field_name, label, secondary, segmented,
};
use crate::domain::case_study::{Edit, Usage};
use crate::domain::french::duration;
use crate::domain::identifier::CompetenceId;

/// Width of a field of minutes.
const MINUTES_WIDTH: f32 = 110.0;

/// Shows the editor.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    heading(ui, desk, |_, _| {});
    let case = desk.case();
    let name = line(ui, Field::new("Titre"), &case.title);
    desk.first_field(&name.response);
    if let Some(text) = name.text {
        desk.type_in(Edit::Title(text));
    }
    if let Some(text) = line(ui, Field::new("Auteur"), &case.author).text {
        desk.type_in(Edit::Author(text));
    }
    field_name(ui, "Usage");
    let mut rank = Usage::ALL.iter().position(|usage| *usage == case.usage).unwrap_or_default();
    let labels = Usage::ALL.map(Usage::label);
    if segmented(ui, "Usage", &mut rank, &labels).changed()
        && let Some(usage) = Usage::ALL.get(rank)
    {
        desk.apply(Edit::Usage(*usage));
    }
    durations(ui, desk);
    frame(ui, desk);
}

fn durations(ui: &mut Ui, desk: &mut Desk<'_>) {
    let case = desk.case();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::LARGE;
        ValueField::new(FieldKey::Duration, "Durée de l'épreuve (min)").width(MINUTES_WIDTH).show(
            ui,
            desk,
            (&MINUTES, &case.duration_minutes),
            Edit::Duration,
        );
        ValueField::new(FieldKey::Reading, "Temps de lecture (min)").width(MINUTES_WIDTH).show(
            ui,
            desk,
            (&MINUTES, &case.reading_minutes),
            Edit::Reading,
        );
    });
    let planned = duration(case.suggested_minutes());
    let total = duration(case.duration_minutes);
    secondary(ui, fr(&format!("Lecture et questions : {planned} sur {total}.")));
    let official = desk.scheme().and_then(|(_, scheme)| scheme.written_case());
    let Some(official) = official.map(|modality| modality.minutes) else { return };
    if official != case.duration_minutes {
        let text = format!("Le référentiel prévoit {} pour l'écrit.", duration(official));
        if banner(ui, BannerKind::Info, "", &fr(&text), Some("Reprendre cette durée")) {
            desk.view.drafts.forget(&FieldKey::Duration);
            desk.apply(Edit::Duration(official));
        }
    }
}

/// What was chosen at the creation: titre, scheme, file.
fn frame(ui: &mut Ui, desk: &mut Desk<'_>) {
    card(ui, |ui| {
        field_name(ui, "Cadre");
        if let Some((qualification, scheme)) = desk.scheme() {
            label(ui, fr(&format!("{}, {}", qualification.sigle, qualification.title)));
            label(ui, fr(&format!("{} : {}", scheme_words(scheme), scheme.title)));
            let written = scheme.written_case().map(|modality| modality.competences.as_slice());
            let ids = written.unwrap_or_default().iter().map(CompetenceId::as_str);
            let ids: Vec<&str> = ids.collect();
            secondary(ui, fr(&format!("Compétences évaluées à l'écrit : {}.", ids.join(", "))));
        } else {
            let text = "Le référentiel de cette étude de cas n'est pas installé sur ce poste.";
            label(ui, fr(text));
        }
        secondary(
            ui,
            fr("Le titre et le dispositif se choisissent à la création de l'étude de cas."),
        );
        secondary(ui, fr(&format!("Fichier : {}", desk.open.path().display())));
        if Button::link("Lire le référentiel").id_salt("referentiel").show(ui).clicked() {
            desk.view.select(Spot::Framework);
        }
    });
}
