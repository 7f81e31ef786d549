//! Facts in columns between two rules: a label over a value.

use super::context::Context;
use super::draw::{self, Align};
use super::measure::count;
use super::page::{Mark, Point, Stroke};
use super::palette;
use super::strip::Strip;
use super::text::TextStyle;
use super::wrapping::{Extent, Hyphenation, extent, wrap};

const LABEL: TextStyle = TextStyle::new(7.5, 10.0, palette::SOFT);
const VALUE: TextStyle = TextStyle::new(9.5, 12.0, palette::INK).bold();
/// Least white space between two columns, and above and under the texts, in points.
const GAP: f32 = 10.0;
const PAD_TOP: f32 = 4.0;
const PAD_BOTTOM: f32 = 4.5;
/// More facts than this make a second row.
const MOST_IN_A_ROW: usize = 5;

/// Facts over the whole width; several rows when there are many.
pub fn facts(entries: &[(String, String)], context: Context) -> Vec<Strip> {
    if entries.is_empty() {
        return Vec::new();
    }
    let rows = entries.len().div_ceil(MOST_IN_A_ROW);
    let per_row = entries.len().div_ceil(rows);
    let mut marks = Vec::new();
    draw::rule(&mut marks, 0.0, context.width, 0.0, Stroke::new(palette::INK, 0.8));
    let mut y = 0.0;
    for row in entries.chunks(per_row) {
        y = draw_row(&mut marks, row, y + PAD_TOP, context.width) + PAD_BOTTOM;
        draw::rule(&mut marks, 0.0, context.width, y, Stroke::new(palette::GRID, 0.5));
    }
    vec![Strip::new(y, marks)]
}

fn draw_row(marks: &mut Vec<Mark>, row: &[(String, String)], top: f32, width: f32) -> f32 {
    let mut bottom = top;
    let mut x = 0.0;
    for ((label, value), column) in row.iter().zip(columns(row, width)) {
        let room = column - GAP;
        let labels = wrap(&LABEL.text(label), room, Hyphenation::Never);
        let values = wrap(&VALUE.text(value), room, Hyphenation::Never);
        let place = (Align::Left, room);
        let mut y = top;
        y += draw::lines(marks, labels, LABEL, Point::new(x, y), place);
        y += draw::lines(marks, values, VALUE, Point::new(x, y), place);
        bottom = bottom.max(y);
        x += column;
    }
    bottom
}

/// Equal columns when every value fits on one line, otherwise by their needs.
fn columns(row: &[(String, String)], width: f32) -> Vec<f32> {
    let equal = width / count(row.len().max(1));
    let extents: Vec<Extent> = row
        .iter()
        .map(|(label, value)| {
            let (label, value) = (extent(&LABEL.text(label)), extent(&VALUE.text(value)));
            Extent {
                minimum: label.minimum.max(value.minimum) + GAP,
                natural: label.natural.max(value.natural) + GAP,
            }
        })
        .collect();
    if extents.iter().all(|extent| extent.natural <= equal) {
        return vec![equal; row.len()];
    }
    let minimum: f32 = extents.iter().map(|extent| extent.minimum).sum();
    let natural: f32 = extents.iter().map(|extent| extent.natural).sum();
    if natural <= width {
        let more = (width - natural) / count(row.len().max(1));
        return extents.iter().map(|extent| extent.natural + more).collect();
    }
    if minimum >= width {
        let scale = width / minimum.max(1.0);
        return extents.iter().map(|extent| extent.minimum * scale).collect();
    }
    let part = (width - minimum) / (natural - minimum).max(0.01);
    extents.iter().map(|extent| extent.minimum + (extent.natural - extent.minimum) * part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_width_and_never_more() {
        let fact = |value: &str| ("Usage".to_owned(), value.to_owned());
        let long = "aide interne aux correcteurs ; ne fonde pas la décision".repeat(3);
        for row in [vec![fact("2 h")], vec![fact("a"), fact(&long)], vec![fact(&long); 5]] {
            let total: f32 = columns(&row, 480.0).iter().sum();
            assert!((total - 480.0).abs() < 0.1, "{total}");
        }
    }
}
