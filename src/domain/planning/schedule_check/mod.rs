//! A schedule checked by its constraints: a typed problem, the placements that someone proposes,
//! and what each constraint says of them. It also proposes a feasible schedule of its own.
//!
//! What belongs here: the problem (`problem`), the open time of posts (`opening`), the check
//! (`checking`, `report`) and list scheduling (`list_scheduling`, `priority`, `timing`). Times are
//! whole minutes from the origin of the problem; `ScheduleProblem::origin` tells which moment that
//! is, when it matters. Nothing here knows a worksheet or a mark.

mod checking;
mod list_scheduling;
mod measuring;
mod opening;
mod priority;
mod problem;
mod report;
#[cfg(test)]
mod samples;
mod timing;

pub use checking::check;
pub use list_scheduling::{propose, propose_by};
pub use opening::Opening;
pub use priority::PriorityRule;
pub use problem::{MOST_OPERATIONS, Placement, SchedulePost, ScheduleProblem, ScheduledOperation};
pub use report::{
    Constraint, ConstraintCheck, PostLoad, ScheduleMeasures, ScheduleReport, Violation,
};
pub use timing::timed;
