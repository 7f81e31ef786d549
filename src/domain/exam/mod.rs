//! The session: candidates with their route and accommodations, jurors, dates; and the time of a
//! sitting.

mod accommodation;
mod allowance;
mod decision;
mod exact_duration;
mod file_names;
mod ledger;
mod moment;
mod paper;
mod room_name;
mod roster;
#[cfg(test)]
pub(crate) mod samples;
mod session;

pub use accommodation::Accommodation;
pub use allowance::{Allowance, ExtraTime};
pub use decision::DecisionProblem;
pub use exact_duration::{exact_duration, short_duration};
pub use file_names::name_in_files;
pub use ledger::{
    CLOCK_TOLERANCE, ClosedBy, Interruption, InterruptionCause, LONGEST_SILENCE, Lateness, Ledger,
    LedgerEntry, Notice, Passage, Phase, TimeEvent, Worked,
};
pub use moment::{Moment, MomentError};
pub use paper::{FIRST_PAPER, Paper};
pub use room_name::{room_label, room_words};
pub use roster::{is_identifier, parse_candidates, parse_jurors};
pub use session::{AccessRoute, Attendance, Candidate, Juror, Session, fingerprint_key};
