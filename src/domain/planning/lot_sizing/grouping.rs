//! Rules that extend a lot period by period: least unit cost, least total cost, Silver-Meal.
//!
//! A lot starts at the first requirement not yet covered, and ends before a later requirement; a
//! period without requirement never ends a lot by itself.

use rust_decimal::Decimal;

use super::rules::Balance;
use crate::domain::planning::worksheet::CalculationError;

/// A lot that would cover the requirements up to one of them.
struct Horizon {
    /// Periods covered, from the period of the order to that of the last requirement.
    periods: usize,
    /// Quantity of the lot.
    quantity: Decimal,
    /// Cost of carrying the lot until it is used.
    carrying: Decimal,
}

/// Orders of lots whose number of periods is chosen from the requirements that remain.
///
/// # Errors
/// Those of the choice, or overflow.
pub(super) fn grouped(
    needs: &[Decimal],
    length: impl Fn(&[Decimal]) -> Result<usize, CalculationError>,
) -> Result<Vec<Decimal>, CalculationError> {
    let mut orders = Vec::with_capacity(needs.len());
    let mut rest = needs;
    while let Some((first, others)) = rest.split_first() {
        if first.is_zero() {
            orders.push(Decimal::ZERO);
            rest = others;
            continue;
        }
        let covered = length(rest)?.clamp(1, rest.len());
        let (lot, after) = rest.split_at(covered);
        orders.push(sum(lot)?);
        orders.extend(std::iter::repeat_n(Decimal::ZERO, covered - 1));
        rest = after;
    }
    Ok(orders)
}

/// Sum of requirements.
///
/// # Errors
/// Overflow.
pub(super) fn sum(needs: &[Decimal]) -> Result<Decimal, CalculationError> {
    needs.iter().try_fold(Decimal::ZERO, |total, need| {
        total.checked_add(*need).ok_or(CalculationError::Overflow)
    })
}

/// Extends each lot while the cost of one unit does not rise.
///
/// # Errors
/// Overflow.
pub(super) fn least_unit_cost(
    needs: &[Decimal],
    setup: Decimal,
    holding: Decimal,
) -> Result<Vec<Decimal>, CalculationError> {
    grouped(needs, |rest| {
        until_rise(&horizons(rest, holding)?, |horizon| {
            setup.checked_add(horizon.carrying)?.checked_div(horizon.quantity)
        })
    })
}

/// Extends each lot while the cost of one period does not rise.
///
/// # Errors
/// Overflow.
pub(super) fn silver_meal(
    needs: &[Decimal],
    setup: Decimal,
    holding: Decimal,
) -> Result<Vec<Decimal>, CalculationError> {
    grouped(needs, |rest| {
        until_rise(&horizons(rest, holding)?, |horizon| {
            setup.checked_add(horizon.carrying)?.checked_div(Decimal::from(horizon.periods))
        })
    })
}

/// Extends each lot until carrying costs as much as an order.
///
/// # Errors
/// Overflow.
pub(super) fn least_total_cost(
    needs: &[Decimal],
    setup: Decimal,
    holding: Decimal,
    balance: Balance,
) -> Result<Vec<Decimal>, CalculationError> {
    grouped(needs, |rest| Ok(balanced(&horizons(rest, holding)?, setup, balance)))
}

/// Lots that start with the first requirement, one for each requirement that may be the last.
fn horizons(rest: &[Decimal], holding: Decimal) -> Result<Vec<Horizon>, CalculationError> {
    let mut found = Vec::new();
    let (mut quantity, mut carrying) = (Decimal::ZERO, Decimal::ZERO);
    for (distance, need) in rest.iter().enumerate().filter(|(_, need)| !need.is_zero()) {
        let cost = need
            .checked_mul(Decimal::from(distance))
            .and_then(|unit_periods| unit_periods.checked_mul(holding))
            .ok_or(CalculationError::Overflow)?;
        quantity = quantity.checked_add(*need).ok_or(CalculationError::Overflow)?;
        carrying = carrying.checked_add(cost).ok_or(CalculationError::Overflow)?;
        found.push(Horizon { periods: distance + 1, quantity, carrying });
    }
    Ok(found)
}

/// Periods of the last horizon before an average rises for the first time.
fn until_rise(
    horizons: &[Horizon],
    average: impl Fn(&Horizon) -> Option<Decimal>,
) -> Result<usize, CalculationError> {
    let mut kept: Option<(Decimal, usize)> = None;
    for horizon in horizons {
        let value = average(horizon).ok_or(CalculationError::Overflow)?;
        if kept.is_some_and(|(lowest, _)| value > lowest) {
            break;
        }
        kept = Some((value, horizon.periods));
    }
    Ok(kept.map_or(1, |(_, periods)| periods))
}

/// Periods of the horizon whose carrying balances the cost of an order.
fn balanced(horizons: &[Horizon], setup: Decimal, balance: Balance) -> usize {
    let mut kept = 1;
    let mut below: Option<Decimal> = None;
    for horizon in horizons {
        if horizon.carrying <= setup {
            kept = horizon.periods;
            below = Some(horizon.carrying);
            continue;
        }
        let nearer = below.is_none_or(|below| horizon.carrying - setup < setup - below);
        return if balance == Balance::Nearest && nearer { horizon.periods } else { kept };
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimals(numbers: &[i64]) -> Vec<Decimal> {
        numbers.iter().map(|number| Decimal::from(*number)).collect()
    }

    #[test]
    fn silver_meal_stops_when_the_cost_of_a_period_rises() {
        // 500; (500 + 240) / 2 = 370; (740 + 320) / 3 = 353.3; (1060 + 420) / 4 = 370.
        let placed =
            silver_meal(&decimals(&[90, 120, 80, 70]), Decimal::from(500), Decimal::from(2));
        assert_eq!(placed, Ok(decimals(&[290, 0, 0, 70])));
    }

    #[test]
    fn free_carrying_makes_one_order_and_free_orders_make_one_a_need() {
        let needs = decimals(&[0, 5, 0, 7]);
        let one = decimals(&[0, 12, 0, 0]);
        let (zero, ten) = (Decimal::ZERO, Decimal::TEN);
        assert_eq!(least_total_cost(&needs, ten, zero, Balance::Nearest), Ok(one.clone()));
        assert_eq!(least_unit_cost(&needs, ten, zero), Ok(one.clone()));
        assert_eq!(silver_meal(&needs, ten, zero), Ok(one));
        assert_eq!(least_total_cost(&needs, zero, ten, Balance::Nearest), Ok(needs.clone()));
        assert_eq!(least_unit_cost(&needs, zero, ten), Ok(needs));
    }
}
