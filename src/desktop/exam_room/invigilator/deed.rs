//! What the invigilator decides; the caller does it.

use crate::domain::exam::TimeEvent;

/// What the invigilator decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvigilatorDeed {
    /// Record something about the time (`LiveSitting::record_time`).
    Time(TimeEvent),
    /// Close the copy for good (`LiveSitting::hand_in` by the invigilator).
    CloseCopy,
    /// Ask for one more folder that keeps the answers (`LiveSitting::add_folder`).
    OtherFolder,
    /// Ask for a folder, and write there the candidate's own copy, which anyone can read.
    PrintCopy,
    /// Leave the full screen, or go back to it.
    FullScreen(bool),
}
