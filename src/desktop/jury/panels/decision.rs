//! The decision on the whole: what follows from the competences, what is missing, pronouncing.

use egui::{Align, Layout, Ui, vec2};

use super::desk::Desk;
use crate::desktop::jury::commands::{Command, go_to_next_lack, pronounceable};
use crate::desktop::jury::model::{Lack, Standing, counted, in_words, outcome_words};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{line_height, space, type_size};
use crate::desktop::ui_kit::{
    BannerKind, Button, Icon, TextRole, banner, divider_vertical, field_name, footer, palette,
    subtitle,
};
use crate::domain::identifier::CandidateId;

/// Height of the bar, in points.
const BAR: f32 = 76.0;
/// Width of the words of the decision.
const WORDS: f32 = 300.0;
/// Width kept for the button.
const BUTTON: f32 = 236.0;

/// Shows the decision in a bar above the bottom edge.
pub fn bar(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId) {
    footer(ui, "jury_decision", BAR, |ui| {
        ui.allocate_ui_with_layout(vec2(WORDS, BAR), Layout::left_to_right(Align::Center), |ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(above(ui, desk, candidate));
                words(ui, desk, candidate);
            });
        });
        divider_vertical(ui);
        let room = (ui.available_width() - BUTTON).max(space::HUGE * 5.0);
        ui.allocate_ui_with_layout(vec2(room, BAR), Layout::left_to_right(Align::Center), |ui| {
            missing(ui, desk, candidate);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| button(ui, desk, candidate));
    });
}

/// Shows the decision in a column, where the window is narrow.
pub fn stacked(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId) {
    words(ui, desk, candidate);
    missing(ui, desk, candidate);
    button(ui, desk, candidate);
}

/// Space over the words of the bar, so that they are in its middle on one line as on two.
fn above(ui: &Ui, desk: &Desk<'_>, candidate: &CandidateId) -> f32 {
    let Some(standing) = desk.bench.standing(candidate) else { return 0.0 };
    let (text, font) = (decided(desk, standing), TextRole::Subtitle.font());
    let galley = ui.painter().layout(text, font, palette(ui).text, ui.available_width());
    ((BAR - line_height(type_size::SECONDARY) - galley.size().y) * 0.5).max(0.0)
}

fn words(ui: &mut Ui, desk: &Desk<'_>, candidate: &CandidateId) {
    let Some(standing) = desk.bench.standing(candidate) else { return };
    let pronounced = standing.settled.outcome.is_some();
    field_name(ui, fr(if pronounced { "Décision du jury" } else { "Proposition" }));
    subtitle(ui, decided(desk, standing));
}

/// What is pronounced, or what would be.
fn decided(desk: &Desk<'_>, standing: &Standing) -> String {
    let reference = &desk.bench.reference;
    let outcome = standing.settled.outcome.as_ref().or(standing.proposed.as_ref());
    let words = outcome.map_or_else(
        || "À décider compétence par compétence".to_owned(),
        |outcome| outcome_words(&reference.qualification, &reference.scheme, outcome),
    );
    fr(&words)
}

fn missing(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId) {
    let bench = desk.bench;
    let Some(standing) = bench.standing(candidate) else { return };
    let lacks: Vec<Lack> = missing_lacks(standing);
    if lacks.is_empty() {
        let (kind, words) = if standing.settled.outcome.is_some() {
            (BannerKind::Ok, "La décision est prononcée.")
        } else {
            (BannerKind::Info, "Rien ne manque. Le jury peut prononcer la décision.")
        };
        banner(ui, kind, "", &fr(words), None);
        return;
    }
    let count = counted(lacks.len(), "élément", "éléments");
    let title = fr(&format!("Il manque {count} :"));
    let words = fr(&in_words(&lacks).join(" "));
    let leads = lacks.iter().any(|lack| lack.competence().is_some());
    let next = fr("Aller au suivant");
    if banner(ui, BannerKind::Warn, &title, &words, leads.then_some(next.as_str())) {
        go_to_next_lack(bench, desk.view);
        desk.view.narrow_tab = 1;
    }
}

/// What is missing: the pronouncing itself only where it contradicts the competences.
fn missing_lacks(standing: &Standing) -> Vec<Lack> {
    if standing.settled.outcome.is_some() {
        standing.lacks.clone()
    } else {
        standing.blocking().cloned().collect()
    }
}

fn button(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId) {
    let standing = desk.bench.standing(candidate);
    if standing.is_some_and(|known| known.settled.outcome.is_some()) {
        if Button::new(&fr("Revenir sur la décision")).icon(Icon::Undo).show(ui).clicked() {
            desk.commands.push(Command::TakeBack(candidate.clone()));
        }
        return;
    }
    let permission = pronounceable(desk.bench, candidate);
    let reason = fr(permission.as_ref().err().map(String::as_str).unwrap_or_default());
    let words = fr("Prononcer la décision");
    let button = Button::primary(&words).icon(Icon::Lock);
    if button.enabled(permission.is_ok(), &reason).show(ui).clicked() {
        desk.commands.push(Command::Pronounce(candidate.clone()));
    }
}
