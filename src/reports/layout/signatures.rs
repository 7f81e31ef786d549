//! Boxes to sign in, side by side.

use crate::reports::document::BodySize;

use super::context::{Context, NOTE};
use super::draw::{self, Align};
use super::measure::{count, millimetres};
use super::page::{Mark, Point, Stroke};
use super::palette;
use super::strip::Strip;
use super::text::TextStyle;
use super::wrapping::{Hyphenation, wrap};

const TITLE: TextStyle = TextStyle::new(9.0, 12.0, palette::INK).bold();
const GAP: f32 = millimetres(5.7);
const PAD: f32 = millimetres(2.6);
/// Room to sign under the last line of text, and least height of a box, in points.
const ROOM: f32 = millimetres(11.0);
const LEAST: f32 = millimetres(21.0);
/// Between two lines to be filled by hand, in points.
const FIELD_GAP: f32 = 6.0;
const MOST_IN_A_ROW: usize = 3;

/// Fields of a box on a jury document, when its title says none.
const FIELDS: [&str; 2] = ["Nom, prénom :", "Date et signature :"];

/// A box for each title. The lines after the first one of a title are fields to fill, in small;
/// on other papers than those of the jury nobody is asked for a name.
pub fn signatures(titles: &[String], context: Context) -> Vec<Strip> {
    if titles.is_empty() {
        return Vec::new();
    }
    let rows = titles.len().div_ceil(MOST_IN_A_ROW);
    let per_row = titles.len().div_ceil(rows);
    let columns = count(per_row.max(2));
    let width = ((context.width - GAP * (columns - 1.0)) / columns).max(1.0);
    titles
        .chunks(per_row)
        .enumerate()
        .map(|(index, row)| {
            let gap = if index > 0 { GAP } else { 0.0 };
            Strip { gap, keep: index + 1 < rows, ..boxes(row, width, context) }
        })
        .collect()
}

fn boxes(titles: &[String], width: f32, context: Context) -> Strip {
    let mut marks = Vec::new();
    let mut text_height = 0.0_f32;
    let mut x = 0.0;
    for title in titles {
        text_height = text_height.max(texts(
            &mut marks,
            &lines_of(title, context),
            x + PAD,
            width - 2.0 * PAD,
        ));
        x += width + GAP;
    }
    let height = LEAST.max(text_height + ROOM);
    for index in 0..titles.len() {
        let corner = Point::new(count(index) * (width + GAP), 0.0);
        let edge = Stroke::new(palette::GRID, 0.7);
        draw::rectangle(corner, width, height)
            .rounded(millimetres(1.0))
            .stroked(edge)
            .draw(&mut marks);
    }
    Strip::new(height, marks)
}

/// The lines of a title, with the usual fields when it has none of its own.
fn lines_of(title: &str, context: Context) -> Vec<&str> {
    let mut lines: Vec<&str> = title.lines().collect();
    if lines.len() == 1 && matches!(context.body, BodySize::Jury) {
        lines.extend(FIELDS);
    }
    lines
}

fn texts(marks: &mut Vec<Mark>, lines: &[&str], x: f32, width: f32) -> f32 {
    let mut y = 3.6;
    for (index, text) in lines.iter().enumerate() {
        let style = if index == 0 { TITLE } else { NOTE };
        let lines = wrap(&style.text(text), width, Hyphenation::Never);
        y += if index > 0 { FIELD_GAP } else { 0.0 };
        y += draw::lines(marks, lines, style, Point::new(x, y), (Align::Left, width));
    }
    y
}
