//! What a cell shows → pieces one under the other, and how wide they want to be.

use crate::domain::rich_text::Span;
use crate::reports::document::{CellAlign, CellContent, Sign, TableCell, Tone};

use super::super::chips;
use super::super::draw::{self, Align};
use super::super::measure::{fractions, millimetres, number};
use super::super::page::{Mark, Point, Stroke, append_shifted};
use super::super::palette;
use super::super::signs::{self, Square};
use super::super::text::{StyledText, TextStyle, styled};
use super::super::wrapping::{Extent, Hyphenation, Line, extent, single_line, wrap};
use super::Metrics;

/// An unbreakable part of a cell. Marks count from its top left corner.
pub struct Piece {
    /// Height in points.
    pub height: f32,
    /// What to draw.
    pub marks: Vec<Mark>,
}

/// Where a cell stands: its inner width in points, its alignment, bold or not.
#[derive(Clone, Copy)]
pub struct Place {
    /// Width in points.
    pub width: f32,
    /// Alignment.
    pub align: Align,
    /// Bold (rows of totals).
    pub strong: bool,
}

const REMARK_INDENT: f32 = 6.5;
const SIGN_GAP: f32 = 3.2;
const SIGNS_GAP: f32 = 9.0;
const BAR: (f32, f32) = (millimetres(2.9), millimetres(32.0));
const TILE: (f32, f32) = (millimetres(7.6), millimetres(11.0));
/// White above and under a check box, in points.
const BOX_WHITE: f32 = 1.8;

/// White on each side of a cell, in points: a tile fills its cell.
pub fn padding(cell: &TableCell, align: CellAlign, metrics: &Metrics) -> f32 {
    if has_tile(cell) { 0.6 } else { metrics.pad(align) }
}

/// Whether the cell shows a tile.
pub fn has_tile(cell: &TableCell) -> bool {
    cell.content.iter().any(|content| matches!(content, CellContent::Tile(..)))
}

/// How wide a cell wants to be, with the white on its sides.
pub fn cell_extent(cell: &TableCell, align: CellAlign, metrics: &Metrics, strong: bool) -> Extent {
    let pad = 2.0 * padding(cell, align, metrics);
    let mut whole = Extent::default();
    for content in &cell.content {
        let own = content_extent(content, metrics, strong);
        whole.minimum = whole.minimum.max(own.minimum);
        whole.natural = whole.natural.max(own.natural);
    }
    Extent { minimum: whole.minimum + pad, natural: whole.natural + pad }
}

fn content_extent(content: &CellContent, metrics: &Metrics, strong: bool) -> Extent {
    let same = |width: f32| Extent { minimum: width, natural: width };
    let wider =
        |own: Extent, by: f32| Extent { minimum: own.minimum + by, natural: own.natural + by };
    match content {
        CellContent::Text(spans) => extent(&styled(spans, base(metrics, strong))),
        CellContent::Remark(text) => {
            wider(extent(&remark_style(metrics).text(text)), REMARK_INDENT)
        }
        CellContent::Word(text, tone) => extent(&word_style(*tone).text(text)),
        CellContent::CheckBox(..) => same(signs::CHECK_BOX),
        CellContent::Signed(_, text, tone) => {
            wider(extent(&value_style(metrics, *tone).text(text)), signs::SMALL + SIGN_GAP)
        }
        CellContent::Signs(entries) => entries
            .iter()
            .map(|(_, text, tone)| sign_width(text, *tone, metrics))
            .fold(Extent::default(), |whole, width| Extent {
                minimum: whole.minimum.max(width),
                natural: whole.natural + width + SIGNS_GAP,
            }),
        CellContent::Chip(chip) => same(chips::natural_width(chip)),
        CellContent::Bar(_) => Extent { minimum: 40.0, natural: BAR.1 },
        CellContent::Tile(..) => same(TILE.0),
    }
}

