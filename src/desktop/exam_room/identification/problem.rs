//! Why a test does not begin, beside the field to mend.

use crate::sitting::EntranceError;
use crate::storage::StorageError;

/// Why a test does not begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::desktop::exam_room) enum BeginProblem {
    /// The identifier cannot be used.
    Identifier(String),
    /// The code is missing or another one.
    Code(String),
    /// The code of the room is missing or another one.
    RoomCode(String),
    /// The extra time cannot be read.
    ExtraMinutes(&'static str),
    /// The copy of this candidate is handed in already.
    HandedIn(StorageError),
    /// A file cannot be written or read.
    Storage(StorageError),
}

/// The problem that the form shows for a refusal at the entrance.
pub(super) fn problem_of(error: EntranceError) -> BeginProblem {
    let words = |problem: &StorageError| {
        let message = &problem.message;
        let first = message.chars().next().map(|letter| letter.to_uppercase().to_string());
        let rest: String = message.chars().skip(1).collect();
        format!("{}{rest} {}", first.unwrap_or_default(), problem.remedy)
    };
    match error {
        EntranceError::WrongCode(problem) => BeginProblem::Code(words(&problem)),
        EntranceError::WrongRoomCode(problem) => BeginProblem::RoomCode(words(&problem)),
        EntranceError::Unknown(problem) => BeginProblem::Identifier(words(&problem)),
        EntranceError::HandedIn(problem) => BeginProblem::HandedIn(problem),
        EntranceError::Unusable(problem) => BeginProblem::Storage(problem),
    }
}
