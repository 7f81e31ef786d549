//! What a jalonnement is calculated from: orders, their operations, calendars; typed.

use chrono::NaiveDateTime;
use rust_decimal::Decimal;

use crate::domain::planning::working_time::WorkingTime;
use crate::domain::planning::worksheet::Value;

/// Input of a jalonnement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SchedulingInput {
    /// In which direction operations are placed.
    pub direction: Direction,
    /// Unit of all times, durations, waits and slacks.
    pub unit: DurationUnit,
    /// How waits pass.
    pub waits: WaitTime,
    /// Orders, the first being served first by the stock.
    pub orders: Vec<ScheduledOrder>,
    /// Components in stock.
    pub stocks: Vec<(String, Decimal)>,
    /// Today: nothing starts before, in constrained direction.
    pub today: Option<TimePoint>,
    /// Whether a late operation paid by the piece is split in parallel lots just small enough to end
    /// in time (constrained direction). A rule of some tools, not of textbooks.
    pub parallel_lots: bool,
}

/// In which direction operations are placed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From the launch of the order on (au plus tôt).
    #[default]
    Forward,
    /// Back from the due date (au plus tard).
    Backward,
    /// Both, with the slack between the two starts.
    Both,
    /// Back from the due date, then forward from today for what would have had to start before.
    Constrained,
}

/// Unit of durations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum DurationUnit {
    /// Hours.
    #[default]
    Hours,
    /// Minutes.
    Minutes,
    /// Days of 24 hours open: give calendars whose open days are open all day.
    Days,
    /// Periods (weeks), counted as numbers only.
    Periods,
}

impl DurationUnit {
    /// Symbol.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Hours => "h",
            Self::Minutes => "min",
            Self::Days => "j",
            Self::Periods => "périodes",
        }
    }

    /// Minutes of one unit; a period counts as a week.
    pub const fn minutes(self) -> u32 {
        match self {
            Self::Minutes => 1,
            Self::Hours => 60,
            Self::Days => 1_440,
            Self::Periods => 10_080,
        }
    }
}

/// How the wait after an operation passes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum WaitTime {
    /// Day and night (drying, cooling).
    #[default]
    Elapsed,
    /// Only when the post of the operation is open (transport).
    Worked,
}

/// A date on the time scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimePoint {
    /// A date and an hour.
    Moment(NaiveDateTime),
    /// Time counted from an origin, in the unit of durations.
    Number(Decimal),
}

impl From<TimePoint> for Value {
    fn from(point: TimePoint) -> Self {
        match point {
            TimePoint::Moment(moment) => Self::Moment(moment),
            TimePoint::Number(number) => Self::Number(number),
        }
    }
}

/// An order with its operations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScheduledOrder {
    /// Code, without space; may be empty when there is one order.
    pub code: String,
    /// Words shown.
    pub label: String,
    /// Quantity.
    pub quantity: Decimal,
    /// Launch: no operation starts before.
    pub release: Option<TimePoint>,
    /// Due date: no operation ends after, when time is counted back.
    pub due: Option<TimePoint>,
    /// Operations, each after those that come before it.
    pub steps: Vec<Step>,
}

/// One operation of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Key of its row inside the order ("10"), without space.
    pub key: String,
    /// Words shown.
    pub label: String,
    /// Open time of its post.
    pub calendar: WorkingTime,
    /// Quantity that it makes.
    pub quantity: StepQuantity,
    /// Time that it takes.
    pub duration: StepDuration,
    /// Ranks of the operations that it follows, all smaller than its own.
    pub after: Vec<usize>,
    /// Wait between its end and the operations that follow it.
    pub wait: Option<Decimal>,
    /// Pieces handed on before the operation ends (chevauchement), when it overlaps the next one.
    pub transfer_lot: Option<Decimal>,
}

/// Quantity that an operation makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepQuantity {
    /// The quantity of the order.
    Order,
    /// What the stock of a component does not give to the operation that uses it.
    Net {
        /// Rank of the operation that uses it.
        user: usize,
        /// Component.
        component: String,
        /// Quantity of it for one piece.
        per_piece: Decimal,
    },
    /// That of a later operation on the same component.
    Same {
        /// Rank of that operation.
        step: usize,
    },
}

/// Time that an operation takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepDuration {
    /// Whatever the quantity.
    Fixed(Decimal),
    /// Set-up, then the pieces.
    Times {
        /// Set-up time, when there is one.
        setup: Option<Decimal>,
        /// Time of the pieces.
        pieces: PieceTime,
    },
}

/// Time of the pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceTime {
    /// Time of one piece.
    Each(Decimal),
    /// Pieces in one unit of time.
    Rate(Decimal),
}
