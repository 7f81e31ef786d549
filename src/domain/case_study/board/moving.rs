//! Moving operations: where they end up, and the texts to write in the cells of the table.

use super::{ScheduleBoard, ScheduleView, hours_text};
use crate::domain::case_study::CellPosition;

/// Starts are moved to multiples of these minutes.
const GRAIN: i64 = 5;

/// A cell of the table and the text to write in it.
pub type Writing = (CellPosition, String);

impl ScheduleBoard {
    /// What to write to place an operation.
    pub fn placing(&self, operation: usize, post: usize, start: i64) -> Vec<Writing> {
        let Some(known) = self.operations.get(operation) else { return Vec::new() };
        let code = self.posts.get(post).map(|post| post.code.clone());
        let post = known.post_cell.zip(code);
        post.into_iter().chain([(known.start_cell, hours_text(start))]).collect()
    }

    /// What to write to take an operation off the board.
    pub fn removing(&self, operation: usize) -> Vec<Writing> {
        let Some(known) = self.operations.get(operation) else { return Vec::new() };
        let cells = known.post_cell.into_iter().chain([known.start_cell]);
        cells.map(|cell| (cell, String::new())).collect()
    }
}

impl ScheduleView {
    /// What to write to place an operation at its earliest; nothing when there is no open time.
    pub fn placing_earliest(&self, board: &ScheduleBoard, operation: usize) -> Vec<Writing> {
        let found = self.earliest(board, operation);
        found.map(|(post, start)| board.placing(operation, post, start)).unwrap_or_default()
    }

    /// What to write to move a bar by so many minutes; closed time is jumped over.
    pub fn stepping(&self, board: &ScheduleBoard, operation: usize, by: i64) -> Vec<Writing> {
        let Some(bar) = self.bar(operation) else { return Vec::new() };
        let target = bar.start.saturating_add(by);
        let start = if by > 0 {
            self.open_from(bar.post, target.div_euclid(GRAIN).saturating_mul(GRAIN))
        } else {
            self.open_until(bar.post, round_up(target).max(0))
        };
        match start {
            Some(start) if start != bar.start && start <= board.last_start() => {
                board.placing(operation, bar.post, start)
            }
            _ => Vec::new(),
        }
    }

    /// What to write to move a bar to the next post allowed, below or above.
    pub fn changing_post(
        &self,
        board: &ScheduleBoard,
        operation: usize,
        below: bool,
    ) -> Vec<Writing> {
        let (Some(bar), Some(known)) = (self.bar(operation), board.operations.get(operation))
        else {
            return Vec::new();
        };
        let allowed = board.allowed_posts(known);
        let other = if below {
            allowed.into_iter().find(|post| *post > bar.post)
        } else {
            allowed.into_iter().rev().find(|post| *post < bar.post)
        };
        let other = other.filter(|_| known.post_cell.is_some());
        let place = other.and_then(|post| Some((post, self.open_from(post, bar.start)?)));
        place.map(|(post, start)| board.placing(operation, post, start)).unwrap_or_default()
    }

    /// Where a bar dropped on a post ends up: its post if that one is not allowed, and an open
    /// multiple of five minutes.
    pub fn dropped(
        &self,
        board: &ScheduleBoard,
        operation: usize,
        (post, minute): (usize, i64),
    ) -> Option<(usize, i64)> {
        let allowed = board.allowed_posts(board.operations.get(operation)?);
        let own = self.bar(operation).map(|bar| bar.post);
        let post = [Some(post), own, allowed.first().copied()]
            .into_iter()
            .flatten()
            .find(|post| allowed.contains(post))?;
        let nearest = minute.saturating_add(GRAIN / 2).div_euclid(GRAIN).saturating_mul(GRAIN);
        let start = self.open_from(post, nearest.max(0))?;
        (start <= board.last_start()).then_some((post, start))
    }

    /// The first open minute of a post at or after a minute.
    fn open_from(&self, post: usize, minute: i64) -> Option<i64> {
        self.opening(post)?.next_open(minute)
    }

