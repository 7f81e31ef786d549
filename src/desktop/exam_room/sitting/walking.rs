//! From a question to another, and to the review.

use super::{Pane, Sitting};

impl Sitting {
    /// Rank of the question on screen, from 0.
    pub(in crate::desktop::exam_room) const fn current(&self) -> usize {
        self.current
    }

    /// Number of questions.
    pub(in crate::desktop::exam_room) fn question_count(&self) -> usize {
        self.copy.states().len()
    }

    /// Shows a question.
    pub(in crate::desktop::exam_room) fn open_question(&mut self, rank: usize) {
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
    pub(in crate::desktop::exam_room) fn open_next(&mut self) {
        if self.current + 1 < self.question_count() {
            self.open_question(self.current + 1);
        } else {
            self.show_review(true);
        }
    }

    /// Shows the previous question; stays at the first one. From the review, back to the question.
    pub(in crate::desktop::exam_room) fn open_previous(&mut self) {
        let back = usize::from(!self.reviewing);
        self.open_question(self.current.saturating_sub(back));
    }

    /// Shows or leaves the review.
    pub(in crate::desktop::exam_room) fn show_review(&mut self, reviewing: bool) {
        self.reviewing = reviewing;
        self.confirmation.clear();
        self.refresh();
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::example::{begun, folder_with_subject};
    use super::super::super::reading::Page;
    use super::super::Step;
    use super::*;

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
}
