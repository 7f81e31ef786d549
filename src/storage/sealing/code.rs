//! A code that is said aloud in the exam room: the opening code of a subject, or the room code.

use zeroize::Zeroizing;

use super::SealResult;
use super::alphabet::{draw_groups, is_separator};

/// A code as people read and type it, erased from memory after use.
///
/// Two codes are the same when they differ only by case, spaces, dashes and look-alikes (O and 0;
/// I, L and 1; S and 5; Z and 2; B and 8): the same folding holds for what was printed, what was
/// chosen by a centre and what is typed.
#[derive(Clone)]
pub struct OpeningCode {
    shown: Zeroizing<String>,
    folded: Zeroizing<String>,
}

impl OpeningCode {
    /// Most characters of a code, separators apart.
    pub const LONGEST: usize = 64;

    /// Fewest characters of a code that is not weak, separators apart.
    pub const STRONG: usize = 8;

    /// Draws a code of three groups of four symbols ("K7QM-4TRX-9DPH"), worth 55 bits.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn generate() -> SealResult<Self> {
        let shown = draw_groups(3)?;
        Ok(Self { folded: fold(&shown), shown })
    }

    /// Reads a typed or chosen code; none if it is empty or longer than [`Self::LONGEST`].
    pub fn read(typed: &str) -> Option<Self> {
        // Room for separators; what is longer is no code, and is not gone through.
        const LONGEST_TYPED: usize = 1024;
        if typed.len() > LONGEST_TYPED {
            return None;
        }
        let folded = fold(typed);
        let length = folded.chars().count();
        (1..=Self::LONGEST)
            .contains(&length)
            .then(|| Self { shown: Zeroizing::new(typed.trim().to_owned()), folded })
    }

    /// Whether the code is short enough to be guessed by a patient computer: say so when a centre
    /// chooses one.
    pub fn is_weak(&self) -> bool {
        self.folded.chars().count() < Self::STRONG
    }

    /// The code as it is printed for the invigilator.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// What a key is derived from.
    pub(super) fn as_bytes(&self) -> &[u8] {
        self.folded.as_bytes()
    }
}

impl PartialEq for OpeningCode {
    fn eq(&self, other: &Self) -> bool {
        self.folded == other.folded
    }
}

impl Eq for OpeningCode {}

impl std::fmt::Debug for OpeningCode {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("OpeningCode")
    }
}

fn fold(typed: &str) -> Zeroizing<String> {
    // Room for every upper case form, so that nothing is copied while the text grows.
    let mut folded = Zeroizing::new(String::with_capacity(typed.len() * 4));
    folded.extend(
        typed
            .chars()
            .filter(|character| !is_separator(*character))
            .flat_map(char::to_uppercase)
            .map(without_look_alike),
    );
    folded
}

fn without_look_alike(character: char) -> char {
    match character {
        'O' => '0',
        'I' | 'L' => '1',
        'Z' => '2',
        'S' => '5',
        'B' => '8',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(typed: &str) -> OpeningCode {
        OpeningCode::read(typed).unwrap()
    }

    #[test]
    fn a_drawn_code_is_shown_in_three_groups_and_read_back() {
        let drawn = OpeningCode::generate().unwrap();
        assert_eq!(drawn.shown().len(), 14);
        assert_eq!(code(drawn.shown()), drawn);
        assert_eq!(code(&drawn.shown().to_lowercase().replace('-', "")), drawn);
        assert_ne!(OpeningCode::generate().unwrap(), drawn);
        assert!(!drawn.is_weak());
    }

    #[test]
    fn case_spaces_dashes_and_look_alikes_make_no_difference() {
        for typed in ["k7qm 4trx 9dph", " K7QM4TRX9DPH\n", "K7QM\u{2013}4TRX\u{a0}\u{202f}9DPH"] {
            assert_eq!(code(typed), code("K7QM-4TRX-9DPH"), "{typed}");
        }
        assert_eq!(code("Salle B 10"), code("5A11E-81O"));
        assert_eq!(code("été 2026"), code("ÉTÉ-2o26"));
    }

    #[test]
    fn another_code_is_another_code() {
        assert_ne!(code("4821"), code("4812"));
        assert_ne!(code("4821"), code("48210"));
        assert_ne!(code("4821"), code("4B2I4"));
    }

    #[test]
    fn a_chosen_code_is_shown_as_it_was_chosen() {
        assert_eq!(code("  Salle B ").shown(), "Salle B");
    }

    #[test]
    fn a_short_code_is_weak() {
        assert!(code("4821").is_weak());
        assert!(code("48-21-48-2").is_weak());
        assert!(!code("48-21-48-21").is_weak());
    }

    #[test]
    fn nothing_and_too_much_are_no_code() {
        assert!(OpeningCode::read("").is_none());
        assert!(OpeningCode::read(" - \u{200b}\n").is_none());
        assert!(OpeningCode::read(&"4".repeat(64)).is_some());
        assert!(OpeningCode::read(&"4".repeat(65)).is_none());
        assert!(OpeningCode::read(&" ".repeat(5000)).is_none());
    }

    #[test]
    fn a_code_never_shows_in_a_debug_text() {
        assert_eq!(format!("{:?}", code("4821")), "OpeningCode");
    }

    proptest::proptest! {
        #[test]
        fn what_is_shown_is_read_as_the_same_code(typed in ".{0,80}") {
            if let Some(read) = OpeningCode::read(&typed) {
                proptest::prop_assert_eq!(OpeningCode::read(read.shown()), Some(read));
            }
        }
    }
}
