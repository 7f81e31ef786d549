//! The one place for the colours of reports: the inks of print, the house accent, the states.

use crate::reports::document::Tone;

/// A colour of print: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// Text and strong rules.
pub const INK: Colour = Colour(0x17, 0x20, 0x2A);
/// Secondary text.
pub const SOFT: Colour = Colour(0x4E, 0x5A, 0x67);
/// Thin rules between rows.
pub const HAIRLINE: Colour = Colour(0xC3, 0xCB, 0xD3);
/// Grids, frames and lines to write on.
pub const GRID: Colour = Colour(0x8D, 0x99, 0xA6);
/// Heads of tables and given cells.
pub const TINT: Colour = Colour(0xF0, 0xF3, 0xF6);
/// The paper.
pub const PAPER: Colour = Colour(0xFF, 0xFF, 0xFF);
/// The accent of the house.
pub const ACCENT: Colour = Colour(0x47, 0x3A, 0x8C);
/// Under what carries the accent.
pub const ACCENT_TINT: Colour = Colour(0xE7, 0xE4, 0xF4);
/// The two tints of the segments of a time bar, in turn.
pub const TIME_TINTS: [Colour; 2] = [Colour(0xC9, 0xC3, 0xE6), Colour(0xDE, 0xDA, 0xF0)];

const GOOD: Colour = Colour(0x1D, 0x66, 0x37);
const FOLLOW: Colour = Colour(0x14, 0x59, 0x8C);
const PARTIAL: Colour = Colour(0x8F, 0x43, 0x10);
const BAD: Colour = Colour(0xA3, 0x20, 0x20);
const BLANK: Colour = Colour(0x5C, 0x56, 0x4C);

/// Colour of signs and words in a tone.
pub const fn ink(tone: Tone) -> Colour {
    match tone {
        Tone::Ink => INK,
        Tone::Soft => SOFT,
        Tone::Accent => ACCENT,
        Tone::Good => GOOD,
        Tone::Follow => FOLLOW,
        Tone::Partial => PARTIAL,
        Tone::Bad => BAD,
        Tone::Blank => BLANK,
    }
}

/// Tint under a tone.
pub const fn tint(tone: Tone) -> Colour {
    match tone {
        Tone::Ink | Tone::Soft => TINT,
        Tone::Accent => ACCENT_TINT,
        Tone::Good => Colour(0xE2, 0xF0, 0xE4),
        Tone::Follow => Colour(0xDF, 0xEC, 0xF7),
        Tone::Partial => Colour(0xFA, 0xE7, 0xD8),
        Tone::Bad => Colour(0xF9, 0xE4, 0xE1),
        Tone::Blank => Colour(0xF0, 0xED, 0xE6),
    }
}

/// Segment of a bar in a tone: flat, and lighter than the ink for what is partial or blank.
pub const fn bar(tone: Tone) -> Colour {
    match tone {
        Tone::Partial => Colour(0xE0, 0xA2, 0x4A),
        Tone::Blank | Tone::Soft => Colour(0xD5, 0xD1, 0xC8),
        Tone::Ink | Tone::Accent | Tone::Good | Tone::Follow | Tone::Bad => ink(tone),
    }
}

/// Edge of a frame in a tone: the grid colour where the tone says nothing.
pub const fn edge(tone: Tone) -> Colour {
    match tone {
        Tone::Ink | Tone::Soft => GRID,
        Tone::Accent | Tone::Good | Tone::Follow | Tone::Partial | Tone::Bad | Tone::Blank => {
            ink(tone)
        }
    }
}
