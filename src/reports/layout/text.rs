//! Styled texts: spans of the document made ready to print (French typography, legible glyphs).

use crate::domain::{french, rich_text::Span};

use super::fonts::{CAPITALS, Face};
use super::palette::Colour;

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextStyle {
    /// Face.
    pub face: Face,
    /// Size in points.
    pub size: f32,
    /// From one baseline to the next, in points.
    pub pitch: f32,
    /// Colour.
    pub colour: Colour,
}

/// Characters of one style, every one with a glyph; a line feed ends a line.
#[derive(Debug, Clone, PartialEq)]
pub struct StyledText {
    /// The characters.
    pub text: String,
    /// Their style.
    pub style: TextStyle,
}

impl TextStyle {
    /// A style in the regular face; size and pitch in points.
    pub const fn new(size: f32, pitch: f32, colour: Colour) -> Self {
        Self { face: Face::Regular, size, pitch, colour }
    }

    /// The style in bold.
    pub const fn bold(self) -> Self {
        Self { face: Face::SemiBold, ..self }
    }

    /// The style in another colour.
    pub const fn coloured(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// From the top of a line to its baseline, in points: capitals stand in the middle.
    pub fn baseline(self) -> f32 {
        f32::midpoint(self.pitch, self.size * CAPITALS)
    }

    /// The text in this style, ready to print.
    pub fn text(self, text: &str) -> Vec<StyledText> {
        styled(&[Span::plain(text)], self)
    }

    fn of_span(self, span: &Span) -> Self {
        let face = match (self.face, span.bold, span.italic) {
            (Face::SemiBold, ..) | (_, true, _) => Face::SemiBold,
            (_, false, true) => Face::Italic,
            (_, false, false) if is_fingerprint(&span.text) => Face::Mono,
            (face, false, false) => face,
        };
        Self { face, ..self }
    }
}

/// The spans in a base style, ready to print.
pub fn styled(spans: &[Span], base: TextStyle) -> Vec<StyledText> {
    let joined: String = spans.iter().map(|span| span.text.as_str()).collect();
    // Typography looks over the borders of spans; it keeps the number of characters.
    let printed = french::typeset(&joined);
    let mut characters = printed.chars();
    let mut texts: Vec<StyledText> = spans
        .iter()
        .map(|span| {
            let style = base.of_span(span);
            let part: String = characters.by_ref().take(span.text.chars().count()).collect();
            StyledText { text: legible(&part, style.face), style }
        })
        .collect();
    if let Some(last) = texts.last_mut() {
        let rest: String = characters.collect();
        last.text.push_str(&legible(&rest, last.style.face));
    }
    texts
}

/// The text with every character that the face lacks replaced by something legible.
pub fn legible(text: &str, face: Face) -> String {
    let font = face.font();
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' => out.push('\n'),
            '\u{2006}'..='\u{200a}' => out.push('\u{202f}'),
            _ if font.glyph(character).is_some() => out.push(character),
            _ => out.push_str(substitute(character)),
        }
    }
    out
}

const fn substitute(character: char) -> &'static str {
    match character {
        '\t' | '\u{2000}'..='\u{2005}' | '\u{2028}' | '\u{3000}' => " ",
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'
        | '\u{fe0e}'
        | '\u{fe0f}'
        | '\u{feff}'
        | '\0'..='\u{8}'
        | '\u{b}'..='\u{1f}'
        | '\u{7f}'..='\u{9f}' => "",
        '→' | '⇒' | '➔' | '➜' | '⟶' => "->",
        '←' | '⇐' => "<-",
        '↔' | '⇔' => "<->",
        '↑' | '▲' | '△' => "^",
        '✓' | '✔' => "√",
        '✗' | '✘' | '✕' | '✖' | '⨯' => "×",
        '☐' | '□' => "[ ]",
        '☑' | '☒' => "[x]",
        '●' | '○' | '◦' | '■' | '▪' | '‣' => "•",
        '‐' | '\u{2011}' | '‒' => "-",
        '―' => "—",
        '′' => "'",
        '″' => "\"",
        '≃' | '≅' => "≈",
        '⋅' => "·",
        'Σ' => "∑",
        '№' => "n°",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        _ => "?",
    }
}

/// A run of at least sixteen hexadecimal digits in equal groups is a fingerprint to compare by
/// eye: it is set in the monospaced face.
fn is_fingerprint(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_hexdigit).count();
    if digits < 16 || !text.chars().all(|c| c.is_ascii_hexdigit() || c.is_whitespace()) {
        return false;
    }
    let mut groups = text.split_whitespace().map(str::len);
    groups.next().is_some_and(|first| first >= 4 && groups.all(|length| length == first))
}

#[cfg(test)]
mod tests {
    use super::super::palette::INK;
    use super::*;

    const BASE: TextStyle = TextStyle::new(9.0, 11.0, INK);

    #[test]
    fn typography_looks_over_the_borders_of_spans() {
        let texts = styled(&[Span::plain("oui "), Span::bold("! non")], BASE);
        let joined: Vec<(&str, Face)> =
            texts.iter().map(|text| (text.text.as_str(), text.style.face)).collect();
        assert_eq!(joined, [("oui\u{202f}", Face::Regular), ("! non", Face::SemiBold)]);
    }

    #[test]
    fn unknown_characters_are_replaced() {
        assert_eq!(legible("a → b 漢\u{ad} µm", Face::Regular), "a -> b ? µm");
    }

    #[test]
    fn fingerprints_are_monospaced() {
        assert!(is_fingerprint("79998 71285 04004 98981"));
        assert!(!is_fingerprint("1 250 000 000 000 000 000"));
        assert!(!is_fingerprint("Accommodation"));
    }
}
