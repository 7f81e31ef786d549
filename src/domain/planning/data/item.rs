//! Articles, lot rules and nomenclatures.

use rust_decimal::Decimal;

/// Where an article comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Made here.
    Made,
    /// Bought.
    Bought,
    /// Made by a subcontractor.
    Subcontracted,
}

/// Article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Code ("PI30").
    pub code: String,
    /// Designation; may be empty.
    pub label: String,
    /// Unit of its quantities ("pièce", "m"); may be empty.
    pub unit: String,
    /// Where it comes from, when stated.
    pub origin: Option<Origin>,
    /// Opening stock, when stated.
    pub stock: Option<Decimal>,
    /// Stock kept in reserve.
    pub safety: SafetyStock,
    /// How orders are sized.
    pub lot: LotRule,
    /// Lead time in whole periods, when stated.
    pub lead_time: Option<u32>,
    /// Scrap of its orders.
    pub scrap: Option<ScrapRule>,
    /// Cost of one unit, when stated.
    pub unit_cost: Option<Decimal>,
}

/// Stock kept in reserve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SafetyStock {
    /// A quantity, never consumed by the plan.
    Fixed(Decimal),
    /// A percentage of the gross requirement of the same period (variable target).
    PercentOfRequirement(Decimal),
    /// One target a period.
    ByPeriod(Vec<Decimal>),
}

impl Default for SafetyStock {
    fn default() -> Self {
        Self::Fixed(Decimal::ZERO)
    }
}

/// How an order is sized from a net requirement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum LotRule {
    /// Just the net requirement.
    #[default]
    LotForLot,
    /// One lot of this size; several when the need is greater ("lot de 400": 800 for 600).
    Multiple(Decimal),
    /// Exactly one lot of this size, even when the need is greater.
    SingleLot(Decimal),
    /// At least `minimum`; more is rounded up to `multiple`; above `maximum` the order is split and
    /// the remainder raised to the minimum.
    Bounded {
        /// Smallest order; zero for none.
        minimum: Decimal,
        /// Largest order, if any.
        maximum: Option<Decimal>,
        /// Packaging, if any.
        multiple: Option<Decimal>,
    },
    /// The net requirements of this many periods in one order (period order quantity, grouping).
    Grouped {
        /// Number of periods covered.
        periods: u32,
        /// Packaging, if any.
        multiple: Option<Decimal>,
    },
}

/// How scrap changes a quantity to launch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScrapRule {
    /// Quantity ÷ (1 − rate): the rate is a share of what is launched. In percent.
    OfLaunched(Decimal),
    /// Quantity × (1 + rate): the rate is a share of what is good. In percent.
    OfGood(Decimal),
}

/// Nomenclature of one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BillOfMaterials {
    /// Code of the composé.
    pub parent: String,
    /// Components.
    pub lines: Vec<BillLine>,
}

/// One component of a nomenclature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BillLine {
    /// Code of the component.
    pub component: String,
    /// Quantity for one composé, in the unit of the component.
    pub quantity: Decimal,
    /// Loss at the assembly, if any.
    pub scrap: Option<ScrapRule>,
}
