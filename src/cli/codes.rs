//! Codes given to commands: what cannot be one is said, and an empty one is not quoted.

use anyhow::{anyhow, bail};

use crate::storage::sealing::OpeningCode;

/// Reads a code; `name` is what it is called in the refusal ("code d'ouverture").
pub(super) fn read_code(name: &str, typed: &str) -> anyhow::Result<OpeningCode> {
    if typed.trim().is_empty() {
        bail!("le {name} est vide. Écrivez-le après son option.");
    }
    OpeningCode::read(typed).ok_or_else(|| {
        let shown: String = typed.trim().chars().take(60).collect();
        anyhow!(
            "le {name} « {shown} » ne peut pas être lu. Écrivez des lettres ou des chiffres, {} \
             au plus.",
            OpeningCode::LONGEST
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(typed: &str) -> String {
        read_code("code de salle", typed).expect_err("refused").to_string()
    }

    #[test]
    fn an_empty_code_is_said_empty_and_another_is_quoted() {
        assert!(read_code("code de salle", "K7QM-4TRX-9DPH").is_ok());
        for empty in ["", "  "] {
            assert_eq!(refusal(empty), "le code de salle est vide. Écrivez-le après son option.");
        }
        let words = refusal("---");
        assert!(words.starts_with("le code de salle « --- » ne peut pas être lu."), "{words}");
        assert!(words.ends_with("64 au plus."), "{words}");
        assert!(refusal(&"4".repeat(2000)).chars().count() < 200);
    }
}
