//! The table of the deliberation: competences by CCP, opinions of the jurors, decision.

use egui::{Align, Layout, Rect, Role, Sense, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::deliberation_widths::Widths;
use super::desk::Desk;
use super::signs::{level_counts, of_acquisition, opinion_buttons, spoken_sign, worded_sign};
use crate::desktop::jury::commands::{Command, may_deliberate};
use crate::desktop::jury::model::{CompetenceState, Section, Standing, certificate_words};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{space, type_size};
use crate::desktop::ui_kit::{
    CellTint, Icon, Run, State, TextRole, WidgetTable, icon, palette, paragraph, secondary,
    state_text, strong,
};
use crate::domain::framework::Competence;
use crate::domain::grading::{CertificateResult, LevelCounts};
use crate::domain::identifier::{CandidateId, CompetenceId, JurorId};

/// Height of a row, in points: two lines of text.
const ROW: f32 = 44.0;
/// Least height of the row of a competence where the buttons of its decision are stacked.
const TALL_ROW: f32 = 72.0;
/// Columns before those of the jurors: competence, written case, off case.
const BEFORE: usize = 3;

/// A row of the table.
#[derive(Clone, Copy)]
enum Row<'a> {
    Section(&'a Section),
    Competence(&'a Competence),
}

impl Row<'_> {
    /// The words of its first cell, where they may take several lines.
    fn words(&self) -> Vec<Run> {
        match self {
            Self::Section(_) => Vec::new(),
            Self::Competence(known) => competence_words(known),
        }
    }
}

fn competence_words(known: &Competence) -> Vec<Run> {
    vec![Run::bold(known.id.as_str()), Run::plain(format!(" {}", fr(&known.title)))]
}

/// Shows the table and its legend.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId) {
    let bench = desk.bench;
    let Some(standing) = bench.standing(candidate) else { return };
    let rows = rows(desk);
    let jurors: Vec<&JurorId> = bench.folder.session.jurors.iter().map(|known| &known.id).collect();
    let widths = Widths::within(ui.available_width(), jurors.len());
    let columns = widths.columns(&jurors);
    let words: Vec<Vec<Run>> = rows.iter().map(Row::words).collect();
    let last = columns.len() - 1;
    let blocked = may_deliberate(bench, candidate).err().map(|reason| fr(&reason));
    let chosen = desk.view.competence.clone();
    let tint = |row: usize| match rows.get(row) {
        Some(Row::Competence(known)) if Some(&known.id) == chosen.as_ref() => CellTint::Soft,
        _ => CellTint::None,
    };
    let mut left = 0.0;
    let name = fr(&format!("Délibération sur {candidate}"));
    let tall = if widths.stacked { TALL_ROW } else { ROW };
    let table = WidgetTable::new("jury_competences", &name, &columns).row_height(ROW);
    table.tall_enough_for(&words, tall).show(ui, rows.len(), tint, |ui, row, column| {
        if column == 0 {
            left = ui.max_rect().left();
        }
        match rows.get(row) {
            Some(Row::Section(section)) if column == last => strip(ui, left, section, standing),
            Some(Row::Section(_)) | None => {}
            Some(Row::Competence(known)) => {
                select(ui, desk, &known.id, column == 0);
                if column == last {
                    decide(ui, desk, candidate, &known.id, (blocked.as_deref(), &widths));
                } else {
                    cell(ui, standing, known, column, &jurors);
                }
            }
        }
    });
    legend(ui);
}

fn rows<'a>(desk: &Desk<'a>) -> Vec<Row<'a>> {
    let reference = &desk.bench.reference;
    let mut rows = Vec::new();
    for section in &reference.sections {
        rows.push(Row::Section(section));
        let known = section.competences.iter();
        rows.extend(
            known.filter_map(|id| reference.qualification.competence(id)).map(Row::Competence),
        );
    }
    rows
}

/// The title of a CCP and its result, across the whole row.
fn strip(ui: &mut Ui, left: f32, section: &Section, standing: &Standing) {
    let cell = ui.max_rect();
    let rect = Rect::from_min_max(pos2(left, cell.top()), cell.max);
    let ground = rect.expand2(vec2(space::SMALL - 1.0, 0.0));
    ui.painter().rect_filled(ground, 0, palette(ui).sunken);
    let builder = UiBuilder::new()
        .id_salt("strip")
        .max_rect(rect)
        .layout(Layout::right_to_left(Align::Center));
    let mut child = ui.new_child(builder);
    let result = standing.certificates.get(&section.activity).copied().flatten();
    let (sign, state) = match result {
        Some(CertificateResult::Obtained) => (Icon::Check, State::Ok),
        Some(CertificateResult::ObtainedBefore) => (Icon::Lock, State::Ok),
        Some(CertificateResult::NotObtained) => (Icon::Cross, State::Wrong),
        Some(CertificateResult::NotPresented) => (Icon::Dash, State::Neutral),
        None => (Icon::Ring, State::Neutral),
    };
    let words = format!("{} {}", section.label, certificate_words(result));
    child.scope(|ui| {
        state_text(ui, fr(&words), TextRole::SecondaryStrong, state);
        let color = palette(ui).sign(state);
        icon(ui, sign, 16.0, color);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let runs = [
                Run::bold(section.label.as_str()),
                Run::plain(fr(&format!(", {}", section.title))),
            ];
            paragraph(ui, &runs, type_size::SECONDARY);
        });
    });
}

