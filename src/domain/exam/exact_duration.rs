//! Durations to the second in French: what a proof of time prints.

use crate::domain::french::{NO_BREAK_SPACE, duration};

const SECOND: u64 = 1_000;
const MINUTE: u64 = 60 * SECOND;
const HOUR: u64 = 60 * MINUTE;

/// "2 h 13 min 20 s" for a duration in milliseconds, a begun second left out; always in hours,
/// minutes and seconds, so that a column is easy to add.
pub fn exact_duration(milliseconds: u64) -> String {
    let hours = milliseconds / HOUR;
    format!(
        "{hours}{NO_BREAK_SPACE}h{NO_BREAK_SPACE}{:02}{NO_BREAK_SPACE}min{NO_BREAK_SPACE}{:02}{NO_BREAK_SPACE}s",
        milliseconds % HOUR / MINUTE,
        milliseconds % MINUTE / SECOND
    )
}

/// The same in as few words as possible: "7 min", "7 min 30 s", "2 h 05", "45 s".
pub fn short_duration(milliseconds: u64) -> String {
    let (minutes, seconds) = (milliseconds / MINUTE, milliseconds % MINUTE / SECOND);
    match (milliseconds / HOUR, minutes, seconds) {
        (0, 0, seconds) => format!("{seconds}{NO_BREAK_SPACE}s"),
        (0, minutes, 0) => format!("{minutes}{NO_BREAK_SPACE}min"),
        (0, minutes, seconds) => {
            format!("{minutes}{NO_BREAK_SPACE}min{NO_BREAK_SPACE}{seconds:02}{NO_BREAK_SPACE}s")
        }
        (_, minutes, 0) => duration(u32::try_from(minutes).unwrap_or(u32::MAX)),
        _ => exact_duration(milliseconds),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        text.replace(NO_BREAK_SPACE, " ")
    }

    #[test]
    fn durations_are_exact_to_the_second() {
        assert_eq!(plain(&exact_duration(8_000_000)), "2 h 13 min 20 s");
        assert_eq!(plain(&exact_duration(438_999)), "0 h 07 min 18 s");
        assert_eq!(plain(&exact_duration(0)), "0 h 00 min 00 s");
    }

    #[test]
    fn short_durations_say_no_zero() {
        for (milliseconds, words) in [
            (0, "0 s"),
            (45_999, "45 s"),
            (420_000, "7 min"),
            (450_000, "7 min 30 s"),
            (7_500_000, "2 h 05"),
            (4_400_000, "1 h 13 min 20 s"),
        ] {
            assert_eq!(plain(&short_duration(milliseconds)), words);
        }
        assert!(!short_duration(u64::MAX).is_empty());
    }
}
