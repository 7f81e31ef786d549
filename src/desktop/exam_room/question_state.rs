//! Where the candidate stands with a question: one sign, one word.

use crate::domain::answers::{AnswerSheet, AnswerValue, QuestionStatus, status_of, word_count};
use crate::domain::case_study::{AnswerForm, SubjectQuestion};

/// State of a question in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum QuestionState {
    /// Nothing written.
    Empty,
    /// A table with empty cells.
    Started,
    /// Answered.
    Answered,
    /// Marked by the candidate, to be seen again.
    ToReview,
    /// A number or a date that cannot be read.
    Unreadable,
}

impl QuestionState {
    /// State of a question on a sheet; what the candidate marked comes first.
    pub(super) fn of(question: &SubjectQuestion, sheet: &AnswerSheet) -> Self {
        if sheet.to_review.contains(&question.id) {
            return Self::ToReview;
        }
        match status_of(question, sheet) {
            QuestionStatus::Empty => Self::Empty,
            QuestionStatus::Partial { .. } => Self::Started,
            QuestionStatus::Unreadable => Self::Unreadable,
            QuestionStatus::Answered => Self::Answered,
        }
    }

    /// The word shown.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Empty => "vide",
            Self::Started => "en cours",
            Self::Answered => "répondue",
            Self::ToReview => "à revoir",
            Self::Unreadable => "illisible",
        }
    }
}

/// What was written to a question, counted: « 68 cellules sur 69 », « 142 mots ».
pub(super) fn answer_words(question: &SubjectQuestion, sheet: &AnswerSheet) -> String {
    let written = sheet.value(&question.id).filter(|value| !value.is_blank());
    let Some(value) = written else { return "aucune réponse".to_owned() };
    match (value, &question.form) {
        (AnswerValue::Text { text }, _) => counted(word_count(text), "mot", "mots"),
        (AnswerValue::Number(_), _) => "1 nombre".to_owned(),
        (AnswerValue::Choice { selected }, _) => {
            counted(selected.len(), "case cochée", "cases cochées")
        }
        (AnswerValue::Table { .. }, AnswerForm::Table(table)) => {
            let asked = table.asked().count();
            let filled = table
                .asked()
                .filter_map(|at| value.cell(at))
                .filter(|cell| !cell.typed.trim().is_empty())
                .count();
            format!("{} sur {asked}", counted(filled, "cellule", "cellules"))
        }
        (AnswerValue::Table { cells }, _) => counted(cells.len(), "cellule", "cellules"),
    }
}

/// « 1 mot », « 12 mots »; zero and one are singular in French.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    let word = if count < 2 { one } else { many };
    format!("{count} {word}")
}
