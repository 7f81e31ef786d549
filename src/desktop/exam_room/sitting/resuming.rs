//! Where a test begins: its first question, or the one written last when the copy is resumed.

use std::collections::BTreeMap;

use super::super::open_copy::OpenCopy;
use super::super::reading::Reading;
use super::super::receipt::Receipt;
use super::super::review::Review;
use super::{Pane, Sitting};

impl Sitting {
    /// Shows a copy: its first question, or the one written last when it is resumed.
    pub(in crate::desktop::exam_room) fn new(copy: OpenCopy) -> Self {
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
    use super::super::super::example::{begun, folder_with_subject, minute};
    use super::super::super::identification::Identification;
    use super::super::super::reading::Page;
    use super::super::Step;
    use super::*;
    use crate::desktop::paper::AnswerInput;
    use crate::environment::Environment;

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
}
