//! The competence selected in the deliberation: criteria, evidence, reason.

use egui::{Align, Layout, Ui};

use super::desk::Desk;
use super::draft::DraftArea;
use super::signs::{LEVELS, of_acquisition, of_level, rank_of, spoken_sign, worded_sign};
use crate::desktop::jury::commands::{Command, may_deliberate};
use crate::desktop::jury::model::{FocusWish, Page, Standing, TextField, gathered_remarks};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{height, space, type_size};
use crate::desktop::ui_kit::{
    Button, CellTint, GridColumn, Icon, Run, State, WidgetTable, chip, divider, field_name,
    level_scale, paragraph, row, secondary, subtitle,
};
use crate::domain::framework::{Competence, Criterion};
use crate::domain::grading::{Acquisition, Agreement, Level};
use crate::domain::identifier::{CandidateId, JurorId};

/// Shows the selected competence.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId) {
    let bench = desk.bench;
    let selected = desk.view.competence.as_ref();
    let competence = selected.and_then(|id| bench.reference.qualification.competence(id));
    let (Some(competence), Some(standing)) = (competence, bench.standing(candidate)) else {
        return;
    };
    ui.push_id(competence.id.as_str(), |ui| {
        heading(ui, standing, competence);
        criteria(ui, desk, standing, competence);
        let allowed = may_deliberate(bench, candidate).is_ok();
        ui.add_enabled_ui(allowed, |ui| disputed(ui, desk, candidate, competence));
        evidence(ui, desk, candidate, competence);
        opinions(ui, desk, standing, competence);
        ui.add_enabled_ui(allowed, |ui| reason(ui, desk, candidate, competence));
    });
}

fn heading(ui: &mut Ui, standing: &Standing, competence: &Competence) {
    row(ui, height::BUTTON_SMALL, |ui| {
        match standing.settled.decision(&competence.id) {
            Some(decision) => {
                let (sign, state) = of_acquisition(decision);
                chip(ui, Some(sign), &fr(&decision.label().to_lowercase()), state);
            }
            None => {
                chip(ui, Some(Icon::Ring), &fr("à décider"), State::Neutral);
            }
        }
        subtitle(ui, competence.id.as_str());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let known = standing.competences.get(&competence.id);
            let settled = known.map_or(0, |known| known.settled_criteria);
            secondary(ui, fr(&format!("accord {settled} sur {}", competence.criteria.len())));
        });
    });
    paragraph(ui, &[Run::plain(fr(&competence.title))], type_size::SECONDARY);
}

/// Level of each juror and level retained, criterion by criterion.
fn criteria(ui: &mut Ui, desk: &Desk<'_>, standing: &Standing, competence: &Competence) {
    let jurors: Vec<&JurorId> =
        desk.bench.folder.session.jurors.iter().map(|juror| &juror.id).collect();
    let mut columns = vec![GridColumn::text(fr("Critère"), 104.0)];
    columns.extend(jurors.iter().map(|id| GridColumn::text(id.as_str(), 44.0).narrow()));
    columns.push(GridColumn::text(fr("Retenu"), 128.0).narrow());
    let words: Vec<Vec<Run>> = competence.criteria.iter().map(criterion_words).collect();
    let differs = |criterion: Option<&Criterion>| {
        let agreement = criterion.and_then(|known| standing.agreements.get(&known.id));
        agreement == Some(&Agreement::Disagreement)
    };
    let tint = |rank: usize| {
        if differs(competence.criteria.get(rank)) {
            CellTint::State(State::Warn)
        } else {
            CellTint::None
        }
    };
    let name = fr(&format!("Critères de {}", competence.id));
    let table = WidgetTable::new("jury_criteria", &name, &columns).row_height(height::ROW);
    table.tall_enough_for(&words, height::ROW).show(
        ui,
        competence.criteria.len(),
        tint,
        |ui, rank, column| {
            let Some(criterion) = competence.criteria.get(rank) else { return };
            if column == 0 {
                paragraph(ui, &criterion_words(criterion), type_size::SECONDARY);
            } else if let Some(juror) = jurors.get(column - 1) {
                juror_level(ui, standing, criterion, juror);
            } else {
                retained(ui, standing, criterion);
            }
        },
    );
}

fn criterion_words(criterion: &Criterion) -> Vec<Run> {
    vec![Run::bold(criterion.id.as_str()), Run::plain(format!(" {}", fr(&criterion.text)))]
}

fn juror_level(ui: &mut Ui, standing: &Standing, criterion: &Criterion, juror: &JurorId) {
    let grid = standing.grid(juror).filter(|grid| !grid.abstains());
    match grid.and_then(|grid| grid.levels.get(&criterion.id)) {
        Some(level) => {
            let (sign, state) = of_level(*level);
            spoken_sign(ui, sign, level.label(), state);
        }
        None => {
            secondary(ui, "–");
        }
    }
}

