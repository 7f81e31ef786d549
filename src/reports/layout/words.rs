//! Words: what a line is made of. Breakable spaces and hyphens between letters separate them.

use super::shaping;
use super::text::{StyledText, TextStyle};

/// A part of a word in one style.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The characters.
    pub text: String,
    /// Their style.
    pub style: TextStyle,
    /// Their width in points.
    pub width: f32,
}

/// Characters that stay together on a line.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Word {
    /// The parts, in order.
    pub parts: Vec<Part>,
    /// Width in points.
    pub width: f32,
    /// Whether a space stands before it.
    pub spaced: bool,
}

/// A word, or the end of a line that the author wants.
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    /// A word.
    Word(Word),
    /// The end of a line.
    NewLine,
}

impl Part {
    fn new(text: String, style: TextStyle) -> Self {
        let width = shaping::width(&text, style.face, style.size);
        Self { text, style, width }
    }
}

impl Word {
    fn new(parts: Vec<Part>, spaced: bool) -> Self {
        let width = parts.iter().map(|part| part.width).sum();
        Self { parts, width, spaced }
    }

    /// The characters of all parts.
    pub fn text(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect()
    }

    /// Cuts the word after some characters, with a suffix on the first half; nothing when one half
    /// would be empty.
    pub fn split_at(&self, count: usize, suffix: &str) -> Option<(Self, Self)> {
        let (mut head, mut tail) = (Vec::new(), Vec::new());
        let mut left = count;
        for part in &self.parts {
            let cut = part.text.char_indices().nth(left).map_or(part.text.len(), |(at, _)| at);
            let (first, second) = part.text.split_at(cut);
            left = left.saturating_sub(first.chars().count());
            let begun = Part::new(first.to_owned(), part.style);
            if !second.is_empty() {
                // The rest is not measured again: a very long word would take forever.
                let (text, width) = (second.to_owned(), (part.width - begun.width).max(0.0));
                tail.push(Part { text, style: part.style, width });
            }
            if !first.is_empty() {
                head.push(begun);
            }
        }
        let last = head.pop()?;
        if tail.is_empty() {
            return None;
        }
        head.push(Part::new(last.text + suffix, last.style));
        Some((Self::new(head, self.spaced), Self::new(tail, false)))
    }
}

/// The words of styled texts.
pub fn tokens(texts: &[StyledText]) -> Vec<Token> {
    let characters: Vec<(char, TextStyle)> = texts
        .iter()
        .flat_map(|text| text.text.chars().map(move |character| (character, text.style)))
        .collect();
    let mut reader = Reader::default();
    for (index, &(character, style)) in characters.iter().enumerate() {
        match character {
            '\n' => reader.end_line(),
            ' ' => reader.space(),
            _ => {
                reader.push(character, style);
                if breaks_after(&characters, index) {
                    reader.end_word();
                }
            }
        }
    }
    reader.end_word();
    reader.tokens
}

/// A hyphen between two letters on each side ("demi-journée", not "C-07" nor "y a-t-il").
fn breaks_after(characters: &[(char, TextStyle)], index: usize) -> bool {
    let letter = |at: Option<usize>| {
        at.and_then(|at| characters.get(at)).is_some_and(|(character, _)| character.is_alphabetic())
    };
    characters.get(index).is_some_and(|(character, _)| *character == '-')
        && letter(index.checked_sub(1))
        && letter(index.checked_sub(2))
        && letter(index.checked_add(1))
        && letter(index.checked_add(2))
}

#[derive(Default)]
struct Reader {
    tokens: Vec<Token>,
    parts: Vec<(String, TextStyle)>,
    spaced: bool,
}

impl Reader {
    fn push(&mut self, character: char, style: TextStyle) {
        match self.parts.last_mut() {
            Some((text, last)) if *last == style => text.push(character),
            _ => self.parts.push((character.to_string(), style)),
        }
    }

    fn space(&mut self) {
        self.end_word();
        self.spaced = true;
    }

    fn end_line(&mut self) {
        self.end_word();
        self.spaced = false;
        self.tokens.push(Token::NewLine);
    }

    fn end_word(&mut self) {
        if self.parts.is_empty() {
            return;
        }
        let parts = std::mem::take(&mut self.parts)
            .into_iter()
            .map(|(text, style)| Part::new(text, style))
            .collect();
        let spaced = std::mem::take(&mut self.spaced);
        self.tokens.push(Token::Word(Word::new(parts, spaced)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::palette::INK;
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let texts = TextStyle::new(9.0, 11.0, INK).text(text);
        tokens(&texts)
            .iter()
            .map(|token| match token {
                Token::Word(word) => word.text(),
                Token::NewLine => "\n".to_owned(),
            })
            .collect()
    }

    #[test]
    fn no_break_spaces_and_codes_hold_words_together() {
        assert_eq!(
            words("OF\u{a0}4127 du demi-jour C-07\nfin :"),
            ["OF\u{a0}4127", "du", "demi-", "jour", "C-07", "\n", "fin\u{a0}:"]
        );
    }

    #[test]
    fn a_word_is_cut_where_asked() {
        let texts = TextStyle::new(9.0, 11.0, INK).text("commande");
        let word = tokens(&texts).into_iter().find_map(|token| match token {
            Token::Word(word) => Some(word),
            Token::NewLine => None,
        });
        let word = word.expect("one word");
        let (head, tail) = word.split_at(3, "-").expect("two halves");
        assert_eq!((head.text(), tail.text()), ("com-".to_owned(), "mande".to_owned()));
        assert!(word.split_at(8, "").is_none());
        assert!(word.split_at(0, "").is_none());
    }
}
