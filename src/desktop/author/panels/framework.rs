//! What the référentiel says of the scheme of the case.

use egui::Ui;

use super::desk::Desk;
use super::editor::heading;
use super::facts;
use crate::desktop::author::model::scheme_words;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{card, label, secondary, subtitle};
use crate::domain::framework::{ExamScheme, Modality, Qualification};
use crate::domain::french::duration;

/// Shows the facts.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    heading(ui, desk, |_, _| {});
    let Some((qualification, scheme)) = desk.scheme() else {
        label(
            ui,
            fr(
                "Le référentiel ou le dispositif de cette étude de cas n'est pas installé sur ce poste. Placez-le dans le dossier des modèles, puis relancez Cas d'école.",
            ),
        );
        return;
    };
    whole(ui, qualification, scheme);
    for (index, modality) in scheme.modalities.iter().enumerate() {
        ui.push_id(("modalite", index), |ui| {
            card(ui, |ui| show_modality(ui, qualification, modality));
        });
    }
    card(ui, |ui| {
        subtitle(ui, fr("Jury et surveillance"));
        facts::text(ui, "Déroulement", Some(&scheme.jury_protocol));
        facts::text(ui, "Composition particulière", Some(&scheme.jury_composition));
        facts::text(ui, "Surveillance", Some(&scheme.surveillance));
        facts::text(ui, "Candidat par VAE", scheme.experience_route.as_deref());
        facts::text(ui, "Obligations réglementaires", scheme.regulatory.as_deref());
    });
    sources(ui, qualification, scheme);
}

fn whole(ui: &mut Ui, qualification: &Qualification, scheme: &ExamScheme) {
    label(ui, fr(&format!("{}, {}", qualification.sigle, qualification.title)));
    label(ui, fr(&format!("{} : {}", scheme_words(scheme), scheme.title)));
    let times = format!(
        "{} pour le candidat, dont {} devant le jury. {}, millésime {}.",
        duration(scheme.candidate_minutes),
        duration(scheme.jury_minutes),
        qualification.code,
        qualification.edition
    );
    secondary(ui, fr(&times));
    facts::written_competences(ui, qualification, scheme);
}

fn show_modality(ui: &mut Ui, qualification: &Qualification, modality: &Modality) {
    facts::modality_line(ui, modality);
    let competences: Vec<String> = modality
        .competences
        .iter()
        .filter_map(|id| qualification.competence(id))
        .map(|competence| format!("{}, {}", competence.id, competence.title))
        .collect();
    facts::list(ui, "Compétences évaluées", &competences);
    facts::text(ui, "Forme", modality.form.as_deref());
    facts::text(ui, "Organisation", modality.organisation.as_deref());
    facts::list(ui, "Précisions", &modality.details);
    facts::list(ui, "Contenu exigé du sujet", &modality.required_content);
    facts::text(ui, "Productions attendues", modality.expected_productions.as_deref());
    facts::list(ui, "Thèmes", &modality.topics);
    facts::text(ui, "À défaut de production", modality.fallback.as_deref());
    facts::notes(ui, &modality.notes);
}

fn sources(ui: &mut Ui, qualification: &Qualification, scheme: &ExamScheme) {
    card(ui, |ui| {
        subtitle(ui, fr("Remarques sur la source"));
        secondary(ui, fr(&qualification.source));
        facts::notes(ui, &scheme.notes);
        facts::notes(ui, &qualification.notes);
        facts::criterion_notes(ui, qualification, scheme);
    });
}
