//! How a copy is said: a sign, a word, a colour that only repeats them.

use super::standing::CopyStanding;
use crate::desktop::ui_kit::{Icon, State};

/// Sign, words and state of a copy.
pub fn of_copy(copy: &CopyStanding) -> (Icon, String, State) {
    match copy {
        CopyStanding::Missing => (Icon::Ring, "copie attendue".to_owned(), State::Blank),
        CopyStanding::Absent => (Icon::Dash, "absent".to_owned(), State::Neutral),
        CopyStanding::Intact { sealed_at, .. } => {
            let words = if sealed_at.is_empty() {
                "copie intacte".to_owned()
            } else {
                format!("copie intacte, scellée à {sealed_at}")
            };
            (Icon::Check, words, State::Ok)
        }
        CopyStanding::Unsealed { .. } => {
            (Icon::Check, "copie d'entraînement, non scellée".to_owned(), State::Ok)
        }
        CopyStanding::Altered(_) => (Icon::Bang, "copie altérée".to_owned(), State::Root),
    }
}
