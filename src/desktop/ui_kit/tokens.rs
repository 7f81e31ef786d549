//! Every colour of the window: the only file that holds one.

use egui::{Color32, Stroke};

pub use super::sizes::{height, line_height, radius, space, type_size};

pub(super) use super::sizes::amount;

/// The appearances a person can choose.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum ThemeKind {
    /// Dark ink on warm paper.
    #[default]
    Light,
    /// Light ink on near black.
    Dark,
    /// Black and white, thick edges; the sign, the word and the edge carry every state.
    HighContrast,
}

impl ThemeKind {
    /// The appearances, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::HighContrast];

    /// French name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Light => "Clair",
            Self::Dark => "Sombre",
            Self::HighContrast => "Contraste élevé",
        }
    }

    /// Colours of this appearance.
    #[must_use]
    pub fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::HighContrast => &CONTRAST,
        }
    }
}

/// What a sign, a chip or a cell says. The colour only repeats what a sign and a word say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum State {
    /// Right, done, kept.
    Ok,
    /// Consistent with an earlier error.
    Follow,
    /// The error others come from; something may be lost.
    Root,
    /// Wrong.
    Wrong,
    /// Nothing there.
    Blank,
    /// Missing, to be looked at.
    Warn,
    /// No state.
    #[default]
    Neutral,
    /// Chosen, in progress.
    Accent,
}

/// The colours and strokes of one appearance, named as in `TOKENS.md`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Palette {
    /// The appearance these colours belong to.
    pub kind: ThemeKind,
    /// Width of the edge of controls and of the lines between regions.
    pub edge: f32,
    /// Width of the focus ring.
    pub focus_edge: f32,
    /// The window.
    pub bg: Color32,
    /// Bars and side panels.
    pub surface: Color32,
    /// Inputs, cards and cells.
    pub card: Color32,
    /// Headers and given cells.
    pub sunken: Color32,
    /// Dividers.
    pub line: Color32,
    /// Edges of controls.
    pub line_strong: Color32,
    /// Text.
    pub text: Color32,
    /// Secondary text.
    pub text_2: Color32,
    /// Main action, links, chosen things.
    pub accent: Color32,
    /// Main action under the pointer.
    pub accent_hover: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Tint of chosen things.
    pub accent_soft: Color32,
    /// Focus ring.
    pub focus: Color32,
    /// Text of [`State::Ok`].
    pub ok: Color32,
    /// Tint of [`State::Ok`].
    pub ok_bg: Color32,
    /// Text of [`State::Follow`].
    pub follow: Color32,
    /// Tint of [`State::Follow`].
    pub follow_bg: Color32,
    /// Text of [`State::Root`] on a plain ground, and its solid fill.
    pub root: Color32,
    /// Text on the solid fill of [`State::Root`].
    pub on_root: Color32,
    /// Tint of [`State::Root`].
    pub root_bg: Color32,
    /// Text of [`State::Wrong`].
    pub wrong: Color32,
    /// Tint of [`State::Wrong`].
    pub wrong_bg: Color32,
    /// Text of [`State::Blank`].
    pub blank: Color32,
    /// Tint of [`State::Blank`].
    pub blank_bg: Color32,
    /// Text of [`State::Warn`].
    pub warn: Color32,
    /// Tint of [`State::Warn`].
    pub warn_bg: Color32,
    /// Highlighter.
    pub mark: Color32,
}

impl Palette {
    /// Whether tints vanish and edges carry the states.
    #[must_use]
    pub fn is_contrast(&self) -> bool {
        self.kind == ThemeKind::HighContrast
    }

    /// Every colour with its name in `TOKENS.md`.
    #[must_use]
    pub fn named(&self) -> [(&'static str, Color32); 27] {
        [
            ("bg", self.bg),
            ("surface", self.surface),
            ("card", self.card),
            ("sunken", self.sunken),
            ("line", self.line),
            ("line_strong", self.line_strong),
            ("text", self.text),
            ("text_2", self.text_2),
            ("accent", self.accent),
            ("accent_hover", self.accent_hover),
            ("on_accent", self.on_accent),
            ("accent_soft", self.accent_soft),
            ("focus", self.focus),
            ("ok", self.ok),
            ("ok_bg", self.ok_bg),
            ("follow", self.follow),
            ("follow_bg", self.follow_bg),
            ("root", self.root),
            ("on_root", self.on_root),
            ("root_bg", self.root_bg),
            ("wrong", self.wrong),
            ("wrong_bg", self.wrong_bg),
            ("blank", self.blank),
            ("blank_bg", self.blank_bg),
            ("warn", self.warn),
            ("warn_bg", self.warn_bg),
            ("mark", self.mark),
        ]
    }

    /// Line between two regions.
    #[must_use]
    pub fn divider(&self) -> Stroke {
        Stroke::new(self.edge, self.line)
    }

    /// Edge of a control.
    #[must_use]
    pub fn control_edge(&self) -> Stroke {
        Stroke::new(self.edge, self.line_strong)
    }

    /// Focus ring.
    #[must_use]
    pub fn focus_ring(&self) -> Stroke {
        Stroke::new(self.focus_edge, self.focus)
    }

    /// Veil over the window behind a dialog.
    #[must_use]
    pub fn veil(&self) -> Color32 {
        Color32::from_black_alpha(if self.is_contrast() { 200 } else { 120 })
    }

    /// Colour of a sign or a word on a plain ground.
    #[must_use]
    pub fn sign(&self, state: State) -> Color32 {
        match state {
            State::Ok => self.ok,
            State::Follow => self.follow,
            State::Root => self.root,
            State::Wrong => self.wrong,
            State::Blank => self.blank,
            State::Warn => self.warn,
            State::Neutral => self.text_2,
            State::Accent => self.accent,
        }
    }

    /// Tint under a word in the colour of [`Palette::sign`].
    #[must_use]
    pub fn tint(&self, state: State) -> Color32 {
        match state {
            State::Ok => self.ok_bg,
            State::Follow => self.follow_bg,
            State::Root => self.root_bg,
            State::Wrong => self.wrong_bg,
            State::Blank => self.blank_bg,
            State::Warn => self.warn_bg,
            State::Neutral => self.surface,
            State::Accent => self.accent_soft,
        }
    }

    /// Fill of a chip or a cell: the tint, solid for [`State::Root`].
    #[must_use]
    pub fn fill(&self, state: State) -> Color32 {
        if state == State::Root { self.root } else { self.tint(state) }
    }

    /// Text on [`Palette::fill`].
    #[must_use]
    pub fn on_fill(&self, state: State) -> Color32 {
        match state {
            State::Root => self.on_root,
            State::Neutral => self.text,
            other => self.sign(other),
        }
    }
}

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
