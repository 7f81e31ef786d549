//! Lines: words set one after the other until the width is full.

use super::hyphens;
use super::measure::TOLERANCE;
use super::shaping;
use super::text::{StyledText, TextStyle};
use super::words::{Token, Word, tokens};

/// Characters of one style on a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// From the left end of the line, in points.
    pub x: f32,
    /// The characters.
    pub text: String,
    /// Their style.
    pub style: TextStyle,
}

/// A line of text; a line without runs is a blank one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// What stands on it, left to right.
    pub runs: Vec<Run>,
    /// Width in points.
    pub width: f32,
}

/// Whether words may be hyphenated.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Hyphenation {
    /// Never: tables, titles, narrow columns.
    #[default]
    Never,
    /// Where a line would otherwise be much too short: running text.
    Needed,
}

/// How wide texts want to be, in points.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Extent {
    /// The widest word.
    pub minimum: f32,
    /// The widest line when nothing is wrapped.
    pub natural: f32,
}

/// A line is worth a hyphen when more than this part of it would stay empty.
const RAGGED: f32 = 0.15;

/// Sets texts in lines of at most a width in points. Only a single character may be wider.
pub fn wrap(texts: &[StyledText], width: f32, hyphenation: Hyphenation) -> Vec<Line> {
    let width = if width.is_finite() { width.max(1.0) } else { 1.0 };
    let mut setter = Setter { width, hyphenation, ..Setter::default() };
    for token in tokens(texts) {
        match token {
            Token::Word(word) => setter.place(word),
            Token::NewLine => setter.end_line(),
        }
    }
    if !setter.line.runs.is_empty() {
        setter.end_line();
    }
    setter.lines
}

/// How wide the texts want to be.
pub fn extent(texts: &[StyledText]) -> Extent {
    let mut extent = Extent::default();
    let mut line = 0.0_f32;
    for token in tokens(texts) {
        match token {
            Token::Word(word) => {
                line += word.width + space_before(&word);
                extent.minimum = extent.minimum.max(word.width);
                extent.natural = extent.natural.max(line);
            }
            Token::NewLine => line = 0.0,
        }
    }
    extent
}

/// The texts on one line, whatever its width.
pub fn single_line(texts: &[StyledText]) -> Line {
    let mut setter = Setter { width: f32::MAX, ..Setter::default() };
    let mut broken = false;
    for token in tokens(texts) {
        match token {
            Token::Word(mut word) => {
                word.spaced |= std::mem::take(&mut broken);
                setter.append(word);
            }
            Token::NewLine => broken = true,
        }
    }
    setter.line
}

fn space_before(word: &Word) -> f32 {
    let style = word.parts.first().filter(|_| word.spaced).map(|part| part.style);
    style.map_or(0.0, |style| shaping::width(" ", style.face, style.size))
}

#[derive(Default)]
struct Setter {
    width: f32,
    hyphenation: Hyphenation,
    line: Line,
    lines: Vec<Line>,
}

impl Setter {
    fn place(&mut self, word: Word) {
        let mut rest = Some(word);
        while let Some(word) = rest.take() {
            let empty = self.line.runs.is_empty();
            let room = self.width - self.line.width - self.space(&word);
            if word.width <= room + TOLERANCE {
                self.append(word);
            } else if let Some((head, tail)) = self.hyphenated(&word, room) {
                self.append(head);
                self.end_line();
                rest = Some(tail);
            } else if !empty {
                self.end_line();
                rest = Some(word);
            } else if let Some((head, tail)) = hyphens::cut(&word, self.width) {
                self.append(head);
                self.end_line();
                rest = Some(tail);
            } else {
                self.append(word);
            }
        }
    }

    fn hyphenated(&self, word: &Word, room: f32) -> Option<(Word, Word)> {
        let worth = self.line.runs.is_empty() || room > RAGGED * self.width;
        if self.hyphenation == Hyphenation::Needed && worth {
            hyphens::hyphenate(word, room)
        } else {
            None
        }
    }

    /// Width of the space before a word, in the style of what stands before it.
    fn space(&self, word: &Word) -> f32 {
        let style = self.line.runs.last().filter(|_| word.spaced).map(|run| run.style);
        style.map_or(0.0, |style| shaping::width(" ", style.face, style.size))
    }

    fn append(&mut self, word: Word) {
        self.line.width += self.space(&word);
        if let Some(run) = self.line.runs.last_mut().filter(|_| word.spaced) {
            run.text.push(' ');
        }
        for part in word.parts {
            match self.line.runs.last_mut() {
                Some(run) if run.style == part.style => run.text.push_str(&part.text),
                _ => {
                    let x = self.line.width;
                    self.line.runs.push(Run { x, text: part.text, style: part.style });
                }
            }
            self.line.width += part.width;
        }
    }

    fn end_line(&mut self) {
        self.lines.push(std::mem::take(&mut self.line));
    }
}

#[cfg(test)]
mod tests {
    use super::super::palette::INK;
    use super::*;
    use crate::domain::rich_text::Span;

    const STYLE: TextStyle = TextStyle::new(9.0, 11.0, INK);
    const TEXT: &str = "Les informations fournies telles que coûts d'achat, taux d'obsolescence : \
        12 450 pièces, soit 12,5 % du « stock » ; anticonstitutionnellement-vôtre.";

    fn text_of(lines: &[Line]) -> String {
        lines.iter().flat_map(|line| &line.runs).map(|run| run.text.as_str()).collect()
    }

    fn compact(text: &str) -> String {
        text.chars().filter(|character| *character != ' ').collect()
    }

    #[test]
    fn lines_fit_the_width_and_lose_nothing() {
        for width in [2.0, 40.0, 90.0, 300.0] {
            let texts = STYLE.text(TEXT);
            let lines = wrap(&texts, width, Hyphenation::Never);
            let all: String = texts.iter().map(|text| text.text.as_str()).collect();
            assert_eq!(compact(&text_of(&lines)), compact(&all), "{width}");
            let widest = lines.iter().map(|line| line.width).fold(0.0, f32::max);
            assert!(widest <= width + TOLERANCE || width < 10.0, "{widest} > {width}");
        }
    }

    #[test]
    fn hyphenated_lines_fit_too() {
        let lines = wrap(&STYLE.text(TEXT), 70.0, Hyphenation::Needed);
        assert!(lines.iter().all(|line| line.width <= 70.0 + TOLERANCE));
    }

    #[test]
    fn no_line_begins_after_a_no_break_space() {
        for width in [80.0, 100.0, 120.0, 140.0, 160.0] {
            let lines = wrap(&STYLE.text(TEXT), width, Hyphenation::Needed);
            for line in &lines {
                let first = line.runs.first().and_then(|run| run.text.chars().next());
                assert!(!matches!(first, Some(':' | ';' | '%' | '»')), "{line:?}");
            }
        }
    }

    #[test]
    fn styles_mix_on_a_line_and_line_feeds_end_it() {
        let spans = [Span::plain("un "), Span::bold("deux"), Span::plain(" trois\n\nquatre")];
        let lines = wrap(&super::super::text::styled(&spans, STYLE), 400.0, Hyphenation::Never);
        let runs: Vec<usize> = lines.iter().map(|line| line.runs.len()).collect();
        assert_eq!(runs, [3, 0, 1]);
    }

    #[test]
    fn odd_widths_end() {
        for width in [f32::NAN, -3.0, 0.0, f32::INFINITY] {
            assert!(!wrap(&STYLE.text("abc def"), width, Hyphenation::Needed).is_empty());
        }
    }
}
