//! Fonts of the file: for each face, only the glyphs that the pages use.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{FontId, FontMetrics, ParsedFont, PdfFontMetricsStub};
use subsetter::GlyphRemapper;

use super::PdfError;
use crate::reports::layout::fonts::Face;
use crate::reports::layout::page::{Mark, Page};

/// Name of a face in the resources of the pages.
pub fn font_id(face: Face) -> FontId {
    let name = match face {
        Face::Regular => "Regular",
        Face::Italic => "Italic",
        Face::SemiBold => "SemiBold",
        Face::Mono => "Mono",
    };
    FontId(name.to_owned())
}

/// The faces that the pages use, each with its glyphs in use only.
pub fn subset_fonts(pages: &[Page]) -> Result<Vec<(FontId, ParsedFont)>, PdfError> {
    let mut used: BTreeMap<Face, BTreeSet<char>> = BTreeMap::new();
    for mark in pages.iter().flat_map(|page| &page.marks) {
        if let Mark::Text(text) = mark {
            used.entry(text.face).or_default().extend(text.text.chars());
        }
    }
    used.into_iter()
        .map(|(face, characters)| Ok((font_id(face), subset(face, &characters)?)))
        .collect()
}

fn subset(face: Face, characters: &BTreeSet<char>) -> Result<ParsedFont, PdfError> {
    let font = face.font();
    let mut remapper = GlyphRemapper::new();
    let mut glyph_of = BTreeMap::new();
    let mut widths = BTreeMap::new();
    for character in characters {
        let Some(glyph) = font.glyph(*character) else { continue };
        let id = remapper.remap(glyph.id);
        glyph_of.insert(u32::from(*character), id);
        widths.insert(id, glyph.natural);
    }
    let program = subsetter::subset(font.program, 0, &remapper)
        .map_err(|error| PdfError::Font { name: face.name(), reason: error.to_string() })?;
    let name = format!("{}+{}", tag(&remapper), face.name());
    let metrics = FontMetrics { ascent: font.ascent, descent: font.descent };
    let units = font.units_per_em;
    let mut parsed =
        ParsedFont::with_glyph_data(program, 0, Some(name), glyph_of, widths, units, metrics);
    let [x_min, y_min, x_max, y_max] = font.bounds;
    parsed.pdf_font_metrics = PdfFontMetricsStub {
        units_per_em: units,
        x_min,
        y_min,
        x_max,
        y_max,
        caret_slope_rise: 1000,
        caret_slope_run: face.slant(),
        us_weight_class: face.weight(),
    };
    Ok(parsed)
}

/// Six capitals that name the set of glyphs, as PDF wants before the name of a reduced font.
fn tag(remapper: &GlyphRemapper) -> String {
    let mut hash = remapper
        .remapped_gids()
        .fold(0x811C_9DC5_u32, |hash, id| (hash ^ u32::from(id)).wrapping_mul(0x0100_0193));
    let mut tag = String::with_capacity(6);
    for _ in 0..6 {
        let letter = u8::try_from(hash % 26).unwrap_or(0);
        tag.push(char::from(b'A' + letter));
        hash /= 26;
    }
    tag
}
