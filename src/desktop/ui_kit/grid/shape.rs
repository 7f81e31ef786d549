//! The geometry of a table: edges of its rows and columns, and what stays in place.

use std::ops::Range;

use egui::{Vec2, vec2};

use super::cell::GridColumn;

/// What stays in place around the cells, in points.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Margins {
    /// Height of the letters of the columns; 0 where there are none.
    pub(super) letters: f32,
    /// Height of the titles of the columns; 0 where they are hidden.
    pub(super) titles: f32,
    /// Width of the numbers of the rows; 0 where there are none.
    pub(super) numbers: f32,
}

impl Margins {
    /// The titles of the columns alone.
    pub(super) fn titles(titles: f32) -> Self {
        Self { titles, ..Self::default() }
    }
}

/// Edges of the rows and columns of a table, from its top left corner.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    /// Left edges, after the numbers of the rows, then the right edge of the last column.
    pub(super) columns: Vec<f32>,
    /// Top edges under the header, then the bottom edge of the last row.
    pub(super) rows: Vec<f32>,
    /// Height of the header: letters and titles.
    pub(super) header: f32,
    /// What stays in place around the cells.
    pub(super) margins: Margins,
    /// Number of columns that stay in place.
    pub(super) frozen: usize,
}

impl Shape {
    /// Computes the edges; the width left over is shared between the columns.
    pub(super) fn new(
        columns: &[GridColumn],
        frozen: usize,
        margins: Margins,
        heights: impl Iterator<Item = f32>,
        room: f32,
    ) -> Self {
        let widths: f32 = columns.iter().map(|column| column.min_width).sum();
        let needed = widths + margins.numbers;
        let weight: f32 = columns.iter().map(|column| column.min_width * column.stretch).sum();
        let spare = if weight > 0.0 { (room - needed).max(0.0) / weight } else { 0.0 };
        let widths = columns.iter().map(|column| column.min_width * (1.0 + spare * column.stretch));
        let frozen = frozen.min(columns.len());
        let columns = edges(margins.numbers, widths);
        let header = margins.letters + margins.titles;
        Self { columns, rows: edges(0.0, heights), header, margins, frozen }
    }

    /// The same with titles this tall.
    pub(super) fn with_titles(mut self, titles: f32) -> Self {
        self.margins.titles = titles;
        self.header = self.margins.letters + titles;
        self
    }

    /// Size of the whole table.
    pub(super) fn size(&self) -> Vec2 {
        vec2(end(&self.columns), self.header + end(&self.rows))
    }

    /// Width of what stays in place at the left: numbers and columns.
    pub(super) fn frozen_width(&self) -> f32 {
        self.columns.get(self.frozen).copied().unwrap_or_default()
    }

    /// Number of columns.
    pub(super) fn column_count(&self) -> usize {
        self.columns.len().saturating_sub(1)
    }

    /// Number of rows.
    pub(super) fn row_count(&self) -> usize {
        self.rows.len().saturating_sub(1)
    }
}

/// Edges between things of these sizes, whole points so that lines stay sharp.
fn edges(start: f32, sizes: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut edge = start;
    let mut edges = vec![edge];
    for size in sizes {
        edge += size;
        edges.push(edge.round());
    }
    edges
}

/// The last edge.
pub(super) fn end(edges: &[f32]) -> f32 {
    edges.last().copied().unwrap_or_default()
}

/// The edge of this rank, or the last one.
pub(super) fn at(edges: &[f32], index: usize) -> f32 {
    edges.get(index).copied().unwrap_or_else(|| end(edges))
}

/// The things that meet the interval between `from` and `to`.
pub(super) fn meeting(edges: &[f32], from: f32, to: f32) -> Range<usize> {
    let count = edges.len().saturating_sub(1);
    let first = edges.partition_point(|edge| *edge <= from).saturating_sub(1);
    let last = edges.partition_point(|edge| *edge < to).min(count);
    first.min(last)..last
}

/// The thing that holds this place.
pub(super) fn holding(edges: &[f32], at: f32) -> Option<usize> {
    let after = edges.partition_point(|edge| *edge <= at);
    let index = after.checked_sub(1)?;
    (after < edges.len()).then_some(index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_on_screen_is_found() {
        let edges = [0.0, 28.0, 56.0, 84.0, 112.0];
        assert_eq!(meeting(&edges, 0.0, 56.0), 0..2);
        assert_eq!(meeting(&edges, 30.0, 57.0), 1..3);
        assert_eq!(meeting(&edges, 200.0, 300.0), 4..4);
    }

    #[test]
    fn the_place_of_a_point_is_found_between_the_edges() {
        let edges = [30.0, 58.0, 86.0];
        assert_eq!(holding(&edges, 29.0), None);
        assert_eq!(holding(&edges, 30.0), Some(0));
        assert_eq!(holding(&edges, 85.0), Some(1));
        assert_eq!(holding(&edges, 86.0), None);
    }
}
