//! Title and head of a table, as they begin it and as they are repeated. Columns of one group share
//! a head above their own.

use crate::reports::document::Table;

use super::super::context::Context;
use super::super::draw::{self, Align};
use super::super::measure::{TOLERANCE, count, millimetres};
use super::super::page::{Mark, Point, Stroke};
use super::super::palette;
use super::super::strip::{Prelude, Strip};
use super::super::text::TextStyle;
use super::super::wrapping::{Hyphenation, Line, extent, wrap};
use super::row_marks::{GRID_LINE, grid_rules};
use super::{Grid, align};

const TITLE: TextStyle = TextStyle::new(10.0, 12.0, palette::ACCENT).bold();
const GRID_TITLE: TextStyle = TextStyle::new(9.0, 11.0, palette::INK).bold();
const TITLE_WHITE: f32 = 2.4;
const HEAD_WHITE: f32 = 2.6;
const PAD_X: f32 = millimetres(1.8);

/// The title and the head; with « (suite) » where they are repeated.
pub fn prelude(table: &Table, grid: &Grid, repeated: bool) -> Prelude {
    let mut prelude = Prelude::default();
    if let Some(texts) = &table.title {
        let style = if grid.metrics.is_reading() { TITLE } else { GRID_TITLE };
        prelude.height = title(&mut prelude.marks, texts, style, grid.width(), repeated);
    }
    let headless =
        table.headless || grid.columns.iter().all(|column| column.head.trim().is_empty());
    if headless {
        if grid.metrics.is_reading() && table.title.is_none() && !table.rows.is_empty() {
            let stroke = Stroke::new(palette::INK, 0.8);
            draw::rule(&mut prelude.marks, 0.0, grid.width(), prelude.height, stroke);
            prelude.height += 0.4;
        }
    } else {
        prelude.height += head(&mut prelude.marks, grid, prelude.height);
    }
    prelude
}

/// The title of a table without any column.
pub fn title_only(table: &Table, context: Context) -> Vec<Strip> {
    let Some(texts) = &table.title else { return Vec::new() };
    let mut marks = Vec::new();
    let height = title(&mut marks, texts, TITLE, context.width, false);
    vec![Strip::new(height, marks)]
}

/// The title on its tint: a bold part at the left, a normal one at the right or under it.
fn title(
    marks: &mut Vec<Mark>,
    (left, right): &(String, String),
    style: TextStyle,
    width: f32,
    repeated: bool,
) -> f32 {
    let regular = TextStyle::new(style.size.min(9.0), style.pitch, palette::INK);
    let mut words = style.text(left);
    if repeated {
        words.extend(TextStyle::new(style.size, style.pitch, style.colour).text(" (suite)"));
    }
    let room = width - 2.0 * PAD_X;
    let right_texts = regular.text(right);
    let beside = extent(&words).natural + extent(&right_texts).natural + 14.0 <= room;
    let lefts = wrap(&words, room, Hyphenation::Never);
    let rights = wrap(&right_texts, room, Hyphenation::Never);
    let rows = if beside { lefts.len().max(rights.len()) } else { lefts.len() + rights.len() };
    let height = count(rows.max(1)) * style.pitch + 2.0 * TITLE_WHITE;
    draw::rectangle(Point::default(), width, height).filled(palette::ACCENT_TINT).draw(marks);
    let left_height = count(lefts.len()) * style.pitch;
    let corner = Point::new(PAD_X, TITLE_WHITE);
    draw::lines(marks, lefts, style, corner, (Align::Left, room));
    let top = if beside { TITLE_WHITE } else { TITLE_WHITE + left_height };
    let align = if beside { Align::Right } else { Align::Left };
    draw::lines(marks, rights, regular, Point::new(PAD_X, top), (align, room));
    height
}

/// The head on its tint, its texts standing on the rule under it.
fn head(marks: &mut Vec<Mark>, grid: &Grid, top: f32) -> f32 {
    let metrics = &grid.metrics;
    let style = metrics.head;
    let heads: Vec<Vec<Line>> = grid
        .places()
        .map(|(column, _, width)| {
            let room = width - 2.0 * metrics.pad(column.align);
            wrap(&style.text(&column.head), room, Hyphenation::Never)
        })
        .collect();
    let rows = heads.iter().map(Vec::len).max().unwrap_or(1);
    let groups = groups(grid);
    let above = if groups.is_empty() { 0.0 } else { style.pitch + 2.0 * HEAD_WHITE };
    let height = above + count(rows.max(1)) * style.pitch + 2.0 * HEAD_WHITE;
    draw::rectangle(Point::new(0.0, top), grid.width(), height).filled(palette::TINT).draw(marks);
    for (left, right, label) in &groups {
        let middle = f32::midpoint(*left, *right);
        let at = Point::new(middle, top + HEAD_WHITE + style.baseline());
        draw::label(marks, label, style, at, Align::Centre);
    }
    for (lines, (column, x, width)) in heads.into_iter().zip(grid.places()) {
        let pad = metrics.pad(column.align);
        let room = width - 2.0 * pad;
        let text = count(lines.len()) * style.pitch;
        let corner = Point::new(x + pad, top + height - HEAD_WHITE - text);
        draw::lines(marks, lines, style, corner, (align(column), room));
    }
    if metrics.is_reading() {
        let stroke = Stroke::new(palette::INK, 0.8);
        draw::rule(marks, 0.0, grid.width(), top + height, stroke);
    } else if groups.is_empty() {
        grid_rules(marks, grid, top, top + height);
    } else {
        grouped_rules(marks, grid, &groups, [top, top + above, top + height]);
    }
    height
}

/// A head over several columns: its ends in points, and its label.
type Group<'a> = (f32, f32, &'a str);

/// The heads over neighbours of one group.
fn groups(grid: &Grid) -> Vec<Group<'_>> {
    let mut found: Vec<Group<'_>> = Vec::new();
    for (column, x, width) in grid.places() {
        match found.last_mut() {
            Some((_, right, label)) if *label == column.group => *right = x + width,
            _ => found.push((x, x + width, column.group.as_str())),
        }
    }
    found.retain(|(.., label)| !label.is_empty());
    found
}

/// The rules of a head with groups, between its top, the bottom of the groups and its bottom: no
/// vertical rule crosses a group.
fn grouped_rules(
    marks: &mut Vec<Mark>,
    grid: &Grid,
    groups: &[Group<'_>],
    [top, middle, bottom]: [f32; 3],
) {
    let is_inside = |x: f32| {
        groups.iter().any(|(left, right, _)| x > left + TOLERANCE && x < right - TOLERANCE)
    };
    let edges = grid.places().map(|(_, x, _)| x).chain([grid.width()]);
    for x in edges {
        let from = if is_inside(x) { middle } else { top };
        draw::vertical_rule(marks, x, from, bottom, GRID_LINE);
    }
    for (left, right, _) in groups {
        draw::rule(marks, *left, *right, middle, GRID_LINE);
    }
    draw::rule(marks, 0.0, grid.width(), top, GRID_LINE);
    draw::rule(marks, 0.0, grid.width(), bottom, GRID_LINE);
}
