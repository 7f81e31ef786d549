//! The criteria of a page: official text, level, remark, point for the interview.

use egui::{Align, Layout, StrokeKind, Ui};

use super::desk::Desk;
use super::draft::DraftArea;
use super::signs::{LEVELS, rank_of};
use crate::desktop::jury::commands::Command;
use crate::desktop::jury::model::{
    FocusWish, Page, TextField, counted, known_remarks, listed, same_remark,
};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{height, radius, space, type_size};
use crate::desktop::ui_kit::{
    Button, Icon, Run, field_name, level_scale, menu, menu_item, palette, paragraph, row, secondary,
};
use crate::domain::framework::{Competence, Criterion};
use crate::domain::grading::Level;
use crate::domain::identifier::{CandidateId, CriterionId};

/// Longest part of a remark shown in a menu, in characters.
const MENU_CHARACTERS: usize = 80;

/// Shows the criteria judged on the page on screen.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId) {
    let bench = desk.bench;
    let ids: Vec<CriterionId> = desk.view.criteria(bench).into_iter().cloned().collect();
    if ids.is_empty() {
        secondary(ui, fr("Aucun critère n'est à juger sur cette page pour ce candidat."));
        return;
    }
    desk.view.criterion = desk.view.criterion.min(ids.len() - 1);
    for (rank, id) in ids.iter().enumerate() {
        let Some((competence, criterion)) = bench.reference.qualification.criterion(id) else {
            continue;
        };
        ui.push_id(id.as_str(), |ui| {
            scale(ui, desk, candidate, criterion, rank);
            if rank == desk.view.criterion {
                current(ui, desk, candidate, competence, criterion);
            } else {
                other(ui, desk, candidate, criterion, rank);
            }
            ui.add_space(space::SMALL);
        });
    }
}

/// Text and level of a criterion.
fn scale(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    candidate: &CandidateId,
    criterion: &Criterion,
    rank: usize,
) {
    if let Some(group) = &criterion.group {
        field_name(ui, fr(group));
    }
    let runs = [Run::bold(criterion.id.as_str()), Run::plain(format!(" {}", fr(&criterion.text)))];
    paragraph(ui, &runs, type_size::SECONDARY);
    let standing = desk.bench.standing(candidate);
    let level = standing.and_then(|known| known.own.levels.get(&criterion.id)).copied();
    let shown =
        ui.scope(|ui| level_scale(ui, criterion.id.as_str(), level.and_then(rank_of), &LEVELS));
    let here = rank == desk.view.criterion;
    if here {
        let ring = palette(ui).focus_ring();
        let rect = shown.response.rect.expand(space::TINY * 0.5);
        ui.painter().rect_stroke(rect, radius::CONTROL, ring, StrokeKind::Outside);
        if std::mem::take(&mut desk.view.reveal) {
            shown.response.scroll_to_me(None);
        }
    }
    if let Some(level) = shown.inner.and_then(|index| Level::ALL.get(index).copied()) {
        desk.view.criterion = rank;
        desk.commands.push(Command::Judge(candidate.clone(), criterion.id.clone(), Some(level)));
    }
}

/// What is written on the current criterion.
fn current(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    candidate: &CandidateId,
    competence: &Competence,
    criterion: &Criterion,
) {
    other_questions(ui, desk, &criterion.id);
    ui.add_space(space::TINY);
    tools(ui, desk, candidate, &criterion.id);
    let key = (candidate.clone(), TextField::Remark(criterion.id.clone()));
    DraftArea::new(key, "Remarque").focus(FocusWish::Remark).show(ui, desk);
    let recorded = desk.bench.recorded_text(candidate, &TextField::Remark(criterion.id.clone()));
    let same = same_remark(desk.bench, candidate, &criterion.id, recorded);
    if !same.is_empty() {
        let names: Vec<String> = same.iter().map(ToString::to_string).collect();
        let count = counted(same.len(), "autre copie", "autres copies");
        secondary(ui, fr(&format!("Même remarque sur {count} : {}.", listed(&names))));
    }
    let key = (candidate.clone(), TextField::Interview(competence.id.clone()));
    let label = format!("Point à l'entretien, {}", competence.id);
    DraftArea::new(key, &label).rows(2).show(ui, desk);
}

/// Other questions of the case that give evidence for a criterion.
fn other_questions(ui: &mut Ui, desk: &Desk<'_>, criterion: &CriterionId) {
    let page = desk.view.page(desk.bench);
    let numbers: Vec<String> = desk
        .bench
        .folder
        .solved
        .case
        .evidence_for(criterion)
        .filter(|(_, question)| *page != Page::Question(question.id.clone()))
        .map(|(number, _)| number.to_string())
        .collect();
    if !numbers.is_empty() {
        let word = if numbers.len() == 1 { "la question" } else { "les questions" };
        secondary(ui, fr(&format!("Éclairé aussi par {word} {}.", listed(&numbers))));
    }
}

/// « Effacer » and « Réutiliser », at the right end.
fn tools(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId, criterion: &CriterionId) {
    let known = known_remarks(desk.bench, candidate, criterion);
    let standing = desk.bench.standing(candidate);
    let judged = standing.is_some_and(|known| known.own.levels.contains_key(criterion));
    let mut chosen = None;
    row(ui, height::BUTTON_SMALL, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let none = fr("Aucune remarque sur ce critère dans les autres copies.");
            let words = fr("Réutiliser");
            let name = fr("Réutiliser une remarque");
            let button = Button::quiet(&words).icon(Icon::Note).name(&name).small();
            let button = button.enabled(!known.is_empty(), &none).show(ui);
            menu(&button, |ui| {
                for remark in &known {
                    let count = counted(remark.copies.len(), "copie", "copies");
                    let words = format!("{} ({count})", shortened(&remark.text));
                    if menu_item(ui, None, &fr(&words), None).clicked() {
                        chosen = Some(remark.text.clone());
                    }
                }
            });
            let name = fr(&format!("Effacer le niveau de {criterion}"));
            if judged && Button::quiet("Effacer").name(&name).small().show(ui).clicked() {
                let command = Command::Judge(candidate.clone(), criterion.clone(), None);
                desk.commands.push(command);
            }
        });
    });
    if let Some(text) = chosen {
        let key = (candidate.clone(), TextField::Remark(criterion.clone()));
        desk.view.drafts.set(&key, text, desk.now);
        desk.record_texts = true;
    }
}

fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= MENU_CHARACTERS {
        return line.to_owned();
    }
    format!("{}…", line.chars().take(MENU_CHARACTERS).collect::<String>())
}

/// The remark of a criterion that is not the current one, and the way to it.
fn other(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    candidate: &CandidateId,
    criterion: &Criterion,
    rank: usize,
) {
    let recorded = desk.bench.recorded_text(candidate, &TextField::Remark(criterion.id.clone()));
    if !recorded.is_empty() {
        secondary(ui, fr(&format!("Remarque : {recorded}")));
    }
    let name = fr(&format!("Écrire une remarque sur {}", criterion.id));
    let button = Button::quiet("Remarque").icon(Icon::Note).name(&name).small();
    if button.show(ui).clicked() {
        desk.view.criterion = rank;
        desk.view.focus = Some(FocusWish::Remark);
    }
}
