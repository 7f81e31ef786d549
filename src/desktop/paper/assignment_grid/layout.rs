//! Where the cells of a grid are.

use egui::{Rect, pos2, vec2};
use rust_decimal::prelude::ToPrimitive;

/// Height of a row.
pub(super) const ROW: f32 = 44.0;
/// Least width of a column of a post.
const COLUMN: f32 = 104.0;
/// Widest column of a post.
const WIDEST: f32 = 200.0;
/// Width of the names, with room and without.
const NAMES: (f32, f32) = (168.0, 120.0);
/// Under this width the names are narrow.
const NARROW: f32 = 560.0;

/// Sizes of a grid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sizes {
    /// Width of the names.
    pub(super) names: f32,
    /// Width of a column of a post.
    pub(super) column: f32,
    /// Height of the titles.
    pub(super) head: f32,
    people: usize,
    posts: usize,
}

impl Sizes {
    /// Sizes for so many people and posts in a width; the titles are measured afterwards.
    pub(super) fn new((people, posts): (usize, usize), width: f32) -> Self {
        let names = if width < NARROW { NAMES.1 } else { NAMES.0 };
        let share = (width - names - 1.0) / count(posts.max(1));
        Self { names, column: share.clamp(COLUMN, WIDEST), head: ROW, people, posts }
    }

    /// With titles of this height.
    pub(super) fn with_head(self, head: f32) -> Self {
        Self { head: head.max(ROW), ..self }
    }

    /// Height of the whole grid.
    pub(super) fn tall(&self) -> f32 {
        self.head + count(self.people) * ROW
    }

    /// Width of the columns of the posts.
    pub(super) fn wide(&self) -> f32 {
        count(self.posts) * self.column
    }

    /// The title of a post, in the area of the posts.
    pub(super) fn title(&self, area: Rect, post: usize) -> Rect {
        let corner = pos2(area.left() + count(post) * self.column, area.top());
        Rect::from_min_size(corner, vec2(self.column, self.head))
    }

    /// The cell of a person and a post, in the area of the posts.
    pub(super) fn cell(&self, area: Rect, (person, post): (usize, usize)) -> Rect {
        let title = self.title(area, post);
        let corner = pos2(title.left(), title.bottom() + count(person) * ROW);
        Rect::from_min_size(corner, vec2(self.column, ROW))
    }

    /// The name of a person, in the area of the names.
    pub(super) fn name(&self, area: Rect, person: usize) -> Rect {
        let corner = pos2(area.left(), area.top() + self.head + count(person) * ROW);
        Rect::from_min_size(corner, vec2(self.names, ROW))
    }
}

fn count(number: usize) -> f32 {
    number.to_f32().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_the_room_within_limits() {
        let sizes = Sizes::new((8, 6), 1_000.0);
        assert!((sizes.column - (1_000.0 - 168.0 - 1.0) / 6.0).abs() < 0.01);
        assert!((Sizes::new((8, 6), 400.0).column - COLUMN).abs() < f32::EPSILON);
        assert!((Sizes::new((8, 1), 1_000.0).column - WIDEST).abs() < f32::EPSILON);
        let sizes = sizes.with_head(60.0);
        assert!((sizes.tall() - (60.0 + 8.0 * ROW)).abs() < 0.01);
        let area = Rect::from_min_size(pos2(10.0, 20.0), vec2(sizes.wide(), sizes.tall()));
        assert!(area.contains_rect(sizes.cell(area, (7, 5)).shrink(0.01)));
        assert!(!sizes.cell(area, (0, 0)).intersects(sizes.title(area, 0).shrink(0.01)));
    }
}
