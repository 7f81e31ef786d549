//! The time drawn: only the hours in which some post is open, side by side.

use super::{Clock, ScheduleBoard};

/// Minutes of a day.
const DAY: i64 = 24 * 60;
/// Days drawn at most.
const MOST_DAYS: i64 = 400;
/// Marks of hours drawn at most.
const MOST_TICKS: usize = 2_000;

/// Time drawn, in pieces: what lies between two of them is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Axis {
    windows: Vec<Window>,
}

/// A span of time drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Its first minute.
    pub start: i64,
    /// The minute after its last one.
    pub end: i64,
    /// Minutes drawn before it.
    pub offset: i64,
}

/// A mark of an hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// Minutes drawn before it.
    pub place: i64,
    /// « 10 ».
    pub label: String,
}

/// The beginning of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayMark {
    /// Minutes drawn before it.
    pub place: i64,
    /// « mer. 16 »; empty without days.
    pub label: String,
}

impl Axis {
    /// The time of a board, up to this minute at least.
    pub(super) fn of(board: &ScheduleBoard, until: i64) -> Self {
        let until = until.clamp(60, MOST_DAYS * DAY);
        let clock = board.clock();
        let closes = !board.posts.is_empty() && board.posts.iter().all(|post| post.open.is_some());
        let spans =
            if clock.has_days() && closes { worked_hours(board, until) } else { Vec::new() };
        let spans = if spans.is_empty() { vec![(0, whole_hours(until))] } else { spans };
        let mut offset = 0;
        let windows = spans.into_iter().map(|(start, end)| {
            let window = Window { start, end, offset };
            offset += end - start;
            window
        });
        Self { windows: windows.collect() }
    }

    /// The spans of time drawn, in order.
    pub fn windows(&self) -> &[Window] {
        &self.windows
    }

    /// Minutes drawn.
    pub fn length(&self) -> i64 {
        self.windows.last().map_or(0, |last| last.offset + (last.end - last.start))
    }

    /// Minutes drawn before a minute; those that are left out are at the edge of what is drawn.
    pub fn place(&self, minute: i64) -> i64 {
        let after = self.windows.iter().find(|window| minute <= window.end);
        after.map_or_else(
            || self.length(),
            |window| window.offset + (minute - window.start.min(minute)).max(0),
        )
    }

    /// The minute after this many minutes drawn.
    pub fn minute_at(&self, place: i64) -> i64 {
        let place = place.max(0);
        let here =
            self.windows.iter().find(|window| place < window.offset + (window.end - window.start));
        let last = self.windows.last().map_or(0, |window| window.end);
        here.map_or(last, |window| window.start + (place - window.offset))
    }

    /// Marks every so many minutes of the clock; none at the edges of what is drawn.
    pub fn ticks(&self, step: i64, clock: Clock) -> Vec<Tick> {
        let step = step.max(1);
        let shift = clock.minute_of_origin();
        let mut ticks = Vec::new();
        for window in &self.windows {
            let past = (window.start + shift).rem_euclid(step);
            let mut minute = window.start + step - past;
            while minute < window.end && ticks.len() < MOST_TICKS {
                let place = window.offset + (minute - window.start);
                ticks.push(Tick { place, label: tick_label(minute, clock) });
                minute += step;
            }
        }
        ticks
    }

    /// Where days begin; nothing without days.
    pub fn days(&self, clock: Clock) -> Vec<DayMark> {
        if !clock.has_days() {
            return Vec::new();
        }
        let shift = clock.minute_of_origin();
        let mut days = Vec::new();
        for window in &self.windows {
            let mut minute = window.start;
            while minute < window.end {
                let place = window.offset + (minute - window.start);
                days.push(DayMark { place, label: clock.day(minute).unwrap_or_default() });
                minute += DAY - (minute + shift).rem_euclid(DAY);
            }
        }
        days
    }

    /// The time drawn in which a post is closed.
    pub(super) fn closed(&self, open: Option<&[(i64, i64)]>) -> Vec<(i64, i64)> {
        let Some(open) = open else { return Vec::new() };
        let mut closed = Vec::new();
        for window in &self.windows {
            let mut from = window.start;
            for (start, end) in open.iter().filter(|(_, end)| *end > window.start) {
                if *start >= window.end {
                    break;
                }
                if *start > from {
                    closed.push((from, *start));
                }
                from = from.max(*end);
            }
            if from < window.end {
                closed.push((from, window.end));
            }
        }
        closed
    }
}

