//! What is said by a sign, a colour or a chip; the layout draws them.

/// Meaning of a colour; the layout picks the colour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// Normal ink.
    #[default]
    Ink,
    /// Secondary text.
    Soft,
    /// Accent of the house.
    Accent,
    /// Right, satisfied, acquired.
    Good,
    /// Right from the candidate's own values.
    Follow,
    /// Partial, wrong.
    Partial,
    /// Not satisfied, not acquired, error of origin.
    Bad,
    /// Empty, not observed, absent.
    Blank,
}

/// A sign drawn as a path, since the fonts lack them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Check mark.
    Check,
    /// Cross.
    Cross,
    /// Half disc.
    Half,
    /// Ring.
    Ring,
    /// Dash.
    Dash,
    /// White cross on a disc.
    CrossDisc,
    /// Elbow arrow.
    Elbow,
}

impl Sign {
    /// The word that stands for the sign in the text layer of the file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Check => "oui",
            Self::Cross => "non",
            Self::Half => "partiel",
            Self::Ring => "vide",
            Self::Dash => "sans objet",
            Self::CrossDisc => "erreur d'origine",
            Self::Elbow => "cohérent",
        }
    }
}

/// A word on a tint with an edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// Sign before the word.
    pub sign: Option<Sign>,
    /// The word.
    pub text: String,
    /// Colour.
    pub tone: Tone,
}