/// The pieces of one content, from top to bottom.
pub fn pieces(content: &CellContent, metrics: &Metrics, place: Place) -> Vec<Piece> {
    match content {
        CellContent::Text(spans) => text(spans, metrics, place),
        CellContent::Remark(text) => remark(text, metrics, place),
        CellContent::Word(text, tone) => {
            let style = word_style(*tone);
            lines(&style.text(text), style, place)
        }
        CellContent::CheckBox(on, tone) => vec![check_box(*on, *tone, place)],
        CellContent::Signed(sign, text, tone) => signed(*sign, text, *tone, metrics, place),
        CellContent::Signs(entries) => several_signs(entries, metrics, place),
        CellContent::Chip(chip) => {
            let laid = chips::lay(chip, place.width);
            let x = place.align.offset(place.width, laid.width);
            let mut marks = Vec::new();
            append_shifted(&mut marks, laid.marks, x, 1.6);
            vec![Piece { height: laid.height + 3.2, marks }]
        }
        CellContent::Bar(counts) => vec![bar(counts, place.width)],
        CellContent::Tile(sign, tone) => vec![tile(*sign, *tone, place)],
    }
}

fn base(metrics: &Metrics, strong: bool) -> TextStyle {
    if strong { metrics.text.bold() } else { metrics.text }
}

const fn word_style(tone: Tone) -> TextStyle {
    TextStyle::new(7.0, 8.0, palette::ink(tone))
}

fn remark_style(metrics: &Metrics) -> TextStyle {
    let size = (metrics.text.size - 1.0).max(7.0);
    TextStyle::new(size, size * 1.3, palette::ACCENT)
}

/// A value beside its sign: ink, so that it reads on its tint; bold where it is compared.
fn value_style(metrics: &Metrics, tone: Tone) -> TextStyle {
    let colour =
        if matches!(tone, Tone::Soft | Tone::Blank) { palette::SOFT } else { palette::INK };
    let style = metrics.text.coloured(colour);
    if metrics.is_reading() { style } else { style.bold() }
}

fn text(spans: &[Span], metrics: &Metrics, place: Place) -> Vec<Piece> {
    let mut style = base(metrics, place.strong);
    let nothing = |span: &Span| !span.bold && matches!(span.text.trim(), "" | "0" | "–");
    if !place.strong && spans.iter().all(nothing) {
        style = style.coloured(palette::SOFT);
    }
    lines(&styled(spans, style), style, place)
}

fn lines(texts: &[StyledText], style: TextStyle, place: Place) -> Vec<Piece> {
    wrap(texts, place.width, Hyphenation::Never)
        .into_iter()
        .map(|line| line_piece(line, style, place))
        .collect()
}

fn line_piece(line: Line, style: TextStyle, place: Place) -> Piece {
    let mut marks = Vec::new();
    let x = place.align.offset(place.width, line.width);
    draw::line(&mut marks, line, x, style.baseline());
    Piece { height: style.pitch, marks }
}

/// A remark: accent, behind a small bar; each line carries its part of the bar.
fn remark(text: &str, metrics: &Metrics, place: Place) -> Vec<Piece> {
    let style = remark_style(metrics);
    let room = place.width - REMARK_INDENT;
    wrap(&style.text(text), room, Hyphenation::Never)
        .into_iter()
        .enumerate()
        .map(|(index, line)| {
            let top = if index == 0 { 1.8 } else { 0.0 };
            let height = top + style.pitch;
            let mut marks = Vec::new();
            let stroke = Stroke::new(palette::ACCENT, 1.5);
            draw::vertical_rule(&mut marks, 0.75, top, height, stroke);
            draw::line(&mut marks, line, REMARK_INDENT, top + style.baseline());
            Piece { height, marks }
        })
        .collect()
}

fn check_box(on: bool, tone: Tone, place: Place) -> Piece {
    let side = signs::CHECK_BOX.min(place.width.max(1.0));
    let corner = Point::new(place.align.offset(place.width, side), BOX_WHITE);
    let mut marks = Vec::new();
    let edge = Stroke::new(palette::GRID, 0.7);
    let colour = on.then_some(palette::ink(tone));
    signs::check_box(&mut marks, Square { corner, side }, colour, edge);
    Piece { height: side + 2.0 * BOX_WHITE, marks }
}

