//! Deliberation on one candidate: opinions side by side, decisions, proposal.

use egui::{Align, Layout, ScrollArea, Ui};

use super::desk::Desk;
use super::signs::worded_sign;
use super::{bars, competence, decision, deliberation_table, examined, messages};
use crate::desktop::jury::commands::{may_deliberate, step_candidate};
use crate::desktop::jury::model::counted;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{height, space};
use crate::desktop::ui_kit::{
    BannerKind, Button, ButtonKind, Icon, Side, State, Tab, banner, chip, page, page_keys,
    secondary, side_panel, tabs, title, top_bar,
};
use crate::domain::exam::{Attendance, Candidate};
use crate::domain::grading::Interest;
use crate::domain::identifier::CandidateId;

/// Width of the panel of the selected competence, in points.
const PANEL_WIDTH: f32 = 392.0;
/// The same in a window that is not wide.
const SMALL_PANEL_WIDTH: f32 = 340.0;
/// From this width of the window on, the panel is wide.
const WIDE: f32 = 1180.0;

/// Shows the deliberation.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>, narrow: bool) {
    let bench = desk.bench;
    bars::top(ui, desk, narrow);
    let candidate = desk.view.candidate.as_ref().and_then(|id| bench.candidate(id));
    let Some(candidate) = candidate else {
        desk.view.go_to_session();
        return;
    };
    if desk.view.competence.is_none() {
        let first = bench.reference.competences().next();
        desk.view.competence = first.map(|known| known.id.clone());
    }
    identity(ui, desk, candidate, narrow);
    bars::bottom(ui, desk);
    if narrow {
        in_tabs(ui, desk, &candidate.id);
        return;
    }
    decision::bar(ui, desk, &candidate.id);
    let panel = if ui.available_width() < WIDE { SMALL_PANEL_WIDTH } else { PANEL_WIDTH };
    side_panel(ui, Side::Right, "jury_competence_panel", panel, |ui| {
        ScrollArea::vertical().id_salt("jury_competence").show(ui, |ui| {
            ui.take_available_width();
            competence::show(ui, desk, &candidate.id);
        });
    });
    page(ui, |ui| {
        ScrollArea::vertical().id_salt("jury_deliberation").show(ui, |ui| {
            ui.take_available_width();
            centre(ui, desk, &candidate.id);
        });
    });
}

fn centre(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId) {
    messages::show(ui, desk);
    permission(ui, desk, candidate);
    deliberation_table::show(ui, desk, candidate);
    ui.add_space(space::SMALL);
    examined::show(ui, desk, candidate);
    page_keys(ui);
}

fn in_tabs(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId) {
    page(ui, |ui| {
        let names = [Tab::new("Compétences"), Tab::new("Détail"), Tab::new("Décision")];
        tabs(ui, "jury_deliberation_tabs", &mut desk.view.narrow_tab, &names);
        ScrollArea::vertical().id_salt("jury_deliberation").show(ui, |ui| {
            ui.take_available_width();
            match desk.view.narrow_tab {
                1 => {
                    messages::show(ui, desk);
                    competence::show(ui, desk, candidate);
                }
                2 => {
                    messages::show(ui, desk);
                    decision::stacked(ui, desk, candidate);
                }
                _ => centre(ui, desk, candidate),
            }
        });
    });
}

/// Why nothing can be changed here, where that is so, and who abstains.
fn permission(ui: &mut Ui, desk: &Desk<'_>, candidate: &CandidateId) {
    if let Err(reason) = may_deliberate(desk.bench, candidate) {
        banner(ui, BannerKind::Info, "", &fr(&reason), None);
    }
    let Some(standing) = desk.bench.standing(candidate) else { return };
    for (juror, grid) in &standing.grids {
        if let Some(Interest::Abstains(reason)) = &grid.interest {
            let words = format!("Le juré {juror} s'abstient : {reason}");
            banner(ui, BannerKind::Info, "", &fr(&words), None);
        }
    }
}

/// The candidate, named here for the first time, between the ones before and after.
fn identity(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &Candidate, narrow: bool) {
    let mut step = None;
    top_bar(ui, "jury_candidate", height::TOP_BAR, |ui| {
        if arrow(ui, Icon::ChevronLeft, "Candidat précédent") {
            step = Some(false);
        }
        title(ui, fr(&format!("{}, {}", candidate.id, candidate.name)));
        if !narrow {
            chip(ui, None, &fr(candidate.route.label()), State::Neutral);
            if let Some(granted) = &candidate.accommodation {
                chip(ui, None, &fr(&granted.label()), State::Neutral);
            }
        }
        if candidate.attendance == Attendance::Absent {
            chip(ui, Some(Icon::Dash), "Absent", State::Neutral);
        }
        if arrow(ui, Icon::ChevronRight, "Candidat suivant") {
            step = Some(true);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if narrow {
                return;
            }
            let left = desk.bench.counts();
            let left = left.candidates.saturating_sub(left.decided);
            let words = counted(left, "délibération à mener", "délibérations à mener");
            secondary(ui, fr(&words));
            if desk.bench.facts(&candidate.id).is_none() {
                worded_sign(ui, Icon::Warning, "sans copie", State::Warn);
            }
        });
    });
    if let Some(forward) = step {
        step_candidate(desk.bench, desk.view, forward);
    }
}

/// A sign button without an edge; says whether it was pressed.
fn arrow(ui: &mut Ui, sign: Icon, name: &str) -> bool {
    Button::sign(sign, name).kind(ButtonKind::Quiet).id_salt(name).show(ui).clicked()
}
