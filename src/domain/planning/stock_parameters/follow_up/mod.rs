//! Follow-up of a stock (`suivi_stock`): movement by movement, the stock, the orders placed by the
//! rule of replenishment, and the available stock (stock plus orders on the way).

mod policy;
mod reading;
mod sheet;

pub use reading::{OPTIONS, calculate};
pub use sheet::worksheet;

use rust_decimal::Decimal;

/// Largest number of movements.
pub const MAX_MOVEMENTS: usize = 520;

/// A stock, its movements, and when orders are placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUpInput {
    /// Article shown in the title; may be empty.
    pub item: String,
    /// Unit of the quantities; may be empty.
    pub unit: String,
    /// Stock before the first movement.
    pub opening: Decimal,
    /// Orders on the way before the first movement.
    pub on_order: Decimal,
    /// When and how much to order.
    pub policy: Replenishment,
    /// Movements, in order of time.
    pub movements: Vec<StockMovement>,
}

/// When and how much to order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replenishment {
    /// A fixed quantity when the available stock falls to a point.
    Point {
        /// The point.
        point: Decimal,
        /// The quantity.
        quantity: Decimal,
        /// When the point counts as reached.
        trigger: Trigger,
    },
    /// Up to a maximum when the available stock falls to a minimum.
    MinimumMaximum {
        /// The minimum.
        minimum: Decimal,
        /// The maximum.
        maximum: Decimal,
        /// When the minimum counts as reached.
        trigger: Trigger,
    },
    /// Up to a level, at the movements that are reviews.
    Review {
        /// The level.
        level: Decimal,
    },
}

/// When a point counts as reached.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Trigger {
    /// Below it.
    #[default]
    Below,
    /// At it or below.
    AtOrBelow,
}

/// What happens on a date; nothing moves on the date of a mere review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StockMovement {
    /// Date as shown ("9/3").
    pub date: String,
    /// What comes in.
    pub received: Delivery,
    /// What goes out.
    pub issued: Decimal,
    /// Whether the stock is reviewed on this date.
    pub review: bool,
}

/// What comes in on a date.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Delivery {
    /// Nothing.
    #[default]
    Nothing,
    /// A stated quantity.
    Quantity(Decimal),
    /// The oldest order not yet received.
    OldestOrder,
}

#[cfg(test)]
mod tests;
