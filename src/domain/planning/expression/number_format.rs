//! How a value is written inside an author's text: decimals, sign, percent, hours, dates.

use rust_decimal::Decimal;

use crate::domain::french::{
    NO_BREAK_SPACE, day_and_month, duration, format_decimal, long_date, short_date,
    weekday_and_month, weekday_date,
};
use crate::domain::planning::worksheet::{Rounding, Value, shown_number};

/// Most decimals of a format.
const MOST_DECIMALS: usize = 12;

const KNOWN_FORMATS: &str = "0 ; 0,0 ; +0,0 ; %0,0 ; abs ; h ; date ; jour ; jj/mm ; jour_court ; jour_mois ; \
                             jj_mois";

/// A value written in a format: `0`, `0,0`, `0,00` (fixed decimals), `+0,0` (with its sign), `%0,0`
/// (percent), `abs` (without sign), `h` (1.5 is "1 h 30"), `date` (11/03/2027), `jour` (jeudi
/// 11 mars 2027), `jour_mois` (jeudi 11 mars), `jj_mois` (11 mars), `jj/mm` (11/03), `jour_court`
/// (jeu. 11/03), or several of them; nothing gives at most four decimals. A text stays as it is.
///
/// # Errors
/// A format that is not known, or a number too large for it.
pub fn format_value(value: &Value, format: &str) -> Result<String, String> {
    let format = Format::read(format)?;
    match value {
        Value::Text(text) => Ok(text.clone()),
        Value::Day(day) if format.long_day => Ok(long_date(*day)),
        Value::Day(day) if format.weekday_month => Ok(weekday_and_month(*day)),
        Value::Day(day) if format.named_month => Ok(day_and_month(*day)),
        Value::Day(day) if format.day_month => Ok(day.format("%d/%m").to_string()),
        Value::Day(day) if format.short_weekday => Ok(weekday_date(*day)),
        Value::Day(day) => Ok(short_date(*day)),
        Value::Moment(moment) if format.long_day => Ok(long_date(moment.date())),
        Value::Moment(moment) if format.short_day => Ok(short_date(moment.date())),
        Value::Moment(_) => Ok(value.to_string()),
        Value::Empty if format == Format::default() => Ok(String::new()),
        Value::Empty => format.number(Decimal::ZERO),
        Value::Number(number) => format.number(*number),
    }
}

/// A format that was read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is one word of the format")]
struct Format {
    decimals: Option<u32>,
    sign: bool,
    percent: bool,
    absolute: bool,
    hours: bool,
    short_day: bool,
    long_day: bool,
    day_month: bool,
    short_weekday: bool,
    weekday_month: bool,
    named_month: bool,
}

impl Format {
    fn read(text: &str) -> Result<Self, String> {
        let mut format = Self::default();
        for word in text.split_whitespace() {
            match word {
                "abs" => format.absolute = true,
                "h" => format.hours = true,
                "date" => format.short_day = true,
                "jour" => format.long_day = true,
                "jj/mm" => format.day_month = true,
                "jour_court" => format.short_weekday = true,
                "jour_mois" => format.weekday_month = true,
                "jj_mois" => format.named_month = true,
                pattern => format.read_pattern(pattern).ok_or_else(|| {
                    format!("le format « {word} » n'existe pas : choisissez parmi {KNOWN_FORMATS}")
                })?,
            }
        }
        Ok(format)
    }

    /// Reads "0,00", perhaps after `+` and `%`.
    fn read_pattern(&mut self, pattern: &str) -> Option<()> {
        let digits = pattern.trim_start_matches(['+', '%']);
        match pattern.strip_suffix(digits)? {
            "" => {}
            "+" => self.sign = true,
            "%" => self.percent = true,
            "+%" | "%+" => (self.sign, self.percent) = (true, true),
            _ => return None,
        }
        if digits.is_empty() {
            return Some(());
        }
        let (whole, decimals) = match digits.split_once([',', '.']) {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (digits, ""),
        };
        let is_fixed = decimals.len() <= MOST_DECIMALS && decimals.chars().all(|d| d == '0');
        self.decimals = u32::try_from(decimals.len()).ok();
        (whole == "0" && is_fixed).then_some(())
    }

