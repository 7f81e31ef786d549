//! What each colour of an appearance is for.

use egui::Color32;

use super::{State, ThemeKind};

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