fn retained(ui: &mut Ui, standing: &Standing, criterion: &Criterion) {
    let agreement = standing.agreements.get(&criterion.id).copied();
    match agreement {
        Some(Agreement::Unanimous(level) | Agreement::Agreed(level)) => {
            let (sign, state) = of_level(level);
            worded_sign(ui, sign, level.label(), state);
        }
        Some(Agreement::Disagreement) => {
            worded_sign(ui, Icon::NotEqual, "désaccord", State::Warn);
        }
        Some(Agreement::Unjudged) | None => {
            worded_sign(ui, Icon::Ring, "à juger", State::Neutral);
        }
    }
}

/// The criteria on which the jurors differ, or differed: a level and what settled it.
fn disputed(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId, competence: &Competence) {
    let bench = desk.bench;
    let Some(standing) = bench.standing(candidate) else { return };
    for criterion in &competence.criteria {
        let agreed = match standing.agreements.get(&criterion.id) {
            Some(Agreement::Disagreement) => None,
            Some(Agreement::Agreed(level)) => Some(*level),
            _ => continue,
        };
        ui.push_id(criterion.id.as_str(), |ui| {
            divider(ui);
            field_name(ui, fr(&format!("{}, niveau retenu par le jury", criterion.id)));
            paragraph(ui, &[Run::plain(fr(&criterion.text))], type_size::SECONDARY);
            let about = fr(&format!("{}, niveau retenu", criterion.id));
            let chosen = level_scale(ui, &about, agreed.and_then(rank_of), &LEVELS);
            if let Some(level) = chosen.and_then(|rank| Level::ALL.get(rank).copied()) {
                let id = criterion.id.clone();
                desk.commands.push(Command::Agree(candidate.clone(), id, level));
            }
            if agreed.is_some() {
                let key = (candidate.clone(), TextField::AgreedReason(criterion.id.clone()));
                DraftArea::new(key, "Ce qui a tranché").rows(1).show(ui, desk);
            }
        });
    }
}

/// What the copy shows for this competence.
fn evidence(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId, competence: &Competence) {
    let bench = desk.bench;
    field_name(ui, "Preuves");
    let known = bench.facts(candidate).and_then(|facts| facts.evidence.get(&competence.id));
    let known = known.map(Vec::as_slice).unwrap_or_default();
    if known.is_empty() {
        secondary(ui, fr("Aucune question de la copie n'éclaire cette compétence."));
    }
    for one in known {
        ui.push_id(one.question.as_str(), |ui| {
            ui.horizontal_wrapped(|ui| {
                let words = format!("Question {}, {} : {}", one.number, one.title, one.summary);
                secondary(ui, fr(&words));
                let name = fr(&format!("Voir la question {}", one.number));
                if Button::link("Voir").name(&name).show(ui).clicked() {
                    desk.view.look_at(candidate.clone(), Page::Question(one.question.clone()));
                }
            });
        });
    }
}

/// What the jurors wrote: reasons of their opinions, points for the interview.
fn opinions(ui: &mut Ui, desk: &Desk<'_>, standing: &Standing, competence: &Competence) {
    for (juror, grid) in standing.counted() {
        let name = desk.bench.folder.session.juror(juror).map_or("", |known| known.name.as_str());
        let who = format!("{juror}, {name}");
        if let Some((opinion, reason)) = grid.competences.get(&competence.id)
            && !reason.is_empty()
        {
            let words = format!("{who}, {} : {reason}", opinion.label().to_lowercase());
            secondary(ui, fr(&words));
        }
        if let Some(point) = grid.interview.get(&competence.id) {
            secondary(ui, fr(&format!("{who}, entretien : {point}")));
        }
    }
}

/// The reason of the decision; required when the competence is not acquired.
fn reason(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId, competence: &Competence) {
    let bench = desk.bench;
    let Some(standing) = bench.standing(candidate) else { return };
    let Some((decision, written)) = standing.settled.decisions.get(&competence.id) else {
        secondary(ui, fr("Le motif s'écrit une fois la compétence décidée."));
        return;
    };
    let required = *decision == Acquisition::NotAcquired;
    let key = (candidate.clone(), TextField::DecisionReason(competence.id.clone()));
    ui.add_space(space::TINY);
    if Button::quiet("Reprendre les remarques").icon(Icon::Note).small().show(ui).clicked() {
        let gathered = gathered_remarks(&bench.reference, standing, &competence.id);
        let text = desk.view.drafts.text(&key, written);
        if !text.contains(gathered.as_str()) {
            let joined = format!("{}\n{gathered}", text.trim_end()).trim_start().to_owned();
            desk.view.drafts.set(&key, joined, desk.now);
            desk.record_texts = true;
        }
    }
    let missing = required && written.trim().is_empty();
    DraftArea::new(key, if required { "Motif, obligatoire" } else { "Motif" })
        .hint("Pourquoi cette compétence n'est pas acquise")
        .error(missing.then_some("Écrivez pourquoi cette compétence n'est pas acquise."))
        .focus(FocusWish::Reason)
        .show(ui, desk);
}
