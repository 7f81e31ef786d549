//! How figures and units are written in the cells and heads of an exhibit.

use rust_decimal::Decimal;

use crate::domain::french::{NO_BREAK_SPACE, format_decimal, short_date};
use crate::domain::planning::data::{Periods, is_counted, same_unit};

/// What stands for nothing in a cell.
pub(super) const DASH: &str = "–";

/// Most decimals shown: what a division leaves beyond is no figure of the author.
const MOST_DECIMALS: u32 = 10;

/// Symbols that take no plural in a head.
const SYMBOLS: [&str; 24] = [
    "m", "mm", "cm", "dm", "km", "m2", "m²", "m3", "m³", "g", "kg", "t", "l", "ml", "cl", "dl",
    "hl", "h", "min", "s", "ch", "p", "u", "pce",
];

/// A number as the author wrote it.
pub(super) fn number(value: Decimal) -> String {
    format_decimal(kept(value))
}

/// The number as typed; what a division left is rounded.
fn kept(value: Decimal) -> Decimal {
    if value.scale() <= MOST_DECIMALS { value } else { value.round_dp(MOST_DECIMALS).normalize() }
}

/// A number, or a dash.
pub(super) fn number_or_dash(value: Option<Decimal>) -> String {
    value.map_or_else(|| DASH.to_owned(), number)
}

/// A text, or a dash when empty.
pub(super) fn text_or_dash(text: &str) -> String {
    if text.is_empty() { DASH.to_owned() } else { text.to_owned() }
}

/// Numbers of one column or row with the same number of decimals, at least this many.
pub(super) fn aligned(values: &[Option<Decimal>], least: u32) -> Vec<String> {
    let scales = values.iter().flatten().map(|value| kept(*value).scale());
    let decimals = scales.max().unwrap_or_default().max(least);
    let written = |value: &Decimal| {
        let mut value = kept(*value);
        value.rescale(decimals);
        format_decimal(value)
    };
    values.iter().map(|value| value.as_ref().map_or_else(|| DASH.to_owned(), written)).collect()
}

/// "Stock (pièces)"; the title alone without a unit.
pub(super) fn head(title: &str, unit: &str) -> String {
    if unit.is_empty() { title.to_owned() } else { format!("{title} ({})", plural(unit)) }
}

/// "pièces" for "pièce"; a symbol stays as it is.
pub(super) fn plural(unit: &str) -> String {
    let word = unit.chars().all(char::is_alphabetic) && !SYMBOLS.contains(&unit);
    if word && !unit.ends_with(['s', 'x', 'z']) { format!("{unit}s") } else { unit.to_owned() }
}

/// The unit of all, when there is one and the same.
pub(super) fn common_unit<'u>(units: &[&'u str]) -> Option<&'u str> {
    let first = units.first().copied().filter(|unit| !unit.is_empty())?;
    units.iter().all(|unit| same_unit(unit, first)).then_some(first)
}

/// "1,1 m"; pieces are not named.
pub(super) fn with_unit(value: Decimal, unit: &str) -> String {
    let written = number(value);
    if unit.is_empty() || is_counted(unit) {
        written
    } else {
        format!("{written}{NO_BREAK_SPACE}{unit}")
    }
}

/// "BZ60 Brasero"; the code alone without a designation.
pub(super) fn name(code: &str, label: &str) -> String {
    if label.is_empty() { code.to_owned() } else { format!("{code} {label}") }
}

/// The text with a capital at its start.
pub(super) fn capital(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(characters).collect()
}

/// A date as shown: "28/09/2027" for 2027-09-28, else as typed.
pub(super) fn date(typed: &str) -> String {
    let found = chrono::NaiveDate::parse_from_str(typed, "%Y-%m-%d");
    found.map_or_else(|_| text_or_dash(typed), short_date)
}

/// Whether the periods are weeks ("S40").
pub(super) fn are_weeks(periods: &Periods) -> bool {
    let week = |name: &String| {
        let rank = name.strip_prefix('S').unwrap_or_default();
        !rank.is_empty() && rank.chars().all(|character| character.is_ascii_digit())
    };
    !periods.is_empty() && periods.names.iter().all(week)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect("a number")
    }

    #[test]
    fn numbers_of_a_column_have_the_same_decimals() {
        let values = ["14.3", "8.5", "17"].map(|text| Some(decimal(text)));
        assert_eq!(aligned(&values, 0), ["14,3", "8,5", "17,0"]);
        assert_eq!(aligned(&[Some(decimal("3.5")), None], 2), ["3,50", "–"]);
        assert_eq!(aligned(&[], 2), Vec::<String>::new());
        assert_eq!(aligned(&[Some(Decimal::MAX)], 2).len(), 1);
    }

    #[test]
    fn units_are_written_in_the_head_or_after_the_number() {
        assert_eq!(head("Stock", "pièce"), "Stock (pièces)");
        assert_eq!(head("Stock", "m"), "Stock (m)");
        assert_eq!(head("Stock", ""), "Stock");
        assert_eq!(head("Stock", "pièces"), "Stock (pièces)");
        assert_eq!(head("Prix", "€/m"), "Prix (€/m)");
        assert_eq!(with_unit(decimal("1.10"), "m"), "1,10\u{a0}m");
        assert_eq!(with_unit(decimal("3"), "pièce"), "3");
        assert_eq!(common_unit(&["pièce", "pièces"]), Some("pièce"));
        assert_eq!(common_unit(&["pièce", "m"]), None);
        assert_eq!(common_unit(&[""]), None);
    }

    #[test]
    fn what_a_division_leaves_is_not_shown() {
        let third = Decimal::ONE / Decimal::from(3);
        assert_eq!(number(third), "0,3333333333");
        assert_eq!(date("2027-09-28"), "28/09/2027");
        assert_eq!(date("28/09"), "28/09");
        assert_eq!(date(""), "–");
        assert_eq!((capital("été"), capital("")), ("Été".to_owned(), String::new()));
    }
}
