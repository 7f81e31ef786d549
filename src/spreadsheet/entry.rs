//! What a cell without formula is for formulas: a number, a date counted in days, or a text.

use chrono::{Datelike, NaiveDate, TimeDelta};
use rust_decimal::Decimal;

use super::engine::Content;
use crate::domain::case_study::SubjectCell;
use crate::domain::french::{parse_date, parse_number, parse_with_unit};

/// Longest text given to the engine, in characters.
const MAX_TEXT: usize = 1_000;
/// Years in which a text may be read as a date.
const YEARS: std::ops::RangeInclusive<i32> = 1950..=2200;
/// Units that may follow a given number.
const UNITS: [&str; 36] = [
    "€", "k€", "€/h", "kg", "g", "t", "l", "km", "m", "cm", "mm", "m²", "m³", "h", "min", "s", "j",
    "jours", "heures", "minutes", "semaines", "sem.", "mois", "pièces", "pcs", "pce", "u", "u.",
    "unités", "lots", "palettes", "colis", "cartons", "boîtes", "sacs", "fûts",
];

/// What formulas read in a cell; `None` when it is blank.
///
/// A percent sign is dropped, as everywhere in this program: "12,5 %" is 12.5.
pub(super) fn content(text: &str, cell: &SubjectCell) -> Option<Content> {
    if text.trim().is_empty() {
        return None;
    }
    let number = || parse_number(text).ok().map(Content::Number);
    let date = || dated(text).map(Content::Date);
    let read = match cell {
        SubjectCell::Number => number(),
        SubjectCell::Date => date().or_else(number),
        SubjectCell::Given(_) => number().or_else(|| with_unit(text)).or_else(date),
        SubjectCell::Text | SubjectCell::Blocked => number().or_else(date),
    };
    Some(read.unwrap_or_else(|| Content::Text(text.chars().take(MAX_TEXT).collect())))
}

/// "12 kg" of a given cell.
fn with_unit(text: &str) -> Option<Content> {
    let lower = text.trim().to_lowercase();
    UNITS
        .iter()
        .filter(|unit| lower.ends_with(**unit) || lower.ends_with(unit.trim_end_matches('s')))
        .find_map(|unit| parse_with_unit(&lower, unit).ok())
        .map(Content::Number)
}

fn dated(text: &str) -> Option<Decimal> {
    let date = parse_date(text).filter(|date| YEARS.contains(&date.year()))?;
    Some(Decimal::from((date - first_day()?).num_days()))
}

/// The date of a number of days, as spreadsheets count them.
pub(super) fn date_of(days: Decimal) -> Option<NaiveDate> {
    let days = TimeDelta::try_days(i64::try_from(days.floor()).ok()?)?;
    first_day()?.checked_add_signed(days).filter(|date| YEARS.contains(&date.year()))
}

/// Day 0 of spreadsheets.
const fn first_day() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(1899, 12, 30)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(text: &str) -> Option<Content> {
        content(text, &SubjectCell::Given(text.to_owned()))
    }

    fn number(text: &str) -> Content {
        Content::Number(Decimal::from_str_exact(text).unwrap())
    }

    #[test]
    fn given_numbers_are_numbers_with_or_without_a_unit() {
        for (text, expected) in [
            ("1 250,75", "1250.75"),
            ("1\u{202f}250,75", "1250.75"),
            ("−3", "-3"),
            ("12,5 %", "12.5"),
            ("1 h 30", "1.5"),
            ("12 kg", "12"),
            ("1 pièce", "1"),
            ("2\u{a0}500 pièces", "2500"),
            ("8,50 €", "8.50"),
            ("2 jours", "2"),
        ] {
            assert_eq!(given(text), Some(number(expected)), "{text}");
        }
    }

    #[test]
    fn labels_stay_texts_even_when_they_look_like_formulas() {
        for text in ["Besoins bruts", "S37", "=A1+1", "40 en S38", "–", "3A", "kg"] {
            assert_eq!(given(text), Some(Content::Text(text.to_owned())), "{text}");
        }
        assert_eq!(given("  \u{a0}"), None);
    }

    #[test]
    fn dates_are_counted_in_days_as_spreadsheets_do() {
        let read = content("11/03/2027", &SubjectCell::Date);
        assert_eq!(read, Some(Content::Date(Decimal::from(46_457))));
        assert_eq!(date_of(Decimal::from(46_457)), NaiveDate::from_ymd_opt(2027, 3, 11));
        let no_date = content("11.03.27", &SubjectCell::Number);
        assert_eq!(no_date, Some(Content::Text("11.03.27".to_owned())));
        for far in [-1, 0, 5, 200_000, i64::MAX] {
            assert_eq!(date_of(Decimal::from(far)), None);
        }
    }

    #[test]
    fn a_unit_is_read_in_given_cells_only() {
        let typed = content("12 kg", &SubjectCell::Number);
        assert_eq!(typed, Some(Content::Text("12 kg".to_owned())));
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(text in ".{0,40}") {
            let _ = given(&text);
            let _ = content(&text, &SubjectCell::Date);
        }
    }
}
