//! Questions checked by constraint: their problem, the table that candidates fill, a feasible answer.

mod assignment;
mod assignment_board;
mod schedule;
mod schedule_board;
mod schedule_reading;

pub use assignment::assignment;
pub use schedule::schedule;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::domain::diagnostic::{Diagnostic, Element, Place};
use crate::domain::planning::schedule_check::ScheduleProblem;
use crate::domain::planning::team::AssignmentProblem;
use crate::domain::planning::tree::Problems;

/// A problem whose answers are checked by constraint.
#[derive(Debug, Clone)]
pub enum Placement {
    /// Operations on posts in time.
    Schedule(SchedulePlacement),
    /// People on posts.
    Assignment(AssignmentPlacement),
}

/// Operations to place on posts.
#[derive(Debug, Clone)]
pub struct SchedulePlacement {
    /// The constraints.
    pub problem: ScheduleProblem,
    /// What a good schedule reaches.
    pub targets: Vec<Target>,
    /// Weights of constraints and targets, by name.
    pub weights: BTreeMap<String, u32>,
    /// Identifier of the operation of each row of the table.
    pub rows: Vec<String>,
}

/// People to put on posts.
#[derive(Debug, Clone)]
pub struct AssignmentPlacement {
    /// The constraints.
    pub problem: AssignmentProblem,
    /// Weights of the constraints, by name.
    pub weights: BTreeMap<String, u32>,
    /// Post of each row of the table.
    pub rows: Vec<String>,
}

/// A measure that a schedule must not exceed; hours, or a count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// What is measured.
    pub measure: Measure,
    /// The most that is accepted.
    pub most: Decimal,
}

/// What is measured on a schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// End of the last operation, in hours.
    Makespan,
    /// Sum of lateness, in hours.
    TotalLateness,
    /// Largest lateness, in hours.
    MaximalLateness,
    /// Orders late.
    LateOrders,
    /// Changes of family.
    Setups,
}

impl Measure {
    /// All measures, with the name that authors write and the words shown.
    pub const ALL: [(Self, &'static str, &'static str); 5] = [
        (Self::Makespan, "duree_totale", "Durée totale"),
        (Self::TotalLateness, "retard_total", "Retard total"),
        (Self::MaximalLateness, "retard_maximal", "Retard le plus grand"),
        (Self::LateOrders, "ordres_en_retard", "Ordres en retard"),
        (Self::Setups, "changements", "Changements de série"),
    ];

    /// Whether it is counted in hours.
    pub const fn is_in_hours(self) -> bool {
        !matches!(self, Self::LateOrders | Self::Setups)
    }
}

/// Problems of a question become diagnostics at its place.
fn report(element: &Element, problems: Problems, found: &mut Vec<Diagnostic>) {
    for problem in problems.found {
        let place = Place::within(element.clone(), problem.path);
        found.push(Diagnostic::error(place, problem.message, problem.remedy));
    }
}
