//! The juror's opinion on each competence, from their own levels.

use egui::Ui;

use super::desk::Desk;
use super::draft::DraftArea;
use super::signs::{level_counts, opinion_buttons};
use crate::desktop::jury::commands::Command;
use crate::desktop::jury::model::TextField;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{space, type_size};
use crate::desktop::ui_kit::{Run, divider, paragraph, secondary};
use crate::domain::framework::Competence;
use crate::domain::grading::Acquisition;
use crate::domain::identifier::CandidateId;

/// Shows the competences of the scheme.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId) {
    let bench = desk.bench;
    let Some(inscribed) = bench.candidate(candidate) else { return };
    for competence in bench.reference.competences() {
        ui.push_id(competence.id.as_str(), |ui| {
            let runs = [
                Run::bold(competence.id.as_str()),
                Run::plain(format!(" {}", fr(&competence.title))),
            ];
            paragraph(ui, &runs, type_size::SECONDARY);
            if bench.reference.is_held(inscribed, &competence.id) {
                secondary(ui, fr("CCP acquis antérieurement : rien à juger."));
            } else {
                opinion(ui, desk, candidate, competence);
            }
            ui.add_space(space::TINY);
            divider(ui);
        });
    }
}

fn opinion(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId, competence: &Competence) {
    let bench = desk.bench;
    let Some(standing) = bench.standing(candidate) else { return };
    let id = &competence.id;
    let given = standing.own.competences.get(id);
    let decision = given.map(|(opinion, _)| *opinion);
    ui.horizontal_wrapped(|ui| {
        if let Some(known) = standing.competences.get(id) {
            level_counts(ui, known.own);
        }
    });
    ui.horizontal(|ui| {
        if let Some(chosen) = opinion_buttons(ui, id.as_str(), decision, None) {
            desk.commands.push(Command::Opine(candidate.clone(), id.clone(), chosen));
        }
    });
    if let Some((decision, reason)) = given {
        let required = *decision == Acquisition::NotAcquired;
        let missing = required && reason.trim().is_empty();
        let key = (candidate.clone(), TextField::OpinionReason(id.clone()));
        DraftArea::new(key, if required { "Motif, obligatoire" } else { "Motif" })
            .rows(2)
            .error(missing.then_some("Écrivez pourquoi cette compétence n'est pas acquise."))
            .show(ui, desk);
    }
    let key = (candidate.clone(), TextField::Interview(id.clone()));
    DraftArea::new(key, "Points à l'entretien").rows(2).show(ui, desk);
}
