//! The words of a text that may be looked up, and where they are.

use std::ops::Range;

/// Characters of the longest word; « anticonstitutionnellement » has 25. What is longer is a slip of
/// the keyboard, on which a dictionary would spend seconds.
const LONGEST: usize = 50;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As typed.
    pub text: String,
    /// Where it is, in characters.
    pub place: Range<usize>,
}

/// The words of a text: letters, with the apostrophes and hyphens between them. Numbers,
/// references, units with a sign (« m² », « n° ») and letters alone are no words.
pub(super) fn words(text: &str) -> Vec<Word> {
    let signs: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut start = 0;
    while start < signs.len() {
        let rest = signs.get(start..).unwrap_or_default();
        let length = rest.iter().take_while(|sign| holds_together(**sign)).count();
        found.extend(rest.get(..length).and_then(|run| word(run, start)));
        start += length.max(1);
    }
    found
}

/// Signs that a run is made of; letters with digits stay one run.
fn holds_together(sign: char) -> bool {
    sign.is_alphanumeric() || is_inside(sign) || matches!(sign, '_' | '°' | '@' | '\u{AD}')
}

/// Signs that stand between the letters of a word.
fn is_inside(sign: char) -> bool {
    matches!(sign, '\'' | '’' | '-' | '\u{2010}' | '\u{2011}')
}

/// The word of a run, without the quotes and dashes around it.
fn word(run: &[char], start: usize) -> Option<Word> {
    let before = run.iter().take_while(|sign| is_inside(**sign)).count();
    let after = run.iter().rev().take_while(|sign| is_inside(**sign)).count();
    let end = run.len().checked_sub(after)?;
    let kept = run.get(before..end)?;
    let is_word = (2..=LONGEST).contains(&kept.len())
        && kept.iter().all(|s| s.is_alphabetic() || is_inside(*s));
    is_word.then(|| Word { text: kept.iter().collect(), place: start + before..start + end })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn words_hold_their_apostrophes_and_hyphens() {
        let text = "L'usine a **peut-être** aujourd’hui 'besoin' d'un OF - vite, -non-";
        let expected =
            ["L'usine", "peut-être", "aujourd’hui", "besoin", "d'un", "OF", "vite", "non"];
        assert_eq!(texts(text), expected);
    }

    #[test]
    fn numbers_references_and_units_are_no_words() {
        assert!(texts("12 A12 B-3 m² n° 3,5 h 24/04 OF_2 =A1 a@b.fr | --- |").len() <= 1);
        assert!(texts("").is_empty());
        assert_eq!(texts("3 pièces/h"), ["pièces"]);
        assert!(texts(&"a".repeat(51)).is_empty());
    }

    #[test]
    fn places_are_counted_in_characters() {
        let text = "Été : l'été";
        let found = words(text);
        let last = found.last().expect("a word");
        assert_eq!(last.place, 6..11);
        let shown: String = text.chars().skip(last.place.start).take(last.place.len()).collect();
        assert_eq!(shown, last.text);
    }

    proptest::proptest! {
        #[test]
        fn each_word_stands_at_its_place(text in "[a-zé'’ 0-9.*_-]{0,40}") {
            for word in words(&text) {
                let there: String =
                    text.chars().skip(word.place.start).take(word.place.len()).collect();
                proptest::prop_assert_eq!(there, word.text);
            }
        }
    }
}
