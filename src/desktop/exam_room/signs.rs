//! Signs and colours of the states of a question.

use super::question_state::QuestionState;
use crate::desktop::ui_kit::{Icon, State};

/// The sign of a state; its word always goes with it.
pub(super) const fn sign(state: QuestionState) -> Icon {
    match state {
        QuestionState::Empty => Icon::Ring,
        QuestionState::Started => Icon::Half,
        QuestionState::Answered => Icon::Check,
        QuestionState::ToReview => Icon::Flag,
        QuestionState::Unreadable => Icon::Bang,
    }
}

/// The colour that repeats it.
pub(super) const fn color(state: QuestionState) -> State {
    match state {
        QuestionState::Empty => State::Blank,
        QuestionState::Started => State::Accent,
        QuestionState::Answered => State::Ok,
        QuestionState::ToReview => State::Warn,
        QuestionState::Unreadable => State::Wrong,
    }
}
