//! How numbers and criteria are spelled for the engine.

use super::SheetProblem;
use super::formula_text::is_blank;
use crate::domain::french::parse_number;

/// Most digits of a number.
const MAX_DIGITS: usize = 28;

/// "1 250,75" for the engine: "1250,75".
pub(super) fn number(text: &str) -> Result<String, SheetProblem> {
    let plain: String = text.chars().filter(|c| !is_blank(*c)).collect();
    let (mantissa, power) = plain.split_once(['e', 'E']).unwrap_or((plain.as_str(), ""));
    let power_digits = power.chars().filter(char::is_ascii_digit).count();
    if mantissa.len() > MAX_DIGITS || power_digits > 2 {
        return Err(SheetProblem::NumberTooLong);
    }
    let whole = mantissa.strip_suffix(',').unwrap_or(mantissa);
    let lead = if whole.starts_with(',') { "0" } else { "" };
    let exponent = if power.is_empty() { String::new() } else { format!("E{power}") };
    Ok(format!("{lead}{whole}{exponent}"))
}

/// "1.5" → "1,5"; "1.250,75" → "1250,75".
pub(super) fn french(text: &str) -> String {
    let points = text.matches('.').count();
    if points == 1 && !text.contains(',') { text.replace('.', ",") } else { text.replace('.', "") }
}

/// A criterion, quotation marks included: the engine wants a point in its number.
pub(super) fn criterion(text: &str) -> String {
    let inside = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    let sign = ["<=", ">=", "<>", "<", ">", "="].into_iter().find(|sign| inside.starts_with(*sign));
    let sign = sign.unwrap_or("");
    let wanted = inside.strip_prefix(sign).unwrap_or(inside);
    parse_number(wanted)
        .map_or_else(|_| text.to_owned(), |number| format!("\"{sign}{}\"", number.normalize()))
}
