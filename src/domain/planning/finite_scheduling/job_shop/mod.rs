//! Job shops: orders of several operations on several posts, scheduled by a priority rule without
//! any post waiting on purpose, or in the shortest total time; or with given starts.
//!
//! What belongs here: the input; the workshop as a scheduling problem (`workshop`, `ticks`), the
//! shortest schedule (`branch_and_bound`, `preemptive_bound`), the worksheet (`sheet`, `rules`,
//! `summary`) and how options are read (`reading`) have files of their own.

mod branch_and_bound;
mod checks;
mod memory;
mod preemptive_bound;
mod reading;
mod rules;
mod sheet;
mod solving;
mod summary;
#[cfg(test)]
mod tests;
mod ticks;
mod workshop;

pub use branch_and_bound::{Optimum, Shop, Step, optimum};
pub use reading::{OPTIONS, read_input, read_jobs};
pub use sheet::worksheet;

use rust_decimal::Decimal;

use crate::domain::planning::schedule_check::{Opening, PriorityRule};

/// Largest number of operations of a job shop.
pub const MOST_OPERATIONS: usize = 200;

/// Nodes looked at for the shortest schedule when no bound is stated.
pub const USUAL_NODES: u32 = 100_000;

/// Largest number of nodes that may be asked.
pub const MOST_NODES: u32 = 2_000_000;

/// A job shop; times in one unit from one origin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JobShopInput {
    /// Orders, in the order entered, which settles ties.
    pub jobs: Vec<Job>,
    /// Posts that have something to say; the others are always open and have no family set-up.
    pub posts: Vec<JobShopPost>,
    /// How operations are scheduled.
    pub method: Method,
    /// Unit of all times ("min", "h"); may be empty.
    pub unit: String,
}

/// One order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Job {
    /// Code ("OF 12").
    pub code: String,
    /// When its material is there; 0 when not stated.
    pub release: Option<Decimal>,
    /// When it should be over; on all orders or on none.
    pub due: Option<Decimal>,
    /// Operations in order.
    pub operations: Vec<JobOperation>,
}

/// One operation of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobOperation {
    /// Number ("10"), unique in its order.
    pub name: String,
    /// Code of its post.
    pub post: String,
    /// Its time.
    pub time: WorkTime,
    /// Family for set-ups that follow one another; empty for none.
    pub family: String,
}

/// Time of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkTime {
    /// Stated.
    Stated(Decimal),
    /// Set-up + quantity × time of one piece.
    Lot {
        /// Set-up.
        setup: Decimal,
        /// Quantity.
        quantity: Decimal,
        /// Time of one piece.
        unit: Decimal,
    },
}

/// One post.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JobShopPost {
    /// Code ("P10").
    pub code: String,
    /// When it is open; with closed time, all times are whole minutes.
    pub opening: Opening,
    /// Time between two operations of different families.
    pub family_setup: Decimal,
    /// Family that it is set up for at the origin; empty for none.
    pub mounted_family: String,
}

/// How operations are scheduled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Method {
    /// List scheduling by a priority rule, without any post waiting on purpose.
    Rule(PriorityRule),
    /// The shortest total time, looking at so many nodes at the most.
    Shortest(u32),
    /// Starts given, operation by operation of each order: they are checked.
    Starts(Vec<Vec<Decimal>>),
}

impl Default for Method {
    fn default() -> Self {
        Self::Rule(PriorityRule::default())
    }
}

impl JobShopInput {
    /// Whether orders have due dates.
    pub fn has_due_dates(&self) -> bool {
        self.jobs.iter().any(|job| job.due.is_some())
    }

    /// Whether some order is not there at the origin.
    pub fn has_releases(&self) -> bool {
        self.jobs.iter().any(|job| job.release.is_some())
    }
}
