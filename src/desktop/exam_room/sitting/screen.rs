//! Which screen of the test is shown, and what takes the focus in it.

use super::Sitting;
use crate::sitting::Delivery;

/// Which screen of the test is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::desktop::exam_room) enum Step {
    /// The questions.
    Questions,
    /// The review before the hand-in.
    Review,
    /// Handed in, the file not yet verified.
    Delivering,
    /// Handed in and verified.
    Receipt,
}

/// What a narrow window shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::desktop::exam_room) enum Pane {
    /// The question.
    Question,
    /// The annexes.
    Reading,
}

/// What may take the focus after a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::desktop::exam_room) enum FocusWish {
    /// The heading of the question on screen.
    Question,
    /// Its answer; on the review, the field that confirms the hand-in.
    Answer,
    /// The search in the annexes.
    Search,
}

impl Sitting {
    /// Which screen is shown.
    pub(in crate::desktop::exam_room) fn step(&self) -> Step {
        match self.copy.delivery() {
            Delivery::Writing if self.reviewing => Step::Review,
            Delivery::Writing => Step::Questions,
            Delivery::Unwritten(_) => Step::Delivering,
            Delivery::Delivered(_) => Step::Receipt,
        }
    }
}
