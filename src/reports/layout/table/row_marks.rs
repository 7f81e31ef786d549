//! Marks of a row: tints, content, rules.

use super::super::draw::{self, Align};
use super::super::measure::count;
use super::super::page::{Mark, Point, Stroke};
use super::super::palette;
use super::super::strip::Strip;
use super::super::text::TextStyle;
use super::super::wrapping::{Hyphenation, wrap};
use super::Grid;
use super::cells::LaidCell;
use crate::reports::document::Tone;

/// What a row is in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rank {
    /// In bold above a stronger rule.
    pub total: bool,
    /// The last row.
    pub last: bool,
}

const STRONG_RULE: Stroke = Stroke::new(palette::INK, 0.8);
const HAIRLINE: Stroke = Stroke::new(palette::HAIRLINE, 0.4);
/// The rules of a grid.
pub const GRID_LINE: Stroke = Stroke::new(palette::GRID, 0.5);
/// The frame of an error of origin, drawn inside its cell, over the grid.
const ORIGIN: f32 = 1.4;

/// Height of a row in points.
pub fn row_height(cells: &[LaidCell], grid: &Grid) -> f32 {
    let metrics = &grid.metrics;
    let middle = first_middle(cells);
    let centred = in_middle(cells, grid);
    let content = cells
        .iter()
        .map(|cell| {
            let above = if centred { 0.0 } else { middle - cell.first_middle() };
            above + cell.height()
        })
        .fold(metrics.text.pitch, f32::max);
    let white = if has_tiles(cells) { 2.0 } else { metrics.pad_top + metrics.pad_bottom };
    (content + white).max(metrics.least_row)
}

/// Draws a row of cells.
pub fn draw_row(cells: Vec<LaidCell>, grid: &Grid, rank: Rank) -> Strip {
    let height = row_height(&cells, grid);
    let tiles = has_tiles(&cells);
    let centred = in_middle(&cells, grid);
    let middle = first_middle(&cells);
    let mut marks = Vec::new();
    tints(&mut marks, &cells, grid, height);
    let mut crossed = Vec::new();
    let mut origins = Vec::new();
    for (cell, (_, x, width)) in cells.into_iter().zip(grid.places()) {
        if cell.blocked {
            crossed.push((x, width));
        }
        if cell.tone == Some(Tone::Bad) && !grid.metrics.is_reading() {
            origins.push((x, width));
        }
        let top = if centred {
            (height - cell.height()) / 2.0
        } else {
            grid.metrics.pad_top + middle - cell.first_middle()
        };
        let left = x + cell.pad;
        cell.draw(&mut marks, left, top);
    }
    for (x, width) in crossed {
        let (from, to) = (Point::new(x, height), Point::new(x + width, 0.0));
        marks.push(Mark::Line { from, to, stroke: Stroke::new(palette::GRID, 0.4) });
    }
    rules(&mut marks, grid, height, rank, tiles);
    for (x, width) in origins {
        let corner = Point::new(x + ORIGIN / 2.0, ORIGIN / 2.0);
        draw::rectangle(corner, width - ORIGIN, height - ORIGIN)
            .stroked(Stroke::new(palette::ink(Tone::Bad), ORIGIN))
            .draw(&mut marks);
    }
    Strip::new(height, marks)
}

/// Draws a label over the whole width.
pub fn draw_group(label: &str, grid: &Grid, last: bool) -> Strip {
    let metrics = &grid.metrics;
    let style: TextStyle = metrics.text.bold().coloured(palette::SOFT);
    let room = grid.width() - 2.0 * metrics.pad_x;
    let lines = wrap(&style.text(label), room, Hyphenation::Never);
    let text = count(lines.len().max(1)) * style.pitch;
    let height = text + metrics.pad_top + metrics.pad_bottom + 0.6;
    let mut marks = Vec::new();
    if !metrics.is_reading() {
        let whole = draw::rectangle(Point::default(), grid.width(), height);
        whole.filled(palette::TINT).stroked(GRID_LINE).draw(&mut marks);
    }
    let corner = Point::new(metrics.pad_x, metrics.pad_top + 0.6);
    draw::lines(&mut marks, lines, style, corner, (Align::Left, room));
    if metrics.is_reading() {
        let stroke = if last { STRONG_RULE } else { HAIRLINE };
        draw::rule(&mut marks, 0.0, grid.width(), height, stroke);
    }
    Strip::new(height, marks)
}

/// Draws the vertical rules of a grid and a frame around the row.
pub fn grid_rules(marks: &mut Vec<Mark>, grid: &Grid, top: f32, bottom: f32) {
    for (_, x, _) in grid.places() {
        draw::vertical_rule(marks, x, top, bottom, GRID_LINE);
    }
    draw::vertical_rule(marks, grid.width(), top, bottom, GRID_LINE);
    draw::rule(marks, 0.0, grid.width(), top, GRID_LINE);
    draw::rule(marks, 0.0, grid.width(), bottom, GRID_LINE);
}

fn rules(marks: &mut Vec<Mark>, grid: &Grid, height: f32, rank: Rank, tiles: bool) {
    let width = grid.width();
    if !grid.metrics.is_reading() {
        grid_rules(marks, grid, 0.0, height);
    } else if rank.last {
        draw::rule(marks, 0.0, width, height, STRONG_RULE);
    } else if !tiles {
        draw::rule(marks, 0.0, width, height, HAIRLINE);
    }
    if rank.total {
        draw::rule(marks, 0.0, width, 0.0, STRONG_RULE);
    }
}

fn tints(marks: &mut Vec<Mark>, cells: &[LaidCell], grid: &Grid, height: f32) {
    for (cell, (_, x, width)) in cells.iter().zip(grid.places()) {
        let given = cell.given && !grid.metrics.is_reading();
        let tint = cell.tone.map(palette::tint).or_else(|| given.then_some(palette::TINT));
        if let Some(tint) = tint {
            draw::rectangle(Point::new(x, 0.0), width, height).filled(tint).draw(marks);
        }
    }
}

fn first_middle(cells: &[LaidCell]) -> f32 {
    cells.iter().map(LaidCell::first_middle).fold(0.0, f32::max)
}

/// Grids and rows of tiles centre their cells; reading rows align their first lines.
fn in_middle(cells: &[LaidCell], grid: &Grid) -> bool {
    !grid.metrics.is_reading() || has_tiles(cells)
}

fn has_tiles(cells: &[LaidCell]) -> bool {
    cells.iter().any(|cell| cell.tile)
}
