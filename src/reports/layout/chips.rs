//! Chips: a word on a tint with an edge, with or without a sign.

use super::draw::{self, Align};
use super::measure::{count, millimetres};
use super::page::{Mark, Point, Stroke};
use super::palette;
use super::signs::{self, Square};
use super::text::TextStyle;
use super::wrapping::{Hyphenation, extent, wrap};
use crate::reports::document::Chip;

/// A chip with its marks, from its top left corner; sizes in points.
pub struct LaidChip {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// What to draw.
    pub marks: Vec<Mark>,
}

const PAD: f32 = millimetres(1.5);
const SIGN_GAP: f32 = 2.6;
const STYLE: TextStyle = TextStyle::new(8.0, 9.6, palette::INK).bold();

/// Width of the chip on one line, in points.
pub fn natural_width(chip: &Chip) -> f32 {
    around(chip) + extent(&STYLE.text(&chip.text)).natural
}

/// Lays the chip in at most a width in points: its word wraps rather than overflow.
pub fn lay(chip: &Chip, maximum: f32) -> LaidChip {
    let colour = palette::ink(chip.tone);
    let style = STYLE.coloured(colour);
    let around = around(chip);
    let lines = wrap(&style.text(&chip.text), maximum - around, Hyphenation::Never);
    let widest = lines.iter().map(|line| line.width).fold(0.0, f32::max);
    let text_height = style.pitch * count(lines.len().max(1));
    let (width, height) = (around + widest, text_height + 1.6);
    let mut marks = Vec::new();
    draw::rectangle(Point::default(), width, height)
        .rounded(millimetres(1.0))
        .filled(palette::tint(chip.tone))
        .stroked(Stroke::new(colour, 0.5))
        .draw(&mut marks);
    if let Some(sign) = chip.sign {
        let square = Square::on_line(PAD, 0.8, style.pitch, signs::SMALL);
        signs::sign(&mut marks, sign, square, colour);
    }
    let corner = Point::new(around - PAD, 0.8);
    draw::lines(&mut marks, lines, style, corner, (Align::Left, widest));
    LaidChip { width, height, marks }
}

/// Everything of the width that is not text.
fn around(chip: &Chip) -> f32 {
    2.0 * PAD + if chip.sign.is_some() { signs::SMALL + SIGN_GAP } else { 0.0 }
}
