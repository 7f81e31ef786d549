//! What a text written in the data stands for: a date, a number, or just a text.

use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;

use crate::domain::french::parse_number;
use crate::domain::planning::worksheet::Value;

/// The value of a text: 2027-03-11 is a date, 2027-03-11T08:30 a moment, 12.5, « 12,5 » and
/// « 1 250 » are numbers, anything else is a text.
pub fn written_value(text: &str) -> Value {
    let trimmed = text.trim();
    if let Ok(day) = NaiveDate::parse_from_str(trimmed, "%Y-%m-%d") {
        return Value::Day(day);
    }
    if let Ok(moment) = NaiveDateTime::parse_from_str(trimmed, "%Y-%m-%dT%H:%M") {
        return Value::Moment(moment);
    }
    number(trimmed).map_or_else(|| Value::Text(text.to_owned()), Value::Number)
}

/// A number without unit; "1 h 30" and "12 %" stay texts.
fn number(text: &str) -> Option<Decimal> {
    let is_figure = |character: char| {
        character.is_ascii_digit()
            || character.is_whitespace()
            || matches!(character, ',' | '.' | '-' | '−' | '+' | '\u{a0}' | '\u{202f}')
    };
    if !text.chars().all(is_figure) {
        return None;
    }
    parse_number(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_the_data_become_dates_numbers_or_texts() {
        let day = NaiveDate::from_ymd_opt(2027, 3, 11).expect("a day");
        assert_eq!(written_value("2027-03-11"), Value::Day(day));
        let moment = day.and_hms_opt(8, 30, 0).expect("a moment");
        assert_eq!(written_value("2027-03-11T08:30"), Value::Moment(moment));
        for (text, number) in [("12.5", 125), ("12,5", 125), (" 1 250 ", 12_500), ("−3", -30)] {
            assert_eq!(written_value(text), Value::Number(Decimal::new(number, 1)), "{text}");
        }
        for text in ["1 h 30", "12 %", "TU25", "", "11/03/2027", "1,2,3"] {
            assert_eq!(written_value(text), Value::from(text), "{text}");
        }
    }
}
