//! The geometry of a table: edges of rows and columns, what is on screen, what stays in place.

use std::ops::Range;

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use super::cell::GridColumn;

/// Edges of the rows and columns of a table, from its top left corner.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    /// Left edges, then the right edge of the last column.
    columns: Vec<f32>,
    /// Top edges under the header, then the bottom edge of the last row.
    rows: Vec<f32>,
    /// Height of the header.
    pub(super) header: f32,
    /// Number of columns that stay in place.
    pub(super) frozen: usize,
}

impl Shape {
    /// Computes the edges; the width left over is shared between the columns.
    pub(super) fn new(
        columns: &[GridColumn],
        frozen: usize,
        header: f32,
        heights: impl Iterator<Item = f32>,
        room: f32,
    ) -> Self {
        let needed: f32 = columns.iter().map(|column| column.min_width).sum();
        let weight: f32 = columns.iter().map(|column| column.min_width * column.stretch).sum();
        let spare = if weight > 0.0 { (room - needed).max(0.0) / weight } else { 0.0 };
        let widths = columns.iter().map(|column| column.min_width * (1.0 + spare * column.stretch));
        let frozen = frozen.min(columns.len());
        Self { columns: edges(widths), rows: edges(heights), header, frozen }
    }

    /// Size of the whole table.
    pub(super) fn size(&self) -> Vec2 {
        vec2(end(&self.columns), self.header + end(&self.rows))
    }

    /// Width of the columns that stay in place.
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
fn edges(sizes: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut edge: f32 = 0.0;
    let mut edges = vec![edge];
    for size in sizes {
        edge += size;
        edges.push(edge.round());
    }
    edges
}

fn end(edges: &[f32]) -> f32 {
    edges.last().copied().unwrap_or_default()
}

fn at(edges: &[f32], index: usize) -> f32 {
    edges.get(index).copied().unwrap_or_else(|| end(edges))
}

/// The things that meet the interval between `from` and `to`.
fn meeting(edges: &[f32], from: f32, to: f32) -> Range<usize> {
    let count = edges.len().saturating_sub(1);
    let first = edges.partition_point(|edge| *edge <= from).saturating_sub(1);
    let last = edges.partition_point(|edge| *edge < to).min(count);
    first.min(last)..last
}

/// A table placed on the screen, scrolled.
#[derive(Debug)]
pub(super) struct View<'shape> {
    shape: &'shape Shape,
    origin: Pos2,
    clip: Rect,
    /// Left edge of the columns that stay in place.
    left: f32,
    /// Top edge of the header.
    top: f32,
}

impl<'shape> View<'shape> {
    /// `origin` is the top left corner of the scrolled table, `clip` what shows of it.
    pub(super) fn new(shape: &'shape Shape, origin: Pos2, clip: Rect) -> Self {
        let size = shape.size();
        let last_left = origin.x + size.x - shape.frozen_width();
        let last_top = origin.y + size.y - shape.header;
        let left = origin.x.max(clip.left()).min(last_left.max(origin.x));
        let top = origin.y.max(clip.top()).min(last_top.max(origin.y));
        Self { shape, origin, clip, left, top }
    }

    /// Rows on screen.
    pub(super) fn rows(&self) -> Range<usize> {
        let start = self.origin.y + self.shape.header;
        let top = self.top + self.shape.header;
        meeting(&self.shape.rows, top - start, self.clip.bottom() - start)
    }

    /// Columns on screen among those that scroll.
    pub(super) fn columns(&self) -> Range<usize> {
        let from = self.left + self.shape.frozen_width() - self.origin.x;
        let found = meeting(&self.shape.columns, from, self.clip.right() - self.origin.x);
        let first = found.start.max(self.shape.frozen);
        first..found.end.max(first)
    }

    /// Place of a cell.
    pub(super) fn cell(&self, row: usize, column: usize) -> Rect {
        let base = if column < self.shape.frozen { self.left } else { self.origin.x };
        let start = self.origin.y + self.shape.header;
        Rect::from_min_max(
            pos2(base + at(&self.shape.columns, column), start + at(&self.shape.rows, row)),
            pos2(base + at(&self.shape.columns, column + 1), start + at(&self.shape.rows, row + 1)),
        )
    }

    /// Place of the title of a group that begins in this column.
    pub(super) fn group(&self, row: usize, column: usize) -> Rect {
        let cell = self.cell(row, column);
        let left = if column < self.shape.frozen {
            cell.left()
        } else {
            cell.left().max(self.left + self.shape.frozen_width())
        };
        let right = self.origin.x + end(&self.shape.columns);
        Rect::from_min_max(pos2(left, cell.top()), pos2(right.max(left), cell.bottom()))
    }

    /// Place of the title of a column.
    pub(super) fn title(&self, column: usize) -> Rect {
        let cell = self.cell(0, column);
        let bottom = self.top + self.shape.header;
        Rect::from_min_max(pos2(cell.left(), self.top), pos2(cell.right(), bottom))
    }

    /// Where the cells that scroll may be painted.
    pub(super) fn scrolling_clip(&self) -> Rect {
        let left = self.left + self.shape.frozen_width();
        self.under_header().with_min_x(left.max(self.clip.left()))
    }

    /// Where the columns that stay in place may be painted.
    pub(super) fn frozen_clip(&self) -> Rect {
        let right = self.left + self.shape.frozen_width();
        self.under_header().with_max_x(right.min(self.clip.right()))
    }

    /// Where any cell may be painted.
    pub(super) fn under_header(&self) -> Rect {
        self.clip.with_min_y((self.top + self.shape.header).max(self.clip.top()))
    }

    /// Where the titles of the columns that scroll may be painted.
    pub(super) fn title_clip(&self, column: usize) -> Rect {
        if column < self.shape.frozen {
            self.clip
        } else {
            self.clip.with_min_x(self.scrolling_clip().left())
        }
    }

    /// What shows of the table.
    pub(super) fn outline(&self) -> Rect {
        let size = self.shape.size();
        let whole = Rect::from_min_size(self.origin, size);
        Rect::from_min_max(pos2(self.left, self.top), whole.max).intersect(self.clip)
    }

    /// What must show for a cell to be read, with its title and its label.
    pub(super) fn reading_rect(&self, row: usize, column: usize) -> Rect {
        let cell = self.cell(row, column);
        let before = if column < self.shape.frozen { 0.0 } else { self.shape.frozen_width() };
        let corner = pos2(cell.left() - before, cell.top() - self.shape.header);
        Rect::from_min_max(corner, cell.max)
    }
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
    fn the_header_stays_under_the_top_edge() {
        let columns = [GridColumn::text("", 100.0), GridColumn::number("S41", 50.0)];
        let shape = Shape::new(&columns, 1, 28.0, [28.0; 10].into_iter(), 0.0);
        let clip = Rect::from_min_size(pos2(0.0, 0.0), vec2(120.0, 100.0));
        let view = View::new(&shape, pos2(-20.0, -40.0), clip);
        assert_eq!(view.rows(), 1..4);
        assert_eq!(view.title(0).left_top(), pos2(0.0, 0.0));
        assert_eq!(view.cell(2, 1).left_top(), pos2(80.0, 44.0));
    }
}
