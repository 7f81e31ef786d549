//! Where things are on a board: hours across, posts down. Times are whole minutes of the domain;
//! points come in here only.

use egui::{Pos2, Rect, pos2, vec2};
use rust_decimal::prelude::ToPrimitive;

use crate::domain::case_study::board::{Axis, Bar, ScheduleView};

/// Height of a bar.
pub(super) const BAR: f32 = 44.0;
/// Room above a bar, for the label of a narrow one and the word of a conflict.
pub(super) const ABOVE: f32 = 20.0;
/// Room above the first bar of a post and under the last one.
const EDGE: f32 = 8.0;
/// Height of the titles, with the names of the days and without.
const HEAD: (f32, f32) = (48.0, 28.0);
/// Least width of a minute, in points: a day of eight hours is 96 wide.
const LEAST_SCALE: f32 = 0.2;
/// Least width between two marks of hours.
const BETWEEN_TICKS: f32 = 38.0;
/// Least width of a bar.
const LEAST_BAR: f32 = 6.0;
/// Minutes between two marks, from the finest.
const STEPS: [i64; 11] = [5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440];

/// Heights, known before the place on screen.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Heights {
    /// Height of the titles.
    pub(super) head: f32,
    /// Top and height of each post, from the top of the board.
    pub(super) rows: Vec<(f32, f32)>,
}

impl Heights {
    /// Heights of a board.
    pub(super) fn of(view: &ScheduleView, has_days: bool) -> Self {
        let head = if has_days { HEAD.0 } else { HEAD.1 };
        let mut top = head;
        let rows = view.posts.iter().map(|post| {
            let tall = points(post.tracks) * (ABOVE + BAR) + 2.0 * EDGE;
            let row = (top, tall);
            top += tall;
            row
        });
        let rows = rows.collect();
        Self { head, rows }
    }

    /// Height of the whole board.
    pub(super) fn whole(&self) -> f32 {
        self.rows.last().map_or(self.head, |(top, tall)| top + tall)
    }
}

/// Points in a minute so that the time drawn fills some room, or more than the room when it is long.
pub(super) fn scale(axis: &Axis, room: f32) -> f32 {
    let length = points(axis.length().max(1));
    ((room - 1.0) / length).max(LEAST_SCALE)
}

/// Minutes between two marks of hours.
pub(super) fn tick_step(scale: f32) -> i64 {
    let wide = |step: &i64| points(*step) * scale >= BETWEEN_TICKS;
    STEPS.into_iter().find(wide).unwrap_or(1440)
}

/// The places of a board on screen.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// The time drawn, titles included.
    pub(super) area: Rect,
    /// What of it is on screen.
    pub(super) seen: Rect,
    /// Points in a minute drawn.
    pub(super) scale: f32,
    /// Heights.
    pub(super) heights: Heights,
}

impl Plan {
    /// Where so many minutes drawn are, across.
    pub(super) fn across(&self, place: i64) -> f32 {
        self.area.left() + points(place) * self.scale
    }

    /// Minutes drawn before a point.
    pub(super) fn place_at(&self, across: f32) -> i64 {
        let minutes = (across - self.area.left()) / self.scale.max(f32::EPSILON);
        minutes.round().to_i64().unwrap_or(0)
    }

    /// The place of a post.
    pub(super) fn row(&self, post: usize) -> Rect {
        let (top, tall) = self.heights.rows.get(post).copied().unwrap_or_default();
        let corner = pos2(self.area.left(), self.area.top() + top);
        Rect::from_min_size(corner, vec2(self.area.width(), tall))
    }

    /// The post at a point, down.
    pub(super) fn post_at(&self, down: f32) -> Option<usize> {
        (0..self.heights.rows.len()).find(|post| self.row(*post).y_range().contains(down))
    }

    /// The place of a span of time on a post, from the top to the bottom of the post.
    pub(super) fn span(&self, axis: &Axis, post: usize, (start, end): (i64, i64)) -> Rect {
        let across = self.across(axis.place(start))..=self.across(axis.place(end));
        Rect::from_x_y_ranges(across, self.row(post).y_range())
    }

