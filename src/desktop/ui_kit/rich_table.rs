//! A small table inside a text: a head, then rows of cells with bold and italic words.

use std::sync::Arc;

use egui::{Align, Galley, Rect, Role, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::rich::{Run, job};
use super::theme::palette;
use super::tokens::{Palette, amount, space, type_size};

/// Least width of a column.
const NARROWEST: f32 = 48.0;

/// Shows a small table; the columns of numbers are set to the right.
pub fn rich_table(ui: &mut Ui, head: &[Vec<Run>], rows: &[Vec<Vec<Run>>]) {
    let columns = rows.iter().map(Vec::len).fold(head.len(), usize::max);
    if columns == 0 {
        return;
    }
    let widths = widths(ui, head, rows, columns);
    let aligns: Vec<Align> = (0..columns).map(|column| align(rows, column)).collect();
    let shown = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if !head.is_empty() {
            let bold: Vec<Vec<Run>> = head.iter().map(|cell| in_bold(cell)).collect();
            row(ui, &bold, &widths, &aligns, true);
        }
        for cells in rows {
            row(ui, cells, &widths, &aligns, false);
        }
    };
    if widths.iter().sum::<f32>() > ui.available_width() + 1.0 {
        egui::ScrollArea::horizontal().animated(false).show(ui, shown);
    } else {
        ui.scope(shown);
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

/// Widths that fit the content, made narrower together where there is no room.
fn widths(ui: &Ui, head: &[Vec<Run>], rows: &[Vec<Vec<Run>>], columns: usize) -> Vec<f32> {
    let colors = palette(ui);
    let natural = |cell: &Vec<Run>| laid_out(ui, cell, f32::INFINITY, colors).size().x;
    let padding = 2.0 * space::SMALL + 1.0;
    let widest = |column: usize, measure: &dyn Fn(&[Run]) -> f32| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        let cells = cells.chain(head.get(column));
        cells.map(|cell| measure(cell)).fold(0.0, f32::max) + padding
    };
    let words = |cell: &[Run]| longest_word(ui, cell, colors);
    let wanted: Vec<f32> = (0..columns)
        .map(|column| widest(column, &|cell| natural(&cell.to_vec())).max(NARROWEST))
        .collect();
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

/// Width of the longest word of a cell, each in its own style.
fn longest_word(ui: &Ui, cell: &[Run], colors: &Palette) -> f32 {
    let words = cell.iter().flat_map(|run| {
        run.text.split(' ').map(|word| Run { text: word.to_owned(), ..run.clone() })
    });
    words
        .map(|word| {
            ui.painter().layout_job(job(&[word], type_size::SECONDARY, colors.text, colors))
        })
        // A word needs room for the blank after it, or the line breaks before that blank.
        .map(|galley| galley.size().x + space::TINY)
        .fold(0.0, f32::max)
}

fn laid_out(ui: &Ui, cell: &[Run], width: f32, colors: &Palette) -> Arc<Galley> {
    let mut job = job(cell, type_size::SECONDARY, colors.text, colors);
    job.wrap.max_width = width;
    ui.painter().layout_job(job)
}

fn row(ui: &mut Ui, cells: &[Vec<Run>], widths: &[f32], aligns: &[Align], head: bool) {
    let colors = palette(ui);
    let inner = |width: &f32| (width - 2.0 * space::SMALL).max(1.0);
    let empty = Vec::new();
    let lines: Vec<Arc<Galley>> = widths
        .iter()
        .enumerate()
        .map(|(column, width)| {
            laid_out(ui, cells.get(column).unwrap_or(&empty), inner(width), colors)
        })
        .collect();
    let tall = lines.iter().map(|line| line.size().y).fold(18.0, f32::max) + space::SMALL;
    let response = ui.allocate_response(vec2(widths.iter().sum(), tall), Sense::hover());
    response.widget_info(|| {
        let text: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
        WidgetInfo::labeled(Role::Row, true, text.join(", "))
    });
    let fill = if head { colors.sunken } else { colors.card };
    let mut left = response.rect.left();
    for ((line, width), align) in lines.into_iter().zip(widths).zip(aligns) {
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
}
