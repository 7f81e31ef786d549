//! Differences of an inventory (`inventaire`): what the records say against what was counted, in
//! quantity and in value, with a depreciation when articles have lost value.

mod reading;
mod sheet;

pub use reading::{OPTIONS, calculate};
pub use sheet::worksheet;

use rust_decimal::Decimal;

/// Largest number of articles.
pub const MAX_LINES: usize = 300;

/// Articles counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InventoryInput {
    /// The articles.
    pub lines: Vec<CountedLine>,
}

/// An article counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedLine {
    /// Code.
    pub code: String,
    /// What the records say.
    pub book: BookStock,
    /// Quantity counted.
    pub counted: Decimal,
    /// Cost of one unit, in euros.
    pub unit_cost: Decimal,
    /// Rate of depreciation in percent, if any.
    pub rate: Option<Decimal>,
}

/// Stock according to the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BookStock {
    /// Stated.
    Stated(Decimal),
    /// From the movements since the last count.
    Flow {
        /// Opening stock.
        opening: Decimal,
        /// Quantity received.
        received: Decimal,
        /// Quantity issued.
        issued: Decimal,
    },
}
