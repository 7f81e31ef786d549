//! A table placed on the screen, scrolled: where its cells are, and which cell is at a point.

use std::ops::Range;

use egui::{Pos2, Rect, pos2, vec2};

use super::shape::{Shape, at, end, holding, meeting};
use super::sheet::GridBlock;

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

    /// Place of a block of cells.
    pub(super) fn block(&self, block: GridBlock) -> Rect {
        let first = self.cell(block.first.0, block.first.1);
        let last = self.cell(block.last.0, block.last.1);
        Rect::from_min_max(first.min, last.max)
    }

    /// The cell under a point, where cells show.
    pub(super) fn place_at(&self, at: Pos2) -> Option<(usize, usize)> {
        let cells = self.under_header().with_min_x(self.left + self.shape.margins.numbers);
        if !cells.contains(at) {
            return None;
        }
        let start = self.origin.y + self.shape.header;
        let frozen = at.x < self.left + self.shape.frozen_width();
        let base = if frozen { self.left } else { self.origin.x };
        let row = holding(&self.shape.rows, at.y - start)?;
        Some((row, holding(&self.shape.columns, at.x - base)?))
    }

    /// The cell under a point, or the nearest one that shows.
    pub(super) fn nearest(&self, at: Pos2) -> Option<(usize, usize)> {
        let size = self.shape.size();
        let corner =
            pos2(self.left + self.shape.margins.numbers + 1.0, self.top + self.shape.header + 1.0);
        let last = (self.origin + size).min(self.clip.max) - vec2(1.0, 1.0);
        self.place_at(at.clamp(corner.min(last), last.max(corner)))
    }

    /// Place of the title of a column.
    pub(super) fn title(&self, column: usize) -> Rect {
        let cell = self.cell(0, column);
        let top = self.top + self.shape.margins.letters;
        let bottom = self.top + self.shape.header;
        Rect::from_min_max(pos2(cell.left(), top), pos2(cell.right(), bottom))
    }

    /// Place of the letters of a column.
    pub(super) fn letters(&self, column: usize) -> Rect {
        let cell = self.cell(0, column);
        let bottom = self.top + self.shape.margins.letters;
        Rect::from_min_max(pos2(cell.left(), self.top), pos2(cell.right(), bottom))
    }

    /// Place of the number of a row.
    pub(super) fn number(&self, row: usize) -> Rect {
        let right = self.left + self.shape.margins.numbers;
        let cell = self.cell(row, 0);
        Rect::from_min_max(pos2(self.left, cell.top()), pos2(right, cell.bottom()))
    }

    /// Where the letters and the numbers meet.
    pub(super) fn corner(&self) -> Rect {
        let size = vec2(self.shape.margins.numbers, self.shape.header);
        Rect::from_min_size(pos2(self.left, self.top), size)
    }

    /// Where the cells that scroll may be painted.
    pub(super) fn scrolling_clip(&self) -> Rect {
        let left = self.left + self.shape.frozen_width();
        self.under_header().with_min_x(left.max(self.clip.left()))
    }

    /// Where the columns that stay in place may be painted.
    pub(super) fn frozen_clip(&self) -> Rect {
        let right = self.left + self.shape.frozen_width();
        let left = self.left + self.shape.margins.numbers;
        let clip = self.under_header().with_max_x(right.min(self.clip.right()));
        clip.with_min_x(left.max(self.clip.left()))
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
    use super::super::cell::GridColumn;
    use super::super::shape::Margins;
    use super::*;

    #[test]
    fn the_header_stays_under_the_top_edge() {
        let columns = [GridColumn::text("", 100.0), GridColumn::number("S41", 50.0)];
        let shape = Shape::new(&columns, 1, Margins::titles(28.0), [28.0; 10].into_iter(), 0.0);
        let clip = Rect::from_min_size(pos2(0.0, 0.0), vec2(120.0, 100.0));
        let view = View::new(&shape, pos2(-20.0, -40.0), clip);
        assert_eq!(view.rows(), 1..4);
        assert_eq!(view.title(0).left_top(), pos2(0.0, 0.0));
        assert_eq!(view.cell(2, 1).left_top(), pos2(80.0, 44.0));
    }

    #[test]
    fn a_spreadsheet_keeps_its_letters_and_numbers_in_place() {
        let columns = [GridColumn::text("", 100.0), GridColumn::number("S41", 50.0)];
        let margins = Margins { letters: 20.0, titles: 28.0, numbers: 30.0 };
        let shape = Shape::new(&columns, 1, margins, [28.0; 10].into_iter(), 0.0);
        assert_eq!(shape.size(), vec2(180.0, 328.0));
        let clip = Rect::from_min_size(pos2(0.0, 0.0), vec2(150.0, 120.0));
        let view = View::new(&shape, pos2(-10.0, -40.0), clip);
        assert_eq!(view.letters(1).left_top(), pos2(120.0, 0.0));
        assert_eq!(view.title(1).y_range(), egui::Rangef::new(20.0, 48.0));
        assert_eq!(view.number(2).x_range(), egui::Rangef::new(0.0, 30.0));
        assert_eq!(view.place_at(pos2(135.0, 60.0)), Some((1, 1)));
        assert_eq!(view.place_at(pos2(40.0, 60.0)), Some((1, 0)));
        assert_eq!(view.place_at(pos2(15.0, 60.0)), None, "the numbers are no cells");
        assert_eq!(view.place_at(pos2(40.0, 30.0)), None, "nor are the titles");
        assert_eq!(view.nearest(pos2(900.0, 900.0)), Some((3, 1)));
        assert_eq!(view.nearest(pos2(-50.0, 0.0)), Some((1, 0)));
    }
}
