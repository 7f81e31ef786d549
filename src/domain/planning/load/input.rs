//! What a load is calculated from: quantities of each period, operations and capacities of each
//! centre; typed.

use rust_decimal::Decimal;

use super::{CapacityInput, Figure, Series};
use crate::domain::planning::worksheet::{Formula, Rounding};

/// Input of a calculation of load, or of capacity alone when no centre has a load.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LoadInput {
    /// Names of the periods; one, perhaps without name, when time is not divided.
    pub periods: Vec<String>,
    /// What the columns are.
    pub columns: Columns,
    /// Unit of set-up and unit times; loads and capacities are in hours.
    pub time_unit: TimeUnit,
    /// What the period of a quantity is.
    pub reference: Reference,
    /// Articles or orders to load, in the order shown.
    pub items: Vec<LoadedItem>,
    /// Work centres, in the order shown.
    pub centres: Vec<LoadCentre>,
    /// How rates are shown and rounded.
    pub rates: RateOptions,
    /// Rows added on demand.
    pub extras: Vec<Extra>,
}

impl LoadInput {
    /// Whether an extra is asked for.
    pub fn shows(&self, extra: Extra) -> bool {
        self.extras.contains(&extra)
    }
}

/// What the columns of the table are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Columns {
    /// One column a period, the rows being grouped by centre.
    #[default]
    Periods,
    /// One column a centre, time not being divided.
    Centres,
}

/// Unit of set-up and unit times.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum TimeUnit {
    /// Hours.
    #[default]
    Hours,
    /// Minutes.
    Minutes,
    /// Hundredths of an hour (ch).
    Hundredths,
}

impl TimeUnit {
    /// How many make an hour.
    pub const fn in_one_hour(self) -> u32 {
        match self {
            Self::Hours => 1,
            Self::Minutes => 60,
            Self::Hundredths => 100,
        }
    }

    /// Its symbol.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Hours => "h",
            Self::Minutes => "min",
            Self::Hundredths => "ch",
        }
    }

    /// A time of this unit in hours.
    pub fn hours(self, time: Formula) -> Formula {
        match self {
            Self::Hours => time,
            Self::Minutes | Self::Hundredths => time / self.in_one_hour(),
        }
    }
}

/// What the period of a quantity is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Reference {
    /// The period in which orders start: an operation is loaded `offset` periods later.
    #[default]
    Start,
    /// The period in which orders end (PDP): an operation is loaded `offset` periods earlier.
    End,
}

/// An article with a quantity a period, or one order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LoadedItem {
    /// Code ("PI30", "OF1"); unique, without space.
    pub code: String,
    /// Words shown.
    pub label: String,
    /// Unit of the quantities; may be empty.
    pub unit: String,
    /// Quantity of each period; `None` where there is nothing to show.
    pub quantities: Vec<Option<Figure>>,
    /// How many times a set-up is made in a period.
    pub series: SeriesCount,
    /// Pieces done again or lost, in percent of those ordered: each adds its time.
    pub rework_percent: Option<Decimal>,
}

/// How many times a set-up is made in a period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum SeriesCount {
    /// Once when the quantity is above zero: one order, or one series, a period.
    #[default]
    OneIfAny,
    /// Once: the row is one order.
    One,
    /// Once a lot of this size begun.
    Lots(Decimal),
    /// Quantity over the size of a lot, not rounded: a mean over a long time.
    MeanLots(Decimal),
}

/// Work centre with its capacity and its loads.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LoadCentre {
    /// Code ("P20"); unique, without space.
    pub code: String,
    /// Designation; may be empty.
    pub label: String,
    /// Capacity, when known.
    pub capacity: Option<CapacityInput>,
    /// Operations that load it.
    pub operations: Vec<LoadOperation>,
    /// Loads stated in hours.
    pub other_loads: Vec<OtherLoad>,
}

/// Operation of an article on a centre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadOperation {
    /// Rank of the article in `LoadInput::items`.
    pub item: usize,
    /// Number that tells it from the other operations of the article on this centre; else empty.
    pub name: String,
    /// Set-up time of one order, in the unit of times, when there is one.
    pub setup: Option<Decimal>,
    /// Time of the pieces.
    pub work: Work,
    /// Periods between the order and the load, see `Reference`.
    pub offset: u32,
}

/// Time of the pieces of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    /// Time of one piece, in the unit of times.
    UnitTime(Decimal),
    /// Pieces an hour.
    Rate(Decimal),
    /// Pieces an hour of each post of a line, which goes as fast as the slowest.
    Slowest(Vec<(String, Decimal)>),
}

/// Load stated in hours ("Autres articles").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherLoad {
    /// Key, without space.
    pub key: String,
    /// Words shown.
    pub label: String,
    /// Hours.
    pub hours: Series,
}

/// How rates are shown and rounded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RateOptions {
    /// Percentage or ratio.
    pub style: RateStyle,
    /// Rounding, if any.
    pub rounding: Option<Rounding>,
}

/// Percentage or ratio.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum RateStyle {
    /// 82,1 %.
    #[default]
    Percent,
    /// 0,821.
    Ratio,
}

/// Rows added on demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extra {
    /// Set-ups in a row of their own instead of in the load of each article.
    SeparateSetups,
    /// Load and capacity added from the first period on.
    Cumulated,
    /// A column of totals over the periods.
    Totals,
    /// Pieces that a centre can make, and pieces an hour that it must make.
    Flows,
    /// Machines needed for the load.
    MachinesNeeded,
}
