//! What a screen reads, what it may change, and what it asks for.

use chrono::{DateTime, FixedOffset};

use crate::desktop::jury::commands::Command;
use crate::desktop::jury::documents::Documents;
use crate::desktop::jury::model::{Bench, View};
use crate::domain::identifier::{CandidateId, JurorId};
use crate::storage::StorageError;

/// What is asked of the workspace besides changes of the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Back to the home screen.
    Home,
    /// This juror sits down.
    Sit(JurorId),
    /// Another juror takes the place.
    Leave,
    /// Saves again what could not be saved.
    Retry,
    /// Reads the folder again.
    Reload,
    /// Writes every document of the session.
    PrintSession,
    /// Writes the report of a candidate.
    PrintReport(CandidateId),
    /// Stops writing documents.
    StopPrinting,
    /// Hides how the last writing ended.
    ForgetPrinting,
}

/// Lent to the panels for one frame.
pub struct Desk<'a> {
    /// The session, read only.
    pub bench: &'a Bench,
    /// State of the screens.
    pub view: &'a mut View,
    /// Documents being written.
    pub documents: &'a Documents,
    /// Why the folder could not be read again.
    pub reload_problem: Option<&'a StorageError>,
    /// Time of the frame.
    pub now: DateTime<FixedOffset>,
    /// Changes asked for.
    pub commands: Vec<Command>,
    /// Other things asked for.
    pub wishes: Vec<Wish>,
    /// Whether the texts that wait are to be recorded now.
    pub record_texts: bool,
}
