//! A test under way: the copy, and what the candidate looks at.
//!
//! Here, what follows from the clocks and the copy; `resuming` says where it begins, `screen` what
//! is shown, `walking` how one goes from a question to another, `introductions` what is unfolded.

mod introductions;
mod resuming;
mod screen;
mod walking;

use std::collections::BTreeMap;

use super::open_copy::OpenCopy;
use super::reading::Reading;
use super::receipt::Receipt;
use super::review::Review;
use crate::domain::exam::{Notice, Phase};
use crate::sitting::{Delivery, SaveState};
use crate::spell_check::Speller;

pub(super) use self::screen::{FocusWish, Pane, Step};

/// A test under way.
pub(super) struct Sitting {
    /// The subject and the answers.
    pub(super) copy: OpenCopy,
    /// What is open beside the question.
    pub(super) reading: Reading,
    /// What a narrow window shows.
    pub(super) pane: Pane,
    /// What the candidate typed to confirm the hand-in.
    pub(super) confirmation: String,
    /// What takes the focus in the next frame.
    pub(super) wanted_focus: Option<FocusWish>,
    /// The spell-check, where the case or the accommodation allows it.
    pub(super) speller: Option<Speller>,
    current: usize,
    reviewing: bool,
    introductions: BTreeMap<usize, bool>,
    review: Review,
    reviewed_revision: Option<u64>,
    receipt: Option<Receipt>,
}

impl Sitting {
    /// Whether the invigilator stopped the time: nothing of the test is on screen, nothing of it
    /// reacts.
    pub(super) fn is_suspended(&self) -> bool {
        self.copy.sitting().phase() == Phase::Paused
    }

    /// Whether a banner about the saves stands at the top of the page.
    pub(super) fn has_save_banner(&self) -> bool {
        let is_troubled = match self.copy.save_state() {
            SaveState::Failed(_) => true,
            SaveState::Saved { missing, .. } | SaveState::Saving { missing, .. } => {
                missing.is_some()
            }
        };
        let is_unwritten = matches!(self.copy.delivery(), Delivery::Unwritten(_));
        is_troubled || is_unwritten || self.copy.refused_folder().is_some()
    }

    /// The clock: the end of the test, and what follows from it. Gives the notices of the time left.
    pub(super) fn tick(&mut self) -> Vec<Notice> {
        let notices = self.copy.tick();
        self.refresh();
        notices
    }

    /// Brings what is shown up to date with the copy.
    pub(super) fn refresh(&mut self) {
        if self.receipt.is_none() {
            self.receipt = Receipt::of(&self.copy);
        }
        let revision = Some(self.copy.revision());
        if self.reviewing && self.reviewed_revision != revision {
            self.review = Review::of(self.copy.subject(), self.copy.sheet());
            self.reviewed_revision = revision;
        }
    }

    /// The questions at a glance, while the review is shown.
    pub(super) const fn review(&self) -> &Review {
        &self.review
    }

    /// The receipt, once the file is verified.
    pub(super) const fn receipt(&self) -> Option<&Receipt> {
        self.receipt.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{begun, folder_with_subject, minute};
    use super::*;
    use crate::domain::exam::{ClosedBy, TimeEvent};

    #[test]
    fn the_end_of_the_time_leads_to_the_receipt_from_any_screen() {
        let (folder, _) = folder_with_subject();
        let mut sitting = Sitting::new(begun(&folder, ""));
        sitting.show_review(true);
        sitting.copy.run_until(minute(120));
        sitting.tick();
        assert_eq!(sitting.step(), Step::Receipt);
        assert!(sitting.receipt().is_some_and(|receipt| receipt.closed_by == ClosedBy::Time));
    }

    #[test]
    fn a_suspended_test_says_so_until_it_goes_on() {
        let (folder, _) = folder_with_subject();
        let mut sitting = Sitting::new(begun(&folder, ""));
        assert!(!sitting.is_suspended());
        let reason = "alarme".to_owned();
        sitting.copy.sitting_mut().record_time(TimeEvent::Paused { reason });
        assert!(sitting.is_suspended());
        sitting.copy.sitting_mut().record_time(TimeEvent::Resumed);
        assert!(!sitting.is_suspended());
    }

    #[test]
    fn a_folder_that_is_refused_puts_a_banner_above_the_test() {
        let (folder, _) = folder_with_subject();
        let mut sitting = Sitting::new(begun(&folder, ""));
        assert!(!sitting.has_save_banner());
        sitting.copy.add_folder(folder.path());
        assert!(sitting.has_save_banner(), "it is one of the folders already");
    }
}
