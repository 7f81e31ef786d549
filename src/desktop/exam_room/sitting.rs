//! A test under way: the copy, and what the candidate looks at.

use std::collections::BTreeMap;

use super::open_copy::OpenCopy;
use super::reading::Reading;
use super::receipt::Receipt;
use super::review::Review;
use crate::domain::exam::{Notice, Phase};
use crate::sitting::{Delivery, SaveState};
use crate::spell_check::Speller;

/// Which screen of the test is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
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
pub(super) enum Pane {
    /// The question.
    Question,
    /// The annexes.
    Reading,
}

/// What may take the focus after a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FocusWish {
    /// The heading of the question on screen.
    Question,
    /// Its answer; on the review, the field that confirms the hand-in.
    Answer,
    /// The search in the annexes.
    Search,
}

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
    /// Shows a copy: its first question, or the one written last when it is resumed.
    pub(super) fn new(copy: OpenCopy) -> Self {
        let mut reading = Reading::new(copy.subject());
        let resumed = last_written(&copy);
        match resumed.and_then(|rank| copy.question(rank)) {
            Some(question) => reading.follow(copy.subject(), question),
            None => reading.arrange(copy.subject(), copy.question(0)),
        }
        Self {
            reading,
            pane: Pane::Question,
            confirmation: String::new(),
            wanted_focus: None,
            speller: None,
            current: resumed.unwrap_or(0),
            reviewing: false,
            introductions: BTreeMap::new(),
            review: Review::default(),
            reviewed_revision: None,
            receipt: Receipt::of(&copy),
            copy,
        }
    }

    /// Which screen is shown.
    pub(super) fn step(&self) -> Step {
        match self.copy.delivery() {
            Delivery::Writing if self.reviewing => Step::Review,
            Delivery::Writing => Step::Questions,
            Delivery::Unwritten(_) => Step::Delivering,
            Delivery::Delivered(_) => Step::Receipt,
        }
    }

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

    /// Rank of the question on screen, from 0.
    pub(super) const fn current(&self) -> usize {
        self.current
    }

    /// Number of questions.
    pub(super) fn question_count(&self) -> usize {
        self.copy.states().len()
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

    /// Shows a question.
    pub(super) fn open_question(&mut self, rank: usize) {
        if rank >= self.question_count() {
            return;
        }
        self.current = rank;
        self.reviewing = false;
        self.pane = Pane::Question;
        if let Some(question) = self.copy.question(rank) {
            self.reading.follow(self.copy.subject(), question);
        }
    }

    /// Shows the next question; after the last one, the review.
    pub(super) fn open_next(&mut self) {
        if self.current + 1 < self.question_count() {
            self.open_question(self.current + 1);
        } else {
            self.show_review(true);
        }
    }

    /// Shows the previous question; stays at the first one. From the review, back to the question.
    pub(super) fn open_previous(&mut self) {
        let back = usize::from(!self.reviewing);
        self.open_question(self.current.saturating_sub(back));
    }

    /// Shows or leaves the review.
    pub(super) fn show_review(&mut self, reviewing: bool) {
        self.reviewing = reviewing;
        self.confirmation.clear();
        self.refresh();
    }

    /// The dossier of the question on screen: its rank, and whether the question begins it.
    pub(super) fn dossier(&self) -> Option<(usize, bool)> {
        let mut first = 0;
        for (rank, dossier) in self.copy.subject().dossiers.iter().enumerate() {
            let next = first + dossier.questions.len();
            if (first..next).contains(&self.current) {
                return Some((rank, self.current == first));
            }
            first = next;
        }
        None
    }

    /// Whether the introduction of the dossier on screen is unfolded: as the candidate left it,
    /// at first on the first question of the dossier alone.
    pub(super) fn introduction_is_open(&self) -> bool {
        let Some((rank, begins)) = self.dossier() else { return false };
        self.introductions.get(&rank).copied().unwrap_or(begins)
    }

    /// Folds or unfolds the introduction of the dossier on screen.
    pub(super) fn toggle_introduction(&mut self) {
        let open = self.introduction_is_open();
        if let Some((rank, _)) = self.dossier() {
            self.introductions.insert(rank, !open);
        }
    }
}

/// Rank of the question written last; `None` in a copy where nothing was written.
fn last_written(copy: &OpenCopy) -> Option<usize> {
    let sitting = copy.sitting();
    let written = copy.subject().questions().enumerate().filter_map(|(rank, question)| {
        let last = sitting.versions(&question.id).last()?;
        Some((last.at, rank))
    });
    written.max_by_key(|(at, _)| *at).map(|(_, rank)| rank)
}

#[cfg(test)]
mod tests {
    use super::super::example::{begun, folder_with_subject, minute};
    use super::super::identification::Identification;
    use super::super::reading::Page;
    use super::*;
    use crate::desktop::paper::AnswerInput;
    use crate::domain::exam::{ClosedBy, TimeEvent};
    use crate::environment::Environment;

    #[test]
    fn questions_are_walked_without_leaving_the_subject() {
        let (folder, _) = folder_with_subject();
        let mut sitting = Sitting::new(begun(&folder, ""));
        assert_eq!(sitting.reading.active(), Page::Context);
        sitting.open_previous();
        assert_eq!(sitting.current(), 0);
        for _ in 0..9 {
            sitting.open_next();
        }
        assert_eq!(sitting.current(), 3);
        sitting.show_review(true);
        assert_eq!(sitting.step(), Step::Review);
        sitting.open_previous();
        assert_eq!((sitting.step(), sitting.current()), (Step::Questions, 3));
    }

    #[test]
    fn an_introduction_is_unfolded_at_the_first_question_then_as_it_was_left() {
        let (folder, _) = folder_with_subject();
        let mut sitting = Sitting::new(begun(&folder, ""));
        assert!(sitting.introduction_is_open());
        sitting.open_question(1);
        assert!(!sitting.introduction_is_open());
        sitting.toggle_introduction();
        assert!(sitting.introduction_is_open());
        sitting.open_question(2);
        assert_eq!(sitting.dossier(), Some((1, true)));
    }

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
    fn a_copy_resumes_at_the_question_written_last() {
        let (folder, path) = folder_with_subject();
        let mut copy = begun(&folder, "");
        let text = |typed: &str| AnswerInput::Text(typed.to_owned());
        for (time, rank, input) in [
            (1, 2, AnswerInput::Tick("b".into(), true)),
            (2, 0, text("Une réponse")),
            (3, 1, text("12")),
        ] {
            copy.run_until(minute(time));
            copy.write(rank, input).expect("it is written");
        }
        assert!(copy.close());
        drop(copy);
        let mut form = Identification::open(path).expect("it opens");
        form.identifier = "B-07".to_owned();
        let later = Environment::chosen(|| minute(4), || "essai-2".to_owned());
        let sitting = Sitting::new(form.begin_now(&later).expect("it resumes"));
        assert_eq!((sitting.step(), sitting.current()), (Step::Questions, 1));
        assert_eq!(sitting.reading.active(), Page::Exhibit(2), "its first annexe is open");
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
