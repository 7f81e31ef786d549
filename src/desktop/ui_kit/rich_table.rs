//! A small table inside a text: a head, then rows of cells with bold and italic words.

use std::sync::Arc;

use egui::{Align, Galley, IdSalt, Rect, Role, StrokeKind, Ui, pos2, vec2};

use super::passage::PassageState;
use super::rich::{Run, reading_job};
use super::theme::palette;
use super::tokens::{amount, space, type_size};

/// Least width of a column.
const NARROWEST: f32 = 48.0;

/// Shows a small table; the columns of numbers are set to the right.
pub fn rich_table(ui: &mut Ui, head: &[Vec<Run>], rows: &[Vec<Vec<Run>>]) {
    RichTable::new(head, rows).show(ui, |_| false);
}

/// A small table that the reader may enlarge, and whose rows may be highlighted.
#[derive(Debug, Clone, Copy)]
#[must_use = "show the table with `show`"]
pub struct RichTable<'text> {
    head: &'text [Vec<Run>],
    rows: &'text [Vec<Vec<Run>>],
    zoom: f32,
    pressable: bool,
}

impl<'text> RichTable<'text> {
    /// A table of the usual size, to read.
    pub fn new(head: &'text [Vec<Run>], rows: &'text [Vec<Vec<Run>>]) -> Self {
        Self { head, rows, zoom: 1.0, pressable: false }
    }

    /// Multiplies the size of the words.
    pub fn zoom(mut self, zoom: f32) -> Self {
        self.zoom = zoom;
        self
    }

    /// Pressing a row is offered.
    pub fn pressable(mut self, pressable: bool) -> Self {
        self.pressable = pressable;
        self
    }

    /// Shows the table, the rows that are `highlighted` under the highlighter; gives the row just
    /// pressed.
    pub fn show(self, ui: &mut Ui, highlighted: impl Fn(usize) -> bool) -> Option<usize> {
        let columns = self.rows.iter().map(Vec::len).fold(self.head.len(), usize::max);
        if columns == 0 {
            return None;
        }
        let widths = self.widths(ui, columns);
        let aligns: Vec<Align> = (0..columns).map(|column| align(self.rows, column)).collect();
        let wide = widths.iter().sum::<f32>() > ui.available_width() + 1.0;
        let shape = Shape { widths, aligns, zoom: self.zoom };
        let mut pressed = None;
        let shown = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if !self.head.is_empty() {
                let bold: Vec<Vec<Run>> = self.head.iter().map(|cell| in_bold(cell)).collect();
                shape.row(ui, None, &bold, PassageState::default());
            }
            for (rank, cells) in self.rows.iter().enumerate() {
                let state =
                    PassageState { highlighted: highlighted(rank), pressable: self.pressable };
                if shape.row(ui, Some(rank), cells, state) {
                    pressed = Some(rank);
                }
            }
        };
        if wide {
            egui::ScrollArea::horizontal().animated(false).show(ui, shown);
        } else {
            ui.scope(shown);
        }
        pressed
    }

    /// Widths that fit the content, made narrower together where there is no room.
    fn widths(&self, ui: &Ui, columns: usize) -> Vec<f32> {
        let natural = |cell: &[Run]| laid_out(ui, cell, f32::INFINITY, self.zoom).size().x;
        let padding = 2.0 * space::SMALL + 1.0;
        let widest = |column: usize, measure: &dyn Fn(&[Run]) -> f32| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            let cells = cells.chain(self.head.get(column));
            cells.map(|cell| measure(cell)).fold(0.0, f32::max) + padding
        };
        let words = |cell: &[Run]| longest_word(ui, cell, self.zoom);
        let wanted: Vec<f32> =
            (0..columns).map(|column| widest(column, &natural).max(NARROWEST)).collect();
        let least: Vec<f32> =
            (0..columns).map(|column| widest(column, &words).max(NARROWEST)).collect();
        let room = ui.available_width().max(NARROWEST * amount(columns));
        let (all, fewest) = (wanted.iter().sum::<f32>(), least.iter().sum::<f32>());
        if all <= room {
            wanted
        } else if fewest <= room {
            // Columns give way in the measure of what they can spare, never cutting a word.
            let part = (room - fewest) / (all - fewest).max(1.0);
            wanted.iter().zip(&least).map(|(wide, low)| low + (wide - low) * part).collect()
        } else {
            // No room for the words: the table is wider than its place and scrolls sideways.
            least
        }
    }
}

