//! Every character that French needs is in the fonts, or drawn.

#![allow(clippy::expect_used, reason = "tests fail by panicking")]

use ttf_parser::Face;

/// Letters, punctuation and signs of French documents of this field.
const NEEDED: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\
ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆàâäçéèêëîïôöùûüÿœæ«»’‘“”'\"!?.,;:…–—-_()[]{}/\\@#&*+=<>%€°²³×÷±≤≥−·•\u{a0}";

/// Drawn as paths or as a gap, since the two families lack them.
const DRAWN: &str = "\u{202f}☐☑✓→";

fn fonts() -> Vec<(String, Vec<u8>)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .expect("fonts")
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "ttf"))
        .map(|entry| {
            let bytes = std::fs::read(entry.path()).expect("a font");
            (entry.file_name().to_string_lossy().into_owned(), bytes)
        })
        .collect();
    found.sort();
    found
}

#[test]
fn every_french_character_has_a_glyph() {
    let fonts = fonts();
    assert_eq!(fonts.len(), 4);
    for (name, bytes) in &fonts {
        let face = Face::parse(bytes, 0).expect("a font");
        let missing: String =
            NEEDED.chars().filter(|character| face.glyph_index(*character).is_none()).collect();
        assert!(missing.is_empty(), "{name} lacks {missing:?}");
        let present: String =
            DRAWN.chars().filter(|character| face.glyph_index(*character).is_some()).collect();
        assert!(present.is_empty(), "{name} has {present:?}: it needs no drawing any more");
    }
}

#[test]
fn digits_have_one_width() {
    for (name, bytes) in fonts() {
        let face = Face::parse(&bytes, 0).expect("a font");
        let widths: std::collections::BTreeSet<_> = ('0'..='9')
            .filter_map(|digit| face.glyph_hor_advance(face.glyph_index(digit)?))
            .collect();
        assert_eq!(widths.len(), 1, "{name}: {widths:?}");
    }
}

#[test]
fn the_licences_stand_beside_the_fonts() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
    for licence in ["OFL-Next.txt", "OFL-Mono.txt"] {
        let text = std::fs::read_to_string(folder.join(licence)).expect("a licence");
        assert!(text.contains("SIL OPEN FONT LICENSE"), "{licence}");
    }
}
