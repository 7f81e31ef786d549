//! Planning data of the case: the text of the data, and the calculations made from them.

use egui::Ui;

use super::desk::Desk;
use super::editor::heading;
use super::value_field::ValueField;
use crate::desktop::author::model::FieldKey;
use crate::desktop::author::model::readings::DATA;
use crate::desktop::paper::{fr, grid_columns};
use crate::desktop::ui_kit::{Grid, GridCell, label, secondary, subtitle};
use crate::domain::case_study::{Align, Column, Edit};
use crate::domain::planning::workbook::Calculation;
use crate::domain::planning::worksheet::{CellContent, Value, shown_number};

/// Least rows of the text field.
const ROWS: usize = 14;
/// Greatest height of the data on screen, in points.
const HEIGHT: f32 = 380.0;

/// Shows the data and the calculations.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    heading(ui, desk, |_, _| {});
    secondary(
        ui,
        fr(
            "Articles, nomenclatures, gammes, stocks, demande… et calculs. Les annexes et les clés en sont tirées : un nombre s'écrit une seule fois.",
        ),
    );
    let data = desk.case().data.clone();
    let field = ValueField::new(FieldKey::Data, "Données, en YAML").rows(ROWS);
    // Long data scroll in their own place, so that the calculations stay near.
    let area = egui::ScrollArea::vertical().id_salt("donnees").max_height(HEIGHT);
    let response = area.show(ui, |ui| field.show(ui, desk, (&DATA, &data), Edit::Data)).inner;
    desk.first_field(&response);
    let open = desk.open;
    let solved = open.derived().solved.as_ref();
    for calculation in solved.into_iter().flat_map(|solved| &solved.workbook.calculations) {
        ui.push_id(("calcul", &calculation.id), |ui| show_calculation(ui, calculation));
    }
}

fn show_calculation(ui: &mut Ui, calculation: &Calculation) {
    let sheet = &calculation.worksheet;
    subtitle(ui, fr(&format!("{} – {}", calculation.id, sheet.title)));
    for remark in &sheet.remarks {
        secondary(ui, fr(remark));
    }
    let column = |title: &str, align| Column { title: title.to_owned(), align };
    let mut columns = vec![column("Ligne", Align::Left), column("Clé", Align::Left)];
    columns.extend(sheet.columns.iter().map(|head| column(&head.label, Align::Right)));
    let longest = |rank: usize| match rank {
        0 => sheet.rows.iter().map(|row| row.label.chars().count()).max().unwrap_or(8),
        1 => sheet.rows.iter().map(|row| row.key.chars().count()).max().unwrap_or(8),
        _ => 8,
    };
    let columns = grid_columns(&columns, longest);
    let name = fr(&sheet.title);
    Grid::new("valeurs", &name, &columns).show_cells(ui, sheet.rows.len(), |row, column| {
        let Some(head) = sheet.rows.get(row) else { return GridCell::blocked() };
        match column {
            0 => GridCell::head(fr(&head.label)),
            1 => GridCell::given(head.key.clone()),
            _ => value_cell(calculation, row, column - 2),
        }
    });
    egui::CollapsingHeader::new(fr("Détail des calculs"))
        .id_salt("calculs")
        .show(ui, |ui| workings(ui, calculation));
}

fn value_cell(calculation: &Calculation, row: usize, column: usize) -> GridCell {
    let sheet = &calculation.worksheet;
    let Some(id) = sheet.at(row, column) else { return GridCell::blocked() };
    let text = match calculation.values.value(id) {
        Value::Number(number) => shown_number(*number).0,
        other => other.to_string(),
    };
    if sheet.is_given(id) { GridCell::given(text) } else { GridCell::label(text) }
}

fn workings(ui: &mut Ui, calculation: &Calculation) {
    let sheet = &calculation.worksheet;
    for (id, cell) in sheet.cells() {
        if matches!(cell.content, CellContent::Computed(_)) {
            label(ui, fr(&sheet.working(id, &calculation.values)));
        }
    }
}
