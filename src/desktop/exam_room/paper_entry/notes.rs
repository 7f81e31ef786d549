//! Who typed a paper copy in, who read it again, and which questions were read again.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::domain::answers::TypedBy;
use crate::domain::case_study::Subject;
use crate::domain::identifier::QuestionId;

/// Name of these notes among the settings that the journal keeps.
const KEY: &str = "paper_entry";

/// Notes on the typing in of a paper copy.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EntryNotes {
    /// Who typed it in.
    pub typist: String,
    /// Who read it again; empty when it is the same person.
    pub reader: String,
    read_again: BTreeSet<QuestionId>,
}

impl EntryNotes {
    /// The notes of a value of the journal; empty when it holds none.
    pub fn from_value(value: &Value) -> Self {
        value.get(KEY).and_then(|notes| Self::deserialize(notes).ok()).unwrap_or_default()
    }

    /// The notes as a value of the journal.
    pub fn to_value(&self) -> Value {
        // Plain data with text keys: serde_json cannot refuse it.
        let notes = serde_json::to_value(self).unwrap_or_default();
        Value::Object(Map::from_iter([(KEY.to_owned(), notes)]))
    }

    /// Whether it is known who types.
    pub fn is_signed(&self) -> bool {
        !self.typist.trim().is_empty()
    }

    /// Whether a question was read again since it was last changed.
    pub fn was_read_again(&self, question: &QuestionId) -> bool {
        self.read_again.contains(question)
    }

    /// Notes that a question was read again, or must be.
    pub fn set_read_again(&mut self, question: &QuestionId, read: bool) {
        if read {
            self.read_again.insert(question.clone());
        } else {
            self.read_again.remove(question);
        }
    }

    /// Ranks of the questions that were not read again, from 0.
    pub fn not_read_again(&self, subject: &Subject) -> Vec<usize> {
        let ranks = subject.questions().enumerate();
        ranks.filter(|(_, one)| !self.was_read_again(&one.id)).map(|(rank, _)| rank).collect()
    }

    /// Who typed it in and read it again, as the copy keeps it.
    pub fn typed_by(&self) -> TypedBy {
        TypedBy::new(&self.typist, &self.reader)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::example::subject;
    use super::*;

    #[test]
    fn notes_are_read_back_from_the_journal() {
        let mut notes = EntryNotes { typist: "Mme Roche".to_owned(), ..EntryNotes::default() };
        notes.set_read_again(&"Q1".into(), true);
        assert_eq!(EntryNotes::from_value(&notes.to_value()), notes);
        assert_eq!(EntryNotes::from_value(&Value::Null), EntryNotes::default());
        let other = serde_json::json!({ "paper_entry": 3 });
        assert_eq!(EntryNotes::from_value(&other), EntryNotes::default());
    }

    #[test]
    fn what_was_not_read_again_is_listed() {
        let mut notes = EntryNotes::default();
        notes.set_read_again(&"Q1".into(), true);
        notes.set_read_again(&"Q3".into(), true);
        notes.set_read_again(&"Q3".into(), false);
        assert_eq!(notes.not_read_again(&subject()), [1, 2, 3]);
    }

    #[test]
    fn the_copy_keeps_both_names() {
        let mut notes = EntryNotes { typist: " Mme Roche ".to_owned(), ..EntryNotes::default() };
        assert!(notes.is_signed());
        assert_eq!(notes.typed_by(), TypedBy::new("Mme Roche", ""));
        notes.reader = "M. Petit".to_owned();
        assert_eq!(notes.typed_by(), TypedBy::new("Mme Roche", "M. Petit"));
        assert!(!EntryNotes::default().is_signed());
    }
}
