//! Scrap: more is launched, or issued, than is needed.

use rust_decimal::Decimal;

use crate::domain::planning::data::ScrapRule;
use crate::domain::planning::worksheet::{CalculationError, Formula, Rounding};

/// The quantity to launch for a good quantity.
pub(super) fn increased(
    scrap: Option<ScrapRule>,
    quantity: Decimal,
) -> Result<Decimal, CalculationError> {
    match scrap {
        None => Ok(quantity),
        Some(ScrapRule::OfLaunched(rate)) => {
            let good = Decimal::ONE - share(rate);
            if good.is_zero() {
                return Err(CalculationError::DivisionByZero);
            }
            quantity.checked_div(good).ok_or(CalculationError::Overflow)
        }
        Some(ScrapRule::OfGood(rate)) => {
            quantity.checked_mul(Decimal::ONE + share(rate)).ok_or(CalculationError::Overflow)
        }
    }
}

/// The same as a formula: "100 ÷ (1 − 0,03)" or "100 × (1 + 0,03)".
pub(super) fn increased_formula(scrap: Option<ScrapRule>, quantity: Formula) -> Formula {
    match scrap {
        None => quantity,
        Some(ScrapRule::OfLaunched(rate)) => quantity / (Formula::number(1) - share(rate)),
        Some(ScrapRule::OfGood(rate)) => quantity * (Formula::number(1) + share(rate)),
    }
}

/// Rounded by the policy, if it says so.
pub(super) fn rounded(quantity: Decimal, rounding: Option<Rounding>) -> Decimal {
    rounding.map_or(quantity, |rounding| rounding.apply(quantity))
}

/// The same as a formula.
pub(super) fn rounded_formula(quantity: Formula, rounding: Option<Rounding>) -> Formula {
    match rounding {
        Some(rounding) => quantity.rounded(rounding),
        None => quantity,
    }
}

fn share(percent: Decimal) -> Decimal {
    percent / Decimal::ONE_HUNDRED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_counting_scrap() {
        let three = Decimal::from(3);
        let launched = |scrap| increased(Some(scrap), Decimal::from(97)).expect("a quantity");
        assert_eq!(launched(ScrapRule::OfLaunched(three)), Decimal::from(100));
        assert_eq!(launched(ScrapRule::OfGood(three)), Decimal::new(9991, 2));
        assert_eq!(increased(None, three), Ok(three));
        let all = ScrapRule::OfLaunched(Decimal::ONE_HUNDRED);
        assert_eq!(increased(Some(all), three), Err(CalculationError::DivisionByZero));
        assert_eq!(rounded(Decimal::new(9991, 2), Some(Rounding::UP)), Decimal::from(100));
        assert_eq!(rounded(Decimal::new(9991, 2), None), Decimal::new(9991, 2));
    }
}