/// From each day, the whole hours between the first opening and the last closing of all posts.
fn worked_hours(board: &ScheduleBoard, until: i64) -> Vec<(i64, i64)> {
    let midnight = -board.clock().minute_of_origin();
    let mut spans = Vec::new();
    for day in 0..=MOST_DAYS {
        let (start, end) = (midnight + day * DAY, midnight + (day + 1) * DAY);
        if start >= until {
            break;
        }
        let open = board.posts.iter().filter_map(|post| post.open.as_deref()).flatten();
        let here = open.filter(|(from, to)| *from < end && *to > start && from < to);
        let worked = here.fold(None, |found: Option<(i64, i64)>, (from, to)| {
            let (from, to) = ((*from).max(start), (*to).min(end));
            Some(found.map_or((from, to), |(first, last)| (first.min(from), last.max(to))))
        });
        let Some((first, last)) = worked else { continue };
        let first = start + (first - start).div_euclid(60) * 60;
        let last = (start + whole_hours(last - start)).min(end);
        if last > first.max(0) {
            spans.push((first.max(0), last));
        }
    }
    spans
}

/// Minutes rounded up to whole hours.
fn whole_hours(minutes: i64) -> i64 {
    (minutes + 59).div_euclid(60) * 60
}

/// « 10 » for an hour of the day, « 10 h » for hours from 0, « 45 min » below one hour.
fn tick_label(minute: i64, clock: Clock) -> String {
    let of_clock = minute + clock.minute_of_origin();
    match (clock.has_days(), of_clock.rem_euclid(60)) {
        (true, 0) => (of_clock.rem_euclid(DAY) / 60).to_string(),
        (true, _) => clock.hour(minute),
        (false, 0) => format!("{} h", minute / 60),
        (false, _) => super::length(minute),
    }
}

#[cfg(test)]
mod tests {
    use super::super::BoardPost;
    use super::super::samples::{DAY as SAMPLE_DAY, workshop};
    use super::*;

    #[test]
    fn nights_are_left_out_and_the_midday_pause_is_drawn_closed() {
        let board = workshop();
        let axis = Axis::of(&board, board.horizon);
        assert_eq!(axis.windows().len(), 5);
        assert_eq!(axis.length(), 5 * 480);
        assert_eq!(axis.place(SAMPLE_DAY + 60), 480 + 60);
        assert_eq!(axis.place(SAMPLE_DAY - 1), 480, "in the night: between the two days");
        assert_eq!(axis.place(i64::MAX), 5 * 480);
        assert_eq!(axis.place(-5), 0);
        assert_eq!(axis.minute_at(480 + 60), SAMPLE_DAY + 60);
        assert_eq!(axis.minute_at(-3), 0);
        let open = board.posts.first().and_then(|post| post.open.as_deref());
        assert_eq!(axis.closed(open).first(), Some(&(240, 300)));
        assert_eq!(axis.closed(open).len(), 5);
    }

    #[test]
    fn marks_follow_the_clock() {
        let board = workshop();
        let axis = Axis::of(&board, SAMPLE_DAY + 10);
        let labels: Vec<_> =
            axis.ticks(120, board.clock()).into_iter().map(|tick| tick.label).collect();
        assert_eq!(labels, ["10", "12", "14", "10", "12", "14"]);
        let days: Vec<_> =
            axis.days(board.clock()).into_iter().map(|day| (day.place, day.label)).collect();
        assert_eq!(days, [(0, "lun. 14".to_owned()), (480, "mar. 15".to_owned())]);
    }

    #[test]
    fn a_post_that_never_closes_keeps_the_nights() {
        let mut board = workshop();
        board.posts.push(BoardPost::default());
        let axis = Axis::of(&board, 2 * SAMPLE_DAY);
        assert_eq!(axis.windows().len(), 1);
        assert_eq!(axis.length(), 2 * SAMPLE_DAY);
        assert_eq!(axis.days(board.clock()).len(), 3, "from Monday 8 h to Wednesday 8 h");
        assert!(axis.closed(None).is_empty());
    }

    #[test]
    fn hours_count_from_0_without_days() {
        let board = ScheduleBoard { origin: None, ..workshop() };
        let axis = Axis::of(&board, 290);
        assert_eq!(axis.length(), 300);
        let labels: Vec<_> =
            axis.ticks(60, board.clock()).into_iter().map(|tick| tick.label).collect();
        assert_eq!(labels, ["1 h", "2 h", "3 h", "4 h"]);
        assert!(axis.days(board.clock()).is_empty());
    }

    #[test]
    fn absurd_spans_are_drawn_within_bounds() {
        let mut board = workshop();
        for post in &mut board.posts {
            post.open = Some(vec![(i64::MIN, i64::MAX), (7, 3)]);
        }
        let axis = Axis::of(&board, i64::MAX);
        assert!(axis.length() <= (MOST_DAYS + 1) * DAY);
        assert!(axis.ticks(1, board.clock()).len() <= MOST_TICKS);
    }
}
