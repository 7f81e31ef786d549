//! The kinds of sealed files and the sizes allowed to them.

/// Room for what sealing adds to a payload: line, header, hash, age's own header and tags.
const ADDED_BY_SEALING: usize = 256 * 1024;

/// A kind of sealed file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealedKind {
    /// A subject, opened by its code.
    Subject,
    /// A copy, opened by the jury's key.
    Copy,
    /// The jury's key, opened by its passphrase.
    JuryKey,
}

impl SealedKind {
    /// Every kind.
    pub(super) const ALL: [Self; 3] = [Self::Subject, Self::Copy, Self::JuryKey];

    /// Tag in the first line.
    pub(super) const fn tag(self) -> &'static str {
        match self {
            Self::Subject => "sujet",
            Self::Copy => "copie",
            Self::JuryKey => "cle-du-jury",
        }
    }

    /// Name in messages.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Subject => "un sujet scellé",
            Self::Copy => "une copie scellée",
            Self::JuryKey => "une clé du jury",
        }
    }

    /// Most bytes of what is sealed.
    pub const fn largest_payload(self) -> usize {
        const KIBIBYTE: usize = 1024;
        match self {
            Self::Subject => 64 * KIBIBYTE * KIBIBYTE,
            Self::Copy => 16 * KIBIBYTE * KIBIBYTE,
            Self::JuryKey => 64 * KIBIBYTE,
        }
    }

    /// Most bytes of a file of this kind: read no more than one above.
    pub const fn largest_file(self) -> usize {
        self.largest_payload() + ADDED_BY_SEALING
    }
}
