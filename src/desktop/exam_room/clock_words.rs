//! The time left, in words: minutes rounded up, and seconds in the last minute alone.

use std::time::Duration;

use super::open_copy::OpenCopy;
use crate::domain::exam::{ExtraTime, Phase};
use crate::domain::french::{clock_minutes, duration};

/// Minutes left from which the timer asks for attention.
const WARNING_MINUTES: u64 = 15;
const MINUTE: u64 = 60_000;
const SECOND: u64 = 1_000;

/// The time left of a sitting at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TimeLeft {
    milliseconds: u64,
}

impl TimeLeft {
    /// So many milliseconds.
    pub(super) const fn of_milliseconds(milliseconds: u64) -> Self {
        Self { milliseconds }
    }

    /// « Il reste 1 h 54 », « Il reste 14 min », « Il reste 45 s ».
    pub(super) fn words(self) -> String {
        let minutes = self.milliseconds.div_ceil(MINUTE);
        if self.milliseconds < MINUTE {
            format!("Il reste {} s", self.milliseconds.div_ceil(SECOND))
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
    pub(super) const fn until_next_words(self) -> Duration {
        let step = if self.milliseconds > MINUTE { MINUTE } else { SECOND };
        let rest = self.milliseconds % step;
        let wait = if rest == 0 { step } else { rest };
        // One millisecond more: the clock is past the change when the window wakes.
        Duration::from_millis(wait + 1)
    }
}

/// « fin à 12 h 36, tiers temps compris »; « temps suspendu » while it stands still.
pub(super) fn end_words(copy: &OpenCopy) -> String {
    if copy.sitting().phase() == Phase::Paused {
        return "temps suspendu".to_owned();
    }
    let ledger = &copy.sheet().ledger;
    let end = clock_minutes(ledger.ends_at(copy.sitting().now()));
    let allowance = ledger.allowance();
    let extended = ledger.granted() > allowance.milliseconds();
    match allowance.extra {
        _ if extended => format!("fin à {end}, temps ajouté compris"),
        ExtraTime::Fraction { part: 1, whole: 3 } => format!("fin à {end}, tiers temps compris"),
        _ if allowance.extra_seconds() > 0 => format!("fin à {end}, temps majoré compris"),
        _ => format!("fin à {end}"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{begun, folder_with_subject};
    use super::*;

    fn left(milliseconds: u64) -> TimeLeft {
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
            let wait = u64::try_from(left(milliseconds).until_next_words().as_millis())
                .expect("a short wait");
            let after = left(milliseconds.saturating_sub(wait));
            assert_eq!(left(milliseconds + 2 - wait.min(2)).words(), left(milliseconds).words());
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
            ("40", "fin à 11\u{a0}h\u{a0}12, temps majoré compris"),
        ] {
            let (folder, _) = folder_with_subject();
            let copy = begun(&folder, extra);
            assert_eq!(end_words(&copy), end);
        }
    }
}
