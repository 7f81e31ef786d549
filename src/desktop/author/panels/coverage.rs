//! Criteria of the written case and the questions that speak for them.

use egui::{Role, ScrollArea, Ui, WidgetInfo};

use super::desk::Desk;
use crate::desktop::author::commands::{Addition, Command};
use crate::desktop::author::model::{CompetenceCoverage, Coverage, Minutes};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{State, height, space};
use crate::desktop::ui_kit::{
    BannerKind, Button, CellTint, GridColumn, Icon, TextRole, WidgetTable, banner, icon, palette,
    progress_bar, secondary, state_text, strong, text,
};
use crate::domain::french::duration;
use crate::domain::identifier::CompetenceId;

/// Width of the first column.
const NAMES: f32 = 168.0;
/// Width of the column of a question.
const QUESTION: f32 = 30.0;
/// Width of the column of minutes.
const MINUTES: f32 = 48.0;

/// A row of the table.
#[derive(Clone, Copy)]
enum Row<'a> {
    /// A competence: folded or not.
    Competence(&'a CompetenceCoverage, bool),
    /// A criterion of a competence that is unfolded.
    Criterion(&'a CompetenceCoverage, usize),
}

/// Shows the tab.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    let Some(coverage) = desk.open.derived().coverage.as_ref() else {
        secondary(
            ui,
            fr(
                "Le référentiel ou le dispositif de cette étude de cas n'est pas installé sur ce poste.",
            ),
        );
        return;
    };
    let area = ScrollArea::vertical().id_salt("preparer-couverture");
    area.auto_shrink([false, false]).animated(false).show(ui, |ui| {
        let (covered, total) = (coverage.covered(), coverage.total());
        secondary(ui, fr(&format!("Écrit : {covered} critères sur {total} ont une question.")));
        table(ui, desk, coverage);
        elsewhere(ui, coverage);
        gaps(ui, desk, coverage);
        times(ui, desk);
    });
}

fn table(ui: &mut Ui, desk: &mut Desk<'_>, coverage: &Coverage) {
    let mut columns = vec![GridColumn::text("Critère", NAMES)];
    let numbers = 1..=coverage.question_count;
    columns.extend(numbers.map(|rank| GridColumn::number(rank.to_string(), QUESTION).narrow()));
    columns.push(GridColumn::number("min", MINUTES).narrow());
    let rows = rows(coverage, desk);
    let last = columns.len() - 1;
    let mut folded = None;
    let name = fr("Critères et questions de l'écrit");
    WidgetTable::new("couverture", &name, &columns).row_height(height::ROW).show(
        ui,
        rows.len(),
        |row| match rows.get(row) {
            Some(Row::Criterion(competence, index)) if is_gap(competence, *index) => {
                CellTint::State(State::Blank)
            }
            _ => CellTint::None,
        },
        |ui, row, column| {
            let Some(row) = rows.get(row) else { return };
            match column {
                0 => folded = first_cell(ui, *row).or(folded.take()),
                column if column == last => minutes_cell(ui, *row),
                column => question_cell(ui, *row, column - 1),
            }
        },
    );
    if let Some(competence) = folded {
        desk.view.fold(&competence);
    }
}

fn is_gap(competence: &CompetenceCoverage, index: usize) -> bool {
    competence.criteria.get(index).is_some_and(|criterion| criterion.questions.is_empty())
}

fn rows<'a>(coverage: &'a Coverage, desk: &Desk<'_>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for competence in &coverage.competences {
        let unfolded = desk.view.unfolded.contains(&competence.id);
        rows.push(Row::Competence(competence, unfolded));
        if unfolded {
            let criteria = 0..competence.criteria.len();
            rows.extend(criteria.map(|index| Row::Criterion(competence, index)));
        }
    }
    rows
}

