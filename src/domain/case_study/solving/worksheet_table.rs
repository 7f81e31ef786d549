//! The table of a question made of cells of a calculation.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::AskedCell;
use super::writings::{asked_value, shown_text, with_decimals};
use crate::domain::case_study::computed::{fits, matching, names_cell};
use crate::domain::case_study::{Align, Cell, CellPosition, Column, TableForm, WorksheetForm};
use crate::domain::diagnostic::{Diagnostic, Element, Place};
use crate::domain::planning::calculator::OtherCalculations;
use crate::domain::planning::workbook::{Calculation, GlobalCell, Workbook};
use crate::domain::planning::worksheet::{CellId, Value};

/// The table of a form and its asked cells; `None` when the calculation does not exist.
pub fn build(
    form: &WorksheetForm,
    workbook: &Workbook,
    element: &Element,
    found: &mut Vec<Diagnostic>,
) -> Option<(TableForm, BTreeMap<CellPosition, AskedCell>)> {
    let Some(sheet) = workbook.rank(&form.calculation) else {
        found.push(Diagnostic::error(
            element.clone(),
            format!("le calcul « {} » n'existe pas ou n'a pas pu être fait.", form.calculation),
            "Nommez un calcul de la partie calculs des données.",
        ));
        return None;
    };
    let calculation = workbook.calculations.get(sheet)?;
    check_patterns(form, calculation, element, found);
    let layout = Layout { form, calculation, sheet };
    let rows = chosen(&form.rows, calculation.worksheet.rows.iter().map(|row| &row.key));
    let columns = chosen(&form.columns, calculation.worksheet.columns.iter().map(|head| &head.key));
    let mut cells = BTreeMap::new();
    let table = TableForm {
        columns: layout.heads(&rows, &columns),
        rows: rows
            .iter()
            .enumerate()
            .map(|(rank, row)| layout.row(rank, *row, &rows, &columns, &mut cells))
            .collect(),
        tolerance: form.tolerance,
        board: None,
    };
    Some((table, cells))
}

/// The key of a number question that names a cell, and that cell.
pub fn number(
    cell: &str,
    decimals: Option<u32>,
    workbook: &Workbook,
    element: &Element,
    found: &mut Vec<Diagnostic>,
) -> Option<(Decimal, GlobalCell)> {
    let mut path = cell.split('.').map(str::to_owned);
    let calculation = path.next().unwrap_or_default();
    let path: Vec<String> = path.collect();
    let source = workbook.find(&calculation, &path);
    let at = source.and_then(|(source, value)| {
        let Value::Number(number) = value else { return None };
        Some((with_decimals(number, decimals), workbook.locate(&source)?))
    });
    if at.is_none() {
        found.push(Diagnostic::error(
            Place::within(element.clone(), "clé"),
            format!("« {cell} » ne nomme pas un nombre calculé."),
            "Écrivez calcul.ligne.colonne, par exemple cbn.PI30.BN.S40.",
        ));
    }
    at
}

/// A pattern that names nothing is a slip of the author.
fn check_patterns(
    form: &WorksheetForm,
    calculation: &Calculation,
    element: &Element,
    found: &mut Vec<Diagnostic>,
) {
    let sheet = &calculation.worksheet;
    let row_exists = |pattern: &str| sheet.rows.iter().any(|row| fits(pattern, &row.key));
    let column_exists = |pattern: &str| sheet.columns.iter().any(|head| fits(pattern, &head.key));
    let cell_exists = |pattern: &str| {
        sheet
            .rows
            .iter()
            .any(|row| sheet.columns.iter().any(|head| names_cell(pattern, &row.key, &head.key)))
    };
    let rows = form.rows.iter().chain(form.labels.keys()).filter(|pattern| !row_exists(pattern));
    let columns =
        form.columns.iter().chain(form.titles.keys()).filter(|pattern| !column_exists(pattern));
    let cells = form.given.iter().chain(&form.blocked).chain(&form.asked);
    let cells = cells
        .chain(form.decimals.keys().chain(form.tolerances.keys()))
        .chain(form.also.keys())
        .chain(form.weights.keys());
    let cells = cells.filter(|pattern| !cell_exists(pattern));
    for (what, pattern) in rows
        .map(|pattern| ("ligne", pattern))
        .chain(columns.map(|pattern| ("colonne", pattern)))
        .chain(cells.map(|pattern| ("cellule", pattern)))
    {
        found.push(Diagnostic::error(
            Place::within(element.clone(), "tableau calculé"),
            format!("« {pattern} » ne nomme aucune {what} du calcul « {} ».", form.calculation),
            "Corrigez ce nom.",
        ));
    }
}

