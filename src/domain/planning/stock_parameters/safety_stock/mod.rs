//! Safety stock (`stock_securite`) from the spread of demand and of lead time, for a service level:
//! SS = z × σ. Demand and lead time being independent, their variances add up:
//! σ² = lead time × σ(demand)² + (demand × σ(lead time))².

mod reading;
mod sheet;

pub use reading::{OPTIONS, calculate};
pub use sheet::worksheet;

use rust_decimal::Decimal;

use super::ServiceFactor;
use crate::domain::planning::worksheet::Rounding;

/// Largest number of values of a history.
pub const MAX_HISTORY: usize = 520;

/// An article, the spread of its demand and lead time, and the service to give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafetyStockInput {
    /// Unit of the quantities; may be empty.
    pub unit: String,
    /// Demand of one period.
    pub demand: PeriodDemand,
    /// Lead time, in periods of the demand.
    pub lead_time: Decimal,
    /// Spread of the lead time, if any.
    pub lead_time_spread: Option<LeadTimeSpread>,
    /// Service to give.
    pub service: Service,
    /// Where z comes from.
    pub factor: ServiceFactor,
    /// Rounding of the safety stock, if any.
    pub rounding: Option<Rounding>,
}

/// Demand of one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeriodDemand {
    /// Stated.
    Stated {
        /// Mean, when known.
        mean: Option<Decimal>,
        /// Standard deviation; none for a constant demand.
        deviation: Option<Decimal>,
    },
    /// From the demand of past periods.
    History {
        /// Demand of each past period.
        values: Vec<Decimal>,
        /// Whether squares are divided by the number of values less one (sample), and not by the
        /// number of values.
        sample: bool,
    },
}

/// Spread of a lead time, possibly counted in shorter periods than the demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeadTimeSpread {
    /// Standard deviation of the lead time.
    pub deviation: Decimal,
    /// Number of its periods in one period of the demand: 5 when days make a week; 1 when both are
    /// the same.
    pub per_period: Decimal,
}

/// Service to give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Service {
    /// Share of the order cycles without shortage, in percent.
    Percent(Decimal),
    /// So many orders of a year may end in a shortage.
    LateOrders {
        /// Orders that may be late.
        late: Decimal,
        /// Orders of a year.
        orders: YearlyOrders,
    },
}

/// Orders of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearlyOrders {
    /// Stated.
    Count(Decimal),
    /// Yearly demand over the quantity of an order.
    Of {
        /// Periods of the demand in a year.
        periods: Decimal,
        /// Quantity of an order.
        quantity: Decimal,
    },
}

#[cfg(test)]
mod tests;
