//! Value of stocks (`valorisation`): the stock sheet of an article, its issues valued first in first
//! out (PEPS), last in first out (DEPS), at a weighted average unit cost (CUMP) or at a standard
//! cost; and the differences of an inventory (`inventaire`).

mod average;
pub mod inventory;
mod layered;
mod layers;
mod reading;
mod sheet;
mod standard;
mod stock_card;

pub use reading::{OPTIONS, calculate};
pub use sheet::worksheet;

use rust_decimal::Decimal;

use crate::domain::planning::worksheet::Rounding;

/// Largest number of movements and opening lots together.
pub const MAX_MOVEMENTS: usize = 200;

/// Movements of an article and how they are valued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValuationInput {
    /// Article shown in the title; may be empty.
    pub item: String,
    /// Unit of the quantities; may be empty.
    pub unit: String,
    /// Opening stock by lot, the oldest first; none for an empty stock.
    pub opening: Vec<Lot>,
    /// Movements, in order of time.
    pub movements: Vec<ValuedMovement>,
    /// How issues are valued.
    pub method: Method,
    /// Rounding of the average unit cost; values are then quantities at the rounded cost. Without
    /// it values are exact.
    pub rounding: Option<Rounding>,
}

/// A quantity at a price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lot {
    /// Quantity.
    pub quantity: Decimal,
    /// Price of one unit, in euros.
    pub price: Decimal,
}

/// A movement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValuedMovement {
    /// Date or label as shown ("13/02").
    pub date: String,
    /// What it is; may be empty.
    pub label: String,
    /// What moves.
    pub flow: Flow,
}

/// What moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// A receipt.
    In(Lot),
    /// An issue of this quantity.
    Out(Decimal),
}

/// How issues are valued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// At the price of the oldest lots (PEPS, FIFO).
    FirstInFirstOut,
    /// At the price of the newest lots (DEPS, LIFO).
    LastInFirstOut,
    /// At the average cost after each receipt.
    MovingAverage,
    /// At the average cost of the period, opening stock included.
    PeriodAverage,
    /// At a standard cost; receipts show a price variance.
    Standard(Decimal),
}

impl Method {
    /// Name in French.
    pub const fn name(self) -> &'static str {
        match self {
            Self::FirstInFirstOut => "PEPS (premier entré, premier sorti)",
            Self::LastInFirstOut => "DEPS (dernier entré, premier sorti)",
            Self::MovingAverage => "CUMP après chaque entrée",
            Self::PeriodAverage => "CUMP en fin de période",
            Self::Standard(_) => "coût standard",
        }
    }
}

#[cfg(test)]
mod tests;
