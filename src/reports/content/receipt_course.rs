//! The course of a sitting to the whole second, so that everything a receipt prints adds up.
//!
//! Hours are read on the clock of the PC, lengths on a clock that nobody sets. Cut to the second
//! each on its own, « 51 s » would stand beside two hours that are 52 s apart. So the hours shown
//! are those of the clock, and a length is the difference of the two hours beside it: the true
//! length rounded down or up, never a second away from it. Where it would be (the clock of the PC
//! was slewed a little), the length is the true one, and the end shown is the beginning and this
//! length. What was used and the latest end are computed from what is shown. The ledger itself, and
//! the time granted, which is in whole seconds, are left as they are.

use chrono::{DateTime, FixedOffset, TimeDelta};

use crate::domain::exam::{Interruption, Ledger, Moment, Passage, TimeEvent};

const SECOND: u64 = 1_000;
/// An hour is never moved further than this, in seconds (500 years).
const FARTHEST: u64 = 500 * 366 * 86_400;

/// What happened from the beginning to the hand-in, as it is shown. Lengths are in seconds.
pub(super) struct ShownCourse {
    /// The beginning.
    pub(super) started: DateTime<FixedOffset>,
    /// The interruptions, in order.
    pub(super) stops: Vec<ShownStop>,
    /// When the time ended at the latest.
    pub(super) ends_at: DateTime<FixedOffset>,
    /// How this end follows from the other lines.
    pub(super) end_formula: &'static str,
    /// The hand-in, or the last moment known.
    pub(super) latest: DateTime<FixedOffset>,
    /// Time used.
    pub(super) used: u64,
    /// How it follows from the other lines.
    pub(super) used_formula: &'static str,
    /// Time left: with the time used, the time granted.
    pub(super) left: u64,
    /// Whether all hours were read on one clock that nobody set, and all lengths are known.
    pub(super) has_one_clock: bool,
}

/// An interruption, as it is shown.
pub(super) struct ShownStop {
    /// The interruption.
    pub(super) interruption: Interruption,
    /// Its end; `None` while it lasts.
    pub(super) to: Option<DateTime<FixedOffset>>,
    /// How long it was, in seconds; `None` when no clock can tell.
    pub(super) length: Option<u64>,
}

impl ShownCourse {
    /// The course of a sitting; `None` when it did not begin.
    pub(super) fn of(ledger: &Ledger) -> Option<Self> {
        let (started, at) = (ledger.started()?.wall, ledger.latest()?);
        let has_one_clock = has_one_clock(ledger);
        let stops: Vec<ShownStop> = ledger
            .course(at)
            .into_iter()
            .filter_map(|passage| match passage {
                Passage::Interrupted(stop) => Some(ShownStop::of(stop, at, has_one_clock)),
                Passage::Worked(_) => None,
            })
            .collect();
        let stopped = stops.iter().filter_map(|stop| stop.length).fold(0, u64::saturating_add);
        let (granted, worked) = (ledger.granted() / SECOND, ledger.working_time(at));
        // Anyone can add the hours up, unless that is further from the truth than roundings are.
        let roundings = SECOND.saturating_mul(stops.len() as u64 + 1);
        let by_hours = seconds_between(started, at.wall)
            .and_then(|whole| whole.checked_sub(stopped))
            .filter(|sum| sum.saturating_mul(SECOND).abs_diff(worked) < roundings)
            .filter(|_| has_one_clock);
        let used = match by_hours {
            // The program may notice the end a moment later: nothing is used after it.
            Some(_) if ledger.remaining(at) == 0 => granted,
            Some(sum) => sum.min(granted),
            None => ledger.used(at) / SECOND,
        };
        let left = granted.saturating_sub(used);
        let is_past_end = worked > ledger.granted();
        let ends_at = match by_hours {
            Some(_) => later(started, granted.saturating_add(stopped)),
            None if is_past_end => ledger.ends_at(at),
            None => later(at.wall, left),
        };
        Some(Self {
            started,
            ends_at,
            end_formula: end_formula(by_hours.is_some(), stops.len(), is_past_end),
            latest: at.wall,
            used,
            used_formula: used_formula(by_hours, stops.len(), used),
            left,
            has_one_clock,
            stops,
        })
    }

    /// The stretches of work before each interruption and after the last one, in seconds: they add
    /// up to the time used.
    pub(super) fn stretches(&self) -> Vec<u64> {
        let (mut since, mut left) = (self.started, self.used);
        let mut stretches = Vec::with_capacity(self.stops.len() + 1);
        for stop in &self.stops {
            let worked = seconds_between(since, stop.interruption.from).unwrap_or(0).min(left);
            left -= worked;
            stretches.push(worked);
            since = stop.to.unwrap_or(stop.interruption.from);
        }
        stretches.push(left);
        stretches
    }
}

impl ShownStop {
    fn of(interruption: Interruption, at: Moment, has_one_clock: bool) -> Self {
        let Interruption { from, to, milliseconds, .. } = interruption;
        let Some(milliseconds) = milliseconds else {
            return Self { interruption, to, length: None };
        };
        // The true length rounded down or up: either is right to the second.
        let agreed = seconds_between(from, to.unwrap_or(at.wall))
            .filter(|length| length.saturating_mul(SECOND).abs_diff(milliseconds) < SECOND);
        let length = agreed.unwrap_or(milliseconds / SECOND);
        // Where the clock was set, its hours are told as they were: that it was set is told too.
        let is_slewed = agreed.is_none() && has_one_clock;
        let to = to.map(|to| if is_slewed { later(from, length) } else { to });
        Self { interruption, to, length: Some(length) }
    }
}

fn end_formula(adds_up: bool, stops: usize, is_past_end: bool) -> &'static str {
    match (adds_up, stops) {
        (false, _) if is_past_end => "",
        (false, _) => " = remise + temps restant",
        (true, 0) => " = début + temps accordé",
        (true, 1) => " = début + accordé + interruption",
        (true, _) => " = début + accordé + interruptions",
    }
}

fn used_formula(by_hours: Option<u64>, stops: usize, used: u64) -> &'static str {
    match (by_hours, stops) {
        (None, _) => ", sans les interruptions",
        (Some(sum), _) if sum != used => ", tout le temps accordé",
        (Some(_), 0) => " = remise − début",
        (Some(_), 1) => " = remise − début − interruption",
        (Some(_), _) => " = remise − début − interruptions",
    }
}

/// Whether all hours were read on one clock that nobody set, and all lengths are known.
fn has_one_clock(ledger: &Ledger) -> bool {
    let several = ledger.entries_that_count().iter().any(|entry| match entry.event {
        TimeEvent::ClockChanged { .. } => true,
        TimeEvent::Reopened { same_computer, .. } => !same_computer,
        _ => false,
    });
    !several && ledger.interruptions().iter().all(|known| known.milliseconds.is_some())
}

/// Seconds between two hours as they are shown; `None` when the clock was set back between them.
fn seconds_between(from: DateTime<FixedOffset>, to: DateTime<FixedOffset>) -> Option<u64> {
    u64::try_from(to.timestamp().saturating_sub(from.timestamp())).ok()
}

/// An hour so many seconds later.
fn later(from: DateTime<FixedOffset>, seconds: u64) -> DateTime<FixedOffset> {
    i64::try_from(seconds.min(FARTHEST))
        .ok()
        .and_then(TimeDelta::try_seconds)
        .and_then(|length| from.checked_add_signed(length))
        .unwrap_or(from)
}

#[cfg(test)]
mod tests;
