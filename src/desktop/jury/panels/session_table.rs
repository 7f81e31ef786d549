//! The table of the candidates: competences, agreement of the jurors, decision.

use egui::{Role, Sense, StrokeKind, Ui, WidgetInfo, vec2};

use super::desk::Desk;
use super::session::open;
use super::signs::{of_competence, of_decision, spoken_sign, worded_sign};
use crate::desktop::jury::model::{Accord, CompetenceState, DecisionTone, counted};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{
    CellTint, GridColumn, Icon, State, TextRole, WidgetTable, chip, icon, one_line, palette,
    secondary, state_text, strong,
};
use crate::domain::exam::{Accommodation, Candidate};
use crate::domain::identifier::{CandidateId, CompetenceId};

/// Height of a row, in points: two lines.
const ROW: f32 = 42.0;

/// Shows the table and its legend.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    let bench = desk.bench;
    let competences: Vec<&CompetenceId> =
        bench.reference.competences().map(|known| &known.id).collect();
    let mut columns = vec![GridColumn::text("Candidat", 150.0)];
    columns.extend(competences.iter().map(|id| GridColumn::text(id.as_str(), 58.0).narrow()));
    columns.push(GridColumn::text("Jurés", 90.0).narrow());
    columns.push(GridColumn::text("Décision", 200.0));
    let candidates = bench.candidates();
    let selected = desk.view.candidate.clone();
    let tint = |row: usize| {
        let here = candidates.get(row).map(|candidate| &candidate.id);
        if here.is_some() && here == selected.as_ref() { CellTint::Soft } else { CellTint::None }
    };
    let name = fr("Candidats de la session");
    WidgetTable::new("jury_candidates", &name, &columns).row_height(ROW).show(
        ui,
        candidates.len(),
        tint,
        |ui, row, column| {
            let Some(candidate) = candidates.get(row) else { return };
            choose(ui, desk, &candidate.id, column == 0);
            let last = competences.len() + 1;
            match column {
                0 => identity(ui, desk, candidate),
                _ if column == last => accord(ui, desk, &candidate.id),
                _ if column > last => decision(ui, desk, &candidate.id),
                _ => {
                    if let Some(id) = competences.get(column - 1) {
                        competence(ui, desk, &candidate.id, id);
                    }
                }
            }
        },
    );
    legend(ui, desk);
}

/// The whole row selects its candidate; a double click, or Enter twice, opens it. Only its first
/// cell takes the focus.
fn choose(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId, first: bool) {
    let rect = ui.max_rect().expand2(vec2(space::SMALL, 0.0));
    let sense = if first { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, ui.scope_id().with("choose"), sense);
    let selected = desk.view.candidate.as_ref() == Some(candidate);
    if first {
        response.widget_info(|| {
            let name = fr(&format!("Candidat {candidate}"));
            WidgetInfo::selected(Role::Button, true, selected, name)
        });
        if response.has_focus() {
            let ring = palette(ui).focus_ring();
            ui.painter().rect_stroke(rect, 2, ring, StrokeKind::Inside);
        }
    }
    if response.clicked() {
        desk.view.candidate = Some(candidate.clone());
    }
    let entered = response.clicked() && response.has_focus() && selected;
    if response.double_clicked() || entered {
        open(desk, candidate);
    }
}

fn identity(ui: &mut Ui, desk: &Desk<'_>, candidate: &Candidate) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        strong(ui, candidate.id.as_str());
        let mut words = vec![candidate.route.label().to_owned()];
        words.extend(candidate.accommodation.as_ref().map(Accommodation::label));
        match desk.bench.facts(&candidate.id) {
            Some(facts) if facts.on_paper => words.push("papier".to_owned()),
            Some(_) => {}
            None => words.push(desk.bench.missing_copy(&candidate.id).to_owned()),
        }
        one_line(ui, fr(&words.join(", ")), TextRole::Secondary);
    });
}

fn competence(ui: &mut Ui, desk: &Desk<'_>, candidate: &CandidateId, id: &CompetenceId) {
    let standing = desk.bench.standing(candidate);
    let Some(known) = standing.and_then(|standing| standing.competences.get(id)) else { return };
    let (sign, short, word, state) = of_competence(known.state);
    if short.is_empty() {
        spoken_sign(ui, sign, &format!("{id}, {word}"), state);
    } else {
        chip(ui, Some(sign), short, state).on_hover_text(fr(&format!("{id}, {word}")));
    }
}

fn accord(ui: &mut Ui, desk: &Desk<'_>, candidate: &CandidateId) {
    match desk.bench.standing(candidate).map(|standing| standing.accord) {
        Some(Accord::Agreed) => worded_sign(ui, Icon::Equal, "accord", State::Ok),
        Some(Accord::Gaps(count)) => {
            worded_sign(ui, Icon::NotEqual, &counted(count, "écart", "écarts"), State::Warn);
        }
        Some(Accord::Unknown) | None => {
            secondary(ui, "–");
        }
    }
}

fn decision(ui: &mut Ui, desk: &Desk<'_>, candidate: &CandidateId) {
    let Some((tone, words)) = desk.bench.decision(candidate) else { return };
    let (sign, state) = of_decision(*tone);
    let color = palette(ui).sign(state);
    icon(ui, sign, 16.0, color);
    let strong = matches!(tone, DecisionTone::Obtained | DecisionTone::Partial);
    let role = if strong { TextRole::SecondaryStrong } else { TextRole::Secondary };
    state_text(ui, fr(words), role, state);
}

/// What each sign means, and which competences make each CCP.
fn legend(ui: &mut Ui, desk: &Desk<'_>) {
    const STATES: [CompetenceState; 6] = [
        CompetenceState::Acquired,
        CompetenceState::NotAcquired,
        CompetenceState::Disagreement,
        CompetenceState::HeldBefore,
        CompetenceState::ToJudge,
        CompetenceState::NotPresented,
    ];
    ui.horizontal_wrapped(|ui| {
        for known in STATES {
            let (sign, short, word, state) = of_competence(known);
            let words = if short.is_empty() { word.to_owned() } else { format!("{short} {word}") };
            chip(ui, Some(sign), &fr(&words), state);
        }
    });
    for section in &desk.bench.reference.sections {
        let names: Vec<&str> = section.competences.iter().map(CompetenceId::as_str).collect();
        let words = format!("{} ({}) : {}", section.label, names.join(", "), section.title);
        secondary(ui, fr(&words));
    }
}
