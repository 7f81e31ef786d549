//! The session: candidates with their route and accommodations, jurors, dates.

mod session;

pub use session::{
    AccessRoute, Accommodation, Attendance, Candidate, Juror, Session, extra_minutes,
};
