//! When a post is open, in minutes from the origin.

use chrono::{NaiveDateTime, TimeDelta};

use crate::domain::planning::working_time::WorkingTime;

/// Open time of a post. Work pauses while the post is closed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opening {
    kind: Kind,
}

/// Kinds of open time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum Kind {
    /// Never closed.
    #[default]
    Always,
    /// Spans open, in order and apart from one another.
    Spans(Vec<(i64, i64)>),
    /// A calendar, and the moment of minute 0.
    Calendar(WorkingTime, NaiveDateTime),
}

impl Opening {
    /// Always open.
    pub const fn always() -> Self {
        Self { kind: Kind::Always }
    }

    /// Open during these spans (start, end); they are put in order, and joined when they touch.
    pub fn from_spans(mut spans: Vec<(i64, i64)>) -> Self {
        spans.retain(|(start, end)| start < end);
        spans.sort_unstable();
        let mut joined: Vec<(i64, i64)> = Vec::with_capacity(spans.len());
        for (start, end) in spans {
            match joined.last_mut() {
                Some((_, last)) if start <= *last => *last = end.max(*last),
                _ => joined.push((start, end)),
            }
        }
        Self { kind: Kind::Spans(joined) }
    }

    /// Open as a calendar says, minute 0 being the origin.
    pub fn from_working_time(time: WorkingTime, origin: NaiveDateTime) -> Self {
        let kind = if time.never_closes() { Kind::Always } else { Kind::Calendar(time, origin) };
        Self { kind }
    }

    /// Whether the post never closes.
    pub fn never_closes(&self) -> bool {
        self.kind == Kind::Always
    }

    /// Spans open, in order and apart; `None` when they are not listed: the post never closes, or
    /// follows a calendar.
    pub fn spans(&self) -> Option<&[(i64, i64)]> {
        match &self.kind {
            Kind::Spans(spans) => Some(spans),
            Kind::Always | Kind::Calendar(..) => None,
        }
    }

    /// The first open minute at or after a minute; `None` when the post opens no more.
    pub fn next_open(&self, from: i64) -> Option<i64> {
        match &self.kind {
            Kind::Always => Some(from),
            Kind::Spans(spans) => {
                spans.iter().find(|(_, end)| *end > from).map(|(start, _)| from.max(*start))
            }
            Kind::Calendar(time, origin) => {
                let opening = time.next_opening(moment(*origin, from)?).ok()?;
                Some(opening.signed_duration_since(*origin).num_minutes())
            }
        }
    }

    /// Whether work can go on at this minute.
    pub fn is_open(&self, at: i64) -> bool {
        self.next_open(at) == Some(at)
    }

    /// The end of work of this length that starts then; `None` when the open time does not suffice.
    pub fn finish(&self, start: i64, minutes: i64) -> Option<i64> {
        let minutes = minutes.max(0);
        match &self.kind {
            Kind::Always => Some(start.saturating_add(minutes)),
            Kind::Spans(spans) => finish_in(spans, start, minutes),
            Kind::Calendar(time, origin) => {
                let end = time.add(moment(*origin, start)?, minutes).ok()?;
                Some(end.signed_duration_since(*origin).num_minutes())
            }
        }
    }

    /// Open minutes between two minutes; none when the second comes first, or when a calendar has
    /// no answer so far away.
    pub fn open_minutes(&self, from: i64, to: i64) -> i64 {
        match &self.kind {
            Kind::Always => to.saturating_sub(from).max(0),
            Kind::Spans(spans) => spans.iter().fold(0_i64, |total, (open, close)| {
                let shared = to.min(*close).saturating_sub(from.max(*open)).max(0);
                total.saturating_add(shared)
            }),
            Kind::Calendar(time, origin) => moment(*origin, from)
                .zip(moment(*origin, to))
                .and_then(|(from, to)| time.worked_minutes(from, to).ok())
                .unwrap_or(0)
                .max(0),
        }
    }
}

/// The moment of a minute; `None` beyond what dates hold.
fn moment(origin: NaiveDateTime, minute: i64) -> Option<NaiveDateTime> {
    origin.checked_add_signed(TimeDelta::try_minutes(minute)?)
}

