//! What a block must know to be laid out: its width, the height of a page, the running text.

use crate::reports::document::BodySize;

use super::measure::{TOLERANCE, millimetres};
use super::palette;
use super::text::TextStyle;
use super::wrapping::Hyphenation;

/// Surroundings of a block; lengths in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Context {
    /// Width to fill.
    pub width: f32,
    /// Height of the text area of a page.
    pub page_height: f32,
    /// Size of the running text.
    pub body: BodySize,
}

/// Secondary lines: notes, hints, asides (8 pt).
pub const NOTE: TextStyle = TextStyle::new(8.0, 11.0, palette::SOFT);
/// Below this width, hyphens do more harm than good.
const HYPHENATED: f32 = millimetres(60.0);
/// No block is ever narrower than this, in points.
const NARROWEST: f32 = 12.0;

impl Context {
    /// The same surroundings in another width, in points.
    #[must_use]
    pub fn with_width(self, width: f32) -> Self {
        Self { width: width.max(NARROWEST), ..self }
    }

    /// The running text.
    pub const fn text(self) -> TextStyle {
        match self.body {
            BodySize::Jury => TextStyle::new(9.5, 13.0, palette::INK),
            BodySize::Room => TextStyle::new(10.0, 14.0, palette::INK),
            BodySize::Subject => TextStyle::new(10.5, 15.0, palette::INK),
        }
    }

    /// Whether running text of this width may be hyphenated.
    pub fn hyphenation(self) -> Hyphenation {
        if self.width > HYPHENATED { Hyphenation::Needed } else { Hyphenation::Never }
    }

    /// From one line to write on to the next, in points.
    pub const fn ruled_pitch(self) -> f32 {
        match self.body {
            BodySize::Jury => millimetres(7.2),
            BodySize::Room | BodySize::Subject => millimetres(8.5),
        }
    }

    /// Whether something of this height in points fits on a page of its own.
    pub fn fits_a_page(self, height: f32) -> bool {
        height <= self.page_height + TOLERANCE
    }
}
