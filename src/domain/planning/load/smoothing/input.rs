//! What a smoothing is calculated from: load, capacity and means with their costs; typed.

use rust_decimal::Decimal;

use crate::domain::planning::load::Figure;

/// Input of a smoothing of one centre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmoothingInput {
    /// Names of the periods.
    pub periods: Vec<String>,
    /// Loads in hours (families of products, or the total), with their names.
    pub loads: Vec<NamedLoad>,
    /// Capacity.
    pub capacity: PeriodCapacity,
    /// Pieces an hour, when hours are converted to pieces.
    pub rate: Option<Decimal>,
    /// Whether pieces are rounded up to whole pieces.
    pub whole_pieces: bool,
    /// Packaging in which moved pieces are also counted ("palettes", 720).
    pub packaging: Option<(String, Decimal)>,
    /// Whether the programme of each period is frozen: nothing is added to it nor taken from it.
    pub frozen: Vec<bool>,
    /// Means, in the order shown; they are used in the order of their cost an hour.
    pub means: Vec<Means>,
}

/// Load with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedLoad {
    /// Key of its row, without space.
    pub key: String,
    /// Words shown.
    pub label: String,
    /// Hours of each period.
    pub hours: Vec<Figure>,
}

/// Capacity of each period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeriodCapacity {
    /// Hours.
    Hours(Vec<Figure>),
    /// Days × hours a day.
    Days {
        /// Worked days of each period.
        days: Vec<Figure>,
        /// Real hours of one worked day.
        hours_per_day: Decimal,
    },
}

/// A means of smoothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Means {
    /// Key of its rows, without space ("avance").
    pub key: String,
    /// Words shown ("Heures supplémentaires").
    pub label: String,
    /// What it does.
    pub kind: MeansKind,
    /// What it costs.
    pub cost: UnitCost,
    /// What each period that uses it costs in addition (transport), in euros.
    pub fixed_cost: Option<Decimal>,
}

/// What a means does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeansKind {
    /// Makes pieces in an earlier period that has free capacity, so many periods before at most;
    /// the cost of a piece counts for each period of advance.
    Advance {
        /// Largest advance, in periods.
        periods: u32,
    },
    /// Adds hours in the same period, here or at a subcontractor.
    Hours {
        /// Most hours in one period, if bounded.
        cap: Option<Decimal>,
    },
}

/// What a means costs, in euros.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitCost {
    /// For one piece.
    PerPiece(Decimal),
    /// For one hour.
    PerHour(Decimal),
    /// For one hour of several people, paid with a premium.
    Labour {
        /// People at the same time.
        people: Decimal,
        /// Cost of one hour of one person.
        hourly: Decimal,
        /// Premium, in percent.
        premium_percent: Decimal,
    },
}
