//! Sales and operations plan (`PIC`): how much of each family is produced in each period, by the
//! strategies that courses compare, with stock, backlog and costs.
//!
//! What belongs here: the families, what they may use, and the rows of each strategy. How a family
//! is shared between articles belongs to the master schedule.
//!
//! Conventions: stock is counted at the end of each period; a negative stock is demand delivered
//! late; nothing is produced in a closed period.

mod block;
mod costs;
mod families;
mod frame;
mod optimum;
mod optimum_rule;
mod reading;
mod reading_families;
mod remarks;
pub(in crate::domain::planning) mod rounding;
pub(in crate::domain::planning) mod series;
mod shared;
mod sheet;

pub use reading::{OPTIONS, calculate};
pub use sheet::worksheet;

use rust_decimal::Decimal;

use super::data::Periods;
use super::worksheet::Rounding;

/// Largest number of families × periods × strategies of one plan.
pub const MAX_PLAN_CELLS: usize = 20_000;

/// Largest number of periods of an optimum: each of its cells solves the whole plan again.
pub const MAX_OPTIMUM_PERIODS: usize = 24;

/// Families to plan, what they may use, and the strategies asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanInput {
    /// Periods of the horizon.
    pub periods: Periods,
    /// Families, in the order shown.
    pub families: Vec<Family>,
    /// When people work.
    pub worked: WorkedTime,
    /// Strategies, in the order shown.
    pub strategies: Vec<Strategy>,
    /// What may be produced; stated for one family only.
    pub resources: Resources,
    /// Costs, when strategies are to be compared.
    pub costs: Costs,
    /// Rounding of a constant rate; none when not stated.
    pub rounding: Option<Rounding>,
    /// Whether cumulated demand, production and available quantity are shown.
    pub cumulated: bool,
}

/// One family of articles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Family {
    /// Code, start of the keys of its rows; may be empty for a plan of one family.
    pub code: String,
    /// Designation; may be empty.
    pub label: String,
    /// Unit of its quantities ("milliers"); may be empty.
    pub unit: String,
    /// Demand of each period.
    pub demand: Vec<Decimal>,
    /// Stock before the first period.
    pub opening_stock: Decimal,
    /// Stock wanted.
    pub target: StockTarget,
    /// Production of each period, read by `Strategy::Imposed` only.
    pub imposed: Vec<Decimal>,
}

/// Stock wanted at the end of periods.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum StockTarget {
    /// The stock of the start: what is produced is what is sold.
    #[default]
    Unchanged,
    /// This stock at the end of the horizon, and of each period for a chase.
    Closing(Decimal),
    /// One stock a period.
    ByPeriod(Vec<Decimal>),
}

/// When people work.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum WorkedTime {
    /// All periods, all alike.
    #[default]
    EveryPeriod,
    /// Whether each period is worked, all worked ones being alike.
    Openings(Vec<bool>),
    /// Worked days of each period.
    Days(Vec<Decimal>),
}

/// How production follows demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Strategy {
    /// One rate for the horizon (nivellement): (demand + stock wanted − stock) ÷ time worked.
    Level,
    /// The lowest rate of the horizon with which the stock is never negative.
    LevelWithoutShortage,
    /// Production of what the period needs (synchrone, poursuite), within the capacities.
    Chase,
    /// The production that the author writes.
    Imposed,
    /// The cheapest plan that serves all demand, late or not, within the capacities.
    Optimum,
}

impl Strategy {
    /// Part of the row keys when there are several strategies.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Level => "CONSTANTE",
            Self::LevelWithoutShortage => "SANS_RUPTURE",
            Self::Chase => "POURSUITE",
            Self::Imposed => "IMPOSEE",
            Self::Optimum => "OPTIMUM",
        }
    }

    /// Name in French.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Level => "Production constante",
            Self::LevelWithoutShortage => "Production constante sans rupture",
            Self::Chase => "Production synchrone",
            Self::Imposed => "Production imposée",
            Self::Optimum => "Plan optimal",
        }
    }
}

/// What may be produced, in the unit of the family.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resources {
    /// Capacity of normal hours; unlimited when not stated.
    pub normal: Option<Capacity>,
    /// Overtime, if any.
    pub overtime: Option<Extra>,
    /// Subcontracting, if any.
    pub subcontracting: Option<Extra>,
}

/// Capacity of normal hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Capacity {
    /// Of each period.
    ByPeriod(Vec<Decimal>),
    /// Of one worked day.
    PerDay(Decimal),
}

/// What may be added to normal hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Extra {
    /// Any quantity.
    Unlimited,
    /// At most this much in each period.
    ByPeriod(Vec<Decimal>),
}

/// Costs of one unit, in euros.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Costs {
    /// Produced in normal hours.
    pub normal: Option<Decimal>,
    /// Produced in overtime.
    pub overtime: Option<Decimal>,
    /// Subcontracted.
    pub subcontracting: Option<Decimal>,
    /// In stock at the end of a period.
    pub stock: Option<Decimal>,
    /// Late at the end of a period; demand may not be late in an optimum when not stated.
    pub backlog: Option<Decimal>,
    /// More than in the period before (hiring, set-up).
    pub rise: Option<Decimal>,
    /// Less than in the period before (layoff).
    pub fall: Option<Decimal>,
    /// Production of the period before the first; the first has no change when not stated.
    pub previous_production: Option<Decimal>,
}

#[cfg(test)]
mod tests;
