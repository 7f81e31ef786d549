//! What a person asks of a board, and what it writes in the cells.

use crate::domain::case_study::ScheduleBoard;
use crate::domain::case_study::board::{ScheduleView, Writing};

/// Something asked; operations and posts are ranks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// Place an operation at its earliest.
    Earliest(usize),
    /// Take an operation off the board.
    Remove(usize),
    /// Move an operation by so many minutes.
    Step(usize, i64),
    /// Move an operation to the next post allowed, below or above.
    NextPost(usize, bool),
    /// Place an operation on a post from a minute on.
    Put(usize, usize, i64),
}

impl Deed {
    /// What to write in the cells.
    pub(super) fn writings(self, board: &ScheduleBoard, view: &ScheduleView) -> Vec<Writing> {
        match self {
            Self::Earliest(operation) => view.placing_earliest(board, operation),
            Self::Remove(operation) => board.removing(operation),
            Self::Step(operation, minutes) => view.stepping(board, operation, minutes),
            Self::NextPost(operation, below) => view.changing_post(board, operation, below),
            Self::Put(operation, post, start) => {
                let same = view.bar(operation).map(|bar| (bar.post, bar.start));
                if same == Some((post, start)) {
                    Vec::new()
                } else {
                    board.placing(operation, post, start)
                }
            }
        }
    }
}
