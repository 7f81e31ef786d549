//! Rows → strips: which rows stay together, and the rare row taller than a page.

use crate::reports::document::{TableCell, TableRow};

use super::super::measure::TOLERANCE;
use super::super::strip::Strip;
use super::Grid;
use super::cells::LaidCell;
use super::row_marks::{Rank, draw_group, draw_row, row_height};

/// Lays all rows; no strip is taller than the available height, in points.
pub fn lay_rows(rows: &[TableRow], grid: &Grid, available: f32) -> Vec<Strip> {
    let count = rows.len();
    let mut strips = Vec::with_capacity(count);
    for (index, row) in rows.iter().enumerate() {
        let last = index + 1 == count;
        let first_or_before_last = count > 1 && (index == 0 || index + 2 == count);
        let (mut laid, keep) = match row {
            TableRow::Group(label) => (vec![draw_group(label, grid, last)], !last),
            TableRow::Cells(cells) => {
                (cell_row(cells, grid, available, (false, last)), first_or_before_last)
            }
            TableRow::Total(cells) => {
                (cell_row(cells, grid, available, (true, last)), first_or_before_last)
            }
        };
        if let Some(end) = laid.last_mut() {
            end.keep = keep;
        }
        strips.append(&mut laid);
    }
    strips
}

fn cell_row(
    cells: &[TableCell],
    grid: &Grid,
    available: f32,
    (total, last): (bool, bool),
) -> Vec<Strip> {
    let empty = TableCell::default();
    let mut laid: Vec<LaidCell> = grid
        .places()
        .enumerate()
        .map(|(index, (column, _, width))| {
            let cell = cells.get(index).unwrap_or(&empty);
            LaidCell::new(cell, (column, width), total, &grid.metrics)
        })
        .collect();
    let mut strips = Vec::new();
    while row_height(&laid, grid) > available + TOLERANCE && is_divisible(&laid) {
        let metrics = grid.metrics;
        let room = available - metrics.pad_top - metrics.pad_bottom - metrics.text.pitch;
        let part = laid.iter_mut().map(|cell| cell.take(room)).collect();
        strips.push(draw_row(part, grid, Rank { total, last: false }));
    }
    strips.push(draw_row(laid, grid, Rank { total, last }));
    strips
}

fn is_divisible(cells: &[LaidCell]) -> bool {
    cells.iter().any(|cell| cell.pieces.len() > 1)
}
