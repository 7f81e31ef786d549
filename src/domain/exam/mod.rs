//! The session: candidates with their route and accommodations, jurors, dates.

mod roster;
mod session;

pub use roster::{is_identifier, parse_candidates, parse_jurors};
pub use session::{
    AccessRoute, Accommodation, Attendance, Candidate, Juror, Session, extra_minutes,
};
