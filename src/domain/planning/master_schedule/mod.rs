//! Master schedule (`PDP`): what each finished article must cover, when it is received, the stock
//! that follows, and what is still available to promise (`DAV`).
//!
//! What belongs here: articles over periods. How a family is planned belongs to the PIC; the
//! components belong to the CBN.
//!
//! Conventions: stock is counted at the end of each period; `PDP` is a receipt, its start comes a
//! lead time before; launched orders are receipts of the period in which they end.

mod frame;
mod item_rows;
mod plan_rows;
mod presentation;
mod promise_rows;
mod reading;
mod reading_family;
mod reading_items;
mod remarks;
mod sheet;

pub use presentation::Presentation;
pub use reading::{OPTIONS, calculate};
pub use sheet::worksheet;

use rust_decimal::Decimal;

use super::data::{LotRule, Periods, SafetyStock};
use super::worksheet::Rounding;

/// Largest number of articles × periods of one schedule.
pub const MAX_SCHEDULE_CELLS: usize = 20_000;

/// Articles to schedule and the conventions of their author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MasterScheduleInput {
    /// Periods of the horizon.
    pub periods: Periods,
    /// Articles, in the order shown.
    pub items: Vec<ScheduledItem>,
    /// Plan of the family (PIC) that the articles share, if any.
    pub family: Option<FamilyPlan>,
    /// What the demand of a period is.
    pub demand: DemandRule,
    /// Number of first periods in which orders alone count (zone figée, demand time fence).
    pub fence: usize,
    /// When a receipt is planned.
    pub trigger: Trigger,
    /// How the available to promise is counted.
    pub promise: Promise,
    /// Names and rows shown.
    pub presentation: Presentation,
}

/// One article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScheduledItem {
    /// Code, start of the keys of its rows; may be empty for a schedule of one article.
    pub code: String,
    /// Designation; may be empty.
    pub label: String,
    /// Unit of its quantities; may be empty.
    pub unit: String,
    /// Stock before the first period.
    pub opening_stock: Decimal,
    /// Share of the plan of the family, in percent.
    pub share: Option<Decimal>,
    /// Forecasts.
    pub forecast: Quantities,
    /// Firm orders of each period; empty when there are none.
    pub orders: Vec<Decimal>,
    /// Receipts of launched orders in each period; empty when there are none.
    pub receipts: Vec<Decimal>,
    /// Receipts planned by this schedule.
    pub plan: Plan,
    /// Stock kept in reserve.
    pub safety: SafetyStock,
    /// How receipts are sized.
    pub lot: LotRule,
    /// Periods between start and receipt; starts are shown when it is stated.
    pub lead_time: Option<u32>,
}

impl Default for ScheduledItem {
    fn default() -> Self {
        Self {
            code: String::new(),
            label: String::new(),
            unit: String::new(),
            opening_stock: Decimal::ZERO,
            share: None,
            forecast: Quantities::None,
            orders: Vec::new(),
            receipts: Vec::new(),
            plan: Plan::Computed { fixed: Vec::new() },
            safety: SafetyStock::default(),
            lot: LotRule::default(),
            lead_time: None,
        }
    }
}

/// Forecasts of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Quantities {
    /// No forecast.
    None,
    /// Written, one a period.
    ByPeriod(Vec<Decimal>),
    /// The share of the article in the plan of the family.
    ShareOfFamily,
}

/// Receipts planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plan {
    /// Computed from the stock, after those of the first periods that the author fixes.
    Computed {
        /// Receipts of the first periods, none or all of them included.
        fixed: Vec<Decimal>,
    },
    /// The share of the article in the plan of the family.
    ShareOfFamily,
}

/// Plan of a family (PIC) to share between its articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyPlan {
    /// Name shown ("Vélos"); may be empty.
    pub label: String,
    /// Quantities, each over one or more periods of the schedule.
    pub buckets: Vec<Bucket>,
    /// Rounding of the quantities of articles; none when not stated.
    pub rounding: Option<Rounding>,
}

/// Quantity of a family over some periods of the schedule ("octobre": S40 to S43).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bucket {
    /// Name ("octobre"), shown when it covers several periods.
    pub name: String,
    /// Quantity of the family.
    pub quantity: Decimal,
    /// Number of periods over which it is spread evenly.
    pub periods: usize,
}

/// Demand of a period outside the demand fence; the only series stated when there is one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DemandRule {
    /// The greater of forecast and orders.
    #[default]
    Greatest,
    /// The forecast.
    Forecast,
    /// The orders.
    Orders,
}

/// When a receipt is planned; it always brings the stock back to the safety stock at least.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Trigger {
    /// When the stock would be below the safety stock.
    #[default]
    BelowSafety,
    /// When the stock would be negative.
    BelowZero,
}

/// How the available to promise (disponible à la vente, DAV) is counted, from firm orders.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Promise {
    /// Not shown.
    None,
    /// With a look ahead: the least projected stock on firm orders from the period to the horizon.
    #[default]
    Cumulative,
    /// Of each receipt: the receipt less the orders before the next one; blank without receipt.
    Discrete {
        /// Whether the opening stock counts in the first period.
        opening_stock: bool,
        /// Whether a negative one is taken from those before.
        carry_back: bool,
        /// Whether the sum since the start is shown too.
        running: bool,
    },
    /// Of each period alone: receipts less orders.
    ByPeriod {
        /// Whether the opening stock counts in the first period.
        opening_stock: bool,
    },
}

#[cfg(test)]
mod tests;
