//! Kinds of question: what is lost when one replaces another.

use super::building::question_edit;
use crate::domain::case_study::{Edit, Question, QuestionKind, WrittenKind, blank_answer};

/// Whether another kind would lose something that the author wrote.
pub(super) fn loses_key(kind: &QuestionKind) -> bool {
    match kind {
        QuestionKind::LongText { .. } | QuestionKind::ShortText {} => false,
        written => *written != blank_answer(written.written_kind()),
    }
}

/// The question with an empty key of another kind.
pub(super) fn with_kind(question: &Question, kind: WrittenKind) -> Edit {
    question_edit(question, "type", |changed| changed.answer = blank_answer(kind))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::case_study::Tolerance;

    #[test]
    fn only_a_key_that_was_written_can_be_lost() {
        for kind in WrittenKind::ALL {
            assert!(!loses_key(&blank_answer(kind)), "{}", kind.label());
        }
        assert!(!loses_key(&QuestionKind::LongText { lines: 20 }));
        let key = Some(rust_decimal::Decimal::ONE);
        let tolerance = Tolerance::Exact;
        let number = QuestionKind::Number {
            unit: String::new(),
            key,
            cell: String::new(),
            decimals: None,
            tolerance,
        };
        assert!(loses_key(&number));
    }
}
