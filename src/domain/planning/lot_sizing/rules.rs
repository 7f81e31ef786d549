//! The rules of lot sizing by name, and the orders that each gives for a series of requirements.

use rust_decimal::Decimal;

use super::{grouping, quantities, wagner_whitin};
use crate::domain::planning::worksheet::{CalculationError, Rounding, RoundingMode};

/// A rule of lot sizing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SizingRule {
    /// Just the requirement of each period (lot pour lot).
    LotForLot,
    /// As many lots of this size as the stock needs (quantité fixe).
    FixedQuantity(Decimal),
    /// Fixed quantity from the formula of Wilson, rounded.
    EconomicQuantity(Rounding),
    /// All requirements of a number of periods (POQ, période économique).
    PeriodQuantity {
        /// Number of periods of one order.
        interval: Interval,
        /// Where the groups of periods start.
        window: Window,
    },
    /// Extends a lot while the cost of one unit falls (least unit cost).
    LeastUnitCost,
    /// Extends a lot until carrying costs as much as an order (least total cost, part-period
    /// balancing).
    LeastTotalCost(Balance),
    /// Extends a lot while the cost of one period falls (Silver-Meal).
    SilverMeal,
    /// The cheapest orders of all (Wagner-Whitin).
    WagnerWhitin,
}

/// Number of periods of one order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interval {
    /// Stated.
    Periods(u32),
    /// From the economic quantity: its duration, rounded to whole periods.
    Economic(RoundingMode),
}

/// Where groups of periods start.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Window {
    /// The first group starts with the horizon, each other one after the one before.
    #[default]
    Calendar,
    /// A group starts at the first requirement not yet covered.
    FirstNeed,
}

/// How a lot balances carrying and ordering.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Balance {
    /// The horizon whose carrying is nearest to the cost of an order.
    #[default]
    Nearest,
    /// The last horizon whose carrying does not exceed the cost of an order.
    NotAbove,
}

impl SizingRule {
    /// Short code, as row keys and workings use it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::LotForLot => "LPL",
            Self::FixedQuantity(_) => "QF",
            Self::EconomicQuantity(_) => "QE",
            Self::PeriodQuantity { .. } => "POQ",
            Self::LeastUnitCost => "LUC",
            Self::LeastTotalCost(_) => "LTC",
            Self::SilverMeal => "SM",
            Self::WagnerWhitin => "WW",
        }
    }

    /// Name in French.
    pub const fn name(self) -> &'static str {
        match self {
            Self::LotForLot => "Lot pour lot",
            Self::FixedQuantity(_) => "Quantité fixe",
            Self::EconomicQuantity(_) => "Quantité économique",
            Self::PeriodQuantity { .. } => "Période économique",
            Self::LeastUnitCost => "Coût unitaire minimal",
            Self::LeastTotalCost(_) => "Coût total minimal",
            Self::SilverMeal => "Silver-Meal",
            Self::WagnerWhitin => "Wagner-Whitin",
        }
    }
}

