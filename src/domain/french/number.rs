//! Numbers as French people type them: `1 250,75`, `12,5 %`, `1 h 30`, `−3`.

use rust_decimal::Decimal;

use super::NARROW_NO_BREAK_SPACE;

/// Why a typed text is not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Nothing but blanks.
    #[error("la réponse est vide")]
    Empty,
    /// Something else than a number.
    #[error("ce n'est pas un nombre : écrivez par exemple 1 250,75")]
    NotANumber,
    /// More digits than exact arithmetic holds.
    #[error("le nombre a trop de chiffres")]
    TooLong,
}

/// Reads a number; a percent sign is dropped ("12,5 %" is 12.5) and "1 h 30" is 1.5 hours.
///
/// # Errors
/// When the text is empty, is no number or has too many digits.
pub fn parse_number(typed: &str) -> Result<Decimal, NumberError> {
    parse_with_unit(typed, "")
}

/// Reads a number that may be followed by its expected unit, in any case ("55 pièces").
///
/// # Errors
/// When the text is empty, is no number, carries another unit or has too many digits.
pub fn parse_with_unit(typed: &str, unit: &str) -> Result<Decimal, NumberError> {
    let compact: String = typed.chars().filter(|c| !is_space(*c)).collect();
    if compact.is_empty() {
        return Err(NumberError::Empty);
    }
    let lower = compact.to_lowercase();
    let unit: String = unit.chars().filter(|c| !is_space(*c)).collect::<String>().to_lowercase();
    let mut body = lower.as_str();
    if !unit.is_empty() {
        body = strip_unit(body, &unit);
    }
    body = body.strip_suffix('%').unwrap_or(body);
    if unit == "min"
        && let Some((hours, minutes)) = body.split_once('h')
    {
        return hours_and_minutes(hours, minutes).map(|hours| hours * Decimal::from(60));
    }
    match body.split_once('h') {
        Some((hours, minutes)) => hours_and_minutes(hours, minutes.trim_end_matches("min")),
        None => plain(body),
    }
}

/// Drops the unit, whole or without a plural "s" ("pièce" for "pièces").
fn strip_unit<'a>(body: &'a str, unit: &str) -> &'a str {
    // "1h30" with the unit "h" keeps its letter: the hour parser reads it.
    if unit == "h" && !body.ends_with('h') {
        return body;
    }
    let singular = unit.strip_suffix('s').filter(|s| !s.is_empty());
    body.strip_suffix(unit)
        .or_else(|| singular.and_then(|singular| body.strip_suffix(singular)))
        .unwrap_or(body)
}

fn hours_and_minutes(hours: &str, minutes: &str) -> Result<Decimal, NumberError> {
    let negative = hours.starts_with(['-', '−', '–']);
    let whole = plain(hours)?;
    if minutes.is_empty() {
        return Ok(whole);
    }
    if minutes.len() > 2 || !minutes.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NumberError::NotANumber);
    }
    let minutes: u32 = minutes.parse().map_err(|_| NumberError::NotANumber)?;
    if minutes > 59 || !whole.fract().is_zero() {
        return Err(NumberError::NotANumber);
    }
    let part = Decimal::from(minutes) / Decimal::from(60);
    Ok(if negative { whole - part } else { whole + part })
}

fn plain(body: &str) -> Result<Decimal, NumberError> {
    let (negative, digits) = match body.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest),
        None => (false, body.strip_prefix('+').unwrap_or(body)),
    };
    let separators = digits.matches([',', '.']).count();
    let only_digits = digits.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.');
    if separators > 1 || !only_digits || !digits.bytes().any(|b| b.is_ascii_digit()) {
        return Err(NumberError::NotANumber);
    }
    let value = Decimal::from_str_exact(&normalise(digits)).map_err(|_| NumberError::TooLong)?;
    Ok(if negative { -value } else { value })
}

/// ",5" and "5," become "0.5" and "5".
fn normalise(digits: &str) -> String {
    let point = digits.replace(',', ".");
    let point = point.strip_suffix('.').map_or(point.clone(), str::to_owned);
    if point.starts_with('.') { format!("0{point}") } else { point }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' | '\u{200b}')
}

/// Writes a number the French way: decimal comma, true minus, thin spaces between thousands.
pub fn format_decimal(value: Decimal) -> String {
    let text = value.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    if value.is_sign_negative() && !value.is_zero() {
        out.push('−');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            out.push(NARROW_NO_BREAK_SPACE);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(',');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap_or_default()
    }

    #[test]
    fn every_french_writing_of_a_number_is_read() {
        for (typed, expected) in [
            ("1 250,75", "1250.75"),
            ("1\u{a0}250,75", "1250.75"),
            ("1\u{202f}250,75", "1250.75"),
            ("1\u{2009}250.75", "1250.75"),
            ("12,5 %", "12.5"),
            ("12,5\u{202f}%", "12.5"),
            ("−3", "-3"),
            ("- 3,20", "-3.20"),
            ("–4", "-4"),
            ("+7", "7"),
            (",5", "0.5"),
            ("5,", "5"),
            ("1 h 30", "1.5"),
            ("1h30", "1.5"),
            ("2 h", "2"),
            ("0 h 45 min", "0.75"),
        ] {
            assert_eq!(parse_number(typed), Ok(decimal(expected)), "{typed:?}");
        }
    }

    #[test]
    fn the_expected_unit_may_be_typed() {
        assert_eq!(parse_with_unit("2 500 pièces", "pièces"), Ok(decimal("2500")));
        assert_eq!(parse_with_unit("1 pièce", "pièces"), Ok(decimal("1")));
        assert_eq!(parse_with_unit("12,30 €", "€"), Ok(decimal("12.30")));
        assert_eq!(parse_with_unit("1 h 30", "h"), Ok(decimal("1.5")));
        assert_eq!(parse_with_unit("1,5 h", "h"), Ok(decimal("1.5")));
        assert_eq!(parse_with_unit("1 h 30", "min"), Ok(decimal("90")));
        assert_eq!(parse_with_unit("90 min", "min"), Ok(decimal("90")));
        assert_eq!(parse_with_unit("85 %", "%"), Ok(decimal("85")));
    }

    #[test]
    fn what_is_no_number_is_refused_with_a_reason() {
        assert_eq!(parse_number("  \u{202f}"), Err(NumberError::Empty));
        for typed in
            ["douze", "1,2,3", "12 kg", "1 h 75", "--3", "-", ",", "1.250,75", "NaN", "1e5"]
        {
            assert_eq!(parse_number(typed), Err(NumberError::NotANumber), "{typed:?}");
        }
        assert_eq!(parse_number(&"9".repeat(40)), Err(NumberError::TooLong));
    }

    #[test]
    fn numbers_are_written_with_thin_spaces_comma_and_true_minus() {
        assert_eq!(format_decimal(decimal("1250.75")), "1\u{202f}250,75");
        assert_eq!(format_decimal(decimal("-1234567")), "−1\u{202f}234\u{202f}567");
        assert_eq!(format_decimal(decimal("999")), "999");
        assert_eq!(format_decimal(decimal("-0")), "0");
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read_back(mantissa in -10i64.pow(15)..10i64.pow(15), scale in 0u32..6) {
            let value = Decimal::new(mantissa, scale);
            proptest::prop_assert_eq!(parse_number(&format_decimal(value)), Ok(value));
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in ".{0,40}", unit in ".{0,6}") {
            let _ = parse_with_unit(&text, &unit);
        }
    }
}
