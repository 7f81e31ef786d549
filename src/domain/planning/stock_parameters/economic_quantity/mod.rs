//! Economic quantity (`quantite_economique`): the order that costs least over a year (Wilson, EOQ),
//! with a price that falls with the quantity, with planned backorders, or received while it is
//! produced; and what other quantities would cost.

mod choice;
mod costs;
mod reading;
mod sheet;
mod tariff;

pub use reading::{OPTIONS, calculate};
pub use sheet::worksheet;

use rust_decimal::Decimal;

use crate::domain::planning::worksheet::Rounding;

/// Largest number of prices of a tariff, and of quantities compared.
pub const MAX_ALTERNATIVES: usize = 50;

/// An article, its yearly demand and its costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EconomicQuantityInput {
    /// Unit of the quantities; may be empty.
    pub unit: String,
    /// Demand of a year.
    pub demand: Decimal,
    /// Cost of one order, in euros.
    pub order_cost: Decimal,
    /// Cost of one unit, in euros, when known.
    pub unit_price: Option<Decimal>,
    /// What it costs to keep one unit during a year.
    pub holding: Holding,
    /// How orders arrive and whether customers wait.
    pub model: Model,
    /// Prices by quantity, if any: they replace the cost of one unit.
    pub tariff: Option<Tariff>,
    /// Other quantities to cost: name and quantity.
    pub policies: Vec<(String, Decimal)>,
    /// Rounding of the economic quantity, if any.
    pub rounding: Option<Rounding>,
    /// Days of a year, to say how long an order lasts.
    pub days_per_year: Option<Decimal>,
}

/// What it costs to keep one unit during a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding {
    /// In euros for one unit and one year.
    PerUnit(Decimal),
    /// A share of the cost of the unit, in percent for a year.
    Percent(Decimal),
}

/// How orders arrive and whether customers wait.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Model {
    /// An order arrives at once and customers never wait (Wilson).
    #[default]
    Instantaneous,
    /// Customers wait: what one unit short costs during a year, in euros (EOQ with backorders).
    Backorders(Decimal),
    /// An order is received while it is produced: quantity produced in a year (EPQ).
    Production(Decimal),
}

/// Prices by quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tariff {
    /// What a lower price applies to.
    pub kind: TariffKind,
    /// Prices, from the smallest quantity on.
    pub tiers: Vec<Tier>,
}

/// What a lower price applies to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TariffKind {
    /// To all units of the order (remise uniforme).
    #[default]
    AllUnits,
    /// To the units above the threshold only (remise par tranches).
    Incremental,
}

/// One price of a tariff.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tier {
    /// Smallest quantity at this price.
    pub from: Decimal,
    /// Price of one unit, in euros.
    pub price: Decimal,
}

#[cfg(test)]
mod tests;
