//! Dates and durations in French.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Timelike, Weekday};

use super::NO_BREAK_SPACE;

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// "2 h 05" for 125 minutes, with no-break spaces.
pub fn duration(minutes: u32) -> String {
    format!("{}{NO_BREAK_SPACE}h{NO_BREAK_SPACE}{:02}", minutes / 60, minutes % 60)
}

/// "11/03/2027".
pub fn short_date(date: NaiveDate) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

/// "jeudi 11 mars 2027".
pub fn long_date(date: NaiveDate) -> String {
    format!("{}{NO_BREAK_SPACE}{}", weekday_and_month(date), date.year())
}

/// "jeudi 11 mars".
pub fn weekday_and_month(date: NaiveDate) -> String {
    let day = DAYS.get(date.weekday().num_days_from_monday() as usize).copied().unwrap_or("");
    format!("{day} {}", day_and_month(date))
}

/// "11 mars", "1er mars".
pub fn day_and_month(date: NaiveDate) -> String {
    let month = MONTHS.get(date.month0() as usize).copied().unwrap_or("");
    let number = if date.day() == 1 { "1er".to_owned() } else { date.day().to_string() };
    format!("{number}{NO_BREAK_SPACE}{month}")
}

/// "10 h 42".
pub fn clock_minutes(moment: DateTime<FixedOffset>) -> String {
    format!("{}{NO_BREAK_SPACE}h{NO_BREAK_SPACE}{:02}", moment.hour(), moment.minute())
}

/// "10 h 42 min 07 s".
pub fn clock_seconds(moment: DateTime<FixedOffset>) -> String {
    format!(
        "{}{NO_BREAK_SPACE}min{NO_BREAK_SPACE}{:02}{NO_BREAK_SPACE}s",
        clock_minutes(moment),
        moment.second()
    )
}

/// Reads `11/03/2027`, `11-03-2027`, `11.03.27`, `11 mars 2027` or `2027-03-11`.
pub fn parse_date(typed: &str) -> Option<NaiveDate> {
    let lower = typed.trim().to_lowercase();
    let parts: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | '-' | '.' | '\u{a0}' | '\u{202f}'))
        .filter(|part| !part.is_empty())
        .collect();
    let [first, second, third] = parts.as_slice() else { return None };
    if first.len() == 4 {
        return NaiveDate::from_ymd_opt(
            first.parse().ok()?,
            second.parse().ok()?,
            third.parse().ok()?,
        );
    }
    let day: u32 = first.trim_end_matches("er").parse().ok()?;
    let month = MONTHS
        .iter()
        .position(|name| name == second)
        .map_or_else(|| second.parse().ok(), |index| u32::try_from(index + 1).ok())?;
    let year: i32 = third.parse().ok()?;
    let year = if third.len() == 2 { year + 2000 } else { year };
    NaiveDate::from_ymd_opt(year, month, day)
}

/// "jeu. 11/03"
pub fn weekday_date(date: NaiveDate) -> String {
    let day = match date.weekday() {
        Weekday::Mon => "lun.",
        Weekday::Tue => "mar.",
        Weekday::Wed => "mer.",
        Weekday::Thu => "jeu.",
        Weekday::Fri => "ven.",
        Weekday::Sat => "sam.",
        Weekday::Sun => "dim.",
    };
    format!("{day} {}", date.format("%d/%m"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_every_usual_writing() {
        let expected = NaiveDate::from_ymd_opt(2027, 3, 11);
        for typed in [
            "11/03/2027",
            "11-3-2027",
            "11.03.27",
            "11 mars 2027",
            "2027-03-11",
            " 11\u{a0}mars\u{a0}2027 ",
        ] {
            assert_eq!(parse_date(typed), expected, "{typed}");
        }
        assert_eq!(parse_date("1er août 2026"), NaiveDate::from_ymd_opt(2026, 8, 1));
        for typed in ["", "demain", "31/02/2027", "11/03", "0/0/0", "99/99/9999"] {
            assert_eq!(parse_date(typed), None, "{typed}");
        }
    }

    #[test]
    fn durations_and_dates_are_written_in_french() {
        assert_eq!(duration(125), "2\u{a0}h\u{a0}05");
        let date = NaiveDate::from_ymd_opt(2027, 3, 11).unwrap_or_default();
        assert_eq!(long_date(date), "jeudi 11\u{a0}mars\u{a0}2027");
        assert_eq!(short_date(date), "11/03/2027");
    }
}
