//! Criteria that a question speaks for: the chips, and the list where they are chosen.

use egui::{ScrollArea, Ui};

use super::desk::Desk;
use crate::desktop::author::commands::question_edit;
use crate::desktop::author::model::Asking;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{Button, Icon, field_name, secondary, small_check_box};
use crate::domain::case_study::{Edit, Question};
use crate::domain::identifier::CriterionId;

/// Shows the criteria of a question.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>, question: &Question) {
    ui.horizontal_wrapped(|ui| {
        field_name(ui, fr("Critères"));
        for id in &question.criteria {
            let name = fr(&format!("Retirer le critère {id}"));
            let text = fr(official_text(desk, id));
            let button = Button::new(id.as_str()).small().trailing(Icon::Close).name(&name);
            if button.id_salt(id).show(ui).on_hover_text(text).clicked() {
                desk.apply(ticked(desk, question, id, false));
            }
        }
        let name = fr("Choisir les critères…");
        let button = Button::sign(Icon::Plus, &name).small().id_salt("choisir-criteres");
        if button.show(ui).clicked() {
            desk.view.asking = Some(Asking::Criteria(question.id.clone()));
        }
    });
    if question.criteria.is_empty() {
        secondary(ui, fr("La réponse n'éclaire encore aucun critère du référentiel."));
    }
}

fn official_text<'a>(desk: &Desk<'a>, id: &CriterionId) -> &'a str {
    let found = desk.qualification().and_then(|known| known.criterion(id));
    match found {
        Some((_, criterion)) => &criterion.text,
        None => "Ce critère n'existe pas dans le référentiel.",
    }
}

/// The question with or without a criterion, in the order of the référentiel.
fn ticked(desk: &Desk<'_>, question: &Question, id: &CriterionId, tick: bool) -> Edit {
    let coverage = desk.open.derived().coverage.as_ref();
    let order: Vec<&CriterionId> = coverage
        .iter()
        .flat_map(|coverage| &coverage.competences)
        .flat_map(|competence| &competence.criteria)
        .map(|criterion| &criterion.id)
        .collect();
    question_edit(question, "critères", |changed| {
        changed.criteria.retain(|known| known != id);
        if tick {
            changed.criteria.push(id.clone());
        }
        changed.criteria.sort_by_key(|known| order.iter().position(|place| *place == known));
    })
}

/// The criteria of the written case, by competence, with their official text.
pub fn choices(ui: &mut Ui, desk: &mut Desk<'_>, question: &Question, tall: f32) {
    let Some(coverage) = desk.open.derived().coverage.as_ref() else {
        secondary(ui, fr("Le référentiel de cette étude de cas n'est pas installé sur ce poste."));
        return;
    };
    secondary(ui, fr("Seuls les critères évalués par l'écrit de ce dispositif sont proposés."));
    let area = ScrollArea::vertical().id_salt("choix-criteres").max_height(tall);
    area.auto_shrink([false, true]).animated(false).show(ui, |ui| {
        for competence in &coverage.competences {
            field_name(ui, fr(&format!("{}, {}", competence.id, competence.title)));
            for criterion in &competence.criteria {
                let mut now = question.criteria.contains(&criterion.id);
                let words = fr(&format!("{} : {}", criterion.id, criterion.text));
                ui.push_id(criterion.id.as_str(), |ui| {
                    if small_check_box(ui, &words, &mut now).changed() {
                        desk.apply(ticked(desk, question, &criterion.id, now));
                    }
                });
            }
        }
    });
}
