//! The fonts of reports: the one place that holds them, their advances and their kerning.

use std::collections::HashMap;
use std::sync::{OnceLock, RwLock};

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{GlyphId, Tag};

/// A face of the family. The semibold serves every bold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Running text.
    Regular,
    /// Emphasis.
    Italic,
    /// Bold.
    SemiBold,
    /// Fingerprints.
    Mono,
}

/// A glyph and how far it moves the pen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// Number of the glyph in the font program.
    pub id: u16,
    /// Advance in the font program, in its own units.
    pub natural: u16,
    /// Advance in the layout, in thousandths of an em.
    pub advance: f32,
}

/// A font program, read once.
pub struct Font {
    /// The bytes of the font.
    pub program: &'static [u8],
    /// Units per em of the program.
    pub units_per_em: u16,
    /// Ascent in units.
    pub ascent: i16,
    /// Descent in units, negative.
    pub descent: i16,
    /// Box of all glyphs in units: left, bottom, right, top.
    pub bounds: [i16; 4],
    glyphs: Vec<Option<Glyph>>,
    pairs: Vec<Vec<PairAdjustment<'static>>>,
    /// Pairs looked up before: searching the font's tables each time took a quarter of the layout.
    known_pairs: RwLock<HashMap<u32, f32>>,
}

/// Height of capitals, as a fraction of the size, in every face.
pub const CAPITALS: f32 = 0.668;
/// Width of U+202F, which the fonts lack, in thousandths of an em.
const NARROW_SPACE: f32 = 160.0;
/// Characters from here on are looked for nowhere: the fonts end before.
const TABLE_SIZE: usize = 0x2700;

static REGULAR: OnceLock<Font> = OnceLock::new();
static ITALIC: OnceLock<Font> = OnceLock::new();
static SEMI_BOLD: OnceLock<Font> = OnceLock::new();
static MONO: OnceLock<Font> = OnceLock::new();

impl Face {
    /// The font of the face.
    pub fn font(self) -> &'static Font {
        let slot = match self {
            Self::Regular => &REGULAR,
            Self::Italic => &ITALIC,
            Self::SemiBold => &SEMI_BOLD,
            Self::Mono => &MONO,
        };
        slot.get_or_init(|| Font::read(self.program()))
    }

    /// `PostScript` name of the font.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Regular => "AtkinsonHyperlegibleNextTab-Regular",
            Self::Italic => "AtkinsonHyperlegibleNextTab-Italic",
            Self::SemiBold => "AtkinsonHyperlegibleNextTab-SemiBold",
            Self::Mono => "AtkinsonHyperlegibleMono-Regular",
        }
    }

    /// Weight, from 100 to 900.
    pub const fn weight(self) -> u16 {
        match self {
            Self::SemiBold => 600,
            Self::Regular | Self::Italic | Self::Mono => 400,
        }
    }

    /// Slant: how far a stem leans to the right over a rise of 1000.
    pub const fn slant(self) -> i16 {
        match self {
            Self::Italic => 213,
            Self::Regular | Self::SemiBold | Self::Mono => 0,
        }
    }

    const fn program(self) -> &'static [u8] {
        match self {
            Self::Regular => {
                include_bytes!("../../../fonts/AtkinsonHyperlegibleNextTab_400Regular.ttf")
            }
            Self::Italic => {
                include_bytes!("../../../fonts/AtkinsonHyperlegibleNextTab_400Regular_Italic.ttf")
            }
            Self::SemiBold => {
                include_bytes!("../../../fonts/AtkinsonHyperlegibleNextTab_600SemiBold.ttf")
            }
            Self::Mono => include_bytes!("../../../fonts/AtkinsonHyperlegibleMono_400Regular.ttf"),
        }
    }
}

impl Font {
    /// The glyph of a character, if the font has one.
    pub fn glyph(&self, character: char) -> Option<Glyph> {
        let place = usize::try_from(u32::from(character)).ok()?;
        self.glyphs.get(place).copied().flatten()
    }

    /// How much closer two neighbours stand, in thousandths of an em (negative: closer).
    pub fn kerning(&self, left: Glyph, right: Glyph) -> f32 {
        let key = (u32::from(left.id) << 16) | u32::from(right.id);
        if let Some(known) = self.known_pairs.read().ok().and_then(|k| k.get(&key).copied()) {
            return known;
        }
        let units: f32 = self
            .pairs
            .iter()
            .filter_map(|lookup| lookup.iter().find_map(|pair| adjustment(pair, left, right)))
            .sum();
        let kerning = units * 1000.0 / f32::from(self.units_per_em.max(1));
        // A poisoned memory only costs the time of looking again.
        if let Ok(mut known) = self.known_pairs.write() {
            known.insert(key, kerning);
        }
        kerning
    }

