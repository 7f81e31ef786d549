//! Kinds of question by their French names.

/// Kinds of question without their content, to offer in a menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrittenKind {
    /// Several paragraphs.
    LongText,
    /// A few words.
    ShortText,
    /// A number.
    Number,
    /// Options.
    Choice,
    /// A table.
    Table,
    /// A computed table.
    Worksheet,
    /// A schedule.
    Schedule,
    /// An assignment of people to posts.
    Assignment,
}

impl WrittenKind {
    /// All kinds, in the order offered.
    pub const ALL: [Self; 8] = [
        Self::LongText,
        Self::ShortText,
        Self::Number,
        Self::Choice,
        Self::Table,
        Self::Worksheet,
        Self::Schedule,
        Self::Assignment,
    ];

    /// Name shown to authors.
    pub const fn label(self) -> &'static str {
        match self {
            Self::LongText => "Texte long",
            Self::ShortText => "Texte court",
            Self::Number => "Nombre",
            Self::Choice => "Choix",
            Self::Table => "Tableau",
            Self::Worksheet => "Tableau calculé",
            Self::Schedule => "Planning",
            Self::Assignment => "Affectation",
        }
    }
}
