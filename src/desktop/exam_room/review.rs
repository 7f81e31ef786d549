//! The questions at a glance before the copy is handed in, and what is left to see.

use super::question_state::{QuestionState, answer_words, counted};
use crate::domain::answers::{AnswerCounts, AnswerSheet, QuestionStatus, status_of};
use crate::domain::case_study::{AnswerForm, CellPosition, Subject, SubjectQuestion};
use crate::domain::french::clock_minutes;

/// One question in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ReviewLine {
    /// Its title.
    pub(super) title: String,
    /// Its state.
    pub(super) state: QuestionState,
    /// Its state in words: « répondue », « 1 cellule vide ».
    pub(super) state_words: String,
    /// What was written, counted.
    pub(super) answer: String,
    /// Time of the last change; empty when there was none.
    pub(super) modified: String,
}

/// Something left to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Concern {
    /// Rank of the question, from 0.
    pub(super) rank: usize,
    /// What it is about.
    pub(super) state: QuestionState,
    /// In words.
    pub(super) words: String,
}

/// The whole copy at a glance.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Review {
    /// The questions, in order.
    pub(super) lines: Vec<ReviewLine>,
    /// What is left to see, in the order of the questions.
    pub(super) concerns: Vec<Concern>,
    /// How many questions are answered.
    pub(super) counts: AnswerCounts,
}

impl Review {
    /// Looks at a copy.
    pub(super) fn of(subject: &Subject, sheet: &AnswerSheet) -> Self {
        let lines = subject.questions().map(|question| line(question, sheet)).collect();
        let concerns = subject
            .questions()
            .enumerate()
            .flat_map(|(rank, question)| concerns(rank, question, sheet))
            .collect();
        Self { lines, concerns, counts: AnswerCounts::of(subject, sheet) }
    }
}

fn line(question: &SubjectQuestion, sheet: &AnswerSheet) -> ReviewLine {
    let state = QuestionState::of(question, sheet);
    let state_words = match (state, status_of(question, sheet)) {
        (QuestionState::Started, QuestionStatus::Partial { filled, asked }) => {
            counted(asked - filled, "cellule vide", "cellules vides")
        }
        _ => state.word().to_owned(),
    };
    let answer = sheet.answers.get(&question.id);
    ReviewLine {
        title: question.title.clone(),
        state,
        state_words,
        answer: answer_words(question, sheet),
        modified: answer.map(|answer| clock_minutes(answer.modified_at)).unwrap_or_default(),
    }
}

fn concerns(rank: usize, question: &SubjectQuestion, sheet: &AnswerSheet) -> Vec<Concern> {
    let number = rank + 1;
    let mut found = Vec::new();
    let mut add = |state, words| found.push(Concern { rank, state, words });
    match status_of(question, sheet) {
        QuestionStatus::Answered => {}
        QuestionStatus::Empty => {
            add(QuestionState::Empty, format!("La question {number} est vide."));
        }
        QuestionStatus::Unreadable => {
            let words = format!("Question {number} : un nombre ou une date est illisible.");
            add(QuestionState::Unreadable, words);
        }
        QuestionStatus::Partial { filled, asked } => {
            let words = match (asked - filled, first_empty_cell(question, sheet)) {
                (1, Some(at)) => format!("Question {number} : une cellule vide, {}.", at.label()),
                (left, _) => format!("Question {number} : {left} cellules vides."),
            };
            add(QuestionState::Started, words);
        }
    }
    if sheet.to_review.contains(&question.id) {
        add(QuestionState::ToReview, format!("La question {number} est marquée à revoir."));
    }
    found
}

fn first_empty_cell(question: &SubjectQuestion, sheet: &AnswerSheet) -> Option<CellPosition> {
    let AnswerForm::Table(table) = &question.form else { return None };
    let value = sheet.value(&question.id)?;
    table.asked().find(|at| value.cell(*at).is_none_or(|cell| cell.typed.trim().is_empty()))
}

#[cfg(test)]
mod tests {
    use super::super::example::{begun, folder_with_subject, minute};
    use super::*;
    use crate::desktop::paper::AnswerInput;

    #[test]
    fn the_review_counts_and_says_what_is_left() {
        let (folder, _) = folder_with_subject();
        let mut copy = begun(&folder, "");
        let text = |typed: &str| AnswerInput::Text(typed.to_owned());
        copy.set_clock(minute(1));
        copy.write(0, text("Trois mots ici")).expect("it is written");
        copy.write(1, text("12 pièces")).expect("it is written");
        copy.toggle_review(1).expect("it is marked");
        let cell = CellPosition { row: 0, column: 1 };
        let cells = AnswerInput::Cells(vec![(cell, "25".to_owned())]);
        copy.write(3, cells).expect("it is written");
        let review = Review::of(copy.subject(), copy.sheet());
        let words = |line: &ReviewLine| (line.state_words.clone(), line.answer.clone());
        let expected = [
            ("répondue", "3 mots"),
            ("à revoir", "1 nombre"),
            ("vide", "aucune réponse"),
            ("1 cellule vide", "1 cellule sur 2"),
        ];
        let expected = expected.map(|(state, answer)| (state.to_owned(), answer.to_owned()));
        assert_eq!(review.lines.iter().map(words).collect::<Vec<_>>(), expected);
        let modified = review.lines.first().map(|line| line.modified.as_str());
        assert_eq!(modified, Some("8\u{a0}h\u{a0}33"));
        let concerns: Vec<&str> = review.concerns.iter().map(|c| c.words.as_str()).collect();
        assert_eq!(
            concerns,
            [
                "La question 2 est marquée à revoir.",
                "La question 3 est vide.",
                "Question 4 : une cellule vide, ligne 2, colonne 2.",
            ]
        );
        let counts = "2 questions répondues sur 4, 1 en partie, 1 vide, 1 à revoir";
        assert_eq!(review.counts.words(), counts, "as the receipt says");
    }
}