    /// The place of a piece of a bar.
    pub(super) fn piece(&self, axis: &Axis, bar: &Bar, piece: (i64, i64)) -> Rect {
        let span = self.span(axis, bar.post, piece);
        let top = span.top() + EDGE + ABOVE + points(bar.track) * (ABOVE + BAR);
        let right = span.right().max(span.left() + LEAST_BAR);
        Rect::from_min_max(pos2(span.left(), top), pos2(right, top + BAR))
    }

    /// The place of a whole bar.
    pub(super) fn bar(&self, axis: &Axis, bar: &Bar) -> Rect {
        self.piece(axis, bar, (bar.start, bar.end))
    }

    /// The corner where what is above a bar is written.
    pub(super) fn above(rect: Rect) -> Pos2 {
        pos2(rect.left(), rect.top() - ABOVE)
    }
}

/// A count or minutes as points to multiply by.
fn points(number: impl ToPrimitive + Copy) -> f32 {
    number.to_f32().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::case_study::board::{BoardOperation, BoardOrder, BoardPost, TypedOperation};
    use crate::domain::case_study::{CellPosition, ScheduleBoard};

    /// Two posts always open, two hours each on the first.
    fn view(starts: [&str; 2]) -> ScheduleView {
        let operation = |row: usize| BoardOperation {
            key: row.to_string(),
            minutes: 120,
            posts: vec![0],
            start_cell: CellPosition { row, column: 2 },
            ..BoardOperation::default()
        };
        let board = ScheduleBoard {
            horizon: 480,
            posts: vec![BoardPost::default(), BoardPost::default()],
            orders: vec![BoardOrder::default()],
            operations: vec![operation(0), operation(1)],
            ..ScheduleBoard::default()
        };
        let typed =
            starts.map(|start| TypedOperation { post: String::new(), start: start.to_owned() });
        ScheduleView::read(&board, &typed)
    }

    fn plan(view: &ScheduleView) -> Plan {
        let heights = Heights::of(view, false);
        let area = Rect::from_min_size(pos2(100.0, 50.0), vec2(960.0, heights.whole()));
        Plan { area, seen: area, scale: 2.0, heights }
    }

    #[test]
    fn a_point_is_a_minute_and_a_post_and_back() {
        let view = view(["1", ""]);
        let plan = plan(&view);
        let bar = view.bar(0).expect("placed");
        let rect = plan.bar(&view.axis, bar);
        assert!((rect.left() - 220.0).abs() < 0.01 && (rect.width() - 240.0).abs() < 0.01);
        assert_eq!(plan.place_at(rect.left()), 60);
        assert_eq!(plan.post_at(rect.center().y), Some(0));
        assert_eq!(plan.post_at(plan.row(1).center().y), Some(1));
        assert_eq!(plan.post_at(plan.area.top() + 3.0), None, "on the titles");
    }

    #[test]
    fn bars_at_the_same_time_are_drawn_one_under_the_other() {
        let view = view(["1", "2"]);
        let plan = plan(&view);
        let rects: Vec<Rect> =
            (0..2).filter_map(|rank| Some(plan.bar(&view.axis, view.bar(rank)?))).collect();
        assert_eq!(rects.len(), 2);
        assert!(!rects[0].intersects(rects[1]));
        assert!(plan.row(0).contains_rect(rects[1]));
    }

    #[test]
    fn a_long_time_is_wider_than_its_room_and_marks_stay_apart() {
        let view = view(["", ""]);
        assert!((scale(&view.axis, 961.0) - 2.0).abs() < 0.01);
        assert!((scale(&view.axis, 10.0) - LEAST_SCALE).abs() < f32::EPSILON);
        assert_eq!(tick_step(2.0), 30);
        assert_eq!(tick_step(LEAST_SCALE), 240);
        assert_eq!(tick_step(0.000_1), 1440);
    }
}
