//! Facts of a référentiel as every screen shows them: lists, and notes with their mark.

use egui::Ui;

use crate::desktop::author::model::{counted, sentence};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{State, type_size};
use crate::desktop::ui_kit::{Icon, Run, bullets, chip, field_name, label, paragraph, secondary};
use crate::domain::framework::{ExamScheme, Modality, Qualification, SourceMark, SourceNote};
use crate::domain::french::duration;
use crate::domain::identifier::CompetenceId;

/// A named text, where there is one.
pub fn text(ui: &mut Ui, name: &str, text: Option<&str>) {
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else { return };
    field_name(ui, fr(name));
    label(ui, fr(text));
}

/// A named list, where it is not empty.
pub fn list(ui: &mut Ui, name: &str, items: &[String]) {
    if items.is_empty() {
        return;
    }
    field_name(ui, fr(name));
    let items: Vec<Vec<Run>> = items.iter().map(|item| vec![Run::plain(fr(item))]).collect();
    bullets(ui, &items, None, type_size::BODY);
}

/// Remarks on the source, each with the word of its mark.
pub fn notes<'a>(ui: &mut Ui, notes: impl IntoIterator<Item = &'a SourceNote>) {
    for note in notes {
        ui.horizontal_top(|ui| {
            let (icon, state) = match note.mark {
                SourceMark::Deduced => (Icon::Info, State::Follow),
                SourceMark::Lost => (Icon::Warning, State::Warn),
                SourceMark::Rebuilt => (Icon::Pencil, State::Neutral),
                SourceMark::AsIs => (Icon::Equal, State::Neutral),
            };
            chip(ui, Some(icon), &fr(note.mark.label()), state);
            ui.vertical(|ui| secondary(ui, fr(&note.text)));
        });
    }
}

/// « Mise en situation professionnelle, 2 h 00, jury absent : CP1, CP2 ».
pub fn modality_line(ui: &mut Ui, modality: &Modality) {
    let jury = if modality.jury_present { "jury présent" } else { "jury absent" };
    let ids: Vec<&str> = modality.competences.iter().map(CompetenceId::as_str).collect();
    let competences = if ids.is_empty() { String::new() } else { format!(" : {}", ids.join(", ")) };
    let facts = format!(", {}, {jury}{competences}", duration(modality.minutes));
    let runs = [Run::bold(fr(modality.kind.label())), Run::plain(fr(&facts))];
    paragraph(ui, &runs, type_size::BODY);
}

/// Competences of the written case, with their official labels and number of criteria.
pub fn written_competences(ui: &mut Ui, qualification: &Qualification, scheme: &ExamScheme) {
    let Some(written) = scheme.written_case() else { return };
    let competences: Vec<_> =
        written.competences.iter().filter_map(|id| qualification.competence(id)).collect();
    let criteria: usize = competences.iter().map(|competence| competence.criteria.len()).sum();
    let words = format!(
        "L'écrit évalue {} et {}",
        counted(competences.len(), "compétence", "compétences"),
        counted(criteria, "critère", "critères")
    );
    field_name(ui, fr(&words));
    for competence in competences {
        let count = counted(competence.criteria.len(), "critère", "critères");
        let facts = format!(", {} ({count})", competence.title);
        let runs = [Run::bold(competence.id.as_str()), Run::plain(fr(&facts))];
        paragraph(ui, &runs, type_size::BODY);
    }
}

/// Remarks on the criteria of the written case.
pub fn criterion_notes(ui: &mut Ui, qualification: &Qualification, scheme: &ExamScheme) {
    let written = scheme.written_case().map(|modality| modality.competences.as_slice());
    let criteria = written
        .unwrap_or_default()
        .iter()
        .filter_map(|id| qualification.competence(id))
        .flat_map(|competence| &competence.criteria);
    for criterion in criteria {
        if let Some(note) = &criterion.note {
            let text = sentence(&format!("{} : {}", criterion.id, note.text));
            notes(ui, [&SourceNote { mark: note.mark, text }]);
        }
    }
}
