//! How values are written: for the screen, and in an answer.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::domain::french::{NO_BREAK_SPACE, format_decimal};

/// Significant digits written at most.
const DIGITS: u32 = 15;

/// A value with at most 15 significant digits, and whether it had more.
pub fn rounded(value: Decimal) -> (Decimal, bool) {
    let value = value.normalize();
    let digits = value.mantissa().unsigned_abs().to_string().len();
    if u32::try_from(digits).is_ok_and(|digits| digits <= DIGITS) {
        return (value, false);
    }
    let short = value.round_sf_with_strategy(DIGITS, RoundingStrategy::MidpointAwayFromZero);
    let short = short.unwrap_or(value).normalize();
    (short, short != value)
}

/// « 1 250,5 » or « ≈ 0,333333333333333 ».
pub fn shown(value: Decimal) -> String {
    let (short, has_more) = rounded(value);
    let about = if has_more { format!("≈{NO_BREAK_SPACE}") } else { String::new() };
    format!("{about}{}", format_decimal(short))
}

/// The value to write in an answer, a cell or a formula: a comma, no space, a plain minus.
pub fn plain(value: Decimal) -> String {
    rounded(value).0.to_string().replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::french::parse_number;

    #[test]
    fn values_are_short_and_say_when_they_are_rounded() {
        let third = Decimal::ONE / Decimal::from(3);
        assert_eq!(shown(third), "≈\u{a0}0,333333333333333");
        assert_eq!(shown(third * Decimal::from(3)), "≈\u{a0}1");
        assert_eq!(shown(Decimal::new(-125_050, 2)), "−1\u{202f}250,5");
        assert_eq!(shown(Decimal::new(1, 28)), format!("0,{}1", "0".repeat(27)));
        assert_eq!(shown(Decimal::ZERO), "0");
        let (short, has_more) = rounded(Decimal::from(12_345_678_901_234_567_u64));
        assert_eq!((short, has_more), (Decimal::from(12_345_678_901_234_600_u64), true));
    }

    #[test]
    fn a_plain_value_is_read_back_in_an_answer() {
        for value in [Decimal::new(-125_050, 2), Decimal::from(1_000_000), Decimal::new(5, 1)] {
            assert_eq!(parse_number(&plain(value)), Ok(value.normalize()));
        }
        assert_eq!(plain(Decimal::new(-125_050, 2)), "-1250,5");
    }
}
