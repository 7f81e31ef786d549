//! The time left, in words: minutes rounded up, and seconds in the last minute alone.

use std::time::Duration;

use chrono::{DateTime, FixedOffset};

use crate::domain::answers::AnswerSheet;
use crate::domain::case_study::Subject;
use crate::domain::exam::extra_minutes;
use crate::domain::french::{clock_minutes, duration};

/// Minutes left from which the timer asks for attention.
const WARNING_MINUTES: i64 = 15;
const MINUTE: i64 = 60_000;
const SECOND: i64 = 1_000;

type Moment = DateTime<FixedOffset>;

/// The time left of a sitting at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TimeLeft {
    milliseconds: i64,
}

impl TimeLeft {
    /// What is left of a sitting.
    pub(super) fn of(sheet: &AnswerSheet, now: Moment) -> Self {
        let left = sheet.ends_at().signed_duration_since(now).num_milliseconds();
        Self { milliseconds: left.max(0) }
    }

    /// « Il reste 1 h 54 », « Il reste 14 min », « Il reste 45 s ».
    pub(super) fn words(self) -> String {
        let minutes = round_up(self.milliseconds, MINUTE);
        if self.milliseconds < MINUTE {
            format!("Il reste {} s", round_up(self.milliseconds, SECOND))
        } else if minutes < 60 {
            format!("Il reste {minutes} min")
        } else {
            format!("Il reste {}", duration(u32::try_from(minutes).unwrap_or(u32::MAX)))
        }
    }

    /// Whether the end is near.
    pub(super) const fn is_short(self) -> bool {
        self.milliseconds <= WARNING_MINUTES * MINUTE
    }

    /// Time before the words change.
    pub(super) fn until_next_words(self) -> Duration {
        let step = if self.milliseconds > MINUTE { MINUTE } else { SECOND };
        let rest = self.milliseconds % step;
        let wait = if rest == 0 { step } else { rest };
        // One millisecond more: the clock is past the change when the window wakes.
        Duration::from_millis(u64::try_from(wait + 1).unwrap_or(1))
    }
}

fn round_up(value: i64, step: i64) -> i64 {
    value.saturating_add(step - 1) / step
}

/// « fin à 12 h 36, tiers temps compris ».
pub(super) fn end_words(subject: &Subject, sheet: &AnswerSheet) -> String {
    let end = clock_minutes(sheet.ends_at());
    match sheet.extra_minutes {
        0 => format!("fin à {end}"),
        extra if extra == a_third_of(subject) => format!("fin à {end}, tiers temps compris"),
        _ => format!("fin à {end}, temps majoré compris"),
    }
}

/// A third of the duration in minutes, rounded up: the usual extra time.
pub(super) fn a_third_of(subject: &Subject) -> u32 {
    extra_minutes(subject.duration_minutes, (1, 3))
}

/// « 3 h 51 min 18 s », from the beginning to the hand-in, never more than the time allowed.
pub(super) fn used_words(sheet: &AnswerSheet) -> String {
    let end = sheet.handed_in_at.unwrap_or_else(|| sheet.ends_at()).min(sheet.ends_at());
    let seconds = end.signed_duration_since(sheet.started_at).num_seconds().max(0);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours} h {minutes:02} min {seconds:02} s")
    } else {
        format!("{minutes} min {seconds:02} s")
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{at, begun, folder_with_subject, minute};
    use super::*;

    fn left(milliseconds: i64) -> TimeLeft {
        TimeLeft { milliseconds }
    }

    #[test]
    fn minutes_left_are_rounded_up_and_the_last_one_counts_seconds() {
        for (milliseconds, words) in [
            (120 * MINUTE, "Il reste 2\u{a0}h\u{a0}00"),
            (113 * MINUTE + 1, "Il reste 1\u{a0}h\u{a0}54"),
            (59 * MINUTE + 1, "Il reste 1\u{a0}h\u{a0}00"),
            (59 * MINUTE, "Il reste 59 min"),
            (13 * MINUTE + 30_000, "Il reste 14 min"),
            (MINUTE + 1, "Il reste 2 min"),
            (MINUTE, "Il reste 1 min"),
            (MINUTE - 1, "Il reste 60 s"),
            (1_001, "Il reste 2 s"),
            (0, "Il reste 0 s"),
        ] {
            assert_eq!(left(milliseconds).words(), words, "{milliseconds}");
        }
    }

    #[test]
    fn the_window_wakes_when_the_words_change_and_no_sooner() {
        for milliseconds in [7_200_000, 6_780_001, 3_599_999, 120_000, 60_001, 59_999, 5_300, 999] {
            let wait = i64::try_from(left(milliseconds).until_next_words().as_millis())
                .expect("a short wait");
            let (before, after) = (left(milliseconds - wait + 2), left(milliseconds - wait));
            assert_eq!(before.words(), left(milliseconds).words(), "{milliseconds}");
            assert_ne!(after.words(), left(milliseconds).words(), "{milliseconds}");
        }
    }

    #[test]
    fn the_warning_starts_at_fifteen_minutes() {
        assert!(!left(15 * MINUTE + 1).is_short());
        assert!(left(15 * MINUTE).is_short());
    }

    #[test]
    fn the_end_says_what_it_includes() {
        for (extra, end) in [
            ("", "fin à 10\u{a0}h\u{a0}32"),
            ("40", "fin à 11\u{a0}h\u{a0}12, tiers temps compris"),
            ("25", "fin à 10\u{a0}h\u{a0}57, temps majoré compris"),
        ] {
            let (folder, _) = folder_with_subject();
            let copy = begun(&folder, extra);
            assert_eq!(end_words(copy.subject(), copy.sheet()), end);
        }
    }

    #[test]
    fn the_time_used_never_exceeds_the_time_allowed() {
        let (folder, _) = folder_with_subject();
        let mut sheet = begun(&folder, "").sheet().clone();
        sheet.handed_in_at = Some(at(78_000));
        assert_eq!(used_words(&sheet), "1 min 18 s");
        sheet.handed_in_at = Some(minute(300));
        assert_eq!(used_words(&sheet), "2 h 00 min 00 s");
    }
}