/// Name of the row; gives the competence whose criteria are to be shown or hidden.
fn first_cell(ui: &mut Ui, row: Row<'_>) -> Option<CompetenceId> {
    match row {
        Row::Competence(competence, unfolded) => {
            let (icon, verb) = if unfolded {
                (Icon::ChevronDown, "Replier")
            } else {
                (Icon::ChevronRight, "Déplier")
            };
            let count = format!("{}/{}", competence.covered(), competence.criteria.len());
            let name = fr(&format!("{verb} {}, {}", competence.id, competence.title));
            let words = fr(&format!("{}  {count} critères", competence.id));
            let button = Button::quiet(&words).small().icon(icon).name(&name);
            let response = button.id_salt(&competence.id).show(ui);
            let response = response.on_hover_text(fr(&competence.title));
            response.clicked().then(|| competence.id.clone())
        }
        Row::Criterion(competence, index) => {
            if let Some(criterion) = competence.criteria.get(index) {
                ui.add_space(space::LARGE);
                let text = fr(&criterion.text);
                let response = secondary(ui, criterion.id.as_str());
                response.on_hover_text(text.as_str());
                if is_gap(competence, index) {
                    state_text(ui, "lacune", TextRole::SecondaryStrong, State::Blank);
                }
            }
            None
        }
    }
}

fn question_cell(ui: &mut Ui, row: Row<'_>, question: usize) {
    match row {
        Row::Competence(competence, _) => {
            let count = competence.count_in(question);
            if count > 0 {
                text(ui, count.to_string(), TextRole::Secondary);
            }
        }
        Row::Criterion(competence, index) => {
            let criterion = competence.criteria.get(index);
            if criterion.is_some_and(|known| known.questions.contains(&question)) {
                let color = palette(ui).accent;
                let name = fr(&format!("question {}", question + 1));
                icon(ui, Icon::Point, 12.0, color)
                    .widget_info(|| WidgetInfo::labeled(Role::Label, true, name.as_str()));
            }
        }
    }
}

fn minutes_cell(ui: &mut Ui, row: Row<'_>) {
    let minutes = match row {
        Row::Competence(competence, _) => competence.minutes,
        Row::Criterion(competence, index) => {
            competence.criteria.get(index).map_or(0, |criterion| criterion.minutes)
        }
    };
    text(ui, minutes.to_string(), TextRole::Secondary);
}

/// Competences that other tests evaluate.
fn elsewhere(ui: &mut Ui, coverage: &Coverage) {
    for (competence, tests) in &coverage.elsewhere {
        secondary(ui, fr(&format!("{competence} : hors de l'écrit ({tests}).")));
    }
}

/// Criteria without a question, with their official text, in the competences unfolded.
fn gaps(ui: &mut Ui, desk: &mut Desk<'_>, coverage: &Coverage) {
    let all = coverage.total() - coverage.covered();
    let mut shown = 0;
    for competence in &coverage.competences {
        if !desk.view.unfolded.contains(&competence.id) {
            continue;
        }
        for gap in competence.gaps() {
            shown += 1;
            ui.push_id(gap.id.as_str(), |ui| {
                let title = fr(&format!("{}, lacune.", gap.id));
                let text = fr(&format!("« {} »", gap.text));
                if banner(ui, BannerKind::Info, &title, &text, Some("Créer une question")) {
                    desk.ask(Command::Add(Addition::QuestionFor(gap.id.clone())));
                }
            });
        }
    }
    if all > 0 && shown == 0 {
        secondary(
            ui,
            fr(
                "Dépliez une compétence pour lire ses lacunes et créer une question. Ce que l'écrit laisse de côté reste à l'entretien et au questionnaire.",
            ),
        );
    }
}

/// Suggested minutes against the duration of the test.
fn times(ui: &mut Ui, desk: &Desk<'_>) {
    let case = desk.case();
    let Minutes { reading, calculating, writing, choosing } = desk.open.derived().minutes;
    ui.add_space(space::SMALL);
    let (planned, total) = (case.suggested_minutes(), case.duration_minutes);
    strong(ui, fr(&format!("Durée prévue : {} sur {}", duration(planned), duration(total))));
    let count = |minutes: u32| usize::try_from(minutes).unwrap_or(usize::MAX);
    progress_bar(ui, count(planned), count(total));
    let parts = format!(
        "En minutes : lecture {reading}, calculs et tableaux {calculating}, rédaction {writing}, choix {choosing}."
    );
    secondary(ui, fr(&parts));
    let third = total.saturating_mul(4) / 3;
    secondary(ui, fr(&format!("Avec un tiers temps, l'épreuve dure {}.", duration(third))));
}
