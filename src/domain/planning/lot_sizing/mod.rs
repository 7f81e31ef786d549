//! Lot sizing (`lotissement`): how a series of net requirements is grouped into orders, by the rules
//! that courses compare, with the costs of each rule.
//!
//! Conventions: an order is received at the start of its period; carrying is counted on the stock
//! left at the end of each period, so a lot used in its own period costs nothing to carry.

mod economic;
mod explanation;
mod frame;
mod grouping;
mod quantities;
mod reading;
mod rules;
mod sheet;
mod wagner_whitin;

pub use reading::{OPTIONS, calculate};
pub use rules::{Balance, Interval, SizingRule, Window, orders};
pub use sheet::worksheet;
pub use wagner_whitin::{Plan, plan};

use rust_decimal::Decimal;

/// Largest number of periods: the exact rule compares all groupings of all periods.
pub const MAX_LOT_PERIODS: usize = 104;

/// A series of net requirements, its costs, and the rules to apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LotSizingInput {
    /// Article shown in the title; may be empty.
    pub item: String,
    /// Unit of the quantities ("pièces"); may be empty.
    pub unit: String,
    /// Names of the periods.
    pub periods: Vec<String>,
    /// Net requirement of each period.
    pub requirements: Vec<Decimal>,
    /// Cost of one order, whatever its size, in euros.
    pub setup_cost: Decimal,
    /// What it costs to keep one unit during one period.
    pub holding: HoldingCost,
    /// Purchase price of one unit in each period, in euros, counted in the cost in all and weighed by
    /// Wagner-Whitin; empty when purchases are not counted.
    pub prices: Vec<Decimal>,
    /// Periods of one year, when demand and carrying are to be annualised.
    pub periods_per_year: Option<Decimal>,
    /// The rules, in the order shown.
    pub rules: Vec<SizingRule>,
}

/// What it costs to keep one unit during one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldingCost {
    /// In euros for one unit and one period.
    PerUnit(Decimal),
    /// A share of the cost of the unit.
    Rate {
        /// Cost of one unit, in euros.
        unit_cost: Decimal,
        /// Rate for one period, in percent.
        percent: Decimal,
    },
}

#[cfg(test)]
mod tests;