fn in_bold(cell: &[Run]) -> Vec<Run> {
    cell.iter().map(|run| Run { bold: true, ..run.clone() }).collect()
}

/// Right for a column of numbers, left otherwise.
fn align(rows: &[Vec<Vec<Run>>], column: usize) -> Align {
    let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| plain(cell));
    let mut filled = cells.filter(|text| !text.trim().is_empty() && text != "–").peekable();
    let any = filled.peek().is_some();
    let numbers = filled.all(|text| {
        text.chars().all(|c| !c.is_alphabetic()) && text.chars().any(|c| c.is_ascii_digit())
    });
    if numbers && any { Align::Max } else { Align::Min }
}

fn plain(cell: &[Run]) -> String {
    cell.iter().map(|run| run.text.as_str()).collect()
}

/// Width of the longest word of a cell, each in its own style.
fn longest_word(ui: &Ui, cell: &[Run], zoom: f32) -> f32 {
    let words = cell.iter().flat_map(|run| {
        run.text.split(' ').map(|word| Run { text: word.to_owned(), ..run.clone() })
    });
    words
        // A word needs room for the blank after it, or the line breaks before that blank.
        .map(|word| laid_out(ui, &[word], f32::INFINITY, zoom).size().x + space::TINY * zoom)
        .fold(0.0, f32::max)
}

fn laid_out(ui: &Ui, cell: &[Run], width: f32, zoom: f32) -> Arc<Galley> {
    let mut job = reading_job(ui, cell, type_size::SECONDARY, zoom);
    job.wrap.max_width = width;
    ui.painter().layout_job(job)
}

/// Where the columns of a table are, and how large its words.
struct Shape {
    widths: Vec<f32>,
    aligns: Vec<Align>,
    zoom: f32,
}

impl Shape {
    /// Shows a row, the head when it has no rank; says whether it was pressed.
    fn row(
        &self,
        ui: &mut Ui,
        rank: Option<usize>,
        cells: &[Vec<Run>],
        state: PassageState,
    ) -> bool {
        let colors = palette(ui);
        let inner = |width: &f32| (width - 2.0 * space::SMALL).max(1.0);
        let empty = Vec::new();
        let lines: Vec<Arc<Galley>> = self
            .widths
            .iter()
            .enumerate()
            .map(|(column, width)| {
                laid_out(ui, cells.get(column).unwrap_or(&empty), inner(width), self.zoom)
            })
            .collect();
        let tall = lines.iter().map(|line| line.size().y).fold(18.0, f32::max) + space::SMALL;
        let size = vec2(self.widths.iter().sum(), tall);
        let response = state.allocate(ui, IdSalt::new(("ligne", rank)), size);
        let text: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
        state.describe(&response, Role::Row, &text.join(", "));
        let plain_ground = if rank.is_none() { colors.sunken } else { colors.card };
        let fill = state.ground(ui, &response, plain_ground);
        let mut left = response.rect.left();
        for ((line, width), align) in lines.into_iter().zip(&self.widths).zip(&self.aligns) {
            let cell = Rect::from_min_size(pos2(left, response.rect.top()), vec2(*width, tall));
            ui.painter().rect(cell, 0, fill, (1.0, colors.line), StrokeKind::Middle);
            let start = match align {
                Align::Max => cell.right() - space::SMALL - line.size().x,
                Align::Min | Align::Center => cell.left() + space::SMALL,
            };
            let top = cell.center().y - line.size().y * 0.5;
            ui.painter().galley(pos2(start, top), line, colors.text);
            left += width;
        }
        state.signs(ui, &response, response.rect);
        response.clicked()
    }
}
