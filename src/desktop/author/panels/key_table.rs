//! Key of a table: columns, cells given or asked, their keys.

use egui::Ui;

use super::cell_detail;
use super::desk::Desk;
use super::grids::{self, Chosen, HeadChange};
use super::tolerance::ToleranceField;
use crate::desktop::author::commands::table_edit;
use crate::desktop::author::model::cell_nature::written;
use crate::desktop::author::model::{Drafts, FieldKey, ShapeChange};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::State;
use crate::desktop::ui_kit::{
    CellTint, Grid, GridCell, GridMode, GridResponse, GridSource, Icon, secondary,
};
use crate::domain::answers::key_text;
use crate::domain::case_study::{
    AskedValue, Cell, CellPosition, Edit, Question, TableEdit, TableForm,
};
use crate::domain::identifier::QuestionId;

/// Cells written in this frame.
type Written = Vec<(CellPosition, String)>;

/// The table, what is being typed in it, and what was written in this frame.
struct KeyGrid<'a> {
    question: &'a QuestionId,
    table: &'a TableForm,
    drafts: &'a Drafts,
    written: Written,
}

impl KeyGrid<'_> {
    /// What is typed in a cell, or its content; and whether it cannot be read.
    fn text(&self, at: CellPosition, cell: &Cell) -> (String, bool) {
        if let Some((_, text)) = self.written.iter().rev().find(|(place, _)| *place == at) {
            return (text.clone(), false);
        }
        let current = key_text(cell);
        let key = FieldKey::Cell(self.question.clone(), at);
        (self.drafts.text(&key, &current), self.drafts.is_unreadable(&key, &current))
    }
}

impl GridSource for KeyGrid<'_> {
    fn cell(&self, row: usize, column: usize) -> GridCell {
        let at = CellPosition { row, column };
        let Some(cell) = self.table.cell(at) else { return GridCell::blocked() };
        let (text, unreadable) = self.text(at, cell);
        match cell {
            Cell::Blocked => GridCell::given(fr("barrée")).icon(Icon::Cross),
            Cell::Given(_) => GridCell::editable(text).icon(Icon::Lock),
            Cell::Asked(_) if unreadable => {
                GridCell::editable(text).icon(Icon::Bang).tint(CellTint::State(State::Wrong))
            }
            Cell::Asked(asked) if text.trim().is_empty() => {
                let words = match asked {
                    AskedValue::Number { .. } => "nombre à saisir",
                    AskedValue::Text { .. } => "texte à saisir",
                    AskedValue::Date { .. } => "date à saisir",
                };
                GridCell::editable("").note(fr(words)).tint(CellTint::State(State::Warn))
            }
            Cell::Asked(_) => GridCell::editable(text),
        }
    }

    fn source(&self, row: usize, column: usize) -> String {
        let at = CellPosition { row, column };
        self.table.cell(at).map(|cell| self.text(at, cell).0).unwrap_or_default()
    }

    fn write(&mut self, row: usize, column: usize, text: &str) {
        self.written.push((CellPosition { row, column }, text.to_owned()));
    }
}

/// Shows the editor.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>, question: &Question, table: &TableForm) {
    secondary(
        ui,
        fr(
            "Cadenas : donnée, imprimée sur le sujet. Les autres cellules sont à remplir, avec leur clé.",
        ),
    );
    let columns = grids::columns(&table.columns);
    let name = fr(&question.title);
    let mut source =
        KeyGrid { question: &question.id, table, drafts: &desk.view.drafts, written: Vec::new() };
    let answer = Grid::new("tableau-a-remplir", &name, &columns)
        .mode(GridMode::Edit)
        .max_height(grids::TALLEST)
        .follow_selection()
        .show(ui, table.rows.len(), &mut source);
    let typed = source.written;
    grids::reread(ui, desk, &answer);
    keep(desk, question, table, typed);
    copy_down(desk, question, table, &answer);
    let size = (table.rows.len(), table.columns.len());
    if let Some(change) = grids::shape_buttons(ui, answer.selected, size) {
        reshape(desk, question, change);
    }
    grids::keys(ui);
    head(ui, desk, question, (table, answer.selected));
    if let Some((row, column)) = answer.selected {
        cell_detail::show(ui, desk, question, (table, CellPosition { row, column }));
    }
    let field = ToleranceField {
        key: FieldKey::Margin(question.id.clone()),
        label: "Tolérance du tableau",
        may_inherit: false,
        current: Some(table.tolerance),
    };
    field.show(ui, desk, |chosen| {
        table_edit(question, "tolérance", |table| table.tolerance = chosen.unwrap_or_default())
    });
}

/// The same cell, its key still to be given.
fn without_key(cell: &Cell) -> Cell {
    match cell {
        Cell::Asked(AskedValue::Number { tolerance, .. }) => {
            Cell::Asked(AskedValue::Number { key: None, tolerance: *tolerance })
        }
        Cell::Asked(AskedValue::Date { .. }) => Cell::Asked(AskedValue::Date { key: None }),
        other => other.clone(),
    }
}

/// Reads what was typed or pasted. What means nothing stays in its cell, as typed.
fn keep(desk: &mut Desk<'_>, question: &Question, table: &TableForm, typed: Written) {
    let mut read = Vec::new();
    for (at, text) in typed {
        let Some(cell) = table.cell(at) else { continue };
        let key = FieldKey::Cell(question.id.clone(), at);
        if let Ok(cell) = written(cell, &text) {
            desk.view.drafts.forget(&key);
            read.push((at, cell));
        } else {
            // The old key must not stay in silence under a text that means nothing.
            let blank = without_key(cell);
            desk.view.drafts.keep_unreadable(key, text, key_text(&blank));
            read.push((at, blank));
        }
    }
    if read.len() > 1 {
        desk.apply(table_edit(question, "cellules", |table| {
            for (at, cell) in read {
                if let Some(place) = table.rows.get_mut(at.row).and_then(|r| r.get_mut(at.column)) {
                    *place = cell;
                }
            }
        }));
    } else if let Some((at, cell)) = read.pop() {
        desk.type_in(Edit::Table(question.id.clone(), TableEdit::SetCell(at, cell)));
    }
}

/// Ctrl D: the cell takes the nature and the key of the one above.
fn copy_down(desk: &mut Desk<'_>, question: &Question, table: &TableForm, answer: &GridResponse) {
    let Some((row, column)) = answer.copy_down else { return };
    let above = row.checked_sub(1).and_then(|row| table.cell(CellPosition { row, column }));
    if let Some(cell) = above {
        let at = CellPosition { row, column };
        desk.view.drafts.forget(&FieldKey::Cell(question.id.clone(), at));
        let change = TableEdit::SetCell(at, cell.clone());
        desk.apply(Edit::Table(question.id.clone(), change));
    }
}

fn reshape(desk: &mut Desk<'_>, question: &Question, change: ShapeChange) {
    desk.view.drafts.forget_cells(&question.id);
    desk.apply(Edit::Table(question.id.clone(), change.edit()));
}

/// Title and alignment of the column of the chosen cell.
fn head(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    question: &Question,
    (table, chosen): (&TableForm, Chosen),
) {
    let change = grids::head_fields(ui, chosen, &table.columns);
    let (Some((_, column)), Some(change)) = (chosen, change) else { return };
    let id = question.id.clone();
    match change {
        HeadChange::Title(title) => {
            desk.type_in(Edit::Table(id, TableEdit::SetTitle(column, title)));
        }
        HeadChange::Align(align) => desk.apply(Edit::Table(id, TableEdit::SetAlign(column, align))),
    }
}
