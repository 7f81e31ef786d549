//! Options of a choice, and how its ticks are counted.

use serde::{Deserialize, Serialize};

use crate::domain::identifier::OptionId;

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    /// Identifier inside the question ("a").
    pub id: OptionId,
    /// Text shown.
    pub text: String,
    /// Whether it belongs to the right answer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub correct: bool,
}

/// How the ticks of a choice are counted; stated to the candidates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scoring {
    /// Full marks for exactly the right ticks, else nothing.
    #[default]
    AllOrNothing,
    /// Each option counts: rightly ticked or rightly left.
    EachOption,
    /// Right ticks less wrong ticks over the number of right options, never below zero.
    RightMinusWrong,
}

impl Scoring {
    /// All policies, in the order offered.
    pub const ALL: [Self; 3] = [Self::AllOrNothing, Self::EachOption, Self::RightMinusWrong];

    /// Name shown to authors.
    pub const fn label(self) -> &'static str {
        match self {
            Self::AllOrNothing => "Tout ou rien",
            Self::EachOption => "Chaque proposition compte",
            Self::RightMinusWrong => "Justes moins fausses",
        }
    }

    /// The rule as told to candidates.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::AllOrNothing => "La réponse compte si toutes les cases sont justes.",
            Self::EachOption => "Chaque proposition compte, cochée ou laissée à raison.",
            Self::RightMinusWrong => "Une case cochée à tort annule une case juste.",
        }
    }
}
