//! Codes and passphrase as they are chosen: drawn, or typed by the centre. Erased when dropped.

use zeroize::{Zeroize, Zeroizing};

use crate::storage::sealing::{OpeningCode, SealResult, generate_passphrase, is_weak_passphrase};

/// A code as it stands in its field: drawn, until somebody types another.
#[derive(Default)]
pub(super) struct CodeDraft {
    /// What the field holds.
    pub(super) typed: Zeroizing<String>,
}

impl CodeDraft {
    /// A code that was drawn.
    pub(super) fn drawn() -> Self {
        let mut draft = Self::default();
        draft.draw();
        draft
    }

    /// Draws another code; the field is left empty when the system gives no random bytes.
    pub(super) fn draw(&mut self) {
        let drawn = OpeningCode::generate();
        self.typed = drawn.map(|code| Zeroizing::new(code.shown().to_owned())).unwrap_or_default();
    }

    /// The code; `None` when the field holds none.
    pub(super) fn read(&self) -> Option<OpeningCode> {
        OpeningCode::read(&self.typed)
    }

    /// What is to be said of the code, if anything.
    pub(super) fn remark(&self) -> Option<&'static str> {
        match self.read() {
            None => Some("Écrivez un code, ou tirez-en un."),
            Some(code) if code.is_weak() => {
                Some("Ce code est court : il se devine. Préférez huit signes au moins.")
            }
            Some(_) => None,
        }
    }

    /// Forgets the code.
    pub(super) fn erase(&mut self) {
        self.typed.zeroize();
    }
}

/// The passphrase of the jury's key: drawn when the session is made, or typed twice.
#[derive(Default)]
pub(super) struct PassphraseDraft {
    /// Chosen by the centre instead of drawn.
    pub(super) is_chosen: bool,
    /// As typed.
    pub(super) first: Zeroizing<String>,
    /// As typed again.
    pub(super) second: Zeroizing<String>,
}

impl PassphraseDraft {
    /// Why it cannot be used.
    pub(super) fn problem(&self) -> Option<&'static str> {
        if !self.is_chosen {
            None
        } else if self.first.trim().is_empty() {
            Some("La phrase secrète du jury manque. Écrivez-la deux fois, ou faites-la tirer.")
        } else if self.first.trim() == self.second.trim() {
            None
        } else {
            Some("Les deux phrases secrètes diffèrent. Écrivez deux fois la même.")
        }
    }

    /// Whether it is short.
    pub(super) fn is_weak(&self) -> bool {
        self.is_chosen && !self.first.trim().is_empty() && is_weak_passphrase(&self.first)
    }

    /// The passphrase; drawn now when it is not chosen.
    pub(super) fn read(&self) -> SealResult<Zeroizing<String>> {
        if self.is_chosen {
            Ok(Zeroizing::new(self.first.trim().to_owned()))
        } else {
            generate_passphrase()
        }
    }

    /// Forgets what was typed.
    pub(super) fn erase(&mut self) {
        self.first.zeroize();
        self.second.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(code: &str) -> CodeDraft {
        CodeDraft { typed: Zeroizing::new(code.to_owned()) }
    }

    #[test]
    fn a_drawn_code_is_strong_and_never_drawn_twice() {
        let mut draft = CodeDraft::drawn();
        let first = draft.read().expect("a code");
        assert_eq!(draft.remark(), None);
        draft.draw();
        assert!(draft.read().is_some_and(|second| second != first));
        draft.erase();
        assert!(draft.typed.is_empty());
    }

    #[test]
    fn a_short_code_is_said_to_be_weak_and_an_empty_one_is_none() {
        assert!(typed("1234").remark().is_some_and(|words| words.contains("court")));
        assert!(typed(" - ").remark().is_some_and(|words| words.contains("Écrivez")));
        assert_eq!(typed("Salle B 2027").remark(), None);
    }

    #[test]
    fn a_chosen_passphrase_is_typed_twice() {
        let mut draft = PassphraseDraft::default();
        assert_eq!(draft.problem(), None);
        assert_eq!(draft.read().expect("drawn").split('-').count(), 6);
        draft.is_chosen = true;
        assert!(draft.problem().is_some_and(|words| words.contains("manque")));
        draft.first.push_str("abricot lanterne");
        assert!(draft.problem().is_some_and(|words| words.contains("diffèrent")));
        draft.second.push_str("abricot lanterne ");
        assert_eq!(draft.problem(), None);
        assert_eq!(draft.read().expect("chosen").as_str(), "abricot lanterne");
        assert!(!draft.is_weak());
        draft.erase();
        assert!(draft.first.is_empty() && draft.second.is_empty());
    }
}