/// Orders of each period for these net requirements.
///
/// `parameters`: the lot size of a fixed or economic quantity; the number of periods of a period
/// quantity; the cost of an order and the carrying of one unit during one period for the rules that
/// weigh costs, then for Wagner-Whitin the purchase price of each period if there are some; nothing
/// for lot for lot.
///
/// # Errors
/// A negative requirement, a parameter that fits no order, or overflow.
pub fn orders(
    rule: SizingRule,
    needs: &[Decimal],
    parameters: &[Decimal],
) -> Result<Vec<Decimal>, CalculationError> {
    if needs.iter().any(|need| *need < Decimal::ZERO) {
        return Err(CalculationError::impossible("un besoin net est négatif"));
    }
    if parameters.iter().any(|parameter| *parameter < Decimal::ZERO) {
        return Err(CalculationError::impossible("un coût ou une quantité est négatif"));
    }
    match (rule, parameters) {
        (SizingRule::LotForLot, _) => Ok(needs.to_vec()),
        (SizingRule::FixedQuantity(_) | SizingRule::EconomicQuantity(_), [lot]) => {
            quantities::fixed_lots(needs, *lot)
        }
        (SizingRule::PeriodQuantity { window, .. }, [periods]) => {
            quantities::windows(needs, *periods, window)
        }
        (SizingRule::LeastUnitCost, [setup, holding]) => {
            grouping::least_unit_cost(needs, *setup, *holding)
        }
        (SizingRule::LeastTotalCost(balance), [setup, holding]) => {
            grouping::least_total_cost(needs, *setup, *holding, balance)
        }
        (SizingRule::SilverMeal, [setup, holding]) => {
            grouping::silver_meal(needs, *setup, *holding)
        }
        (SizingRule::WagnerWhitin, [setup, holding, prices @ ..]) => {
            Ok(wagner_whitin::plan(needs, *setup, *holding, prices)?.orders)
        }
        _ => Err(CalculationError::impossible("un paramètre de la règle manque")),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Orlicky, chapter 8: nine months, 100 an order, 1 a unit and month.
    const NEEDS: [i64; 9] = [35, 10, 0, 40, 0, 20, 5, 10, 30];

    fn decimals(numbers: &[i64]) -> Vec<Decimal> {
        numbers.iter().map(|number| Decimal::from(*number)).collect()
    }

    fn given(rule: SizingRule, parameters: &[i64]) -> Vec<Decimal> {
        orders(rule, &decimals(&NEEDS), &decimals(parameters)).expect("orders")
    }

    #[test]
    fn the_rules_of_orlicky_give_his_orders() {
        let economic = SizingRule::EconomicQuantity(Rounding::nearest(0));
        assert_eq!(given(economic, &[58]), decimals(&[58, 0, 0, 58, 0, 0, 0, 58, 0]));
        let calendar =
            SizingRule::PeriodQuantity { interval: Interval::Periods(4), window: Window::Calendar };
        assert_eq!(given(calendar, &[4]), decimals(&[85, 0, 0, 0, 0, 35, 0, 0, 30]));
        let restarted = SizingRule::PeriodQuantity {
            interval: Interval::Periods(4),
            window: Window::FirstNeed,
        };
        assert_eq!(given(restarted, &[4]), decimals(&[85, 0, 0, 0, 0, 65, 0, 0, 0]));
        let unit = SizingRule::LeastUnitCost;
        assert_eq!(given(unit, &[100, 1]), decimals(&[45, 0, 0, 60, 0, 0, 45, 0, 0]));
        let total = SizingRule::LeastTotalCost(Balance::Nearest);
        assert_eq!(given(total, &[100, 1]), decimals(&[85, 0, 0, 0, 0, 65, 0, 0, 0]));
        let under = SizingRule::LeastTotalCost(Balance::NotAbove);
        assert_eq!(given(under, &[100, 1]), decimals(&[45, 0, 0, 75, 0, 0, 0, 0, 30]));
        let exact = SizingRule::WagnerWhitin;
        assert_eq!(given(exact, &[100, 1]), decimals(&[45, 0, 0, 65, 0, 0, 0, 40, 0]));
        assert_eq!(given(SizingRule::LotForLot, &[]), decimals(&NEEDS));
    }

    #[test]
    fn what_fits_no_order_is_refused() {
        let needs = decimals(&[5]);
        let lot = SizingRule::FixedQuantity(Decimal::ZERO);
        assert!(orders(lot, &needs, &[Decimal::ZERO]).is_err());
        assert!(orders(SizingRule::WagnerWhitin, &needs, &[]).is_err());
        assert!(orders(SizingRule::LotForLot, &decimals(&[-1]), &[]).is_err());
        assert_eq!(orders(SizingRule::LotForLot, &[], &[]), Ok(Vec::new()));
    }

    /// Cost of orders: one setup each, one unit of holding for each unit kept.
    fn cost(needs: &[Decimal], placed: &[Decimal], setup: Decimal, holding: Decimal) -> Decimal {
        let (mut stock, mut total) = (Decimal::ZERO, Decimal::ZERO);
        for (need, order) in needs.iter().zip(placed) {
            stock += order - need;
            assert!(stock >= Decimal::ZERO, "shortage");
            total += stock * holding;
            if !order.is_zero() {
                total += setup;
            }
        }
        total
    }

    proptest::proptest! {
        #[test]
        fn every_rule_covers_every_need_and_none_beats_wagner_whitin(
            needs in prop::collection::vec(0i64..200, 1..14),
            setup in 0i64..500,
            holding in 0i64..5,
            lot in 1i64..150,
            periods in 1i64..6,
        ) {
            let needs = decimals(&needs);
            let costs = decimals(&[setup, holding]);
            let best = orders(SizingRule::WagnerWhitin, &needs, &costs).expect("orders");
            let least = cost(&needs, &best, costs[0], costs[1]);
            let width = decimals(&[periods]);
            let grouped = |window| SizingRule::PeriodQuantity {
                interval: Interval::Periods(1),
                window,
            };
            for (rule, parameters) in [
                (SizingRule::LotForLot, Vec::new()),
                (SizingRule::FixedQuantity(Decimal::ONE), decimals(&[lot])),
                (grouped(Window::Calendar), width.clone()),
                (grouped(Window::FirstNeed), width),
                (SizingRule::LeastUnitCost, costs.clone()),
                (SizingRule::LeastTotalCost(Balance::Nearest), costs.clone()),
                (SizingRule::LeastTotalCost(Balance::NotAbove), costs.clone()),
                (SizingRule::SilverMeal, costs.clone()),
            ] {
                let placed = orders(rule, &needs, &parameters).expect("orders");
                let total = cost(&needs, &placed, costs[0], costs[1]);
                prop_assert!(least <= total, "{rule:?}: {total} < {least}");
            }
        }
    }
}
