//! From characters to advances: how wide a text is, and where its glyphs stand.

use super::fonts::{Face, Font, Glyph};

/// Characters drawn one after the other, then a correction of the pen.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// The characters.
    pub text: String,
    /// What to add to the natural advance after them, in thousandths of an em.
    pub correction: f32,
}

/// Width of a text in points, for a size in points.
pub fn width(text: &str, face: Face, size: f32) -> f32 {
    let font = face.font();
    let mut units = 0.0;
    let mut previous = None;
    for (character, glyph) in glyphs(text, font) {
        if let Some(left) = previous {
            units += kerning(font, left, (character, glyph));
        }
        units += glyph.advance;
        previous = Some((character, glyph));
    }
    units * size / 1000.0
}

/// How many leading characters fit in a room in points, their width in points, and whether they are
/// the whole text.
pub fn fitting(text: &str, face: Face, size: f32, room: f32) -> (usize, f32, bool) {
    let font = face.font();
    let mut units = 0.0;
    let mut previous = None;
    for (count, character) in text.chars().enumerate() {
        let Some(glyph) = font.glyph(character) else { continue };
        let kerned = previous.map_or(0.0, |left| kerning(font, left, (character, glyph)));
        let wider = units + kerned + glyph.advance;
        if wider * size / 1000.0 > room {
            return (count, units * size / 1000.0, false);
        }
        units = wider;
        previous = Some((character, glyph));
    }
    (text.chars().count(), units * size / 1000.0, true)
}

/// The text cut wherever the pen must leave the natural advances of the font program.
pub fn segments(text: &str, face: Face) -> Vec<Segment> {
    let font = face.font();
    let scale = 1000.0 / f32::from(font.units_per_em.max(1));
    let mut segments = Vec::new();
    let mut current = String::new();
    let mut rest = glyphs(text, font).peekable();
    while let Some((character, glyph)) = rest.next() {
        current.push(character);
        let kerned = rest.peek().map_or(0.0, |next| kerning(font, (character, glyph), *next));
        let correction = kerned + glyph.advance - f32::from(glyph.natural) * scale;
        if correction.abs() >= 0.5 {
            segments.push(Segment { text: std::mem::take(&mut current), correction });
        }
    }
    if !current.is_empty() {
        segments.push(Segment { text: current, correction: 0.0 });
    }
    segments
}

fn glyphs<'a>(text: &'a str, font: &'a Font) -> impl Iterator<Item = (char, Glyph)> + 'a {
    text.chars().filter_map(move |character| Some((character, font.glyph(character)?)))
}

/// No kerning beside a blank, so that words measure the same alone and in a line; none beside a
/// digit, so that columns of numbers stay aligned.
fn kerning(font: &Font, left: (char, Glyph), right: (char, Glyph)) -> f32 {
    let fixed = |character: char| character.is_whitespace() || character.is_ascii_digit();
    if fixed(left.0) || fixed(right.0) { 0.0 } else { font.kerning(left.1, right.1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_as_wide_as_its_words_and_spaces() {
        let whole = width("Avez-vous", Face::Regular, 10.0)
            + width(" ", Face::Regular, 10.0)
            + width("Tort", Face::Regular, 10.0);
        assert!((width("Avez-vous Tort", Face::Regular, 10.0) - whole).abs() < 0.01);
    }

    #[test]
    fn segments_keep_every_character_and_the_width() {
        let text = "AVANT\u{202f}: 1\u{202f}250 Toto";
        let segments = segments(text, Face::Regular);
        let joined: String = segments.iter().map(|segment| segment.text.as_str()).collect();
        assert_eq!(joined, text);
        assert!(segments.len() > 1);
    }
}
