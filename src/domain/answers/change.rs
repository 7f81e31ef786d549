//! One change of an answer sheet, small enough to be journalled at every key: a text says what was
//! replaced in it, never itself again.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{AnswerSheet, AnswerValue, WriteError};
use crate::domain::case_study::{CellPosition, Subject, SubjectQuestion};
use crate::domain::identifier::{OptionId, QuestionId};

/// What a candidate changed. Names on disk are short: one is written at every key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Change {
    /// A part of a text or number answer.
    #[serde(rename = "x")]
    Text {
        /// The question.
        q: QuestionId,
        /// What was replaced.
        s: Splice,
    },
    /// An option ticked or unticked.
    #[serde(rename = "o")]
    Tick {
        /// The question.
        q: QuestionId,
        /// The option.
        option: OptionId,
        /// Whether it is ticked now.
        ticked: bool,
    },
    /// Cells of a table by reference; several after a paste.
    #[serde(rename = "c")]
    Cells {
        /// The question.
        q: QuestionId,
        /// The cells written, empty when emptied.
        cells: BTreeMap<String, WrittenCell>,
    },
    /// The mark « à revoir ».
    #[serde(rename = "r")]
    Review {
        /// The question.
        q: QuestionId,
        /// Whether it is marked now.
        marked: bool,
    },
}

/// A part of a text replaced by another; places are counted in characters. On disk: `[at, cut, put]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(usize, usize, String)", into = "(usize, usize, String)")]
pub struct Splice {
    /// Characters kept before it.
    pub at: usize,
    /// Characters taken away.
    pub cut: usize,
    /// Text put there.
    pub put: String,
}

impl From<(usize, usize, String)> for Splice {
    fn from((at, cut, put): (usize, usize, String)) -> Self {
        Self { at, cut, put }
    }
}

impl From<Splice> for (usize, usize, String) {
    fn from(splice: Splice) -> Self {
        (splice.at, splice.cut, splice.put)
    }
}

/// What was written in a cell, and what its formula gives.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenCell {
    /// The text as typed.
    pub typed: String,
    /// The value of the formula typed, as text; `None` when it is no formula.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
}

impl Splice {
    /// What makes the second text of the first.
    pub fn between(before: &str, after: &str) -> Self {
        let same = |(left, right): &(char, char)| left == right;
        let start = before.chars().zip(after.chars()).take_while(same).count();
        let (old, new) = (before.chars().count(), after.chars().count());
        let most = old.min(new) - start;
        let pairs = before.chars().rev().zip(after.chars().rev());
        let end = pairs.take(most).take_while(same).count();
        Self {
            at: start,
            cut: old - start - end,
            put: after.chars().skip(start).take(new - start - end).collect(),
        }
    }

    /// The text after the replacement; `None` when the text is too short for it.
    pub fn apply(&self, before: &str) -> Option<String> {
        let place = |count: usize| {
            let mut ends = before.char_indices().map(|(at, _)| at).chain([before.len()]);
            ends.nth(count)
        };
        let (start, end) = (place(self.at)?, place(self.at.checked_add(self.cut)?)?);
        let (kept, rest) = (before.get(..start)?, before.get(end..)?);
        Some([kept, self.put.as_str(), rest].concat())
    }
}

impl Change {
    /// The change that makes a text or number answer read `after`.
    pub fn text(sheet: &AnswerSheet, question: &QuestionId, after: &str) -> Self {
        let splice = Splice::between(sheet.typed_text(question), after);
        Self::Text { q: question.clone(), s: splice }
    }

    /// The question that it changes.
    pub const fn question(&self) -> &QuestionId {
        match self {
            Self::Text { q, .. }
            | Self::Tick { q, .. }
            | Self::Cells { q, .. }
            | Self::Review { q, .. } => q,
        }
    }

    /// Whether an answer is changed, and not its mark only.
    pub const fn is_answer(&self) -> bool {
        !matches!(self, Self::Review { .. })
    }
}

impl AnswerSheet {
    /// The text of a text or number answer as typed; empty when there is none.
    pub fn typed_text(&self, question: &QuestionId) -> &str {
        match self.value(question) {
            Some(AnswerValue::Text { text }) => text,
            Some(AnswerValue::Number(number)) => &number.typed,
            _ => "",
        }
    }

    /// Does a change.
    ///
    /// # Errors
    /// When the copy is handed in, the subject has no such question, or the change does not fit it.
    pub fn apply(
        &mut self,
        subject: &Subject,
        change: &Change,
        now: DateTime<FixedOffset>,
    ) -> Result<(), WriteError> {
        let question = subject.questions().find(|known| &known.id == change.question());
        let question = question.ok_or(WriteError::WrongKind)?;
        match change {
            Change::Text { q, s } => {
                let after = s.apply(self.typed_text(q)).ok_or(WriteError::WrongKind)?;
                self.write_text(question, &after, now)
            }
            Change::Tick { option, ticked, .. } => self.tick(question, option, *ticked, now),
            Change::Cells { cells, .. } => self.apply_cells(question, cells, now),
            Change::Review { q, marked } => self.set_review(q, *marked),
        }
    }

    /// All the cells, or none when one is refused.
    fn apply_cells(
        &mut self,
        question: &SubjectQuestion,
        cells: &BTreeMap<String, WrittenCell>,
        now: DateTime<FixedOffset>,
    ) -> Result<(), WriteError> {
        let before = self.answers.get(&question.id).cloned();
        for (reference, written) in cells {
            let at = CellPosition::from_reference(reference).ok_or(WriteError::WrongKind);
            let outcome = at.and_then(|at| self.write_cell_and_result(question, at, written, now));
            if let Err(refused) = outcome {
                match before {
                    Some(known) => self.answers.insert(question.id.clone(), known),
                    None => self.answers.remove(&question.id),
                };
                return Err(refused);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_splice_holds_only_what_changed() {
        let splice = Splice::between("La cadence", "La bonne cadence");
        assert_eq!(splice, Splice { at: 3, cut: 0, put: "bonne ".to_owned() });
        assert_eq!(Splice::between("été", "étée").apply("été").as_deref(), Some("étée"));
        assert_eq!(Splice::between("aaa", "aa"), Splice { at: 2, cut: 1, put: String::new() });
    }

    #[test]
    fn a_splice_that_does_not_fit_is_refused() {
        let far = Splice { at: 9, cut: 0, put: "x".to_owned() };
        assert_eq!(far.apply("court"), None);
        let long = Splice { at: 2, cut: usize::MAX, put: String::new() };
        assert_eq!(long.apply("court"), None);
    }

    proptest::proptest! {
        #[test]
        fn applying_what_lies_between_two_texts_gives_the_second(
            before in "[aéb\n€ ]{0,12}",
            after in "[aéb\n€ ]{0,12}",
        ) {
            let splice = Splice::between(&before, &after);
            proptest::prop_assert_eq!(splice.apply(&before), Some(after));
        }
    }
}
