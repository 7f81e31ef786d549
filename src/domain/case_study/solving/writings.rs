//! How a computed value is shown, and which writings of it are accepted.

use rust_decimal::Decimal;

use crate::domain::case_study::computed::matching;
use crate::domain::case_study::{AskedValue, WorksheetForm};
use crate::domain::french::format_decimal;
use crate::domain::planning::worksheet::{Rounding, Value};

/// What a cell asks when this is its right value; `None` when there is nothing to write.
pub fn asked_value(
    value: &Value,
    form: &WorksheetForm,
    row: &str,
    column: &str,
) -> Option<AskedValue> {
    match value {
        Value::Empty => None,
        Value::Number(number) => {
            let decimals = matching(&form.decimals, row, column);
            let number = with_decimals(*number, decimals.copied());
            let tolerance = matching(&form.tolerances, row, column).copied();
            Some(AskedValue::Number { key: Some(number), tolerance })
        }
        Value::Day(day) => Some(AskedValue::Date { key: Some(*day) }),
        Value::Text(_) | Value::Moment(_) => {
            Some(AskedValue::Text { accepted: accepted_writings(value, form, row, column) })
        }
    }
}

/// A number with exactly this many decimals, zeros included, or with those that it needs.
pub fn with_decimals(number: Decimal, decimals: Option<u32>) -> Decimal {
    let Some(count) = decimals else { return number.normalize() };
    let mut rounded = Rounding::nearest(count).apply(number);
    rounded.rescale(count);
    rounded
}

/// Accepted writings of a text or a moment; the first is printed in the corrigé.
pub fn accepted_writings(
    value: &Value,
    form: &WorksheetForm,
    row: &str,
    column: &str,
) -> Vec<String> {
    let text = value.to_string();
    let mut accepted = vec![text.clone()];
    if let Value::Moment(moment) = value {
        for shape in
            ["%d/%m %H:%M", "%d/%m %Hh%M", "%d/%m %-Hh%M", "%d/%m/%Y %Hh%M", "%d/%m %-H h %M"]
        {
            accepted.push(moment.format(shape).to_string());
        }
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    for shape in matching(&form.also, row, column).into_iter().flatten() {
        accepted.push(shape.replace("{n}", &digits).replace("{}", &text));
    }
    accepted
}

/// The text shown in a cell that is not asked.
pub fn shown_text(value: &Value, form: &WorksheetForm, row: &str, column: &str) -> String {
    match asked_value(value, form, row, column) {
        Some(AskedValue::Number { key: Some(number), .. }) => format_decimal(number),
        _ => value.to_string(),
    }
}

/// The value that a text means: one of those known of which it is an accepted writing, or itself.
pub fn canonical_text<'a>(
    typed: &str,
    known: impl Iterator<Item = &'a Value>,
    form: &WorksheetForm,
    row: &str,
    column: &str,
    same: impl Fn(&str, &str) -> bool,
) -> Value {
    known
        .filter(|value| matches!(value, Value::Text(_) | Value::Moment(_)))
        .find(|value| {
            accepted_writings(value, form, row, column).iter().any(|text| same(text, typed))
        })
        .cloned()
        .unwrap_or_else(|| Value::Text(typed.trim().to_owned()))
}
