//! A sitting and its sheet, for the tests of whatever reads a copy.

use super::{AnswerSheet, Sitting};
use crate::domain::case_study::samples::subject;
use crate::domain::exam::{Allowance, ExtraTime};

/// C-04 sits, for two hours.
pub(crate) fn sitting() -> Sitting {
    Sitting {
        copy: "copie-1".into(),
        candidate: "C-04".into(),
        seat: String::new(),
        allowance: Allowance { minutes: 120, extra: ExtraTime::None },
        subject_fingerprint: String::new(),
    }
}

/// Their sheet: nothing is written, and the time does not run yet.
pub(crate) fn sheet() -> AnswerSheet {
    AnswerSheet::begin(&subject(&[]), sitting())
}
