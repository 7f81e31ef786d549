//! The words of a decision of accommodation: what a few of them grant.

use std::ops::RangeInclusive;

use super::time::extra_time;
use super::tokens::{Token, tokens};
use super::{DecisionProblem, WRITE_A_TIME};
use crate::domain::exam::ExtraTime;

/// Sizes of the text that may be asked for, in percent.
const TEXT_PERCENTS: RangeInclusive<u32> = 100..=250;

/// Words that name the text.
const TEXT: [&str; 11] = [
    "texte",
    "textes",
    "caracteres",
    "caractere",
    "police",
    "taille",
    "agrandissement",
    "agrandi",
    "agrandie",
    "agrandis",
    "zoom",
];
/// Words that change nothing to a grant.
pub(super) const LINKS: [&str; 22] = [
    "a", "accorde", "accordee", "accordes", "au", "aux", "d", "de", "des", "du", "en", "epreuve",
    "epreuves", "l", "la", "le", "les", "mdph", "oui", "par", "un", "une",
];

/// What a few words grant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grant {
    /// More time.
    Time(ExtraTime),
    /// A size of the text, in percent.
    Text(u32),
    /// The high contrast.
    Contrast,
    /// The wide spacing of letters and lines.
    SpacedReading,
    /// The spell-check of the program.
    SpellCheck,
    /// « non », « aucun ».
    Nothing,
    /// « oui », « x »: what the column is about.
    Yes,
}

/// The parts of a decision: between commas, semicolons and ends of lines. The comma of a decimal
/// number parts nothing.
pub(super) fn parts(text: &str) -> Vec<String> {
    let signs: Vec<char> = text.chars().collect();
    let is_digit = |rank: Option<usize>| {
        rank.and_then(|rank| signs.get(rank)).is_some_and(char::is_ascii_digit)
    };
    let mut parts = vec![String::new()];
    for (rank, sign) in signs.iter().enumerate() {
        let is_decimal = is_digit(rank.checked_sub(1)) && is_digit(Some(rank + 1));
        if matches!(sign, ';' | '\n' | '\r') || (*sign == ',' && !is_decimal) {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(*sign);
        }
    }
    parts
}

/// The pieces of a part: what « + », « et », « avec » join.
pub(super) fn pieces(part: &str) -> impl Iterator<Item = &str> {
    part.split(['+', '&'])
        .flat_map(|piece| piece.split(" et "))
        .flat_map(|piece| piece.split(" ET "))
        .flat_map(|piece| piece.split(" avec "))
        .flat_map(|piece| piece.split(" / "))
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
}

/// What a part grants; `None` when its words are not understood.
///
/// # Errors
/// When it grants something that cannot be given for sure.
pub(super) fn grant(part: &str) -> Result<Option<Grant>, DecisionProblem> {
    let tokens = tokens(part);
    if let Some(known) = whole_phrase(part, &tokens) {
        return Ok(Some(known));
    }
    let read = match text_size(part, &tokens) {
        Ok(None) => extra_time(part, &tokens),
        read => read,
    };
    match read {
        Ok(None) => Ok(None),
        _ if takes_away(part) => Err(DecisionProblem::new(
            format!("« {part} » retire quelque chose : un aménagement ajoute toujours."),
            WRITE_A_TIME,
        )),
        read => read,
    }
}

/// Words that are known as a whole.
fn whole_phrase(part: &str, tokens: &[Token]) -> Option<Grant> {
    match part.trim().to_lowercase().as_str() {
        "✓" | "✔" | "☑" => return Some(Grant::Yes),
        "0" | "n/a" => return Some(Grant::Nothing),
        _ => {}
    }
    let words: Option<Vec<&str>> = tokens.iter().map(Token::word).collect();
    match words?.join(" ").as_str() {
        "oui" | "o" | "x" | "yes" | "vrai" | "true" => Some(Grant::Yes),
        "" | "non" | "n" | "no" | "faux" | "false" | "aucun" | "aucune" | "neant" | "sans"
        | "rien" | "ras" | "r a s" | "n a" | "sans objet" | "sans amenagement"
        | "aucun amenagement" | "pas d amenagement" => Some(Grant::Nothing),
        "contraste" | "contraste eleve" | "contraste fort" | "contraste renforce"
        | "fort contraste" | "haut contraste" => Some(Grant::Contrast),
        "lecture espacee" | "dyslexie" | "police adaptee" | "texte espace" => {
            Some(Grant::SpacedReading)
        }
        "correcteur"
        | "correcteur orthographique"
        | "correcteur d orthographe"
        | "correction orthographique"
        | "verificateur orthographique"
        | "verificateur d orthographe" => Some(Grant::SpellCheck),
        _ => None,
    }
}

