//! Spans of open time, day after day, forward or backward.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};

use super::{FARTHEST_DAYS, WorkingTime};

/// An open span; its end is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: NaiveDateTime,
    pub(super) end: NaiveDateTime,
}

impl WorkingTime {
    /// Spans that start on a day, by start.
    pub(super) fn spans_of(&self, day: NaiveDate) -> Vec<Span> {
        if self.closures.contains(&day) {
            return Vec::new();
        }
        match &self.shifts {
            None => span(day, NaiveTime::MIN, NaiveTime::MIN).into_iter().collect(),
            Some(shifts) => shifts
                .iter()
                .filter(|shift| shift.weekday == day.weekday())
                .filter_map(|shift| span(day, shift.start, shift.end))
                .collect(),
        }
    }

    /// Spans that end after a moment, by start: the first may have started before it.
    pub(super) fn after(&self, moment: NaiveDateTime) -> impl Iterator<Item = Span> + '_ {
        let first = moment.date().pred_opt().unwrap_or(moment.date());
        first
            .iter_days()
            .take(FARTHEST_DAYS)
            .flat_map(move |day| self.spans_of(day))
            .filter(move |span| span.end > moment)
    }

    /// Spans that start before a moment, the last first: it may end after the moment.
    pub(super) fn before(&self, moment: NaiveDateTime) -> impl Iterator<Item = Span> + '_ {
        std::iter::successors(Some(moment.date()), NaiveDate::pred_opt)
            .take(FARTHEST_DAYS)
            .flat_map(move |day| self.spans_of(day).into_iter().rev())
            .filter(move |span| span.start < moment)
    }
}

/// The span of a shift that starts on this day; one that ends at or before its start ends on the
/// next day.
fn span(day: NaiveDate, start: NaiveTime, end: NaiveTime) -> Option<Span> {
    let last = if end <= start { day.checked_add_days(Days::new(1))? } else { day };
    Some(Span { start: day.and_time(start), end: last.and_time(end) })
}
