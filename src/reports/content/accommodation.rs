//! An accommodation in words: what acts on the sitting, apart from what the centre has to provide.

use crate::domain::exam::Accommodation;

/// What is granted to a candidate: « tiers temps – à assurer par le centre : lecteur ». What stands
/// after the dash is only noted: nothing of it happens by itself. Empty when nothing is granted.
pub fn granted_words(granted: Option<&Accommodation>) -> String {
    let Some(granted) = granted else { return String::new() };
    let acting = granted.understood();
    let noted = granted.noted();
    let noted = noted.trim();
    match (acting.is_empty(), noted.is_empty()) {
        (_, true) => acting,
        (true, false) => format!("à assurer par le centre : {noted}"),
        (false, false) => format!("{acting} – à assurer par le centre : {noted}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(decision: &str) -> String {
        let granted = Accommodation::read(decision).expect("it is understood");
        granted_words(granted.as_ref()).replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn what_is_only_noted_stands_apart_from_what_acts() {
        assert_eq!(
            words("tiers temps, texte 175 %, lecteur"),
            "tiers temps, texte 175 % – à assurer par le centre : lecteur"
        );
        assert_eq!(words("tiers temps"), "tiers temps");
        assert_eq!(words("secrétaire lecteur"), "à assurer par le centre : secrétaire lecteur");
        assert_eq!(words(""), "");
    }
}
