//! What stands around the content of every page: margins, header, footer.

mod sheet;

pub use self::sheet::{LANDSCAPE, PORTRAIT, Sheet};

use crate::reports::document::{HeaderRight, PageFrame};

use super::answer_blocks::{CHARACTER_BOX, character_boxes};
use super::draw::{self, Align};
use super::measure::{TOLERANCE, count, millimetres};
use super::page::{Mark, Point, Stroke};
use super::palette;
use super::text::{StyledText, TextStyle};
use super::wrapping::{Hyphenation, Line, wrap};

/// A line of text begins with white: the capitals of the first line stand on the margin.
const FIRST_LINE: f32 = 3.0;
const HEADER: TextStyle = TextStyle::new(8.0, 10.0, palette::INK);
const FOOTER_LABEL: TextStyle = TextStyle::new(7.0, 8.6, palette::SOFT);
const FOOTER_VALUE: TextStyle = TextStyle::new(8.0, 8.6, palette::INK).bold();
const SHEET_TITLE: TextStyle = TextStyle::new(12.5, 15.0, palette::INK).bold();
const SHEET_RANK: TextStyle = TextStyle::new(9.5, 15.0, palette::SOFT);
const SHEET_LABEL: TextStyle = TextStyle::new(9.5, 15.0, palette::INK).bold();
/// Room for the page number, and least gap between two columns of the footer.
const PAGE_COLUMN: f32 = millimetres(14.0);
const FOOTER_GAP: f32 = 8.0;

/// Top of the text area, in points.
pub const fn top(frame: &PageFrame) -> f32 {
    match frame.header_right {
        HeaderRight::Identifier(_) => millimetres(38.0) - FIRST_LINE,
        HeaderRight::Empty | HeaderRight::Text(..) | HeaderRight::Warning(_) => {
            Sheet::of(frame.orientation).top - FIRST_LINE
        }
    }
}

/// Height of the text area, in points.
pub const fn content_height(frame: &PageFrame) -> f32 {
    Sheet::of(frame.orientation).bottom - top(frame)
}

/// Draws the header and the footer of a page; pages count from one.
pub fn draw_frame(marks: &mut Vec<Mark>, frame: &PageFrame, page: usize, pages: usize) {
    let sheet = Sheet::of(frame.orientation);
    match &frame.header_right {
        HeaderRight::Identifier(prefix) => {
            sheet_header(marks, sheet, &frame.header_left, prefix, (page, pages));
        }
        HeaderRight::Empty => header(marks, sheet, &frame.header_left, &[]),
        HeaderRight::Text(text, strong) => {
            let soft = HEADER.coloured(palette::SOFT);
            header(marks, sheet, &frame.header_left, &two_parts(text, soft, strong, soft.bold()));
        }
        HeaderRight::Warning(text) => {
            let style = HEADER.coloured(palette::ACCENT).bold();
            header(marks, sheet, &frame.header_left, &style.text(text));
        }
    }
    footer(marks, sheet, &frame.footer, &format!("{page}/{pages}"));
}

/// Two texts in two styles, with a space between them when the author wrote none.
fn two_parts(
    first: &str,
    first_style: TextStyle,
    second: &str,
    second_style: TextStyle,
) -> Vec<StyledText> {
    let joined = first.ends_with(char::is_whitespace)
        || second.starts_with(char::is_whitespace)
        || first.is_empty();
    let mut texts = first_style.text(first);
    if !joined {
        texts.extend(first_style.text(" "));
    }
    texts.extend(second_style.text(second));
    texts
}

fn header(marks: &mut Vec<Mark>, sheet: Sheet, left: &(String, String), right: &[StyledText]) {
    let (baseline, rule) = sheet.header;
    let right = wrap(right, 0.6 * sheet.width, Hyphenation::Never);
    let right_width = widest(&right);
    let room = if right_width > 0.0 { sheet.width - right_width - 12.0 } else { sheet.width };
    let left = two_parts(&left.0, HEADER.bold(), &left.1, HEADER);
    let left = wrap(&left, room, Hyphenation::Never);
    upwards(marks, left, sheet.left, Align::Left, baseline);
    upwards(marks, right, sheet.right(), Align::Right, baseline);
    draw::rule(marks, sheet.left, sheet.right(), rule, Stroke::new(palette::GRID, 0.5));
}

/// Draws lines that end on a baseline, in points.
fn upwards(marks: &mut Vec<Mark>, lines: Vec<Line>, x: f32, align: Align, baseline: f32) {
    let above = count(lines.len().saturating_sub(1)) * HEADER.pitch;
    for (index, line) in lines.into_iter().enumerate() {
        let y = baseline - above + count(index) * HEADER.pitch;
        let at = x + align.offset(0.0, line.width);
        draw::line(marks, line, at, y);
    }
}

