//! What the tables of questions and of exhibits share: columns, rows and columns added or removed.

use egui::Ui;

use super::desk::Desk;
use super::value_field::line;
use crate::desktop::author::model::ShapeChange;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{
    Button, Field, GridColumn, GridResponse, Icon, field_name, key_hint, secondary, segmented,
    select_cell,
};
use crate::domain::case_study::{Align, Column, MAX_COLUMNS, MAX_ROWS};

/// Height above which a table scrolls by itself.
pub const TALLEST: f32 = 440.0;
/// Least width of a column of words.
const WORDS: f32 = 150.0;
/// Least width of a column of numbers.
const NUMBERS: f32 = 96.0;

/// Row and column of the chosen cell.
pub type Chosen = Option<(usize, usize)>;

/// A change of the head of a column.
pub enum HeadChange {
    /// New title.
    Title(String),
    /// New alignment.
    Align(Align),
}

/// Columns as the editors show them.
pub fn columns(columns: &[Column]) -> Vec<GridColumn> {
    columns
        .iter()
        .map(|column| match column.align {
            Align::Left => GridColumn::text(fr(&column.title), WORDS),
            Align::Right => GridColumn::number(fr(&column.title), NUMBERS),
        })
        .collect()
}

/// The keys of a table.
pub fn keys(ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        key_hint(ui, &["F2"], "modifier");
        key_hint(ui, &["Entrée"], "ligne suivante");
        key_hint(ui, &["Tab"], "cellule suivante");
    });
    ui.horizontal_wrapped(|ui| {
        key_hint(ui, &["Ctrl D"], "recopier vers le bas");
        key_hint(ui, &["Ctrl V"], "coller un bloc de tableur");
    });
}

/// Buttons that add and remove rows and columns; gives the change asked for.
pub fn shape_buttons(
    ui: &mut Ui,
    chosen: Chosen,
    (rows, columns): (usize, usize),
) -> Option<ShapeChange> {
    let mut change = None;
    ui.horizontal_wrapped(|ui| {
        let row = chosen.map_or(rows, |(row, _)| row + 1);
        let column = chosen.map_or(columns, |(_, column)| column + 1);
        let too_many =
            fr(&format!("Un tableau a {MAX_ROWS} lignes et {MAX_COLUMNS} colonnes au plus."));
        let additions = [
            ("Ligne", "Ajouter une ligne", rows < MAX_ROWS, ShapeChange::InsertRow(row)),
            (
                "Colonne",
                "Ajouter une colonne",
                columns < MAX_COLUMNS,
                ShapeChange::InsertColumn(column),
            ),
        ];
        for (word, name, enabled, wanted) in additions {
            let button = Button::new(word).small().icon(Icon::Plus).name(name);
            if button.enabled(enabled, &too_many).id_salt(name).show(ui).clicked() {
                change = Some(wanted);
            }
        }
        if let Some((row, column)) = chosen {
            change = removal_buttons(ui, (row, column), (rows, columns)).or(change);
        }
    });
    change
}

fn removal_buttons(
    ui: &mut Ui,
    (row, column): (usize, usize),
    (rows, columns): (usize, usize),
) -> Option<ShapeChange> {
    let mut change = None;
    let removals = [
        (format!("Supprimer la ligne {}", row + 1), rows > 1, ShapeChange::RemoveRow(row)),
        (
            format!("Supprimer la colonne {}", column + 1),
            columns > 1,
            ShapeChange::RemoveColumn(column),
        ),
    ];
    let last = fr("Un tableau garde une ligne et une colonne au moins.");
    for (rank, (words, enabled, wanted)) in removals.into_iter().enumerate() {
        let button = Button::quiet(&words).small().icon(Icon::Trash).enabled(enabled, &last);
        if button.id_salt(("supprimer", rank)).show(ui).clicked() {
            change = Some(wanted);
        }
    }
    change
}

/// After an undo, the cell being typed in shows the content that came back.
pub fn reread(ui: &Ui, desk: &Desk<'_>, answer: &GridResponse) {
    if let Some(place) = answer.selected
        && desk.view.tables_changed
        && answer.typing
    {
        select_cell(ui.ctx(), answer.id, place);
    }
}

/// Title and alignment of the column of the chosen cell; gives the change asked for.
pub fn head_fields(ui: &mut Ui, chosen: Chosen, columns: &[Column]) -> Option<HeadChange> {
    let Some((index, column)) = chosen.and_then(|(_, index)| Some((index, columns.get(index)?)))
    else {
        secondary(ui, fr("Choisissez une cellule pour changer sa colonne, ou retirer sa ligne."));
        return None;
    };
    let mut change = None;
    ui.push_id(("colonne", index), |ui| {
        let label = fr(&format!("Titre de la colonne {}, avec l'unité", index + 1));
        if let Some(title) = line(ui, Field::new(&label), &column.title).text {
            change = Some(HeadChange::Title(title));
        }
        ui.horizontal_wrapped(|ui| {
            field_name(ui, fr("Alignement"));
            let mut rank = usize::from(column.align == Align::Right);
            let options = ["Gauche, textes", "Droite, nombres"];
            if segmented(ui, "Alignement de la colonne", &mut rank, &options).changed() {
                let align = if rank == 0 { Align::Left } else { Align::Right };
                change = Some(HeadChange::Align(align));
            }
        });
        ui.add_space(space::TINY);
    });
    change
}
