//! All candidates of the session: where each stands, what is left to do, documents.

use egui::{Align, Layout, ScrollArea, Ui};

use super::desk::{Desk, Wish};
use super::{bars, messages, session_table, todo};
use crate::desktop::jury::commands::open_candidate;
use crate::desktop::jury::model::{Page, counted};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{height, space};
use crate::desktop::ui_kit::{
    Button, Icon, Side, State, Tab, TextRole, divider_vertical, page, page_keys, progress_bar,
    secondary, side_panel, state_text, strong, tabs, title, top_bar,
};
use crate::domain::exam::Attendance;
use crate::domain::identifier::CandidateId;

/// Width of the panel of what is left to do, in points.
const TODO_WIDTH: f32 = 276.0;

/// Shows the session.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>, narrow: bool) {
    bars::top(ui, desk, narrow);
    counts(ui, desk, narrow);
    bars::bottom(ui, desk);
    if !narrow {
        side_panel(ui, Side::Right, "jury_todo", TODO_WIDTH, |ui| todo::show(ui, desk));
    }
    page(ui, |ui| {
        ScrollArea::vertical().id_salt("jury_session").show(ui, |ui| {
            ui.take_available_width();
            messages::show(ui, desk);
            messages::documents(ui, desk);
            messages::sealed(ui, desk);
            messages::problems(ui, desk);
            if narrow {
                let names = [Tab::new("Candidats"), Tab::new("À faire")];
                tabs(ui, "jury_session_tabs", &mut desk.view.narrow_tab, &names);
            }
            if narrow && desk.view.narrow_tab == 1 {
                todo::show(ui, desk);
            } else {
                selected(ui, desk);
                session_table::show(ui, desk);
            }
            page_keys(ui);
        });
    });
}

fn counts(ui: &mut Ui, desk: &mut Desk<'_>, narrow: bool) {
    let counts = desk.bench.counts();
    top_bar(ui, "jury_counts", height::TOP_BAR, |ui| {
        if !narrow {
            title(ui, fr("Vue de la session"));
            ui.add_space(space::SMALL);
            for words in [
                counted(counts.candidates, "candidat", "candidats"),
                counted(counts.copies, "copie", "copies"),
                counted(counts.absent, "absent", "absents"),
            ] {
                secondary(ui, fr(&words));
            }
            divider_vertical(ui);
        }
        secondary(ui, fr("Décisions"));
        ui.allocate_ui(egui::vec2(180.0, height::BUTTON), |ui| {
            progress_bar(ui, counts.decided, counts.candidates);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let running = desk.documents.is_running();
            let reason = fr("Des documents sont en cours d'écriture.");
            let name = fr("Écrire tous les documents de la session en PDF");
            let button = Button::new("Documents").icon(Icon::Print).name(&name);
            if button.enabled(!running, &reason).show(ui).clicked() {
                desk.wishes.push(Wish::PrintSession);
            }
            let name = fr("Actualiser : relire le dossier de la session");
            if Button::quiet("Actualiser").name(&name).show(ui).clicked() {
                ask_reload(desk);
            }
        });
    });
}

/// Reads the folder again; asks first when changes would be lost.
fn ask_reload(desk: &mut Desk<'_>) {
    if desk.bench.ledger.unsaved_count() > 0 {
        desk.view.confirm_reload = true;
    } else {
        desk.wishes.push(Wish::Reload);
    }
}

/// The selected candidate and what can be done with them.
fn selected(ui: &mut Ui, desk: &mut Desk<'_>) {
    let bench = desk.bench;
    let candidate = desk.view.candidate.as_ref().and_then(|id| bench.candidate(id));
    ui.horizontal_wrapped(|ui| {
        ui.set_min_height(height::BUTTON);
        let Some(candidate) = candidate else {
            secondary(ui, fr("Choisissez un candidat : Entrée l'ouvre."));
            return;
        };
        strong(ui, fr(&format!("Candidat {}", candidate.id)));
        if candidate.attendance == Attendance::Absent {
            state_text(ui, "absent", TextRole::Secondary, State::Neutral);
        }
        actions(ui, desk, &candidate.id, candidate.attendance);
    });
}

fn actions(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId, attendance: Attendance) {
    let reason = fr("Ce candidat était absent : il n'y a pas de copie à corriger.");
    let present = attendance == Attendance::Present;
    let name = fr(&format!("Corriger la copie de {candidate}"));
    let correct = Button::new("Corriger").icon(Icon::Pencil).name(&name);
    if correct.enabled(present, &reason).show(ui).clicked() {
        open_copy(desk, candidate);
    }
    let name = fr(&format!("Délibérer sur {candidate}"));
    if Button::new(&fr("Délibérer")).icon(Icon::Scales).name(&name).show(ui).clicked() {
        desk.view.deliberate(candidate.clone());
    }
    let reason = fr("Des documents sont en cours d'écriture.");
    let name = fr(&format!("Rapport PDF de {candidate}"));
    let report = Button::new("Rapport PDF").icon(Icon::Print).name(&name);
    if report.enabled(!desk.documents.is_running(), &reason).show(ui).clicked() {
        desk.wishes.push(Wish::PrintReport(candidate.clone()));
    }
}

/// Opens a copy at what is left to judge there, or at its first page.
fn open_copy(desk: &mut Desk<'_>, candidate: &CandidateId) {
    let bench = desk.bench;
    let pages = || bench.reference.pages.iter().map(|entry| &entry.page);
    let to_do = pages().find(|page| bench.copy_state(candidate, page).is_to_do());
    let page = to_do.or_else(|| pages().next()).cloned().unwrap_or(Page::Synthesis);
    desk.view.correct(candidate.clone(), page);
}

/// Opens a candidate where something is left to do.
pub fn open(desk: &mut Desk<'_>, candidate: &CandidateId) {
    open_candidate(desk.bench, desk.view, candidate.clone());
}