/// The end of work inside spans.
fn finish_in(spans: &[(i64, i64)], start: i64, minutes: i64) -> Option<i64> {
    if minutes == 0 {
        return Some(start);
    }
    let mut left = minutes;
    for (open, close) in spans.iter().filter(|(_, close)| *close > start) {
        let from = start.max(*open);
        let here = close.saturating_sub(from);
        if left <= here {
            return Some(from.saturating_add(left));
        }
        left -= here;
    }
    None
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveTime, Weekday};

    use super::*;
    use crate::domain::planning::data::{Calendar, Shift};

    /// Two days of 8 h to 12 h and 13 h to 16 h, from midnight.
    fn two_days() -> Opening {
        Opening::from_spans(vec![(1920, 2160), (480, 720), (780, 960), (2220, 2400), (5, 5)])
    }

    #[test]
    fn work_pauses_while_the_post_is_closed() {
        let opening = two_days();
        assert_eq!(opening.next_open(0), Some(480));
        assert_eq!(opening.next_open(720), Some(780), "the end of a span is closed");
        assert_eq!(opening.finish(700, 20), Some(720));
        assert_eq!(opening.finish(700, 21), Some(781));
        assert_eq!(opening.finish(480, 420), Some(960));
        assert_eq!(opening.finish(480, 421), Some(1921));
        assert_eq!(opening.open_minutes(0, 2000), 240 + 180 + 80);
        assert_eq!(opening.open_minutes(2000, 0), 0);
    }

    #[test]
    fn what_open_time_does_not_hold_has_no_end() {
        let opening = two_days();
        assert_eq!(opening.finish(480, 841), None);
        assert_eq!(opening.next_open(2400), None);
        assert_eq!(Opening::from_spans(Vec::new()).next_open(0), None);
    }

    #[test]
    fn touching_and_overlapping_spans_are_one() {
        let joined = Opening::from_spans(vec![(0, 10), (10, 20), (15, 18)]);
        assert_eq!(joined, Opening::from_spans(vec![(0, 20)]));
    }

    #[test]
    fn absurd_minutes_do_not_panic() {
        let always = Opening::always();
        assert_eq!(always.finish(i64::MAX, 5), Some(i64::MAX));
        assert_eq!(always.finish(3, -5), Some(3));
        let wide = Opening::from_spans(vec![(i64::MIN, i64::MAX)]);
        assert_eq!(wide.open_minutes(i64::MIN, i64::MAX), i64::MAX);
        assert_eq!(wide.finish(i64::MIN, 1), Some(i64::MIN + 1));
    }

    #[test]
    fn a_calendar_says_the_same_as_its_spans() {
        let shift = |start: u32, end: u32| Shift {
            weekday: Weekday::Mon,
            start: NaiveTime::from_hms_opt(start, 0, 0).expect("an hour"),
            end: NaiveTime::from_hms_opt(end, 0, 0).expect("an hour"),
        };
        let calendar =
            Calendar { shifts: vec![shift(8, 12), shift(13, 16)], ..Calendar::default() };
        let monday = NaiveDate::from_ymd_opt(2027, 10, 4).and_then(|day| day.and_hms_opt(0, 0, 0));
        let time = WorkingTime::from_calendar(&calendar);
        let opening = Opening::from_working_time(time, monday.expect("a moment"));
        let week = 7 * 24 * 60;
        let spans = Opening::from_spans(vec![
            (480, 720),
            (780, 960),
            (week + 480, week + 720),
            (week + 780, week + 960),
        ]);
        for at in [0, 480, 700, 720, 780, 959, 960, 961, 5000] {
            assert_eq!(opening.next_open(at), spans.next_open(at), "{at}");
            assert_eq!(opening.finish(at, 100), spans.finish(at, 100), "{at}");
            assert_eq!(opening.open_minutes(300, at), spans.open_minutes(300, at), "{at}");
        }
        assert_eq!(opening.next_open(i64::MAX), None);
        assert_eq!(opening.open_minutes(0, i64::MAX), 0);
        assert!(
            Opening::from_working_time(WorkingTime::always(), NaiveDateTime::MIN).never_closes()
        );
    }
}
