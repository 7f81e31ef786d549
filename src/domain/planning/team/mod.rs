//! The team: who can hold which post, how many can, and who is put where.
//!
//! What belongs here: posts and the rules that keep a person from one (`post`), the assignment of
//! people to posts, proposed (`assignment`, `matching`) or checked (`report`), the table of the
//! calculator `polyvalence` (`polyvalence`, `heads`, `able`, `summary`, `proposed`), how all this is
//! read (`reading`, `absences`) and how a name typed by a candidate is recognised (`names`).

mod able;
mod absences;
mod assignment;
mod heads;
mod matching;
mod names;
mod polyvalence;
mod post;
mod proposed;
mod reading;
mod report;
mod summary;

#[cfg(test)]
mod example;

pub use assignment::{AssignmentProblem, MAX_PEOPLE, MAX_PLACES, largest_assignment, propose};
pub use names::recognise;
pub use polyvalence::{SkillsInput, worksheet};
pub use post::{Constraint, Obstacle, Post, Restriction};
pub use reading::{OPTIONS, PROBLEM_FIELDS, calculate};
pub use report::{AssignmentReport, Violation, check};
