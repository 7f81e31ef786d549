//! Key of a question made of cells of a calculation, or checked by constraint.

use egui::Ui;

use super::desk::Desk;
use super::tolerance::ToleranceField;
use super::value_field::{ValueField, line};
use crate::desktop::author::commands::question_edit;
use crate::desktop::author::model::FieldKey;
use crate::desktop::author::model::readings::{DATA, LINES};
use crate::desktop::paper::{fr, grid_columns};
use crate::desktop::ui_kit::{DropDown, Field, Grid, GridCell, check_box, field_name, secondary};
use crate::domain::answers::key_text;
use crate::domain::case_study::{
    Cell, CellMarks, CellPosition, Edit, PlacementForm, Question, QuestionKind, TableForm,
    WorksheetForm,
};

/// The lists of a computed table: name, label, how to read and change it.
type List = (&'static str, &'static str, fn(&mut WorksheetForm) -> &mut Vec<String>);

const LISTS: [List; 5] = [
    ("lignes", "Lignes montrées (clés, une par ligne ; toutes si vide)", |form| &mut form.rows),
    ("colonnes", "Colonnes montrées (toutes si vide)", |form| &mut form.columns),
    ("données", "Cellules calculées montrées au candidat", |form| &mut form.given),
    ("demandées", "Cellules données que le candidat doit écrire", |form| &mut form.asked),
    ("barrées", "Cellules barrées", |form| &mut form.blocked),
];

/// Shows the editor of a computed table.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>, question: &Question, form: &WorksheetForm) {
    calculation(ui, desk, question, form);
    let head = fr("Titre de la première colonne");
    if let Some(text) = line(ui, Field::new(&head), &form.head).text {
        desk.type_in(worksheet_edit(question, |form| form.head = text));
    }
    secondary(
        ui,
        fr(
            "Une ligne se nomme par sa clé (« PI30.BN »), une cellule par sa ligne et sa colonne (« PI30.BN.S40 ») ; * remplace tout texte.",
        ),
    );
    for (name, label, list) in LISTS {
        let mut current = form.clone();
        let value = list(&mut current).clone();
        let key = FieldKey::Worksheet(question.id.clone(), name);
        let field = ValueField::new(key, label).rows(2);
        field.show(ui, desk, (&LINES, &value), |lines| {
            worksheet_edit(question, |form| *list(form) = lines)
        });
    }
    let mut by_row = form.marks == CellMarks::ByRow;
    let words = fr("Une ligne compte si toutes ses cellules comptent");
    if check_box(ui, &words, &mut by_row).changed() {
        let marks = if by_row { CellMarks::ByRow } else { CellMarks::ByCell };
        desk.apply(worksheet_edit(question, |form| form.marks = marks));
    }
    let tolerance = ToleranceField {
        key: FieldKey::Margin(question.id.clone()),
        label: "Tolérance des nombres",
        may_inherit: false,
        current: Some(form.tolerance),
    };
    tolerance.show(ui, desk, |tolerance| {
        worksheet_edit(question, |form| form.tolerance = tolerance.unwrap_or_default())
    });
    computed_key(ui, desk, question);
}

/// Shows the editor of the problem of a schedule or an assignment.
pub fn problem(ui: &mut Ui, desk: &mut Desk<'_>, question: &Question, form: &PlacementForm) {
    secondary(ui, fr("Toute réponse qui respecte les contraintes compte."));
    let field =
        ValueField::new(FieldKey::Problem(question.id.clone()), "Problème, en YAML").rows(12);
    field.show(ui, desk, (&DATA, &form.problem), |problem| {
        question_edit(question, "problème", |changed| match &mut changed.answer {
            QuestionKind::Schedule(form) | QuestionKind::Assignment(form) => form.problem = problem,
            _ => {}
        })
    });
    let mut shown = form.show_conflicts;
    if check_box(ui, &fr("Montrer au candidat les conflits de son planning"), &mut shown).changed()
    {
        desk.apply(question_edit(question, "conflits montrés", |changed| {
            match &mut changed.answer {
                QuestionKind::Schedule(form) | QuestionKind::Assignment(form) => {
                    form.show_conflicts = shown;
                }
                _ => {}
            }
        }));
    }
    computed_key(ui, desk, question);
}

fn calculation(ui: &mut Ui, desk: &mut Desk<'_>, question: &Question, form: &WorksheetForm) {
    let open = desk.open;
    let solved = open.derived().solved.as_ref();
    let calculations = solved.into_iter().flat_map(|solved| &solved.workbook.calculations);
    let names: Vec<&str> = calculations.map(|found| found.id.as_str()).collect();
    if names.is_empty() {
        secondary(ui, fr("Aucun calcul : décrivez-en un dans « Données et calculs »."));
        return;
    }
    let known = names.iter().position(|name| *name == form.calculation);
    let mut offered: Vec<&str> = names.clone();
    let mut rank = known.unwrap_or_else(|| {
        offered.push("(à choisir)");
        names.len()
    });
    if DropDown::new("Calcul").width(260.0).show(ui, &mut rank, &offered).changed()
        && let Some(chosen) = names.get(rank)
    {
        let chosen = (*chosen).to_owned();
        desk.apply(worksheet_edit(question, |form| form.calculation = chosen));
    }
}

/// The table with its computed key.
fn computed_key(ui: &mut Ui, desk: &Desk<'_>, question: &Question) {
    let open = desk.open;
    let solved = open.derived().solved.as_ref();
    let solved = solved.and_then(|solved| solved.case.question(&question.id));
    let Some(QuestionKind::Table(form)) = solved.map(|question| &question.answer) else {
        secondary(ui, fr("La clé n'est pas encore calculée : voyez les diagnostics."));
        return;
    };
    match question.answer {
        QuestionKind::Schedule(_) | QuestionKind::Assignment(_) => {
            field_name(ui, fr("Une réponse possible"));
            secondary(ui, fr("Toute réponse qui respecte les contraintes compte autant."));
        }
        _ => {
            field_name(ui, fr("Clé calculée"));
        }
    }
    key_grid(ui, form);
}

fn key_grid(ui: &mut Ui, form: &TableForm) {
    let longest = |column: usize| {
        let cells = form.rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| key_text(cell).chars().count()).max().unwrap_or(6).max(6)
    };
    let columns = grid_columns(&form.columns, longest);
    let name = fr("Clé calculée");
    Grid::new("cle-calculee", &name, &columns).show_cells(ui, form.rows.len(), |row, column| {
        match form.cell(CellPosition { row, column }) {
            None | Some(Cell::Blocked) => GridCell::blocked(),
            Some(Cell::Given(text)) if column == 0 => GridCell::head(fr(text)),
            Some(Cell::Given(text)) => GridCell::given(fr(text)),
            Some(asked @ Cell::Asked(_)) => GridCell::label(key_text(asked)),
        }
    });
}

fn worksheet_edit(question: &Question, change: impl FnOnce(&mut WorksheetForm)) -> Edit {
    question_edit(question, "tableau calculé", |changed| {
        if let QuestionKind::Worksheet(form) = &mut changed.answer {
            change(form);
        }
    })
}
