//! When a copy is saved: soon after the last keystroke, never long after the first one.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, TimeDelta};

/// Silence of the keyboard before a save.
const QUIET: TimeDelta = TimeDelta::milliseconds(250);
/// Longest time that a change waits while the candidate keeps typing.
const LONGEST: TimeDelta = TimeDelta::seconds(1);
/// Time before a failed save is tried again.
pub(super) const RETRY: TimeDelta = TimeDelta::seconds(2);

type Moment = DateTime<FixedOffset>;

/// Changes that are not on the disk yet, and when they must be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SaveSchedule {
    /// First and last change not yet taken by a save.
    pending: Option<(Moment, Moment)>,
    /// A failed save is not tried again before this.
    not_before: Option<Moment>,
    /// The candidate asked for a save.
    at_once: bool,
}

impl SaveSchedule {
    /// The copy has changed.
    pub(super) fn changed(&mut self, now: Moment) {
        let first = self.pending.map_or(now, |(first, _)| first);
        self.pending = Some((first, now));
    }

    /// A save is wanted without waiting, even after a failure.
    pub(super) fn ask(&mut self, now: Moment) {
        self.changed(now);
        self.at_once = true;
        self.not_before = None;
    }

    /// A save takes every change so far.
    pub(super) fn started(&mut self) {
        self.pending = None;
        self.at_once = false;
    }

    /// That save ended well.
    pub(super) fn succeeded(&mut self) {
        self.not_before = None;
    }

    /// That save failed: the same changes wait again.
    pub(super) fn failed(&mut self, now: Moment) {
        self.changed(now);
        self.not_before = Some(later(now, RETRY));
    }

    /// Whether a change waits for a save.
    pub(super) const fn is_waiting(&self) -> bool {
        self.pending.is_some()
    }

    /// Whether a save must start now. A clock set back never delays one.
    pub(super) fn is_due(&self, now: Moment) -> bool {
        let Some((_, last)) = self.pending else { return false };
        now < last || self.due_at().is_some_and(|due| now >= due)
    }

    /// Time left before a save must start; `None` while nothing waits.
    pub(super) fn delay(&self, now: Moment) -> Option<Duration> {
        if self.is_due(now) {
            return Some(Duration::ZERO);
        }
        let left = self.due_at()?.signed_duration_since(now);
        Some(left.to_std().unwrap_or(Duration::ZERO))
    }

    fn due_at(&self) -> Option<Moment> {
        let (first, last) = self.pending?;
        if self.at_once {
            return Some(first);
        }
        let due = later(last, QUIET).min(later(first, LONGEST));
        Some(self.not_before.map_or(due, |earliest| due.max(earliest)))
    }
}

/// A moment later; the same one at the end of time.
pub(super) fn later(moment: Moment, delay: TimeDelta) -> Moment {
    moment.checked_add_signed(delay).unwrap_or(moment)
}

#[cfg(test)]
mod tests {
    use super::super::example::at;
    use super::*;

    #[test]
    fn a_save_waits_for_a_quarter_of_a_second_of_silence() {
        let mut schedule = SaveSchedule::default();
        assert!(!schedule.is_due(at(0)));
        assert_eq!(schedule.delay(at(0)), None);
        schedule.changed(at(0));
        schedule.changed(at(100));
        assert!(!schedule.is_due(at(349)));
        assert_eq!(schedule.delay(at(300)), Some(Duration::from_millis(50)));
        assert!(schedule.is_due(at(350)));
        schedule.started();
        assert!(!schedule.is_waiting());
    }

    #[test]
    fn a_save_starts_within_a_second_of_the_first_change_while_typing_goes_on() {
        let mut schedule = SaveSchedule::default();
        for milliseconds in (0..1000).step_by(100) {
            schedule.changed(at(milliseconds));
            assert!(!schedule.is_due(at(milliseconds)));
        }
        assert!(schedule.is_due(at(1000)));
    }

    #[test]
    fn a_failed_save_is_tried_again_after_two_seconds_or_when_asked() {
        let mut schedule = SaveSchedule::default();
        schedule.changed(at(0));
        schedule.started();
        schedule.failed(at(300));
        schedule.changed(at(400));
        assert!(!schedule.is_due(at(2299)));
        assert!(schedule.is_due(at(2300)));
        schedule.ask(at(500));
        assert!(schedule.is_due(at(500)));
    }

    #[test]
    fn a_clock_set_back_never_delays_a_save() {
        let mut schedule = SaveSchedule::default();
        schedule.changed(at(60_000));
        schedule.failed(at(60_000));
        assert!(schedule.is_due(at(0)));
    }
}