/// A size of the text: « texte 175 % », « caractères à 150 % ».
fn text_size(part: &str, tokens: &[Token]) -> Result<Option<Grant>, DecisionProblem> {
    let names_text = |token: &Token| token.word().is_some_and(|word| TEXT.contains(&word));
    let is_known = |token: &Token| match token {
        Token::Word(word) => names_text(token) || LINKS.contains(&word.as_str()),
        Token::Plus => false,
        Token::Number(_) | Token::Fraction(..) | Token::Percent | Token::Inexact | Token::Other => {
            true
        }
    };
    if !tokens.iter().any(names_text) || !tokens.iter().all(is_known) {
        return Ok(None);
    }
    let amounts: Vec<&Token> =
        tokens.iter().filter(|token| !matches!(token, Token::Word(_) | Token::Percent)).collect();
    match amounts.as_slice() {
        [] => Ok(None),
        [Token::Number(percent)] if TEXT_PERCENTS.contains(percent) => {
            Ok(Some(Grant::Text(*percent)))
        }
        _ => Err(DecisionProblem::new(
            format!("« {part} » n'est pas une taille de texte possible."),
            format!(
                "Écrivez un nombre entier de {} à {} %, par exemple « texte 175 % ».",
                TEXT_PERCENTS.start(),
                TEXT_PERCENTS.end()
            ),
        )),
    }
}

/// Whether a number follows a minus sign; a hyphen between two words is none.
fn takes_away(part: &str) -> bool {
    let signs: Vec<char> = part.trim().chars().collect();
    let is_minus = |rank: usize| {
        let before = rank.checked_sub(1).and_then(|before| signs.get(before));
        let after = signs.iter().skip(rank + 1).find(|sign| !sign.is_whitespace());
        before.is_none_or(|sign| !sign.is_alphanumeric()) && after.is_some_and(char::is_ascii_digit)
    };
    let is_sign = |sign: char| matches!(sign, '-' | '−' | '–' | '—');
    signs.iter().enumerate().any(|(rank, sign)| is_sign(*sign) && is_minus(rank))
}

#[cfg(test)]
mod tests {
    use super::super::time::speaks_of_time;
    use super::*;

    fn refusal(part: &str) -> String {
        grant(part).expect_err(part).to_string()
    }

    #[test]
    fn a_text_has_a_size_that_the_window_can_show() {
        for part in ["texte 175 %", "Texte 175%", "caractères à 175 %", "texte agrandi à 175 %"]
        {
            assert_eq!(grant(part), Ok(Some(Grant::Text(175))), "{part}");
        }
        for part in ["texte 999 %", "texte 50 %", "police 18", "texte 33,5 %", "texte -150 %"] {
            let words = refusal(part);
            assert!(words.contains("100 à 250 %") || words.contains("retire"), "{part}: {words}");
        }
    }

    #[test]
    fn a_spell_check_is_granted_by_its_usual_names() {
        for part in ["correcteur orthographique", "Correcteur d'orthographe", "correcteur"] {
            assert_eq!(grant(part), Ok(Some(Grant::SpellCheck)), "{part}");
        }
        assert_eq!(grant("correcteur de vue"), Ok(None));
    }

    #[test]
    fn a_decimal_number_is_never_cut() {
        assert_eq!(parts("tiers temps, lecteur;pause"), ["tiers temps", " lecteur", "pause"]);
        assert_eq!(parts("temps majoré 33,33 %"), ["temps majoré 33,33 %"]);
        assert!(grant("temps majoré 33,33 %").is_err());
        assert_eq!(grant("33,33 % de pauses"), Ok(None));
        assert!(speaks_of_time("33,33 % de pauses"));
    }

    #[test]
    fn words_about_something_else_grant_nothing() {
        for part in ["secrétaire", "pas de tiers temps", "pause de 10 min", "A3", "tt"] {
            assert_eq!(grant(part), Ok(None), "{part}");
        }
        assert!(speaks_of_time("pas de tiers temps") && !speaks_of_time("secrétaire"));
        for part in ["non", "Aucun", "–", "n/a", "0", "RAS", "+ 0 min"] {
            assert_eq!(grant(part), Ok(Some(Grant::Nothing)), "{part}");
        }
    }
}
