//! ABC classification (`abc`): articles sorted by yearly value, cumulated shares, classes, and the
//! discrimination ratio (Gini) with the classes that it suggests.

mod classes;
mod ranking;
mod reading;
mod sheet;

pub use classes::{ClassRule, Cut};
pub use reading::{OPTIONS, calculate};
pub use sheet::worksheet;

use rust_decimal::Decimal;

use crate::domain::planning::worksheet::Rounding;

/// Largest number of articles.
pub const MAX_ITEMS: usize = 300;

/// Articles and how they are classed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AbcInput {
    /// The articles, in the order written.
    pub items: Vec<AbcItem>,
    /// How classes are cut.
    pub classes: ClassRule,
    /// Rounding of the sum of cumulated percentages before the ratio, if any.
    pub sum_rounding: Option<Rounding>,
}

/// An article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AbcItem {
    /// Code.
    pub code: String,
    /// Its yearly value.
    pub value: ItemValue,
}

/// Yearly value of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemValue {
    /// Stated: an amount, or any criterion.
    Stated(Decimal),
    /// Quantity consumed in a year, and cost of one unit.
    Consumption {
        /// Quantity of the year.
        quantity: Decimal,
        /// Cost of one unit.
        unit_cost: Decimal,
    },
}

#[cfg(test)]
mod tests;
