//! The passphrase that protects the jury's key: drawn for the jury, or chosen by the centre.

use zeroize::Zeroizing;

use super::alphabet::{draw_groups, read_groups};
use super::{SealProblem, SealResult};

/// Groups of four symbols in a drawn passphrase, worth 110 bits.
const GROUPS: usize = 6;

/// Fewest characters of a chosen passphrase that is not weak.
const STRONG: usize = 12;

/// Draws a passphrase of six groups of four symbols.
///
/// # Errors
/// When the system gives no random bytes.
pub fn generate_passphrase() -> SealResult<Zeroizing<String>> {
    draw_groups(GROUPS)
}

/// Whether a chosen passphrase is short: say so when it is chosen.
pub fn is_weak_passphrase(passphrase: &str) -> bool {
    passphrase.trim().chars().count() < STRONG
}

/// What a typed passphrase stands for: a drawn one whatever its case and dashes, a chosen one to
/// the letter, spaces at both ends apart.
///
/// # Errors
/// When it is empty.
pub(super) fn canonical(typed: &str) -> SealResult<Zeroizing<String>> {
    let trimmed = typed.trim();
    if trimmed.is_empty() {
        return Err(SealProblem::EmptyPassphrase);
    }
    Ok(read_groups(trimmed, GROUPS).unwrap_or_else(|| Zeroizing::new(trimmed.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawn_passphrase_is_typed_without_care() {
        let drawn = generate_passphrase().unwrap();
        assert_eq!(drawn.split('-').count(), 6);
        assert!(!is_weak_passphrase(&drawn));
        let typed = format!("{}\n", drawn.to_lowercase().replace('-', " "));
        assert_eq!(*canonical(&typed).unwrap(), *drawn);
    }

    #[test]
    fn a_chosen_passphrase_counts_to_the_letter() {
        assert_eq!(*canonical(" Le Jury de mai\n").unwrap(), "Le Jury de mai");
        assert_ne!(canonical("Le jury").unwrap(), canonical("le jury").unwrap());
        assert!(is_weak_passphrase("secret"));
    }

    #[test]
    fn an_empty_passphrase_is_refused() {
        assert_eq!(canonical(" \n").unwrap_err(), SealProblem::EmptyPassphrase);
    }
}