/// A sign, then a text. In grids the sign stands at the left edge of a number aligned right.
fn signed(sign: Sign, text: &str, tone: Tone, metrics: &Metrics, place: Place) -> Vec<Piece> {
    let style = value_style(metrics, tone);
    let style = if place.strong { style.bold() } else { style };
    let indent = signs::SMALL + SIGN_GAP;
    let inner = Place { width: (place.width - indent).max(1.0), ..place };
    let set = wrap(&style.text(text), inner.width, Hyphenation::Never);
    let first = set.first().map_or(0.0, |line| line.width);
    let apart = !metrics.is_reading() && matches!(place.align, Align::Right);
    let x = if apart { 0.0 } else { place.align.offset(inner.width, first).max(0.0) };
    let mut pieces: Vec<Piece> = set
        .into_iter()
        .map(|line| {
            let mut piece = line_piece(line, style, inner);
            for mark in &mut piece.marks {
                mark.shift(indent, 0.0);
            }
            piece
        })
        .collect();
    if pieces.is_empty() {
        pieces.push(Piece { height: style.pitch, marks: Vec::new() });
    }
    if let Some(piece) = pieces.first_mut() {
        let square = Square::on_line(x, 0.0, style.pitch, signs::SMALL);
        signs::sign(&mut piece.marks, sign, square, palette::ink(tone));
    }
    pieces
}

fn sign_width(text: &str, tone: Tone, metrics: &Metrics) -> f32 {
    signs::SMALL + SIGN_GAP + single_line(&value_style(metrics, tone).text(text)).width
}

/// Several signs with their texts on one line; on the next one when there is no more room.
fn several_signs(entries: &[(Sign, String, Tone)], metrics: &Metrics, place: Place) -> Vec<Piece> {
    let pitch = metrics.text.pitch;
    let mut pieces = Vec::new();
    let mut marks = Vec::new();
    let mut x = 0.0;
    for (sign, text, tone) in entries {
        let width = sign_width(text, *tone, metrics);
        if x > 0.0 && x + width > place.width {
            pieces.push(Piece { height: pitch, marks: std::mem::take(&mut marks) });
            x = 0.0;
        }
        let square = Square::on_line(x, 0.0, pitch, signs::SMALL);
        signs::sign(&mut marks, *sign, square, palette::ink(*tone));
        let style = value_style(metrics, *tone);
        let at = Point::new(x + signs::SMALL + SIGN_GAP, style.baseline());
        draw::label(&mut marks, text, style, at, Align::Left);
        x += width + SIGNS_GAP;
    }
    if !marks.is_empty() {
        pieces.push(Piece { height: pitch, marks });
    }
    pieces
}

fn bar(counts: &[(u32, Tone)], width: f32) -> Piece {
    let mut marks = Vec::new();
    let shown: Vec<(u32, Tone)> = counts.iter().copied().filter(|(count, _)| *count > 0).collect();
    if shown.is_empty() {
        let whole = draw::rectangle(Point::new(0.0, 1.5), width, BAR.0);
        whole.filled(palette::TINT).draw(&mut marks);
    }
    let mut x = 0.0;
    let shares = fractions(shown.iter().map(|(count, _)| number(*count)));
    for ((_, tone), share) in shown.iter().zip(shares) {
        let part = width * share;
        let segment = draw::rectangle(Point::new(x, 1.5), part, BAR.0);
        segment.filled(palette::bar(*tone)).draw(&mut marks);
        x += part;
    }
    Piece { height: BAR.0 + 3.0, marks }
}

/// A tile of the matrix of competences: what is not acquired stands out in grey too.
fn tile(sign: Sign, tone: Tone, place: Place) -> Piece {
    let (width, height) = (TILE.0.min(place.width.max(1.0)), TILE.1);
    let x = Align::Centre.offset(place.width, width);
    let dark = matches!(tone, Tone::Bad);
    let fill = if dark { palette::ink(tone) } else { palette::tint(tone) };
    let mut marks = Vec::new();
    draw::rectangle(Point::new(x, 0.0), width, height).filled(fill).draw(&mut marks);
    let side = 8.0_f32.min(0.7 * width);
    let corner = Point::new(x + (width - side) / 2.0, (height - side) / 2.0);
    let colour = if dark { palette::PAPER } else { palette::ink(tone) };
    signs::sign(&mut marks, sign, Square { corner, side }, colour);
    Piece { height, marks }
}
