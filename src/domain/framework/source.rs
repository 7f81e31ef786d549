//! What the sources lost, leave open, or what was deduced: kept with the facts and shown.

use serde::{Deserialize, Serialize};

/// Why a fact is not simply a quotation of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceMark {
    /// Derived by a stated rule; to be confirmed on the official document.
    Deduced,
    /// Absent or cut in the source.
    Lost,
    /// Damaged in the source and rebuilt from a twin passage.
    Rebuilt,
    /// The source contradicts itself or spells oddly; kept as it is.
    AsIs,
}

impl SourceMark {
    /// The word shown beside the fact.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Deduced => "déduit",
            Self::Lost => "perdu dans la source",
            Self::Rebuilt => "reconstruit",
            Self::AsIs => "tel quel dans la source",
        }
    }
}

/// A remark on the source of a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceNote {
    /// Kind of remark.
    pub mark: SourceMark,
    /// What it says, in French.
    pub text: String,
}
