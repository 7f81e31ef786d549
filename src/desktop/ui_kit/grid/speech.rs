//! What screen readers say of a table.

use egui::{Context, Id, Response, Role, WidgetInfo};

use super::cell::{CellKind, GridCell, GridColumn};
use super::source::GridSource;
use super::state::Place;

/// « ligne 3, Besoins nets, colonne S41 ».
pub(super) fn cell_name(
    source: &dyn GridSource,
    columns: &[GridColumn],
    frozen: usize,
    (row, column): Place,
) -> String {
    if let Some(name) = source.name(row, column) {
        return name;
    }
    let label = (0..frozen.min(column))
        .rev()
        .map(|column| source.cell(row, column).text)
        .find(|text| !text.is_empty())
        .map(|text| format!(", {text}"))
        .unwrap_or_default();
    let title = columns.get(column).map(one_line).unwrap_or_default();
    let end = source.name_end(row, column).map(|end| format!(", {end}")).unwrap_or_default();
    format!("ligne {}{label}, colonne {title}{end}", row + 1)
}

/// The title of a column without its line break.
pub(super) fn one_line(column: &GridColumn) -> String {
    column.title.replace('\n', " ")
}

/// Adds what a cell says beside its name and value.
pub(super) fn add_description(ctx: &Context, id: Id, cell: &GridCell, more: Option<&str>) {
    let said = cell.description.as_deref().into_iter().chain(more);
    let words = said.collect::<Vec<_>>().join(" ");
    if !words.is_empty() {
        ctx.accesskit_node_builder(id, |node| node.set_description(words));
    }
}

/// Describes a cell that is not being edited.
pub(super) fn describe_cell(
    response: &Response,
    cell: &GridCell,
    fillable: bool,
    name: impl Fn() -> String,
) {
    match cell.kind {
        CellKind::Blocked => {}
        CellKind::Label | CellKind::Head => {
            response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, &cell.text));
        }
        _ if fillable => response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::TextInput, true, name());
            info.current_text_value = Some(cell.text.clone());
            info
        }),
        _ => response.widget_info(|| {
            let text = format!("{}\u{a0}: {}", name(), cell.spoken());
            WidgetInfo::labeled(Role::Cell, true, text)
        }),
    }
    if cell.description.is_some() {
        add_description(&response.ctx, response.id, cell, None);
    }
}
