//! The fonts of the window, built into the program, and the sizes they are asked in.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily, FontId};

const REGULAR: &str = "regular";
const SEMIBOLD: &str = "semibold";
const ITALIC: &str = "italic";
const MONOSPACE: &str = "monospace";

/// Gives the window its fonts; call it once, before the first text.
pub fn install_fonts(ctx: &Context) {
    ctx.set_fonts(definitions());
}

/// Every font, each family falling back on the others.
fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let files: [(&str, &'static [u8]); 4] = [
        (REGULAR, include_bytes!("../../../fonts/AtkinsonHyperlegibleNextTab_400Regular.ttf")),
        (SEMIBOLD, include_bytes!("../../../fonts/AtkinsonHyperlegibleNextTab_600SemiBold.ttf")),
        (
            ITALIC,
            include_bytes!("../../../fonts/AtkinsonHyperlegibleNextTab_400Regular_Italic.ttf"),
        ),
        (MONOSPACE, include_bytes!("../../../fonts/AtkinsonHyperlegibleMono_400Regular.ttf")),
    ];
    for (name, bytes) in files {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let families = [
        (FontFamily::Proportional, [REGULAR, MONOSPACE, SEMIBOLD, ITALIC]),
        (FontFamily::Monospace, [MONOSPACE, REGULAR, SEMIBOLD, ITALIC]),
        (FontFamily::Name(SEMIBOLD.into()), [SEMIBOLD, REGULAR, MONOSPACE, ITALIC]),
        (FontFamily::Name(ITALIC.into()), [ITALIC, REGULAR, MONOSPACE, SEMIBOLD]),
    ];
    for (family, names) in families {
        fonts.families.insert(family, names.map(str::to_owned).into());
    }
    fonts
}

/// The text font.
#[must_use]
pub fn regular(size: f32) -> FontId {
    FontId::proportional(size)
}

/// The text font, semibold: titles, names of controls, values that matter.
#[must_use]
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}

/// The text font, italic.
#[must_use]
pub fn italic(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(ITALIC.into()))
}

/// The font of formulas and fingerprints.
#[must_use]
pub fn monospace(size: f32) -> FontId {
    FontId::monospace(size)
}