/// The whole row selects its competence; only its first cell takes the focus.
fn select(ui: &mut Ui, desk: &mut Desk<'_>, competence: &CompetenceId, first: bool) {
    let rect = ui.max_rect().expand2(vec2(space::SMALL, 0.0));
    let sense = if first { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, ui.scope_id().with("select"), sense);
    let selected = desk.view.competence.as_ref() == Some(competence);
    if first {
        response.widget_info(|| {
            let name = fr(&format!("Détail de {competence}"));
            WidgetInfo::selected(Role::Button, true, selected, name)
        });
        if response.has_focus() {
            let ring = palette(ui).focus_ring();
            ui.painter().rect_stroke(rect, 2, ring, StrokeKind::Inside);
        }
    }
    if response.clicked() {
        desk.view.competence = Some(competence.clone());
    }
}

fn cell(ui: &mut Ui, standing: &Standing, known: &Competence, column: usize, jurors: &[&JurorId]) {
    let competence = standing.competences.get(&known.id);
    match column {
        0 => {
            paragraph(ui, &competence_words(known), type_size::SECONDARY);
        }
        1 => counts(ui, competence.map(|known| known.written)),
        2 => counts(ui, competence.map(|known| known.off_case)),
        _ => {
            let differs = competence.is_some_and(|known| known.opinions_differ);
            if let Some(juror) = jurors.get(column - BEFORE) {
                opinion(ui, standing, &known.id, juror, differs);
            }
        }
    }
}

/// Levels retained; one diagonal where no criterion is of this kind.
fn counts(ui: &mut Ui, counts: Option<LevelCounts>) {
    let counts = counts.unwrap_or_default();
    if counts.total() == 0 {
        let rect = ui.max_rect().expand2(vec2(space::SMALL, 1.0));
        let stroke = palette(ui).divider();
        ui.painter().line_segment([rect.left_bottom(), rect.right_top()], stroke);
        return;
    }
    level_counts(ui, counts);
}

fn opinion(
    ui: &mut Ui,
    standing: &Standing,
    competence: &CompetenceId,
    juror: &JurorId,
    differs: bool,
) {
    let Some(grid) = standing.grid(juror) else {
        secondary(ui, "–");
        return;
    };
    if grid.abstains() {
        secondary(ui, "abstention");
        return;
    }
    match grid.competences.get(competence) {
        Some((decision, _)) => {
            let (sign, state) = of_acquisition(*decision);
            let words = if state == State::Ok { "acquise" } else { "non acq." };
            worded_sign(ui, sign, words, state);
            if differs {
                spoken_sign(ui, Icon::NotEqual, "les jurés diffèrent", State::Warn);
            }
        }
        None => {
            secondary(ui, fr("sans avis"));
        }
    }
}

fn decide(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    candidate: &CandidateId,
    competence: &CompetenceId,
    (blocked, widths): (Option<&str>, &Widths),
) {
    let bench = desk.bench;
    let Some(standing) = bench.standing(candidate) else { return };
    let state = standing.competences.get(competence).map(|known| known.state);
    match state {
        Some(CompetenceState::HeldBefore) => {
            let words = if widths.stacked { "déjà acquise" } else { "acquise antérieurement" };
            worded_sign(ui, Icon::Lock, words, State::Ok);
        }
        Some(CompetenceState::NotPresented) => {
            worded_sign(ui, Icon::Dash, "non présentée", State::Neutral);
        }
        _ => {
            let given = standing.settled.decision(competence);
            let about = format!("Décision sur {competence}");
            let buttons = |ui: &mut Ui| opinion_buttons(ui, &about, given, blocked);
            let chosen = if widths.stacked { ui.vertical(buttons).inner } else { buttons(ui) };
            if let Some(chosen) = chosen {
                desk.view.competence = Some(competence.clone());
                let command = Command::Decide(candidate.clone(), competence.clone(), chosen);
                desk.commands.push(command);
            }
        }
    }
}

fn legend(ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        strong(ui, fr("Critères :"));
        worded_sign(ui, Icon::Check, "satisfaits", State::Ok);
        worded_sign(ui, Icon::Half, "partiels", State::Warn);
        worded_sign(ui, Icon::Cross, "non satisfaits", State::Wrong);
        worded_sign(ui, Icon::Ring, "non observés", State::Blank);
        worded_sign(ui, Icon::NotEqual, "jurés en désaccord", State::Warn);
        secondary(ui, fr("Case barrée : sans objet"));
    });
}
