//! Answers tried in the preview. They are never saved.

use chrono::{DateTime, FixedOffset};

use crate::desktop::paper::AnswerInput;
use crate::domain::answers::{AnswerSheet, AnswerValue, Sitting};
use crate::domain::case_study::{Subject, SubjectQuestion};
use crate::domain::exam::{Allowance, ExtraTime};

/// A sheet that stays in the window.
#[derive(Debug, Clone, Default)]
pub struct Scratch {
    sheet: Option<AnswerSheet>,
}

impl Scratch {
    /// What was tried, when it still suits the question.
    pub fn value(&self, question: &SubjectQuestion) -> Option<&AnswerValue> {
        let value = self.sheet.as_ref()?.value(&question.id)?;
        value.fits(&question.form).then_some(value)
    }

    /// Writes in the sheet as a candidate would.
    pub fn write(
        &mut self,
        subject: &Subject,
        question: &SubjectQuestion,
        input: AnswerInput,
        now: DateTime<FixedOffset>,
    ) {
        let sheet = self.sheet.get_or_insert_with(|| AnswerSheet::begin(subject, sitting()));
        // The form may have changed since the last try: what no longer suits it starts afresh.
        if sheet.value(&question.id).is_some_and(|value| !value.fits(&question.form)) {
            sheet.answers.remove(&question.id);
        }
        // A refusal loses nothing: this sheet is only a try.
        let _ = match input {
            AnswerInput::Text(typed) => sheet.write_text(question, &typed, now),
            AnswerInput::Tick(option, ticked) => sheet.tick(question, &option, ticked, now),
            AnswerInput::Cells(cells) => cells
                .into_iter()
                .try_for_each(|(at, typed)| sheet.write_cell(question, at, &typed, now)),
        };
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.sheet = None;
    }
}

fn sitting() -> Sitting {
    Sitting {
        copy: "essai".into(),
        candidate: "essai".into(),
        seat: String::new(),
        allowance: Allowance { minutes: 0, extra: ExtraTime::None },
        subject_fingerprint: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::example::{at, case, catalogue, written_scheme};
    use super::*;
    use crate::domain::case_study::AnswerForm;

    #[test]
    fn a_try_is_kept_until_the_form_changes() {
        let catalogue = catalogue();
        let (qualification, _) = written_scheme(&catalogue);
        let subject = Subject::derive(&case(), qualification, BTreeMap::new());
        let mut question = subject.question(&"Q9".into()).expect("a question").clone();
        let mut scratch = Scratch::default();
        scratch.write(&subject, &question, AnswerInput::Text("12".into()), at(0));
        assert!(scratch.value(&question).is_some());
        question.form = AnswerForm::ShortText {};
        assert!(scratch.value(&question).is_none());
        scratch.write(&subject, &question, AnswerInput::Text("douze".into()), at(1));
        let expected = AnswerValue::Text { text: "douze".into() };
        assert_eq!(scratch.value(&question), Some(&expected));
        scratch.clear();
        assert!(scratch.value(&question).is_none());
    }
}
