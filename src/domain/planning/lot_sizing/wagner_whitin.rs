//! The cheapest orders for a series of requirements, by dynamic programming backwards in time.
//!
//! Wagner and Whitin (1958): there is a cheapest plan in which an order is only placed when the
//! stock is empty, so each order covers whole periods. At equal cost the shorter lot is kept.

use rust_decimal::Decimal;

use super::grouping::sum;
use crate::domain::planning::worksheet::CalculationError;

/// The cheapest plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Order of each period.
    pub orders: Vec<Decimal>,
    /// Least cost of each period and all after it, the stock being empty before it.
    pub cost_to_go: Vec<Decimal>,
    /// Rank, from 0, of the period where the next order may come if one is placed in this period.
    pub next_order: Vec<usize>,
}

/// Plans the orders that cost least: `setup` an order, `holding` a unit kept from one period to the
/// next, and the purchase price of each period when there are `prices`.
///
/// # Errors
/// Overflow.
pub fn plan(
    needs: &[Decimal],
    setup: Decimal,
    holding: Decimal,
    prices: &[Decimal],
) -> Result<Plan, CalculationError> {
    let mut cost_to_go = vec![Decimal::ZERO; needs.len() + 1];
    let mut next_order = vec![needs.len(); needs.len()];
    for start in (0..needs.len()).rev() {
        let rest = needs.get(start..).unwrap_or_default();
        let after = cost_to_go.get(start + 1..).unwrap_or_default();
        let price = prices.get(start).copied();
        let (cost, covered) =
            cheapest(rest, after, [setup, holding], price).ok_or(CalculationError::Overflow)?;
        if let (Some(to_go), Some(next)) = (cost_to_go.get_mut(start), next_order.get_mut(start)) {
            *to_go = cost;
            *next = start + covered;
        }
    }
    cost_to_go.truncate(needs.len());
    let orders = placed(needs, &next_order)?;
    Ok(Plan { orders, cost_to_go, next_order })
}

/// Least cost from the first of these periods, and number of periods that its order covers.
/// `after` holds the least cost from each period after the first. A period without need gets an
/// order only when its purchase price may make one worth while.
fn cheapest(
    rest: &[Decimal],
    after: &[Decimal],
    [setup, holding]: [Decimal; 2],
    price: Option<Decimal>,
) -> Option<(Decimal, usize)> {
    let mut best: Option<(Decimal, usize)> = None;
    if rest.first().is_some_and(Decimal::is_zero) {
        let without = (after.first().copied().unwrap_or_default(), 1);
        if price.is_none() {
            return Some(without);
        }
        best = Some(without);
    }
    let mut cost = setup;
    for (distance, (need, later)) in rest.iter().zip(after).enumerate() {
        let kept = need.checked_mul(Decimal::from(distance))?.checked_mul(holding)?;
        let bought = need.checked_mul(price.unwrap_or_default())?;
        cost = cost.checked_add(kept)?.checked_add(bought)?;
        let total = cost.checked_add(*later)?;
        if best.is_none_or(|(least, _)| total < least) {
            best = Some((total, distance + 1));
        }
    }
    best
}

/// Orders from the period of the next order after each.
fn placed(needs: &[Decimal], next_order: &[usize]) -> Result<Vec<Decimal>, CalculationError> {
    let mut orders = vec![Decimal::ZERO; needs.len()];
    let mut start = 0;
    while let (Some(next), Some(order)) = (next_order.get(start), orders.get_mut(start)) {
        *order = sum(needs.get(start..*next).unwrap_or_default())?;
        start = *next;
    }
    Ok(orders)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimals(numbers: &[i64]) -> Vec<Decimal> {
        numbers.iter().map(|number| Decimal::from(*number)).collect()
    }

    #[test]
    fn snyder_and_shen_example_3_9() {
        let found = plan(&decimals(&[90, 120, 80, 70]), Decimal::from(500), Decimal::TWO, &[]);
        let expected = Plan {
            orders: decimals(&[210, 0, 150, 0]),
            cost_to_go: decimals(&[1380, 940, 640, 500]),
            next_order: vec![2, 4, 4, 4],
        };
        assert_eq!(found, Ok(expected));
    }

    #[test]
    fn at_equal_cost_the_shorter_lot_comes_first() {
        let found = plan(&decimals(&[200; 5]), Decimal::from(100), Decimal::new(1, 1), &[]);
        let found = found.expect("a plan");
        assert_eq!(found.orders, decimals(&[400, 0, 600, 0, 0]));
        assert_eq!(found.cost_to_go.first(), Some(&Decimal::from(280)));
    }

    #[test]
    fn periods_without_need_get_no_order() {
        let needs = decimals(&[0, 5, 0, 0]);
        let found = plan(&needs, Decimal::TEN, Decimal::ONE, &[]).expect("a plan");
        assert_eq!(found.orders, decimals(&[0, 5, 0, 0]));
        assert_eq!(found.cost_to_go, decimals(&[10, 10, 0, 0]));
        let none = plan(&[], Decimal::TEN, Decimal::ONE, &[]).expect("a plan");
        assert_eq!(none.orders, Vec::new());
        let largest = Decimal::MAX;
        assert!(plan(&[Decimal::ONE, largest], Decimal::TEN, largest, &[]).is_err());
    }

    #[test]
    fn a_cheap_period_buys_for_those_after_it() {
        // stockpyl, "scmo_ww_hw_c": prices 3, 1, 4, 6, 6.
        let needs = decimals(&[400, 500, 500, 1100, 900]);
        let prices = decimals(&[3, 1, 4, 6, 6]);
        let found = plan(&needs, Decimal::from(100), Decimal::new(1, 1), &prices).expect("a plan");
        assert_eq!(found.orders, decimals(&[400, 3000, 0, 0, 0]));
        assert_eq!(found.cost_to_go.first(), Some(&Decimal::from(4940)));
        // A period without need buys when it is cheap enough.
        let prices = decimals(&[1, 9]);
        let found = plan(&decimals(&[0, 5]), Decimal::TEN, Decimal::ONE, &prices).expect("a plan");
        assert_eq!(found.orders, decimals(&[5, 0]));
        assert_eq!(found.cost_to_go.first(), Some(&Decimal::from(20)));
    }
}