    /// The last start on a post at or before a minute.
    fn open_until(&self, post: usize, minute: i64) -> Option<i64> {
        let opening = self.opening(post)?;
        let Some(spans) = opening.spans() else { return Some(minute) };
        let (open, close) = spans.iter().rev().find(|(open, _)| *open <= minute)?;
        let last = (close - 1).div_euclid(GRAIN) * GRAIN;
        Some(minute.min(last.max(*open)))
    }
}

fn round_up(minute: i64) -> i64 {
    minute.saturating_add(GRAIN - 1).div_euclid(GRAIN).saturating_mul(GRAIN)
}

#[cfg(test)]
mod tests {
    use super::super::samples::{DAY, typed, workshop};
    use super::*;

    /// Start and post of an operation after some writings.
    fn written(writings: &[Writing]) -> Vec<(usize, String)> {
        writings.iter().map(|(at, text)| (at.column, text.clone())).collect()
    }

    fn start(writings: &[Writing]) -> &str {
        writings.iter().find(|(at, _)| at.column == 2).map_or("", |(_, text)| text.as_str())
    }

    #[test]
    fn arrows_move_by_five_minutes_or_an_hour_on_the_grid() {
        let board = workshop();
        let view = ScheduleView::read(&board, &typed(&[("", "1,05")]));
        assert_eq!(start(&view.stepping(&board, 0, 5)), "1 h 05", "from 1 h 03");
        assert_eq!(start(&view.stepping(&board, 0, -5)), "1 h 00");
        assert_eq!(start(&view.stepping(&board, 0, 60)), "2 h 00");
        assert_eq!(start(&view.stepping(&board, 0, -60)), "0 h 05");
    }

    #[test]
    fn closed_time_is_jumped_over_and_the_origin_is_a_wall() {
        let board = workshop();
        let view = ScheduleView::read(&board, &typed(&[("", "3 h 55")]));
        assert_eq!(start(&view.stepping(&board, 0, 5)), "5 h 00");
        let view = ScheduleView::read(&board, &typed(&[("", "5")]));
        assert_eq!(start(&view.stepping(&board, 0, -5)), "3 h 55");
        let view = ScheduleView::read(&board, &typed(&[("", "24")]));
        assert_eq!(start(&view.stepping(&board, 0, -60)), "7 h 55");
        let view = ScheduleView::read(&board, &typed(&[("", "0")]));
        assert!(view.stepping(&board, 0, -5).is_empty());
        assert!(view.stepping(&board, 1, 5).is_empty(), "not placed");
    }

    #[test]
    fn the_post_is_written_only_where_it_is_asked() {
        let board = workshop();
        let view = ScheduleView::read(&board, &typed(&[("", ""), ("", ""), ("D", "24")]));
        let placed = board.placing(0, 0, 65);
        assert_eq!(written(&placed), [(2, "1 h 05".to_owned())]);
        let below = view.changing_post(&board, 2, true);
        assert_eq!(written(&below), [(1, "P".to_owned()), (2, "24 h 00".to_owned())]);
        assert!(view.changing_post(&board, 2, false).is_empty(), "none is allowed above");
        let removed = board.removing(2);
        assert_eq!(written(&removed), [(1, String::new()), (2, String::new())]);
    }

    #[test]
    fn a_bar_dropped_snaps_to_open_time_and_to_a_post_allowed() {
        let board = workshop();
        let view = ScheduleView::read(&board, &typed(&[("", "1")]));
        assert_eq!(view.dropped(&board, 0, (0, 63)), Some((0, 65)));
        assert_eq!(view.dropped(&board, 0, (2, 250)), Some((0, 300)), "closed at midday");
        assert_eq!(view.dropped(&board, 2, (2, DAY + 1)), Some((2, DAY)));
        assert_eq!(view.dropped(&board, 2, (0, -40)), Some((1, 0)));
        assert_eq!(view.dropped(&board, 0, (0, i64::MAX)), None);
    }
}
