//! PERT and MPM: early and late dates of the tasks of a project, total and free slack, critical
//! paths, and the chance to end by a date when tasks have three estimates.
//!
//! What belongs here: the input; the network (`network`), the worksheet (`sheet`, `project`) and
//! how options are read (`reading`) have files of their own.

mod network;
mod project;
mod reading;
mod sheet;
#[cfg(test)]
mod tests;

pub use network::{Dates, Network};
pub use reading::{OPTIONS, calculate, read_input};
pub use sheet::worksheet;

use rust_decimal::Decimal;

/// Largest number of tasks of a project.
pub const MOST_TASKS: usize = 200;

/// A project; all times in one unit, dates from its start.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProjectInput {
    /// Tasks, in any order.
    pub tasks: Vec<ProjectTask>,
    /// Date of which the chance is asked; read with three estimates only.
    pub target: Option<Decimal>,
    /// Unit ("jour", "semaine"); may be empty.
    pub unit: String,
}

/// One task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectTask {
    /// Code ("A").
    pub code: String,
    /// What is done; may be empty.
    pub label: String,
    /// How long it takes.
    pub duration: TaskDuration,
    /// Codes of the tasks that must be over before.
    pub predecessors: Vec<String>,
}

/// How long a task takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskDuration {
    /// Stated.
    Known(Decimal),
    /// Three estimates of PERT: the expected time is (a + 4 m + b) ÷ 6, the variance is
    /// ((b − a) ÷ 6)².
    ThreePoint {
        /// a, optimistic.
        optimistic: Decimal,
        /// m, most likely.
        likely: Decimal,
        /// b, pessimistic.
        pessimistic: Decimal,
    },
}

impl ProjectInput {
    /// Whether some task has three estimates.
    pub fn has_estimates(&self) -> bool {
        self.tasks.iter().any(|task| matches!(task.duration, TaskDuration::ThreePoint { .. }))
    }
}
