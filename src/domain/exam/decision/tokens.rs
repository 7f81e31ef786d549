//! Words, numbers and signs of a decision of accommodation, without capitals nor accents.

use crate::domain::planning::expression::spelling::fold;

/// A word, a number or a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// Letters, without accents.
    Word(String),
    /// A whole number.
    Number(u32),
    /// « 1/3 ».
    Fraction(u32, u32),
    /// « % ».
    Percent,
    /// « + ».
    Plus,
    /// A number that is not whole.
    Inexact,
    /// A date, a number without end, a sign that may mean something.
    Other,
}

impl Token {
    /// Its letters, when it is a word.
    pub(super) fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            Self::Number(_)
            | Self::Fraction(..)
            | Self::Percent
            | Self::Plus
            | Self::Inexact
            | Self::Other => None,
        }
    }
}

/// What a text is made of; spaces, hyphens and quotes are left out.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let folded = fold(text);
    let mut rest = folded.as_str();
    let mut found = Vec::new();
    while let Some(first) = rest.chars().next() {
        let (token, length) = if first.is_ascii_digit() {
            number(rest)
        } else if first.is_alphabetic() {
            let length = rest.len() - rest.trim_start_matches(char::is_alphabetic).len();
            (Some(Token::Word(rest.get(..length).unwrap_or_default().to_owned())), length)
        } else {
            (sign(first), first.len_utf8())
        };
        found.extend(token);
        rest = rest.get(length..).unwrap_or_default();
    }
    found
}

/// The number that a text begins with, and its length in bytes.
fn number(text: &str) -> (Option<Token>, usize) {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '/' | ',' | '.');
    let length = text.len() - text.trim_start_matches(is_of_number).len();
    let typed = text.get(..length).unwrap_or_default().trim_end_matches(['/', ',', '.']);
    let token = match typed.split_once('/') {
        None if typed.contains([',', '.']) => Token::Inexact,
        None => typed.parse().map_or(Token::Other, Token::Number),
        Some((part, whole)) => match (part.parse(), whole.parse()) {
            (Ok(part), Ok(whole)) => Token::Fraction(part, whole),
            _ => Token::Other,
        },
    };
    (Some(token), typed.len())
}

fn sign(sign: char) -> Option<Token> {
    match sign {
        '%' => Some(Token::Percent),
        '+' => Some(Token::Plus),
        '⅓' => Some(Token::Fraction(1, 3)),
        '¼' => Some(Token::Fraction(1, 4)),
        '½' => Some(Token::Fraction(1, 2)),
        '-' | '‐' | '‑' | '–' | '—' | '−' | '_' | '*' | '=' | '\'' | '"' | '«' | '»' | '('
        | ')' | '.' | ':' | '!' | '°' => None,
        other if other.is_whitespace() => None,
        _ => Some(Token::Other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_words_and_signs_are_told_apart() {
        let word = |word: &str| Token::Word(word.to_owned());
        assert_eq!(tokens("Tiers-temps"), [word("tiers"), word("temps")]);
        assert_eq!(tokens("+1h30"), [Token::Plus, Token::Number(1), word("h"), Token::Number(30)]);
        assert_eq!(tokens("1/3."), [Token::Fraction(1, 3)]);
        assert_eq!(tokens("33,5 %"), [Token::Inexact, Token::Percent]);
        assert_eq!(tokens("12/03/2027 ?"), [Token::Other, Token::Other]);
        assert_eq!(tokens("99999999999"), [Token::Other]);
        assert!(tokens(" – « » ").is_empty());
    }
}
