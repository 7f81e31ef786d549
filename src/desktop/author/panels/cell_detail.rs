//! The chosen cell of a table to fill: its nature, its key, its tolerance.

use egui::Ui;

use super::desk::Desk;
use super::tolerance::ToleranceField;
use super::value_field::ValueField;
use crate::desktop::author::commands::table_edit;
use crate::desktop::author::model::cell_nature::{CellNature, CellRange, spread};
use crate::desktop::author::model::readings::LINES;
use crate::desktop::author::model::{FieldKey, sentence};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{Button, card, field_name, secondary, segmented};
use crate::domain::answers::key_text;
use crate::domain::case_study::{
    AskedValue, Cell, CellPosition, Edit, Question, TableEdit, TableForm, Tolerance,
};

/// Shows the cell.
pub fn show(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    question: &Question,
    (table, at): (&TableForm, CellPosition),
) {
    let Some(cell) = table.cell(at) else { return };
    ui.push_id(("cellule", at.row, at.column), |ui| {
        card(ui, |ui| {
            field_name(ui, fr(&format!("Cellule : {}", at.label())));
            let mut rank = rank_of(cell);
            let labels = CellNature::ALL.map(CellNature::label);
            if segmented(ui, "Nature de la cellule", &mut rank, &labels).changed()
                && let Some(nature) = CellNature::ALL.get(rank)
            {
                forget(desk, question, at);
                desk.apply(set_cell(question, at, nature.convert(cell)));
            }
            spread_buttons(ui, desk, question, (at, CellNature::of(cell)));
            problem(ui, desk, question, (at, cell));
            match cell {
                Cell::Asked(AskedValue::Number { tolerance, .. }) => {
                    own_tolerance(ui, desk, question, (at, cell, *tolerance));
                }
                Cell::Asked(AskedValue::Text { accepted }) => {
                    writings(ui, desk, question, (at, accepted));
                }
                Cell::Asked(AskedValue::Date { .. }) => {
                    secondary(ui, fr("Écrivez la date dans la cellule, par exemple 11/03/2027."));
                }
                Cell::Given(_) | Cell::Blocked => {}
            }
        });
    });
}

fn rank_of(cell: &Cell) -> usize {
    let nature = CellNature::of(cell);
    CellNature::ALL.iter().position(|known| *known == nature).unwrap_or_default()
}

fn set_cell(question: &Question, at: CellPosition, cell: Cell) -> Edit {
    Edit::Table(question.id.clone(), TableEdit::SetCell(at, cell))
}

/// What was typed in a cell no longer suits what it becomes.
fn forget(desk: &mut Desk<'_>, question: &Question, at: CellPosition) {
    desk.view.drafts.forget(&FieldKey::Cell(question.id.clone(), at));
    desk.view.drafts.forget(&FieldKey::Accepted(question.id.clone(), at));
}

/// Gives the nature of the cell to its row or its column.
fn spread_buttons(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    question: &Question,
    (at, nature): (CellPosition, CellNature),
) {
    ui.horizontal_wrapped(|ui| {
        secondary(ui, fr("Étendre cette nature :"));
        let ranges = [
            ("à toute la ligne", CellRange::Row(at.row)),
            ("à toute la colonne", CellRange::Column(at.column)),
        ];
        for (words, range) in ranges {
            let button = Button::new(words).small().id_salt(("etendre", words));
            if button.show(ui).clicked() {
                desk.view.drafts.forget_cells(&question.id);
                desk.apply(table_edit(question, "cellules", |table| {
                    *table = spread(table, range, nature);
                }));
            }
        }
    });
}

/// What to write instead of what cannot be read.
fn problem(ui: &mut Ui, desk: &Desk<'_>, question: &Question, (at, cell): (CellPosition, &Cell)) {
    let current = key_text(cell);
    let key = FieldKey::Cell(question.id.clone(), at);
    if desk.view.drafts.is_unreadable(&key, &current) {
        let typed = desk.view.drafts.text(&key, &current);
        let what = match cell {
            Cell::Asked(AskedValue::Date { .. }) => "une date, par exemple 11/03/2027",
            _ => "un nombre, par exemple 1 250,75",
        };
        let words = sentence(&format!("« {typed} » ne se lit pas : écrivez {what}."));
        secondary(ui, fr(&words));
    }
}

fn own_tolerance(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    question: &Question,
    (at, cell, current): (CellPosition, &Cell, Option<Tolerance>),
) {
    let field = ToleranceField {
        key: FieldKey::CellMargin(question.id.clone(), at),
        label: "Tolérance de la cellule",
        may_inherit: true,
        current,
    };
    field.show(ui, desk, |tolerance| {
        let key = match cell {
            Cell::Asked(AskedValue::Number { key, .. }) => *key,
            _ => None,
        };
        set_cell(question, at, Cell::Asked(AskedValue::Number { key, tolerance }))
    });
}

fn writings(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    question: &Question,
    (at, accepted): (CellPosition, &Vec<String>),
) {
    let key = FieldKey::Accepted(question.id.clone(), at);
    let label = "Écritures acceptées, une par ligne ; la première est imprimée au corrigé";
    ValueField::new(key, label).rows(3).show(ui, desk, (&LINES, accepted), |accepted| {
        set_cell(question, at, Cell::Asked(AskedValue::Text { accepted }))
    });
}
