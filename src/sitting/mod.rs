//! One sitting of one candidate, from the opening of a subject to the sealed copy. The window and
//! the command line both go through here, so that what is tested is what candidates use.
//!
//! - `entrance`: opens a subject with its code, begins or resumes (`resuming`);
//! - `paper_door`: the code of the room, before a paper copy is typed in;
//! - `live`: a sitting under way: every change is an event, kept in memory (`state`, `history`) and
//!   in the journal (`record`); `tables` computes the formulas of tables;
//! - `delivery`: the hand-in: sealed, written, read again, compared; then the journal is destroyed;
//! - `input`: what a candidate does, and the change that it makes; `rehearsal` plays it elsewhere;
//! - `keeping`: its folders, and the sealed subject carried beside each journal;
//! - `save_state`: where the answers stand with the disk, for the words on screen;
//! - `inspection`: what an unfinished sitting holds, for the invigilator.

mod delivery;
mod entrance;
mod history;
mod input;
mod inspection;
mod keeping;
mod live;
mod paper_door;
mod record;
mod rehearsal;
mod resuming;
mod save_state;
mod state;
mod tables;

#[cfg(test)]
pub(crate) mod samples;

pub use delivery::{Delivered, Delivery};
pub use entrance::{EntranceError, EntranceRequest, enter};
pub use history::Version;
pub use input::Input;
pub use inspection::{Inspected, inspect_journals};
pub use live::{LiveSitting, RoomFacts};
pub use record::{Event, Opening, RecordCodec};
pub use rehearsal::Rehearsal;
pub use save_state::SaveState;
pub use state::SittingState;
