//! Where a word may be cut: French syllables first, then anywhere as the last resort.

use super::shaping;
use super::words::Word;

/// Letters kept on each side of a hyphen.
const KEPT_LETTERS: usize = 3;
/// A word of fewer letters is never hyphenated.
const SHORTEST: usize = 6;

/// No French word is longer, in bytes; anything longer is cut anywhere.
const LONGEST: usize = 120;

/// The longest hyphenated beginning of the word that fits in a width in points, and the rest.
pub fn hyphenate(word: &Word, room: f32) -> Option<(Word, Word)> {
    if word.parts.iter().map(|part| part.text.len()).sum::<usize>() > LONGEST {
        return None;
    }
    positions(&word.text())
        .into_iter()
        .rev()
        .filter_map(|position| word.split_at(position, "-"))
        .find(|(head, _)| head.width <= room)
}

/// The longest beginning that fits in a width in points, after a no-break space or a sign when
/// there is one; at least one character. Nothing when the word has a single character.
pub fn cut(word: &Word, room: f32) -> Option<(Word, Word)> {
    let mut fitting = 0;
    let mut left = room;
    for part in &word.parts {
        let (face, size) = (part.style.face, part.style.size);
        let (characters, width, whole) = shaping::fitting(&part.text, face, size, left);
        fitting += characters;
        left -= width;
        if !whole {
            break;
        }
    }
    let fitting = fitting.max(1);
    let characters: Vec<char> =
        word.parts.iter().flat_map(|part| part.text.chars()).take(fitting).collect();
    let soft =
        |character: &char| matches!(character, '\u{a0}' | '\u{202f}' | '-' | '/' | '_' | '.');
    let gentle = characters.iter().rposition(soft).map(|position| position + 1);
    gentle.and_then(|position| word.split_at(position, "")).or_else(|| word.split_at(fitting, ""))
}

/// Numbers of characters after which a word may be hyphenated, in order.
fn positions(word: &str) -> Vec<usize> {
    let (start, letters) = longest_stretch(word);
    let capitals = letters.chars().skip(1).any(char::is_uppercase);
    if letters.chars().count() < SHORTEST || capitals {
        return Vec::new();
    }
    let mut position = start;
    let mut positions = Vec::new();
    for syllable in
        hypher::hyphenate_bounded(letters, hypher::Lang::French, KEPT_LETTERS, KEPT_LETTERS)
    {
        position += syllable.chars().count();
        positions.push(position);
    }
    positions.pop();
    positions
}

/// The longest run of letters and the number of characters before it.
fn longest_stretch(word: &str) -> (usize, &str) {
    let other = |character: char| !character.is_alphabetic();
    let mut best = (0, "");
    let mut position = 0;
    for stretch in word.split_inclusive(other) {
        let letters = stretch.trim_end_matches(other);
        if letters.len() > best.1.len() {
            best = (position, letters);
        }
        position += stretch.chars().count();
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_leave_three_letters_on_each_side() {
        for word in ["ordonnancement", "l’approvisionnement", "«\u{a0}capacités\u{a0}»"] {
            let count = word.chars().count();
            let found = positions(word);
            assert!(!found.is_empty(), "{word}");
            assert!(found.iter().all(|position| *position >= 3 && position + 3 <= count));
        }
    }

    #[test]
    fn short_words_and_capitals_stay_whole() {
        assert!(positions("table").is_empty());
        assert!(positions("CERTIFICATION").is_empty());
        assert!(positions("").is_empty());
    }
}
