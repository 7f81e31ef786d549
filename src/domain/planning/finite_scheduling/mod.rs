//! Scheduling at finite capacity: Johnson's rule, priority rules on one machine, job shops, and
//! backward loading of one machine.
//!
//! What belongs here: one folder a calculation, each with its input, its reading and its
//! worksheet; `ordonnancement` is the calculator that picks one of the last three. Open times, list
//! scheduling and the check of a schedule come from `schedule_check`.

pub mod backward_loading;
pub mod dispatching;
pub mod job_shop;
pub mod johnson;
pub mod ordonnancement;
pub mod task_names;
mod task_reading;
