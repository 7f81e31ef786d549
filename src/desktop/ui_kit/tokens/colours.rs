//! Every colour of the window: the only file that holds one.

use egui::Color32;

use super::{Palette, ThemeKind};

/// « Clair ».
pub static LIGHT: Palette = Palette {
    kind: ThemeKind::Light,
    edge: 1.0,
    focus_edge: 2.0,
    bg: hex("F3F0EA"),
    surface: hex("FBFAF7"),
    card: hex("FFFFFF"),
    sunken: hex("ECE8E0"),
    line: hex("D8D2C6"),
    line_strong: hex("857D6F"),
    text: hex("211F1B"),
    text_2: hex("575147"),
    accent: hex("473A8C"),
    accent_hover: hex("372C72"),
    on_accent: hex("FFFFFF"),
    accent_soft: hex("E7E4F4"),
    focus: hex("473A8C"),
    ok: hex("1D6637"),
    ok_bg: hex("E2F0E4"),
    follow: hex("14598C"),
    follow_bg: hex("DFECF7"),
    root: hex("A32020"),
    on_root: hex("FFFFFF"),
    root_bg: hex("F9E4E1"),
    wrong: hex("8F4310"),
    wrong_bg: hex("FAE7D8"),
    blank: hex("5C564C"),
    blank_bg: hex("F0EDE6"),
    warn: hex("6E5200"),
    warn_bg: hex("FBF0C9"),
    mark: hex("FCEB9C"),
};

/// « Sombre ».
pub static DARK: Palette = Palette {
    kind: ThemeKind::Dark,
    edge: 1.0,
    focus_edge: 2.0,
    bg: hex("191A1D"),
    surface: hex("212226"),
    card: hex("2A2B30"),
    sunken: hex("1D1E22"),
    line: hex("3E3F46"),
    line_strong: hex("8B8C95"),
    text: hex("F1EFEA"),
    text_2: hex("BEBAB2"),
    accent: hex("BDB2F7"),
    accent_hover: hex("D3CBFA"),
    on_accent: hex("1F1A3D"),
    accent_soft: hex("383458"),
    focus: hex("F1EFEA"),
    ok: hex("8DD5A3"),
    ok_bg: hex("203A2A"),
    follow: hex("92C7F2"),
    follow_bg: hex("1E364A"),
    root: hex("F5978D"),
    on_root: hex("2E0A07"),
    root_bg: hex("46211E"),
    wrong: hex("F0B283"),
    wrong_bg: hex("41291A"),
    blank: hex("B9B5AD"),
    blank_bg: hex("303137"),
    warn: hex("EBCD70"),
    warn_bg: hex("3B331A"),
    mark: hex("4A3E10"),
};

/// « Contraste élevé ».
pub static CONTRAST: Palette = Palette {
    kind: ThemeKind::HighContrast,
    edge: 2.0,
    focus_edge: 3.0,
    bg: hex("000000"),
    surface: hex("000000"),
    card: hex("000000"),
    sunken: hex("1F1F1F"),
    line: hex("8C8C8C"),
    line_strong: hex("FFFFFF"),
    text: hex("FFFFFF"),
    text_2: hex("E6E6E6"),
    accent: hex("D6CCFF"),
    accent_hover: hex("FFFFFF"),
    on_accent: hex("000000"),
    accent_soft: hex("241F45"),
    focus: hex("FFE600"),
    ok: hex("7DF0A0"),
    ok_bg: hex("000000"),
    follow: hex("8ACBFF"),
    follow_bg: hex("000000"),
    root: hex("FF9D94"),
    on_root: hex("000000"),
    root_bg: hex("000000"),
    wrong: hex("FFB875"),
    wrong_bg: hex("000000"),
    blank: hex("E6E6E6"),
    blank_bg: hex("000000"),
    warn: hex("FFE27A"),
    warn_bg: hex("000000"),
    mark: hex("4A3F00"),
};

/// Colour written as in `TOKENS.md`: six hexadecimal capitals.
#[allow(clippy::disallowed_methods, reason = "this is the one place of colours")]
const fn hex(digits: &str) -> Color32 {
    match digits.as_bytes() {
        [red, red_low, green, green_low, blue, blue_low] => Color32::from_rgb(
            byte(*red, *red_low),
            byte(*green, *green_low),
            byte(*blue, *blue_low),
        ),
        _ => Color32::PLACEHOLDER,
    }
}

const fn byte(high: u8, low: u8) -> u8 {
    digit(high) * 16 + digit(low)
}

const fn digit(code: u8) -> u8 {
    match code {
        b'0'..=b'9' => code - b'0',
        b'A'..=b'F' => code - b'A' + 10,
        _ => 0,
    }
}
