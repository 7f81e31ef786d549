//! Rules of fixed quantity and of fixed number of periods.

use rust_decimal::Decimal;

use super::grouping::{grouped, sum};
use super::rules::Window;
use crate::domain::planning::worksheet::{CalculationError, Rounding};

/// As few whole lots as cover each requirement that the stock does not.
///
/// # Errors
/// A lot that is not above zero, or overflow.
pub(super) fn fixed_lots(
    needs: &[Decimal],
    lot: Decimal,
) -> Result<Vec<Decimal>, CalculationError> {
    if lot <= Decimal::ZERO {
        return Err(CalculationError::impossible("la taille du lot est nulle"));
    }
    let mut stock = Decimal::ZERO;
    let mut orders = Vec::with_capacity(needs.len());
    for need in needs {
        let missing = need.checked_sub(stock).ok_or(CalculationError::Overflow)?;
        let order = lots(missing, lot).ok_or(CalculationError::Overflow)?;
        stock = order.checked_sub(missing).ok_or(CalculationError::Overflow)?;
        orders.push(order);
    }
    Ok(orders)
}

/// As few whole lots as cover what is missing; zero when nothing is.
fn lots(missing: Decimal, lot: Decimal) -> Option<Decimal> {
    if missing <= Decimal::ZERO {
        return Some(Decimal::ZERO);
    }
    let count = Rounding::UP.apply(missing.checked_div(lot)?);
    let quantity = count.checked_mul(lot)?;
    // A quotient cut by its last digit may be one lot short.
    if quantity < missing { quantity.checked_add(lot) } else { Some(quantity) }
}

/// One order for all requirements of each window of this many periods, at its first requirement.
///
/// # Errors
/// A number of periods that is not whole and above zero, or overflow.
pub(super) fn windows(
    needs: &[Decimal],
    periods: Decimal,
    window: Window,
) -> Result<Vec<Decimal>, CalculationError> {
    let width =
        usize::try_from(periods).ok().filter(|width| *width > 0 && periods.fract().is_zero());
    let width = width.ok_or_else(|| {
        CalculationError::impossible("le nombre de périodes d'un ordre n'est pas entier et positif")
    })?;
    match window {
        Window::FirstNeed => grouped(needs, |_| Ok(width)),
        Window::Calendar => {
            let mut orders = Vec::with_capacity(needs.len());
            for group in needs.chunks(width) {
                let first = group.iter().position(|need| !need.is_zero());
                let total = sum(group)?;
                let placed = |rank| if Some(rank) == first { total } else { Decimal::ZERO };
                orders.extend((0..group.len()).map(placed));
            }
            Ok(orders)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimals(numbers: &[i64]) -> Vec<Decimal> {
        numbers.iter().map(|number| Decimal::from(*number)).collect()
    }

    #[test]
    fn a_need_above_the_lot_takes_several_lots() {
        let placed = fixed_lots(&decimals(&[70, 10, 30]), Decimal::from(30));
        assert_eq!(placed, Ok(decimals(&[90, 0, 30])));
        let third = Decimal::ONE / Decimal::from(3);
        let placed = fixed_lots(&[Decimal::ONE], third).expect("orders");
        assert!(placed[0] >= Decimal::ONE, "{placed:?}");
    }

    #[test]
    fn a_window_without_need_has_no_order() {
        let needs = decimals(&[0, 0, 0, 4, 5, 0]);
        let two = Decimal::TWO;
        assert_eq!(windows(&needs, two, Window::Calendar), Ok(decimals(&[0, 0, 0, 4, 5, 0])));
        assert_eq!(windows(&needs, two, Window::FirstNeed), Ok(decimals(&[0, 0, 0, 9, 0, 0])));
        assert!(windows(&needs, Decimal::new(15, 1), Window::Calendar).is_err());
        assert!(windows(&needs, Decimal::ZERO, Window::Calendar).is_err());
    }
}
