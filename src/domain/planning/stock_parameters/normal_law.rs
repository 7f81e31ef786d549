//! The normal law with exact decimals: probability, density, and the number of standard deviations
//! that a service level asks for, computed or as read in a printed table.

use rust_decimal::{Decimal, MathematicalOps};

use crate::domain::planning::worksheet::{CalculationError, Rounding};

/// Where the number z of standard deviations of a service level comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ServiceFactor {
    /// Read in a table of four decimals, z going by hundredths: the nearest probability; of several
    /// equally near, the middle one (1.65 for 95 %, 1.96 for 97.5 %).
    #[default]
    Table,
    /// Computed, rounded to this many decimals.
    Computed(u32),
    /// Stated by the author.
    Stated(Decimal),
}

/// Beyond this number of standard deviations a probability is 0 or 1 to eight decimals.
const LIMIT: Decimal = Decimal::from_parts(6, 0, 0, false, 0);

/// Terms of the series; at the limit about 90 are needed.
const MOST_TERMS: u32 = 200;

/// Halvings of the interval from −6 to 6: the error is below 10⁻¹⁶.
const HALVINGS: u32 = 60;

/// Density of the standard normal law.
pub(super) fn density(z: Decimal) -> Result<Decimal, CalculationError> {
    if z.abs() > Decimal::TEN {
        return Ok(Decimal::ZERO);
    }
    z.checked_norm_pdf().ok_or(CalculationError::Overflow)
}

/// Probability that a standard normal variable is below z: 1/2 + φ(z) (z + z³/3 + z⁵/15 + …).
pub(super) fn probability(z: Decimal) -> Result<Decimal, CalculationError> {
    let size = z.abs();
    let half = Decimal::new(5, 1);
    let above_mean = if size > LIMIT { half } else { density(size)? * series(size)? };
    Ok(if z < Decimal::ZERO { half - above_mean } else { half + above_mean })
}

/// z + z³/3 + z⁵/(3 × 5) + …, for z from 0 to the limit.
fn series(z: Decimal) -> Result<Decimal, CalculationError> {
    let square = z.checked_mul(z).ok_or(CalculationError::Overflow)?;
    let smallest = Decimal::new(1, 26);
    let (mut term, mut sum) = (z, z);
    for rank in 1..=MOST_TERMS {
        let divisor = Decimal::from(2 * rank + 1);
        term = term
            .checked_mul(square)
            .and_then(|product| product.checked_div(divisor))
            .ok_or(CalculationError::Overflow)?;
        sum = sum.checked_add(term).ok_or(CalculationError::Overflow)?;
        if term < smallest {
            break;
        }
    }
    Ok(sum)
}

/// Number of standard deviations below which this share of the values lies.
///
/// # Errors
/// A share that is not strictly between 0 and 1.
pub(super) fn deviations(share: Decimal) -> Result<Decimal, CalculationError> {
    if share <= Decimal::ZERO || share >= Decimal::ONE {
        return Err(CalculationError::impossible(
            "le taux de service est compris entre 0 et 100 %, bornes exclues",
        ));
    }
    let (mut low, mut high) = (-LIMIT, LIMIT);
    for _ in 0..HALVINGS {
        let middle = (low + high) / Decimal::TWO;
        if probability(middle)? < share {
            low = middle;
        } else {
            high = middle;
        }
    }
    Ok(Rounding::nearest(12).apply((low + high) / Decimal::TWO))
}

/// Number of standard deviations as read in a table of four decimals.
///
/// # Errors
/// As `deviations`.
pub(super) fn table_deviations(share: Decimal) -> Result<Decimal, CalculationError> {
    let half = Decimal::new(5, 1);
    if share < half {
        return table_deviations(Decimal::ONE - share).map(|z| -z);
    }
    let hundredth = Decimal::new(1, 2);
    let centre = Rounding::nearest(2).apply(deviations(share)?);
    let mut nearest: Vec<Decimal> = Vec::new();
    let mut least = Decimal::ONE;
    for step in -10i32..=10 {
        let z = centre + hundredth * Decimal::from(step);
        let printed = Rounding::nearest(4).apply(probability(z)?);
        let distance = (printed - share).abs();
        if distance < least {
            least = distance;
            nearest.clear();
        }
        if distance == least {
            nearest.push(z);
        }
    }
    Ok(nearest.get(nearest.len() / 2).copied().unwrap_or(centre))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect("a number")
    }

    #[test]
    fn probabilities_have_ten_right_decimals() {
        for (z, expected) in [
            ("0", "0.5"),
            ("1", "0.8413447461"),
            ("1.96", "0.9750021049"),
            ("-1.96", "0.0249978951"),
            ("3", "0.9986501020"),
            ("6", "0.9999999990"),
            ("9", "1"),
        ] {
            let found = probability(decimal(z)).expect("a probability").round_dp(10);
            assert_eq!(found, decimal(expected), "{z}");
        }
    }

    #[test]
    fn deviations_are_the_inverse() {
        for (share, expected) in [
            ("0.5", "0"),
            ("0.95", "1.64485363"),
            ("0.975", "1.95996398"),
            ("0.999", "3.09023231"),
            ("0.1", "-1.28155157"),
        ] {
            let found = deviations(decimal(share)).expect("deviations").round_dp(8);
            assert_eq!(found, decimal(expected), "{share}");
        }
        assert!(deviations(Decimal::ONE).is_err());
        assert!(deviations(Decimal::ZERO).is_err());
    }

    #[test]
    fn tables_are_read_as_courses_read_them() {
        for (share, expected) in [
            ("0.5", "0"),
            ("0.8413", "1"),
            ("0.90", "1.28"),
            ("0.95", "1.65"),
            ("0.975", "1.96"),
            ("0.98", "2.05"),
            ("0.99", "2.33"),
            ("0.995", "2.58"),
            ("0.999", "3.09"),
            ("0.05", "-1.65"),
        ] {
            let found = table_deviations(decimal(share)).expect("deviations");
            assert_eq!(found, decimal(expected), "{share}");
        }
    }
}
