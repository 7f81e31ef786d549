//! Rounding functions: how many decimals, also tens, hundreds or thousands.

use rust_decimal::Decimal;

use super::ExpressionError;
use super::ast::{Part, PartKind};
use crate::domain::planning::worksheet::{Formula, Rounding, RoundingMode};

/// Most decimals, and most zeros, of a rounding.
const MOST_DIGITS: i32 = 12;

/// The formula rounded to a number of decimals, zero when none is written; −2 rounds to hundreds.
pub(super) fn rounded(
    formula: Formula,
    mode: RoundingMode,
    decimals: Option<&Part>,
) -> Result<Formula, ExpressionError> {
    let decimals = decimals.map_or(Ok(0), written_decimals)?;
    if let Ok(decimals) = u32::try_from(decimals) {
        Ok(formula.rounded(Rounding { mode, decimals }))
    } else {
        let unit = Decimal::from(10_u64.saturating_pow(decimals.unsigned_abs()));
        let whole = Rounding { mode, decimals: 0 };
        Ok((formula / unit).rounded(whole) * unit)
    }
}

fn written_decimals(part: &Part) -> Result<i32, ExpressionError> {
    let number = match &part.kind {
        PartKind::Number(number) => Some(*number),
        PartKind::Opposite(inner) => match inner.kind {
            PartKind::Number(number) => Some(-number),
            _ => None,
        },
        _ => None,
    };
    number
        .filter(|number| number.fract().is_zero())
        .and_then(|number| i32::try_from(number).ok())
        .filter(|number| (-MOST_DIGITS..=MOST_DIGITS).contains(number))
        .ok_or_else(|| {
            let reason = format!(
                "le nombre de décimales s'écrit en chiffres, de −{MOST_DIGITS} à {MOST_DIGITS}"
            );
            ExpressionError::new(part.position, reason)
        })
}
