//! What a person may ask for in the exam room, and how it changes the test.

use super::companions::Companion;
use super::reading::{Page, ReadingDeed};
use super::sitting::{FocusWish, Pane, Sitting};
use crate::desktop::paper::AnswerInput;
use crate::storage::Theme;

/// A change of the size of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextSize {
    /// One step larger.
    Larger,
    /// One step smaller.
    Smaller,
    /// 100 %.
    Usual,
}

/// Asked before the test begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entrance {
    /// Begin.
    Begin,
    /// Choose the folder of this PC where the answers are kept.
    ChooseWork,
    /// Choose the folder of the second copy.
    ChooseMirror,
    /// Keep no second copy.
    NoMirror,
}

/// Asked during the test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Deed {
    /// Show a question.
    OpenQuestion(usize),
    /// Show the next question; `true` from the keyboard.
    NextQuestion(bool),
    /// Show the previous question; `true` from the keyboard.
    PreviousQuestion(bool),
    /// Put the caret in the answer of the question on screen.
    GoToAnswer,
    /// Keep what was done in a question.
    Write(usize, AnswerInput),
    /// Mark the question on screen, or not.
    ToggleReview,
    /// Fold or unfold the introduction of the dossier.
    ToggleIntroduction,
    /// Show the question or the annexes in a narrow window.
    ShowPane(Pane),
    /// Open something to read.
    OpenPage(Page),
    /// Open the next thing to read.
    NextPage,
    /// Keep an exhibit below, or none.
    Pin(Option<usize>),
    /// Show or hide the search.
    ShowSearch(bool),
    /// Look for something else.
    LookFor(String),
    /// Enlarge, highlight or open the annexes elsewhere.
    Reading(ReadingDeed),
    /// Show or leave the review.
    ShowReview(bool),
    /// What is typed to confirm the hand-in.
    Confirm(String),
    /// Hand the copy in.
    HandIn,
    /// Save without waiting.
    SaveNow,
}

/// Anything a person may ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Command {
    /// Before the test begins.
    Entrance(Entrance),
    /// During the test.
    Deed(Deed),
    /// One more folder for the answers.
    OtherFolder,
    /// Another size of the text.
    TextSize(TextSize),
    /// Open or close something beside the test.
    Companion(Companion),
    /// Another appearance.
    Theme(Theme),
    /// Close a quiet notice, by its number.
    CloseNotice(u64),
    /// Close what is said of the folders of the answers.
    CloseFolderNews(usize),
    /// Show the keys.
    Help,
    /// Leave the exam room.
    Leave,
}

/// Changes the test as asked.
pub(super) fn perform(sitting: &mut Sitting, deed: Deed) {
    match deed {
        Deed::OpenQuestion(rank) => sitting.open_question(rank),
        Deed::NextQuestion(by_key) => {
            sitting.open_next();
            sitting.wanted_focus = by_key.then_some(FocusWish::Question);
        }
        Deed::PreviousQuestion(by_key) => {
            sitting.open_previous();
            sitting.wanted_focus = by_key.then_some(FocusWish::Question);
        }
        Deed::GoToAnswer => {
            sitting.pane = Pane::Question;
            sitting.wanted_focus = Some(FocusWish::Answer);
        }
        // A sheet refuses once handed in, when no form is shown any more: nothing is lost.
        Deed::Write(rank, input) => {
            let _ = sitting.copy.write(rank, input);
        }
        Deed::ToggleReview => {
            let rank = sitting.current();
            let _ = sitting.copy.toggle_review(rank);
        }
        Deed::ToggleIntroduction => sitting.toggle_introduction(),
        Deed::ShowPane(pane) => sitting.pane = pane,
        Deed::OpenPage(page) => sitting.reading.open(page),
        Deed::NextPage => {
            sitting.reading.open_next();
            sitting.pane = Pane::Reading;
        }
        Deed::Pin(exhibit) => sitting.reading.pin(exhibit),
        Deed::ShowSearch(open) => show_search(sitting, open),
        Deed::LookFor(typed) => sitting.reading.look_for(typed),
        Deed::Reading(deed) => sitting.reading.perform(deed),
        Deed::ShowReview(reviewing) => sitting.show_review(reviewing),
        Deed::Confirm(typed) => sitting.confirmation = typed,
        Deed::HandIn => {
            let typed = std::mem::take(&mut sitting.confirmation);
            if sitting.copy.hand_in(&typed).is_err() {
                sitting.confirmation = typed;
            }
        }
        Deed::SaveNow => sitting.copy.save_now(),
    }
    sitting.refresh();
}

fn show_search(sitting: &mut Sitting, open: bool) {
    sitting.reading.show_search(open);
    sitting.wanted_focus = open.then_some(FocusWish::Search);
    if open {
        sitting.pane = Pane::Reading;
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{begun, folder_with_subject};
    use super::super::question_state::QuestionState;
    use super::super::sitting::Step;
    use super::*;

    #[test]
    fn a_hand_in_with_a_wrong_identifier_changes_nothing() {
        let (folder, _) = folder_with_subject();
        let mut sitting = Sitting::new(begun(&folder, ""));
        perform(&mut sitting, Deed::ShowReview(true));
        perform(&mut sitting, Deed::Confirm("B-08".to_owned()));
        perform(&mut sitting, Deed::HandIn);
        assert_eq!(sitting.step(), Step::Review);
        assert_eq!(sitting.confirmation, "B-08");
        perform(&mut sitting, Deed::Confirm("B-07".to_owned()));
        perform(&mut sitting, Deed::HandIn);
        assert_eq!(sitting.step(), Step::Receipt);
        assert!(sitting.receipt().is_some());
    }

    #[test]
    fn nothing_changes_after_the_hand_in() {
        let (folder, _) = folder_with_subject();
        let mut sitting = Sitting::new(begun(&folder, ""));
        perform(&mut sitting, Deed::Confirm("B-07".to_owned()));
        perform(&mut sitting, Deed::HandIn);
        let sheet = sitting.copy.sheet().clone();
        let input = AnswerInput::Text("Trop tard".to_owned());
        for deed in [Deed::Write(0, input), Deed::ToggleReview, Deed::HandIn, Deed::SaveNow] {
            perform(&mut sitting, deed);
        }
        assert_eq!(sitting.copy.sheet(), &sheet);
    }

    #[test]
    fn what_is_typed_and_marked_shows_in_the_states() {
        let (folder, _) = folder_with_subject();
        let mut sitting = Sitting::new(begun(&folder, ""));
        let input = AnswerInput::Text("Une réponse".to_owned());
        perform(&mut sitting, Deed::Write(0, input));
        perform(&mut sitting, Deed::NextQuestion(true));
        assert_eq!(sitting.wanted_focus, Some(FocusWish::Question));
        perform(&mut sitting, Deed::ToggleReview);
        let expected = [QuestionState::Answered, QuestionState::ToReview];
        assert_eq!(sitting.copy.states().get(..2), Some(expected.as_slice()));
    }
}
