//! A table whose cells hold widgets: buttons, signs, chips.

use egui::{Align, AsIdSalt, IdSalt, Layout, Rect, Role, ScrollArea, Ui, UiBuilder, vec2};

use super::super::rich::{Run, reading_job};
use super::super::theme::palette;
use super::super::tokens::{height, space, type_size};
use super::cell::{CellTint, GridCell, GridColumn};
use super::paint;
use super::shape::{Margins, Shape, at};
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
    words: &'text [Vec<Run>],
    least: f32,
}

impl<'text> WidgetTable<'text> {
    /// A table; `name` is said by screen readers.
    pub fn new(id: impl AsIdSalt, name: &'text str, columns: &'text [GridColumn]) -> Self {
        let (row_height, least) = (height::ROW_MARKED, height::ROW_MARKED);
        Self { id_salt: IdSalt::new(id), name, columns, row_height, words: &[], least }
    }

    /// Height of the rows (`tokens::height`).
    pub fn row_height(mut self, height: f32) -> Self {
        self.row_height = height;
        self
    }

    /// Makes each row tall enough for the paragraph (13) of its first cell, on as many lines as it
    /// needs, and `least` at the least; the caller writes it there. A row without words keeps the
    /// height of the rows.
    pub fn tall_enough_for(mut self, words: &'text [Vec<Run>], least: f32) -> Self {
        self.words = words;
        self.least = least;
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
        let titles = Margins::titles(height::ROW);
        let room = ui.available_width();
        let bare = Shape::new(self.columns, 0, titles, std::iter::empty(), room);
        let first = at(&bare.columns, 1) - at(&bare.columns, 0);
        let heights = (0..rows).map(|row| self.height(ui, row, first));
        let shape = Shape::new(self.columns, 0, titles, heights, room);
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

    /// Height of a row whose first cell is this wide.
    fn height(&self, ui: &Ui, row: usize, width: f32) -> f32 {
        let words = self.words.get(row).filter(|words| !words.is_empty());
        let Some(words) = words else { return self.row_height };
        let mut job = reading_job(ui, words, type_size::SECONDARY, 1.0);
        job.wrap.max_width = (width - 2.0 * space::SMALL).max(1.0);
        let tall = ui.painter().layout_job(job).size().y;
        self.least.max(tall + 2.0 * space::TINY)
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

#[cfg(test)]
mod tests {
    use egui::{Context, RawInput, pos2};

    use super::super::super::{ThemeKind, install, install_fonts};
    use super::*;

    #[test]
    fn a_row_is_as_tall_as_the_lines_of_its_first_cell() {
        let ctx = Context::default();
        install_fonts(&ctx);
        install(&ctx, ThemeKind::Light);
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0)));
        let long = "Les aléas et les écarts sont analysés avec les services concernés ".repeat(3);
        let words = [vec![Run::plain("Court")], vec![Run::plain(long)], Vec::new()];
        let columns = [GridColumn::text("Critère", 120.0)];
        let table = WidgetTable::new("essai", "Essai", &columns).row_height(height::ROW);
        let table = table.tall_enough_for(&words, height::ROW);
        let mut tall = Vec::new();
        let output = ctx.run_ui(RawInput { screen_rect, ..RawInput::default() }, |ui| {
            tall = (0..4).map(|row| table.height(ui, row, 120.0)).collect();
        });
        output.drop_without_applying_deltas();
        let [short, long, empty, beyond] = tall.as_slice() else { panic!("four rows: {tall:?}") };
        assert!(*long > 4.0 * height::ROW, "{tall:?}");
        for other in [short, empty, beyond] {
            assert!((other - height::ROW).abs() < 0.1, "{tall:?}");
        }
    }
}
