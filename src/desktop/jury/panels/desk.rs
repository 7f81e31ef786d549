//! What a screen reads, what it may change, and what it asks for.

use chrono::{DateTime, FixedOffset};

use crate::desktop::jury::commands::Command;
use crate::desktop::jury::documents::Documents;
use crate::desktop::jury::model::{Bench, View};
use crate::desktop::jury::unsealing::Unsealing;
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
    /// Brings the panel that opens the sealed copies.
    Unseal,
    /// Asks where the jury's key is.
    ChooseKey,
    /// Opens the sealed copies with the key and the passphrase given.
    OpenCopies,
    /// Gives up opening them.
    StopOpening,
    /// Goes on to the session, its copies sealed.
    KeepSealed,
}

/// Lent to the panels for one frame.
pub struct Desk<'a> {
    /// The session, read only.
    pub bench: &'a Bench,
    /// State of the screens.
    pub view: &'a mut View,
    /// Documents being written.
    pub documents: &'a Documents,
    /// The opening of the sealed copies.
    pub unsealing: &'a mut Unsealing,
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
