//! Rotation and cover of a stock (`rotation`): average stock, rotation rate, days of cover, and what
//! a better rotation would save.

mod reading;
mod sheet;

pub use reading::{OPTIONS, calculate};
pub use sheet::worksheet;

use rust_decimal::Decimal;

/// Largest number of stocks averaged.
pub const MAX_STOCKS: usize = 400;

/// Consumption and stock, both in quantities or both in value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnoverInput {
    /// Unit of both; may be empty.
    pub unit: String,
    /// Consumption.
    pub consumption: Outflow,
    /// Days of the year on which something is consumed.
    pub days: Option<Decimal>,
    /// Stock.
    pub stock: StockLevel,
    /// Rotation aimed at, if any.
    pub target: Option<Decimal>,
    /// Yearly rate of possession in percent, if known.
    pub holding_rate: Option<Decimal>,
    /// Cost of one unit, when stock and consumption are quantities.
    pub unit_cost: Option<Decimal>,
}

/// Consumption.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outflow {
    /// Of a year.
    Yearly(Decimal),
    /// Of a day.
    Daily(Decimal),
}

/// Stock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StockLevel {
    /// Its average.
    Average(Decimal),
    /// Readings at regular dates, averaged.
    Readings(Vec<Decimal>),
}

#[cfg(test)]
mod tests;