struct Layout<'a> {
    form: &'a WorksheetForm,
    calculation: &'a Calculation,
    sheet: usize,
}

/// Ranks chosen by patterns, in their order; all when there is no pattern.
fn chosen<'k>(patterns: &[String], keys: impl Iterator<Item = &'k String> + Clone) -> Vec<usize> {
    if patterns.is_empty() {
        return keys.enumerate().map(|(rank, _)| rank).collect();
    }
    let mut ranks = Vec::new();
    for pattern in patterns {
        for (rank, key) in keys.clone().enumerate() {
            if fits(pattern, key) && !ranks.contains(&rank) {
                ranks.push(rank);
            }
        }
    }
    ranks
}

impl Layout<'_> {
    fn heads(&self, rows: &[usize], columns: &[usize]) -> Vec<Column> {
        let sheet = &self.calculation.worksheet;
        let mut heads = vec![Column { title: self.form.head.clone(), align: Align::Left }];
        for rank in columns {
            let Some(head) = sheet.columns.get(*rank) else { continue };
            let title = self.form.titles.get(&head.key).unwrap_or(&head.label).clone();
            let values = rows.iter().filter_map(|row| sheet.at(*row, *rank));
            let textual = values
                .map(|id| self.calculation.values.value(id))
                .any(|value| matches!(value, Value::Text(_)));
            heads.push(Column { title, align: if textual { Align::Left } else { Align::Right } });
        }
        heads
    }

    fn row(
        &self,
        rank: usize,
        row: usize,
        rows: &[usize],
        columns: &[usize],
        asked: &mut BTreeMap<CellPosition, AskedCell>,
    ) -> Vec<Cell> {
        let mut cells = vec![Cell::Given(self.label(row, rows))];
        for (place, column) in columns.iter().enumerate() {
            let cell = match self.calculation.worksheet.at(row, *column) {
                None => Cell::Blocked,
                Some(id) => {
                    let at = CellPosition { row: rank, column: place + 1 };
                    self.cell(row, *column, id, at, asked)
                }
            };
            cells.push(cell);
        }
        cells
    }

    fn label(&self, row: usize, rows: &[usize]) -> String {
        let sheet = &self.calculation.worksheet;
        let Some(head) = sheet.rows.get(row) else { return String::new() };
        if let Some(label) = matching(&self.form.labels, &head.key, "") {
            return label.clone();
        }
        let group = |rank: &usize| sheet.rows.get(*rank).map(|head| head.group.as_str());
        let several = rows.iter().any(|other| group(other) != Some(head.group.as_str()));
        let code = head.group.split([' ', '\u{a0}']).next().unwrap_or_default();
        let mut label = head.label.clone();
        if several && !code.is_empty() {
            label = format!("{code} – {label}");
        }
        if head.unit.is_empty() { label } else { format!("{label} ({})", head.unit) }
    }

    fn cell(
        &self,
        row: usize,
        column: usize,
        id: CellId,
        at: CellPosition,
        asked: &mut BTreeMap<CellPosition, AskedCell>,
    ) -> Cell {
        let sheet = &self.calculation.worksheet;
        let key = |list: Option<&String>| list.cloned().unwrap_or_default();
        let row = key(sheet.rows.get(row).map(|head| &head.key));
        let column = key(sheet.columns.get(column).map(|head| &head.key));
        let named = |patterns: &[String]| patterns.iter().any(|p| names_cell(p, &row, &column));
        let value = self.calculation.values.value(id);
        if named(&self.form.blocked) {
            return Cell::Blocked;
        }
        // A cell taken from another calculation would tell the answer of another question.
        let computed = !sheet.is_given(id) || sheet.sources().any(|(linked, _)| linked == id);
        let is_asked = named(&self.form.asked) || (computed && !named(&self.form.given));
        if !is_asked {
            return Cell::Given(shown_text(value, self.form, &row, &column));
        }
        let Some(cell) = asked_value(value, self.form, &row, &column) else {
            return Cell::Blocked;
        };
        let weight = matching(&self.form.weights, &row, &column).copied().unwrap_or(1);
        let place = GlobalCell { sheet: self.sheet, cell: id };
        asked.insert(at, AskedCell { at: place, row, column, weight });
        Cell::Asked(cell)
    }
}