/// The header of a sheet to fill: title and rank at the left, boxes of the identifier at the right.
fn sheet_header(
    marks: &mut Vec<Mark>,
    sheet: Sheet,
    left: &(String, String),
    prefix: &str,
    (page, pages): (usize, usize),
) {
    // A printed prefix ("C –") leaves two characters to write, otherwise the whole identifier.
    let label = "Identifiant";
    let prefix = if prefix.trim() == label { "" } else { prefix };
    let boxes = if prefix.is_empty() { 4 } else { 2 };
    let right_end = sheet.right();
    let top = millimetres(20.3);
    let mut x = right_end - count(boxes) * CHARACTER_BOX.0;
    character_boxes(marks, Point::new(x, top), boxes);
    let baseline = top + CHARACTER_BOX.1 * 0.7;
    for (text, style, gap) in [(prefix, SHEET_TITLE, 5.0), (label, SHEET_LABEL, 8.0)] {
        if !text.is_empty() {
            x -= gap;
            x -= draw::label(marks, text, style, Point::new(x, baseline), Align::Right);
        }
    }
    let room = x - 14.0 - sheet.left;
    let small = HEADER.coloured(palette::SOFT);
    let above = left.1.trim_start_matches([' ', '–']);
    let above = wrap(&small.text(above), room, Hyphenation::Never);
    upwards(marks, above, sheet.left, Align::Left, millimetres(22.9));
    let rank = format!(" \u{a0}feuille {page} sur {pages}");
    let mut title = SHEET_TITLE.text(&left.0);
    title.extend(SHEET_RANK.text(&rank));
    let title = wrap(&title, room, Hyphenation::Never);
    upwards(marks, title, sheet.left, Align::Left, millimetres(28.2));
    let stroke = Stroke::new(palette::INK, 0.8);
    draw::rule(marks, sheet.left, right_end, millimetres(31.8), stroke);
}

fn footer(marks: &mut Vec<Mark>, sheet: Sheet, entries: &[(String, String)], page: &str) {
    let (rule, top) = sheet.footer;
    draw::rule(marks, sheet.left, sheet.right(), rule, Stroke::new(palette::GRID, 0.5));
    let naturals: Vec<f32> = entries
        .iter()
        .map(|(label, value)| {
            let label = draw::label_width(label, FOOTER_LABEL);
            label.max(draw::label_width(value, FOOTER_VALUE))
        })
        .collect();
    let available = sheet.width - PAGE_COLUMN;
    let columns = footer_columns(&naturals, available);
    for ((label, value), (x, width)) in entries.iter().zip(columns) {
        let mut y = top;
        for (text, style) in [(label, FOOTER_LABEL), (value, FOOTER_VALUE)] {
            let lines = wrap(&style.text(text), width, Hyphenation::Never);
            let corner = Point::new(sheet.left + x, y);
            y += draw::lines(marks, lines, style, corner, (Align::Left, width));
        }
    }
    let right = sheet.right();
    let label_at = Point::new(right, top + FOOTER_LABEL.baseline());
    draw::label(marks, "Page", FOOTER_LABEL, label_at, Align::Right);
    let value_at = Point::new(right, top + FOOTER_LABEL.pitch + FOOTER_VALUE.baseline());
    draw::label(marks, page, FOOTER_VALUE, value_at, Align::Right);
}

/// Left end and width of each column: as wide as its content with equal gaps, or cut down in
/// proportion when there is too much.
fn footer_columns(naturals: &[f32], available: f32) -> Vec<(f32, f32)> {
    let total: f32 = naturals.iter().sum();
    let gap = (available - total) / count(naturals.len().max(1));
    let scale = if gap >= FOOTER_GAP || total <= 0.0 {
        1.0
    } else {
        (available - FOOTER_GAP * count(naturals.len())).max(1.0) / total
    };
    let gap = gap.max(FOOTER_GAP);
    let mut x = 0.0;
    naturals
        .iter()
        .map(|natural| {
            let column = (x, natural * scale + TOLERANCE);
            x += natural * scale + gap;
            column
        })
        .collect()
}

fn widest(lines: &[Line]) -> f32 {
    lines.iter().map(|line| line.width).fold(0.0, f32::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::document::Orientation;

    #[test]
    fn footer_columns_stay_within_the_width() {
        for naturals in [vec![], vec![30.0; 6], vec![200.0; 6]] {
            let last = footer_columns(&naturals, 400.0).last().map_or(0.0, |(x, width)| x + width);
            assert!(last <= 400.0 + 1.0, "{last}");
        }
    }

    #[test]
    fn the_page_number_is_on_every_frame() {
        for orientation in [Orientation::Portrait, Orientation::Landscape] {
            let mut marks = Vec::new();
            draw_frame(&mut marks, &PageFrame { orientation, ..PageFrame::default() }, 2, 3);
            let number = |mark: &Mark| matches!(mark, Mark::Text(text) if text.text == "2/3");
            assert!(marks.iter().any(number));
        }
    }
}