    fn read(program: &'static [u8]) -> Self {
        let mut font = Self {
            program,
            units_per_em: 1000,
            ascent: 984,
            descent: -316,
            bounds: [0, -250, 1300, 900],
            glyphs: vec![None; TABLE_SIZE],
            pairs: Vec::new(),
            known_pairs: RwLock::default(),
        };
        if let Ok(face) = ttf_parser::Face::parse(program, 0) {
            let bounds = face.global_bounding_box();
            font.units_per_em = face.units_per_em();
            font.ascent = face.ascender();
            font.descent = face.descender();
            font.bounds = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max];
            font.read_glyphs(&face);
            font.pairs = kerning_pairs(&face);
        }
        font
    }

    fn read_glyphs(&mut self, face: &ttf_parser::Face<'static>) {
        let Some(cmap) = face.tables().cmap else { return };
        let scale = 1000.0 / f32::from(self.units_per_em.max(1));
        for subtable in cmap.subtables {
            if !subtable.is_unicode() {
                continue;
            }
            subtable.codepoints(|code| {
                let slot = usize::try_from(code).ok().and_then(|place| self.glyphs.get_mut(place));
                if let (Some(slot), Some(id)) = (slot, subtable.glyph_index(code)) {
                    let natural = face.glyph_hor_advance(id).unwrap_or(0);
                    let advance = f32::from(natural) * scale;
                    *slot = Some(Glyph { id: id.0, natural, advance });
                }
            });
        }
        // The narrow no-break space borrows the blank glyph of the thin space.
        self.borrow('\u{2009}', '\u{202f}');
        if let Some(Some(glyph)) = self.glyphs.get_mut(0x202f)
            && glyph.advance < 2.0 * NARROW_SPACE
        {
            glyph.advance = NARROW_SPACE;
        }
        self.borrow('μ', 'µ');
        self.borrow('Δ', '\u{2206}');
    }

    /// Gives a character that the font lacks the glyph of another.
    fn borrow(&mut self, from: char, to: char) {
        let glyph = self.glyph(from);
        let slot = usize::try_from(u32::from(to)).ok().and_then(|at| self.glyphs.get_mut(at));
        if let Some(slot) = slot {
            *slot = slot.or(glyph);
        }
    }
}

fn kerning_pairs(face: &ttf_parser::Face<'static>) -> Vec<Vec<PairAdjustment<'static>>> {
    let Some(table) = face.tables().gpos else { return Vec::new() };
    let kern = Tag::from_bytes(b"kern");
    let mut indices: Vec<u16> = Vec::new();
    for feature in table.features {
        if feature.tag == kern {
            indices.extend(feature.lookup_indices);
        }
    }
    indices.sort_unstable();
    indices.dedup();
    let mut lookups = Vec::with_capacity(indices.len());
    for lookup in indices.into_iter().filter_map(|index| table.lookups.get(index)) {
        let mut pairs = Vec::new();
        for subtable in lookup.subtables.into_iter::<PositioningSubtable<'static>>() {
            if let PositioningSubtable::Pair(pair) = subtable {
                pairs.push(pair);
            }
        }
        lookups.push(pairs);
    }
    lookups
}

fn adjustment(pair: &PairAdjustment<'_>, left: Glyph, right: Glyph) -> Option<f32> {
    let (left, right) = (GlyphId(left.id), GlyphId(right.id));
    let (first, _) = match pair {
        PairAdjustment::Format1 { coverage, sets } => sets.get(coverage.get(left)?)?.get(right)?,
        PairAdjustment::Format2 { coverage, classes, matrix } => {
            coverage.get(left)?;
            matrix.get((classes.0.get(left), classes.1.get(right)))?
        }
    };
    Some(f32::from(first.x_advance))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_print_has_all_its_glyphs() {
        let needed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 \u{a0}\u{202f}\
            àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»’‘“”–—…€%°²³½·•×÷±−≤≥≠≈µΔ.,;:!?'\"()[]{}/\\&@#*+-=_";
        for face in [Face::Regular, Face::Italic, Face::SemiBold, Face::Mono] {
            let font = face.font();
            let missing: String = needed.chars().filter(|c| font.glyph(*c).is_none()).collect();
            assert_eq!(missing, "", "{face:?}");
        }
    }

    #[test]
    fn digits_are_tabular_and_the_narrow_space_is_narrow() {
        let font = Face::Regular.font();
        let advance = |c| font.glyph(c).map_or(0.0, |glyph| glyph.advance);
        assert!((advance('1') - advance('8')).abs() < f32::EPSILON);
        assert!((advance('\u{202f}') - NARROW_SPACE).abs() < f32::EPSILON);
    }

    #[test]
    fn pairs_are_kerned() {
        let font = Face::Regular.font();
        let pair = font.glyph('A').zip(font.glyph('V'));
        assert!(pair.is_some_and(|(left, right)| font.kerning(left, right) < 0.0));
    }
}
