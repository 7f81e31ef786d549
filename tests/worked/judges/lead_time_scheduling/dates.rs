//! Dates as exercises write them: "2009-01-17T12:00", "07-30", "mardi 10h30", "8:00".

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use crate::judges::load::words::{figures, plain};

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("lun", Weekday::Mon),
    ("mar", Weekday::Tue),
    ("mer", Weekday::Wed),
    ("jeu", Weekday::Thu),
    ("ven", Weekday::Fri),
    ("sam", Weekday::Sat),
    ("dim", Weekday::Sun),
];

/// How much of a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grain {
    /// Year, month, day, perhaps an hour.
    Full,
    /// Month and day.
    MonthDay,
    /// Day of the week and hour.
    Weekday,
    /// Hour alone.
    Clock,
}

/// A date and what of it is written; what is not is that of the week of Monday 1 January 2001.
pub fn read(text: &str) -> Option<(NaiveDateTime, Grain)> {
    let text = text.trim();
    let full = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M"]
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    let day = ["%Y-%m-%d", "%d/%m/%Y"]
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(text, form).ok())
        .map(|day| day.and_time(NaiveTime::MIN));
    if let Some(moment) = full.or(day) {
        return Some((moment, Grain::Full));
    }
    if let Ok(day) = NaiveDate::parse_from_str(&format!("2001-{text}"), "%Y-%m-%d") {
        return Some((day.and_time(NaiveTime::MIN), Grain::MonthDay));
    }
    let words = plain(text);
    let weekday = WEEKDAYS.iter().find(|(short, _)| words.starts_with(short)).map(|(_, day)| *day);
    let clock = clock(text)?;
    let monday = NaiveDate::from_ymd_opt(2001, 1, 1)?;
    match weekday {
        Some(weekday) => {
            let shift = u64::from(weekday.num_days_from_monday());
            let day = monday.checked_add_days(Days::new(shift))?;
            Some((day.and_time(clock), Grain::Weekday))
        }
        None => Some((monday.and_time(clock), Grain::Clock)),
    }
}

/// "8h30", "08:00", "10 h".
fn clock(text: &str) -> Option<NaiveTime> {
    let has_sign = text.contains(':') || text.to_lowercase().contains('h');
    let numbers: Vec<u32> = figures(&text.to_lowercase().replace([':', 'h'], " "))
        .into_iter()
        .map(|number| u32::try_from(number).ok())
        .collect::<Option<_>>()?;
    match numbers.as_slice() {
        [hours] if has_sign => NaiveTime::from_hms_opt(*hours, 0, 0),
        [hours, minutes] if has_sign => NaiveTime::from_hms_opt(*hours, *minutes, 0),
        _ => None,
    }
}

/// Whether a date found is the one expected, as far as it is written.
pub fn same(expected: (NaiveDateTime, Grain), found: NaiveDateTime) -> bool {
    let (date, grain) = expected;
    match grain {
        Grain::Full => date == found,
        Grain::MonthDay => (date.month(), date.day()) == (found.month(), found.day()),
        Grain::Weekday => date.weekday() == found.weekday() && date.time() == found.time(),
        Grain::Clock => date.time() == found.time(),
    }
}

/// Dates written in a text, in order: "2009-01-01 to 2009-01-03".
pub fn in_text(text: &str) -> Vec<NaiveDateTime> {
    text.split([' ', ',', ';', '(', ')'])
        .filter_map(|word| NaiveDate::parse_from_str(word, "%Y-%m-%d").ok())
        .map(|day| day.and_time(NaiveTime::MIN))
        .collect()
}
