//! The kinds of documents: tag, name, size, and whether people edit them.

/// A kind of document, with its tag on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Référentiel.
    Template,
    /// Étude de cas.
    Case,
    /// Sujet.
    Subject,
    /// Copie.
    Copy,
    /// Session.
    Session,
    /// Évaluation of one juror.
    Evaluation,
    /// Deliberation on one candidate.
    Deliberation,
    /// Content of a sealed subject.
    RoomPackage,
}

impl Kind {
    /// All of them.
    pub(super) const ALL: [Self; 8] = [
        Self::Template,
        Self::Case,
        Self::Subject,
        Self::Copy,
        Self::Session,
        Self::Evaluation,
        Self::Deliberation,
        Self::RoomPackage,
    ];

    /// Tag in the `format` field.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Template => "casdecole/referentiel",
            Self::Case => "casdecole/etude-de-cas",
            Self::Subject => "casdecole/sujet",
            Self::Copy => "casdecole/copie",
            Self::Session => "casdecole/session",
            Self::Evaluation => "casdecole/evaluation",
            Self::Deliberation => "casdecole/deliberation",
            Self::RoomPackage => "casdecole/salle",
        }
    }

    /// Name in messages.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Template => "un référentiel",
            Self::Case => "une étude de cas",
            Self::Subject => "un sujet",
            Self::Copy => "une copie",
            Self::Session => "une session",
            Self::Evaluation => "une évaluation",
            Self::Deliberation => "une délibération",
            Self::RoomPackage => "un sujet scellé",
        }
    }

    /// Largest size read, in bytes: far above any real document, far below what hurts.
    pub(super) const fn size_limit(self) -> u64 {
        const MEBIBYTE: u64 = 1024 * 1024;
        match self {
            Self::Subject | Self::RoomPackage => 64 * MEBIBYTE,
            Self::Template | Self::Case | Self::Copy => 16 * MEBIBYTE,
            Self::Session | Self::Evaluation | Self::Deliberation => 8 * MEBIBYTE,
        }
    }

    /// Whether the document is edited by people (YAML) or by the program alone (JSON).
    pub(super) const fn is_yaml(self) -> bool {
        !matches!(self, Self::Subject | Self::Copy | Self::RoomPackage)
    }
}
