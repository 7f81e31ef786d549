//! Titles, paragraphs, lists and notes.

use crate::domain::rich_text::Span;
use crate::reports::document::{Block, Chip, ListItem};

use super::chips;
use super::context::{Context, NOTE};
use super::draw::{self, Align};
use super::page::{Point, append_shifted};
use super::palette;
use super::rich;
use super::signs::{self, Square};
use super::strip::{Landmark, Strip};
use super::text::{StyledText, TextStyle, styled};
use super::wrapping::{Hyphenation, Line, wrap};

const KICKER: TextStyle = TextStyle::new(9.0, 12.0, palette::ACCENT).bold();
const COVER_TITLE: TextStyle = TextStyle::new(26.0, 31.0, palette::INK).bold();
const TITLE: TextStyle = TextStyle::new(20.0, 24.0, palette::INK).bold();
const HEADING: TextStyle = TextStyle::new(12.5, 15.0, palette::ACCENT).bold();
const HEADING_ASIDE: TextStyle = TextStyle::new(8.5, 15.0, palette::SOFT);
const CAPTION: TextStyle = TextStyle::new(9.5, 13.0, palette::INK).bold();
/// From the left end to the text of an item with a number or with a sign, in points.
const NUMBER_INDENT: f32 = 16.2;
const SIGN_INDENT: f32 = 18.9;
/// Side of the sign of an item, in points.
const ITEM_SIGN: f32 = 7.4;

/// Lays a block of text.
pub fn lay(block: &Block, context: Context) -> Vec<Strip> {
    match block {
        Block::Kicker(text) => title(text, KICKER, None, context),
        Block::CoverTitle(text) => title(text, COVER_TITLE, Some(0), context),
        Block::Title(text) => title(text, TITLE, Some(0), context),
        Block::Heading { text, aside } => heading(text, aside, context),
        Block::Caption(text) => title(text, CAPTION, None, context),
        Block::Paragraph(spans) => paragraph(spans, context.text(), context),
        Block::Rich(blocks) => rich::lay(blocks, context),
        Block::Items(items) => list(items, context),
        Block::Note(spans) => paragraph(spans, NOTE, context),
        Block::ChipLine(chip, spans) => chip_line(chip, spans, context),
        _ => Vec::new(),
    }
}

/// A paragraph in a style, over the whole width.
pub fn paragraph(spans: &[Span], style: TextStyle, context: Context) -> Vec<Strip> {
    let lines = wrap(&styled(spans, style), context.width, context.hyphenation());
    lines_as_strips(lines, style, 0.0)
}

/// One strip a line, from a left end in points: at least two lines on each side of a page break.
pub fn lines_as_strips(lines: Vec<Line>, style: TextStyle, x: f32) -> Vec<Strip> {
    let total = lines.len();
    lines
        .into_iter()
        .enumerate()
        .map(|(index, line)| {
            let mut marks = Vec::new();
            draw::line(&mut marks, line, x, style.baseline());
            let keep = total > 1 && (index == 0 || index + 2 == total);
            Strip { keep, ..Strip::new(style.pitch, marks) }
        })
        .collect()
}

/// Lines that no page break separates, kept with what follows.
fn title(text: &str, style: TextStyle, level: Option<u8>, context: Context) -> Vec<Strip> {
    let lines = wrap(&style.text(text), context.width, Hyphenation::Never);
    let mut strips = kept_lines(lines, style);
    if let Some(first) = strips.first_mut() {
        first.landmarks.extend(level.map(|level| landmark(text, level)));
    }
    strips
}

/// One strip a line, so that even an absurd title finds its place; all are kept with what follows.
fn kept_lines(lines: Vec<Line>, style: TextStyle) -> Vec<Strip> {
    lines_as_strips(lines, style, 0.0).into_iter().map(Strip::kept).collect()
}

fn landmark(text: &str, level: u8) -> Landmark {
    Landmark { title: crate::domain::french::typeset(text), level, y: 0.0 }
}

fn heading(text: &str, aside: &str, context: Context) -> Vec<Strip> {
    let mut marks = Vec::new();
    let right = Point::new(context.width, HEADING.baseline());
    let aside_width = draw::label(&mut marks, aside, HEADING_ASIDE, right, Align::Right);
    let room = context.width - aside_width - if aside_width > 0.0 { 12.0 } else { 0.0 };
    let mut strips = kept_lines(wrap(&HEADING.text(text), room, Hyphenation::Never), HEADING);
    if strips.is_empty() {
        strips.push(Strip::new(HEADING.pitch, Vec::new()).kept());
    }
    if let Some(first) = strips.first_mut() {
        first.marks.append(&mut marks);
        first.landmarks.push(landmark(text, 1));
    }
    strips
}

/// Items with a sign, or numbered among those without.
fn list(items: &[ListItem], context: Context) -> Vec<Strip> {
    let style = context.text();
    let mut number = 0_u32;
    let mut strips = Vec::new();
    for (sign, spans) in items {
        let indent = if sign.is_some() { SIGN_INDENT } else { NUMBER_INDENT };
        let mut item = indented(&styled(spans, style), style, indent, context);
        if let (Some(first), Some((sign, tone))) = (item.first_mut(), sign) {
            let square = Square::on_line(0.5, 0.0, style.pitch, ITEM_SIGN);
            signs::sign(&mut first.marks, *sign, square, palette::ink(*tone));
        } else if let Some(first) = item.first_mut() {
            number += 1;
            let at = Point::new(0.0, style.baseline());
            draw::label(&mut first.marks, &format!("{number}."), style.bold(), at, Align::Left);
        }
        append_item(&mut strips, item, 1.2);
    }
    strips
}

/// Lines at an indent in points; a blank line when there is no text.
pub fn indented(
    texts: &[StyledText],
    style: TextStyle,
    indent: f32,
    context: Context,
) -> Vec<Strip> {
    let inner = context.with_width(context.width - indent);
    let lines = wrap(texts, inner.width, inner.hyphenation());
    let strips = lines_as_strips(lines, style, indent);
    if strips.is_empty() { vec![Strip::new(style.pitch, Vec::new())] } else { strips }
}

/// Adds an item under the others, with a gap in points.
pub fn append_item(strips: &mut Vec<Strip>, mut item: Vec<Strip>, gap: f32) {
    if !strips.is_empty()
        && let Some(first) = item.first_mut()
    {
        first.gap += gap;
    }
    strips.append(&mut item);
}

/// A chip, then a text beside it that keeps to its own column.
fn chip_line(chip: &Chip, spans: &[Span], context: Context) -> Vec<Strip> {
    let style = context.text();
    let laid = chips::lay(chip, context.width * 0.6);
    let x = laid.width + 8.0;
    let room = context.with_width(context.width - x).width;
    let lines = wrap(&styled(spans, style), room, Hyphenation::Never);
    let first_line = laid.height.max(style.pitch);
    let mut marks = Vec::new();
    append_shifted(&mut marks, laid.marks, 0.0, (first_line - laid.height) / 2.0);
    let corner = Point::new(x, (first_line - style.pitch) / 2.0);
    let text_height = draw::lines(&mut marks, lines, style, corner, (Align::Left, room));
    vec![Strip::new(first_line.max(corner.y + text_height), marks)]
}
