//! French typography, applied at layout only: documents keep what their authors typed.

use super::{NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE};

/// Typographic apostrophe, no-break spaces around high punctuation and inside « ».
///
/// A space is only ever replaced, never added: "https://" and "10:30" stay as typed.
pub fn typeset(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len() + 8);
    for (index, &character) in characters.iter().enumerate() {
        let previous = index.checked_sub(1).and_then(|i| characters.get(i)).copied();
        let next = characters.get(index + 1).copied();
        out.push(match character {
            '\'' if previous.is_some_and(char::is_alphabetic) => '’',
            ' ' => space_between(previous, next, characters.get(index + 2).copied()),
            other => other,
        });
    }
    out
}

fn space_between(previous: Option<char>, next: Option<char>, after: Option<char>) -> char {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    match (previous, next) {
        (_, Some(';' | '!' | '?')) => NARROW_NO_BREAK_SPACE,
        (_, Some(':' | '»' | '%' | '€' | '×' | '–')) | (Some('«' | '×'), _) => {
            NO_BREAK_SPACE
        }
        // Thousands: "1 250" keeps together, whatever the space typed.
        (previous, next) if digit(previous) && digit(next) && digit(after) => NARROW_NO_BREAK_SPACE,
        (previous, Some('h')) if digit(previous) && after.is_none_or(|c| !c.is_alphabetic()) => {
            NO_BREAK_SPACE
        }
        (Some('h'), next) if digit(next) => NO_BREAK_SPACE,
        _ => ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::typeset;

    #[test]
    fn spaces_and_apostrophes_follow_french_print() {
        assert_eq!(
            typeset("l'annexe : « oui » ; non ?"),
            "l’annexe\u{a0}: «\u{a0}oui\u{a0}»\u{202f}; non\u{202f}?"
        );
        assert_eq!(
            typeset("12,5 % de 1 250 pièces à 10 h 42"),
            "12,5\u{a0}% de 1\u{202f}250 pièces à 10\u{a0}h\u{a0}42"
        );
        assert_eq!(typeset("https://a.fr 10:30 'brut'"), "https://a.fr 10:30 'brut’");
    }
}