    fn number(self, number: Decimal) -> Result<String, String> {
        let too_large = || "le nombre est trop grand pour ce format".to_owned();
        let number = if self.absolute { number.abs() } else { number };
        let percent = if self.percent { Decimal::ONE_HUNDRED } else { Decimal::ONE };
        let number = number.checked_mul(percent).ok_or_else(too_large)?;
        let (text, is_positive) = if self.hours {
            let minutes = number.checked_mul(Decimal::from(60)).ok_or_else(too_large)?;
            let minutes = Rounding::nearest(0).apply(minutes);
            let written = duration(u32::try_from(minutes.abs()).map_err(|_| too_large())?);
            let minus = if minutes < Decimal::ZERO { "−" } else { "" };
            (format!("{minus}{written}"), minutes > Decimal::ZERO)
        } else if let Some(decimals) = self.decimals {
            let mut rounded = Rounding::nearest(decimals).apply(number);
            rounded.rescale(decimals);
            (format_decimal(rounded), rounded > Decimal::ZERO)
        } else {
            (shown_number(number).0, number > Decimal::ZERO)
        };
        let sign = if self.sign && is_positive { "+" } else { "" };
        Ok(if self.percent {
            format!("{sign}{text}{NO_BREAK_SPACE}%")
        } else {
            format!("{sign}{text}")
        })
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn written(number: &str, format: &str) -> String {
        let number = Decimal::from_str_exact(number).expect("a number");
        format_value(&Value::Number(number), format).expect("written")
    }

    #[test]
    fn numbers_are_written_as_the_format_says() {
        for (number, format, expected) in [
            ("1250.5", "", "1\u{202f}250,5"),
            ("0.33333333", "", "0,3333"),
            ("1250.5", "0", "1\u{202f}251"),
            ("2", "0,00", "2,00"),
            ("2.345", "0.00", "2,35"),
            ("3", "+0,0", "+3,0"),
            ("-3", "+0,0", "−3,0"),
            ("0.04", "+0,0", "0,0"),
            ("-0.04", "0,0", "0,0"),
            ("3", "+", "+3"),
            ("0.853", "%0,0", "85,3\u{a0}%"),
            ("0.125", "%", "12,5\u{a0}%"),
            ("0.05", "+%0", "+5\u{a0}%"),
            ("0.05", "%+0", "+5\u{a0}%"),
            ("-12", "abs", "12"),
            ("-12.34", "abs 0,0", "12,3"),
            ("1.5", "h", "1\u{a0}h\u{a0}30"),
            ("-0.25", "h", "−0\u{a0}h\u{a0}15"),
            ("2", "+ h", "+2\u{a0}h\u{a0}00"),
        ] {
            assert_eq!(written(number, format), expected, "{number} {format}");
        }
    }

    #[test]
    fn texts_and_dates_keep_their_own_writing() {
        let day = NaiveDate::from_ymd_opt(2027, 3, 11).expect("a day");
        assert_eq!(format_value(&Value::from("R"), "0,0").as_deref(), Ok("R"));
        assert_eq!(format_value(&Value::Day(day), "").as_deref(), Ok("11/03/2027"));
        assert_eq!(
            format_value(&Value::Day(day), "jour").as_deref(),
            Ok("jeudi 11\u{a0}mars\u{a0}2027")
        );
        assert_eq!(
            format_value(&Value::Day(day), "jour_mois").as_deref(),
            Ok("jeudi 11\u{a0}mars")
        );
        assert_eq!(format_value(&Value::Day(day), "jj_mois").as_deref(), Ok("11\u{a0}mars"));
        assert_eq!(format_value(&Value::Empty, "").as_deref(), Ok(""));
        assert_eq!(format_value(&Value::Empty, "0,0").as_deref(), Ok("0,0"));
    }

    #[test]
    fn an_unknown_format_is_refused_with_those_known() {
        for format in ["0,1", "00", "0,", "x", "0,0,0", "++0", "++", "+%%0", "0,0000000000000"] {
            let reason = format_value(&Value::from(1_u32), format).expect_err(format);
            assert!(reason.contains("0 ; 0,0 ; +0,0"), "{format} : {reason}");
        }
        let huge = Value::Number(Decimal::MAX);
        assert!(format_value(&huge, "%").is_err());
        assert!(format_value(&huge, "h").is_err());
    }
}
