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
            ' ' if previous.is_some_and(|sign| sign.is_ascii_digit())
                && is_unit(characters.get(index + 1..).unwrap_or_default()) =>
            {
                NO_BREAK_SPACE
            }
            ' ' => space_between(previous, next, characters.get(index + 2).copied()),
            other => other,
        });
    }
    out
}

/// Units that stay with their number.
const UNITS: [&str; 23] = [
    "kg", "g", "mg", "t", "q", "km", "m", "cm", "mm", "µm", "l", "L", "cl", "ml", "mL", "hl", "s",
    "min", "kWh", "kW", "W", "V", "bar",
];

/// Whether a text begins with a unit, alone or per something: « kg », « m² », « kg/h ».
fn is_unit(text: &[char]) -> bool {
    let word: String = text.iter().take_while(|sign| sign.is_alphabetic()).take(4).collect();
    let after = text.get(word.chars().count());
    let ends = after.is_none_or(|sign| !sign.is_alphanumeric() || matches!(sign, '²' | '³'));
    ends && after != Some(&'\'') && after != Some(&'’') && UNITS.contains(&word.as_str())
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
        assert_eq!(typeset("250 ml et 3 m², 5 min"), "250\u{a0}ml et 3\u{a0}m², 5\u{a0}min");
        assert_eq!(typeset("4 s'arrêtent, 2 mines, 3 l'un"), "4 s’arrêtent, 2 mines, 3 l’un");
        assert_eq!(typeset("https://a.fr 10:30 'brut'"), "https://a.fr 10:30 'brut’");
    }
}
