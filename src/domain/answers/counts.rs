//! How many questions of a copy were answered: counted once, and said in the same words wherever
//! the whole copy is counted (review, receipt on screen, receipt on paper).

use super::{AnswerSheet, QuestionStatus, status_of};
use crate::domain::case_study::Subject;

/// The questions of a copy, counted by what was written to them. Each is counted once in what was
/// written, and once more when it is marked « à revoir ».
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AnswerCounts {
    /// Answered in full.
    pub answered: usize,
    /// Answered in part: a table with empty cells.
    pub partial: usize,
    /// A number or a date cannot be read.
    pub unreadable: usize,
    /// Nothing is written.
    pub empty: usize,
    /// Marked « à revoir », whatever is written.
    pub to_review: usize,
}

/// What a count is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Questions answered in full.
    Answered,
    /// Questions answered in part.
    Partial,
    /// Questions whose answer cannot be read.
    Unreadable,
    /// Questions without answer.
    Empty,
    /// Questions marked « à revoir ».
    ToReview,
}

impl AnswerCounts {
    /// Counts the questions of a subject on a sheet.
    pub fn of(subject: &Subject, sheet: &AnswerSheet) -> Self {
        let mut counts = Self::default();
        for question in subject.questions() {
            match status_of(question, sheet) {
                QuestionStatus::Answered => counts.answered += 1,
                QuestionStatus::Partial { .. } => counts.partial += 1,
                QuestionStatus::Unreadable => counts.unreadable += 1,
                QuestionStatus::Empty => counts.empty += 1,
            }
            if sheet.to_review.contains(&question.id) {
                counts.to_review += 1;
            }
        }
        counts
    }

    /// How many questions there are.
    pub const fn asked(&self) -> usize {
        self.answered + self.partial + self.unreadable + self.empty
    }

    /// Each count in words: « 9 questions répondues sur 12 », « 1 en partie », « 2 vides »,
    /// « 1 à revoir ». Answered and empty are always said, the others unless there are none.
    pub fn parts(&self) -> Vec<(Counted, String)> {
        let plural = |count: usize| if count > 1 { "s" } else { "" };
        let (many, asked) = (plural(self.answered), self.asked());
        let answered = format!("{} question{many} répondue{many} sur {asked}", self.answered);
        let mut parts = vec![(Counted::Answered, answered)];
        if self.partial > 0 {
            parts.push((Counted::Partial, format!("{} en partie", self.partial)));
        }
        if self.unreadable > 0 {
            let words = format!("{} illisible{}", self.unreadable, plural(self.unreadable));
            parts.push((Counted::Unreadable, words));
        }
        parts.push((Counted::Empty, format!("{} vide{}", self.empty, plural(self.empty))));
        if self.to_review > 0 {
            parts.push((Counted::ToReview, format!("{} à revoir", self.to_review)));
        }
        parts
    }

    /// The same in one line: « 9 questions répondues sur 12, 1 en partie, 2 vides, 1 à revoir ».
    pub fn words(&self) -> String {
        let parts: Vec<String> = self.parts().into_iter().map(|(_, words)| words).collect();
        parts.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::super::samples::sitting;
    use super::super::{Answer, AnswerValue};
    use super::*;
    use crate::domain::case_study::samples;

    #[test]
    fn every_question_is_counted_once_and_the_marks_apart() {
        let subject = samples::subject(&["Q1", "Q2", "Q3"]);
        let mut sheet = AnswerSheet::begin(&subject, sitting());
        let nothing = AnswerCounts::of(&subject, &sheet);
        assert_eq!(nothing.words(), "0 question répondue sur 3, 3 vides");
        let modified_at = DateTime::parse_from_rfc3339("2027-03-11T11:41:52+01:00");
        let modified_at = modified_at.expect("a time");
        let value = AnswerValue::Text { text: "Oui".to_owned() };
        sheet.answers.insert("Q1".into(), Answer { value, modified_at });
        sheet.to_review.insert("Q1".into());
        sheet.to_review.insert("Q3".into());
        let counts = AnswerCounts::of(&subject, &sheet);
        assert_eq!(counts.asked(), 3);
        assert_eq!(counts.words(), "1 question répondue sur 3, 2 vides, 2 à revoir");
    }

    #[test]
    fn what_there_is_none_of_is_left_out_but_for_answered_and_empty() {
        let counts = AnswerCounts { answered: 9, partial: 1, unreadable: 2, ..Default::default() };
        let words = "9 questions répondues sur 12, 1 en partie, 2 illisibles, 0 vide";
        assert_eq!(counts.words(), words);
        let said: Vec<Counted> = counts.parts().into_iter().map(|(counted, _)| counted).collect();
        assert_eq!(
            said,
            [Counted::Answered, Counted::Partial, Counted::Unreadable, Counted::Empty]
        );
    }
}
