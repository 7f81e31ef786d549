//! A table whose cells hold widgets: buttons, signs, chips.

use egui::{Align, AsIdSalt, IdSalt, Layout, Rect, Role, ScrollArea, Ui, UiBuilder, vec2};

use super::super::theme::palette;
use super::super::tokens::{height, space};
use super::cell::{CellTint, GridCell, GridColumn};
use super::paint;
use super::shape::{Margins, Shape};
use super::speech::one_line;
use super::view::View;

/// A table whose cells are filled by the caller.
#[derive(Debug, Clone)]
#[must_use = "show the table with `show`"]
pub struct WidgetTable<'text> {
    id_salt: IdSalt,
    name: &'text str,
    columns: &'text [GridColumn],
    row_height: f32,
}

impl<'text> WidgetTable<'text> {
    /// A table; `name` is said by screen readers.
    pub fn new(id: impl AsIdSalt, name: &'text str, columns: &'text [GridColumn]) -> Self {
        Self { id_salt: IdSalt::new(id), name, columns, row_height: height::ROW_MARKED }
    }

    /// Height of the rows (`tokens::height`).
    pub fn row_height(mut self, height: f32) -> Self {
        self.row_height = height;
        self
    }

    /// Shows the table: `tint` gives the ground of a row, `add_cell` fills a cell on one line.
    pub fn show(
        self,
        ui: &mut Ui,
        rows: usize,
        tint: impl Fn(usize) -> CellTint,
        mut add_cell: impl FnMut(&mut Ui, usize, usize),
    ) {
        let heights = std::iter::repeat_n(self.row_height, rows);
        let titles = Margins::titles(height::ROW);
        let shape = Shape::new(self.columns, 0, titles, heights, ui.available_width());
        ScrollArea::horizontal().id_salt(self.id_salt).animated(false).show(ui, |ui| {
            let (_, whole) = ui.allocate_space(shape.size());
            ui.accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(Role::Table);
                node.set_label(self.name);
            });
            let view = View::new(&shape, whole.min, ui.clip_rect());
            for row in 0..rows {
                let ground = GridCell::label("").tint(tint(row));
                for column in 0..self.columns.len() {
                    let rect = view.cell(row, column);
                    paint_ground(ui, rect, &ground);
                    let mut child = ui.new_child(self.inside(rect, (row, column)));
                    child.shrink_clip_rect(view.under_header());
                    add_cell(&mut child, row, column);
                }
            }
            self.titles(ui, &view);
        });
    }

    /// The place of the widgets of a cell, from the end its column is set to.
    fn inside(&self, rect: Rect, (row, column): (usize, usize)) -> UiBuilder {
        let align = self.columns.get(column).map_or(Align::Min, |column| column.align);
        let layout = match align {
            Align::Min | Align::Center => Layout::left_to_right(Align::Center),
            Align::Max => Layout::right_to_left(Align::Center),
        };
        UiBuilder::new()
            .id_salt((row, column))
            .max_rect(rect.shrink2(vec2(space::SMALL, 1.0)))
            .layout(layout)
    }

    fn titles(&self, ui: &Ui, view: &View<'_>) {
        for (index, column) in self.columns.iter().enumerate() {
            let rect = view.title(index);
            let title = one_line(column);
            paint::title(ui.painter(), rect, &title, column.align, false, palette(ui));
        }
    }
}

fn paint_ground(ui: &Ui, rect: Rect, cell: &GridCell) {
    if ui.is_rect_visible(rect) {
        let look = paint::Look::default();
        paint::cell(ui.painter(), rect, cell, Align::Min, look, palette(ui));
    }
}
