//! Minutes in words: days and hours when the moment of minute 0 is known, hours from 0 otherwise.

use chrono::{Datelike, NaiveDateTime, TimeDelta, Timelike};

/// Weekdays from Monday, short and whole.
const DAYS: [(&str, &str); 7] = [
    ("lun.", "lundi"),
    ("mar.", "mardi"),
    ("mer.", "mercredi"),
    ("jeu.", "jeudi"),
    ("ven.", "vendredi"),
    ("sam.", "samedi"),
    ("dim.", "dimanche"),
];

/// Says minutes in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    origin: Option<NaiveDateTime>,
}

/// « 49 h 00 »: hours and minutes, as the table reads them.
pub fn hours_text(minutes: i64) -> String {
    let sign = if minutes < 0 { "−" } else { "" };
    let whole = minutes.unsigned_abs();
    format!("{sign}{} h {:02}", whole / 60, whole % 60)
}

/// « 45 min » or « 1 h 45 »: a length of work.
pub fn length(minutes: i64) -> String {
    if (0..60).contains(&minutes) { format!("{minutes} min") } else { hours_text(minutes) }
}

impl Clock {
    /// A clock whose minute 0 is this moment.
    pub const fn new(origin: Option<NaiveDateTime>) -> Self {
        Self { origin }
    }

    /// Whether times are days and hours.
    pub const fn has_days(self) -> bool {
        self.origin.is_some()
    }

    /// Minutes between midnight and minute 0; 0 without days.
    pub(super) fn minute_of_origin(self) -> i64 {
        self.origin.map_or(0, |origin| i64::from(origin.hour() * 60 + origin.minute()))
    }

    /// « 9 h 00 ».
    pub fn hour(self, minute: i64) -> String {
        self.moment(minute).map_or_else(
            || hours_text(minute),
            |moment| format!("{} h {:02}", moment.hour(), moment.minute()),
        )
    }

    /// « mer. 16 »; `None` without days.
    pub fn day(self, minute: i64) -> Option<String> {
        self.named_day(minute, |(short, _)| short)
    }

    /// « mercredi 16 »; `None` without days.
    pub fn long_day(self, minute: i64) -> Option<String> {
        self.named_day(minute, |(_, long)| long)
    }

    /// « mer. 16, 9 h 00 », or « 9 h 00 » without days.
    pub fn words(self, minute: i64) -> String {
        let hour = self.hour(minute);
        self.day(minute).map_or(hour.clone(), |day| format!("{day}, {hour}"))
    }

    /// « mer. 16 à 9 h 00 », or « à 9 h 00 » without days: inside a sentence.
    pub fn at(self, minute: i64) -> String {
        let hour = self.hour(minute);
        self.day(minute).map_or_else(|| format!("à {hour}"), |day| format!("{day} à {hour}"))
    }

    /// « mercredi 16, 9 h 00 à 13 h 15 »: what a screen reader says of a bar. Without the comma
    /// « 16 10 h » would be set as a number in thousands.
    pub fn spoken_span(self, start: i64, end: i64) -> String {
        let (first, last) = (self.hour(start), self.hour(end));
        match (self.long_day(start), self.long_day(end)) {
            (Some(day), Some(other)) if day == other => format!("{day}, {first} à {last}"),
            (Some(day), Some(other)) => format!("{day}, {first} à {other}, {last}"),
            _ => format!("{first} à {last}"),
        }
    }

    fn named_day(
        self,
        minute: i64,
        choose: impl Fn((&'static str, &'static str)) -> &'static str,
    ) -> Option<String> {
        let moment = self.moment(minute)?;
        let rank = usize::try_from(moment.weekday().num_days_from_monday()).ok()?;
        let name = choose(DAYS.get(rank).copied()?);
        let number = if moment.day() == 1 { "1er".to_owned() } else { moment.day().to_string() };
        Some(format!("{name} {number}"))
    }

    fn moment(self, minute: i64) -> Option<NaiveDateTime> {
        self.origin?.checked_add_signed(TimeDelta::try_minutes(minute)?)
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{DAY, workshop};
    use super::*;
    use crate::domain::french::parse_number;

    #[test]
    fn times_are_days_and_hours_when_the_origin_is_known() {
        let clock = Clock::new(workshop().origin);
        assert_eq!(clock.words(2 * DAY + 60), "mer. 16, 9 h 00");
        assert_eq!(clock.at(2 * DAY + 130), "mer. 16 à 10 h 10");
        let spoken = clock.spoken_span(2 * DAY + 60, 2 * DAY + 315);
        assert_eq!(spoken, "mercredi 16, 9 h 00 à 13 h 15");
        let spoken = clock.spoken_span(0, DAY);
        assert_eq!(spoken, "lundi 14, 8 h 00 à mardi 15, 8 h 00");
        assert_eq!(clock.minute_of_origin(), 480);
    }

    #[test]
    fn times_are_hours_from_0_otherwise() {
        let clock = Clock::new(None);
        assert_eq!(clock.words(1815), "30 h 15");
        assert_eq!(clock.at(15), "à 0 h 15");
        assert_eq!(clock.spoken_span(60, 90), "1 h 00 à 1 h 30");
        assert_eq!(clock.day(0), None);
    }

    #[test]
    fn what_is_written_in_the_table_is_read_to_the_minute() {
        for minutes in [0, 5, 55, 60, 125, 7 * DAY + 35] {
            let hours = parse_number(&hours_text(minutes)).expect("a number");
            let read = (hours * rust_decimal::Decimal::from(60)).round();
            assert_eq!(read, rust_decimal::Decimal::from(minutes), "{minutes}");
        }
    }

    #[test]
    fn absurd_minutes_are_still_said() {
        let clock = Clock::new(workshop().origin);
        assert!(clock.words(i64::MAX).contains('h'));
        assert!(hours_text(i64::MIN).starts_with('−'));
        assert_eq!(length(45), "45 min");
        assert_eq!(length(105), "1 h 45");
    }
}
