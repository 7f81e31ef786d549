//! The appearances a person can choose from.

use super::{CONTRAST, DARK, LIGHT, Palette};

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
