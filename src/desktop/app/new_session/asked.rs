//! What a person asks for on the screen of a new session.

use std::path::PathBuf;

/// What was asked for in a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asked {
    /// The file of the first paper.
    ChooseCase,
    /// The file of another paper, by rank.
    ChoosePaper(usize),
    /// The folder of the session.
    ChooseFolder,
    /// A file with the list of candidates.
    ChooseList,
    /// The session, as filled in.
    Create,
    /// Stop making it.
    Cancel,
    /// A folder in the file manager.
    Show(PathBuf),
    /// The view of the room.
    Watch,
    /// The session of the jury.
    Open,
    /// The home screen.
    Leave,
}
