//! The tables of the gallery: marked, to fill, and with widgets.

use egui::Ui;

use super::super::tokens::{State, height};
use super::super::{
    Button, CellTint, Grid, GridCell, GridColumn, GridMode, GridSource, Icon, Mark, TextRole,
    WidgetTable, icon, label, palette, section_heading, state_text,
};

/// What is typed in the table to fill.
#[derive(Debug, Clone)]
pub(super) struct Cells(Vec<String>);

impl Default for Cells {
    fn default() -> Self {
        let typed = ["25", "30", "40", "", "13", "", "", ""];
        Self(typed.map(str::to_owned).into())
    }
}

/// Columns of values.
const VALUES: usize = 4;

impl GridSource for Cells {
    fn cell(&self, row: usize, column: usize) -> GridCell {
        let value = column.checked_sub(1);
        match (row, value) {
            (0, _) => GridCell::group("RM20, roue montée 20 pouces"),
            (1, None) => GridCell::label("Ordres lancés").note("OL").icon(Icon::Lock),
            (1, Some(_)) => GridCell::given("0"),
            (2, None) => GridCell::label("Besoins bruts").note("BB"),
            (_, None) => GridCell::label("Besoins nets").note("BN"),
            (3, Some(3)) => GridCell::blocked(),
            (2, Some(1)) => GridCell::editable(self.text(row, column)).tint(CellTint::Reference),
            (_, Some(_)) => GridCell::editable(self.text(row, column)),
        }
    }

    fn write(&mut self, row: usize, column: usize, text: &str) {
        if let Some(slot) = rank(row, column).and_then(|rank| self.0.get_mut(rank)) {
            text.clone_into(slot);
        }
    }
}

impl Cells {
    fn text(&self, row: usize, column: usize) -> &str {
        rank(row, column).and_then(|rank| self.0.get(rank)).map_or("", String::as_str)
    }
}

fn rank(row: usize, column: usize) -> Option<usize> {
    Some(row.checked_sub(2)? * VALUES + column.checked_sub(1)?)
}

/// Shows the tables.
pub(super) fn show(ui: &mut Ui, cells: &mut Cells) {
    marked(ui);
    section_heading(ui, "À remplir", |_| {});
    let mut columns = vec![GridColumn::text("Article et ligne", 150.0)];
    for week in 37..=40 {
        columns.push(GridColumn::number(format!("S{week}"), 56.0));
    }
    Grid::new("gallery_fill", "Feuille CBN", &columns)
        .mode(GridMode::Edit)
        .follow_selection()
        .show(ui, 4, cells);
    widgets(ui);
}

fn marked(ui: &mut Ui) {
    let columns: Vec<GridColumn> =
        (37..=42).map(|week| GridColumn::number(format!("S{week}"), 66.0)).collect();
    Grid::new("gallery_marked", "Feuille corrigée", &columns)
        .mode(GridMode::Select)
        .frozen(0)
        .row_height(height::ROW_MARKED)
        .show_cells(ui, 1, |_, column| match column {
            0 => GridCell::given("38").icon(Icon::Lock),
            1 => GridCell::marked(Mark::right(), "27"),
            2 => GridCell::marked(Mark::follows(1, "40"), "20"),
            3 => GridCell::marked(Mark::root(1, "22"), "12"),
            4 => GridCell::marked(Mark::wrong("39"), "49"),
            _ => GridCell::marked(Mark::blank("100"), ""),
        });
}

fn widgets(ui: &mut Ui) {
    let columns = [
        GridColumn::text("Question", 160.0),
        GridColumn::text("État", 120.0),
        GridColumn::number("", 80.0).narrow(),
    ];
    let tint = |row: usize| if row == 1 { CellTint::State(State::Warn) } else { CellTint::None };
    WidgetTable::new("gallery_widgets", "Relecture", &columns).show(
        ui,
        2,
        tint,
        |ui, row, column| {
            let (name, sign, word, state) = if row == 0 {
                ("Plan directeur", Icon::Check, "répondue", State::Ok)
            } else {
                ("Écarts du PIC", Icon::Flag, "à revoir", State::Warn)
            };
            match column {
                0 => {
                    label(ui, name);
                }
                1 => {
                    let color = palette(ui).sign(state);
                    icon(ui, sign, 16.0, color);
                    state_text(ui, word, TextRole::Body, state);
                }
                _ => {
                    let spoken = format!("Ouvrir {name}");
                    Button::new("Ouvrir").small().name(&spoken).show(ui);
                }
            }
        },
    );
}
