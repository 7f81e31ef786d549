//! The scale of a criterion and of a competence. No number, weight or threshold: none exists in
//! the référentiels.

use serde::{Deserialize, Serialize};

/// Judgement of a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Satisfait.
    Satisfied,
    /// Partiel.
    Partial,
    /// Non satisfait.
    NotSatisfied,
    /// Non observé.
    NotObserved,
}

impl Level {
    /// All levels, in the order of the keys 1 to 4.
    pub const ALL: [Self; 4] =
        [Self::Satisfied, Self::Partial, Self::NotSatisfied, Self::NotObserved];

    /// The words shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Satisfied => "Satisfait",
            Self::Partial => "Partiel",
            Self::NotSatisfied => "Non satisfait",
            Self::NotObserved => "Non observé",
        }
    }
}

/// Judgement of a competence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Acquisition {
    /// Acquise.
    Acquired,
    /// Non acquise: needs a written reason.
    NotAcquired,
}

impl Acquisition {
    /// The words shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Acquired => "Acquise",
            Self::NotAcquired => "Non acquise",
        }
    }
}

/// How many criteria of a competence stand at each level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LevelCounts {
    /// Satisfied.
    pub satisfied: u32,
    /// Partial.
    pub partial: u32,
    /// Not satisfied.
    pub not_satisfied: u32,
    /// Not observed.
    pub not_observed: u32,
    /// Not judged yet.
    pub unjudged: u32,
}

impl LevelCounts {
    /// Counts levels; `None` is a criterion not judged yet.
    pub fn of(levels: impl Iterator<Item = Option<Level>>) -> Self {
        let mut counts = Self::default();
        for level in levels {
            *match level {
                Some(Level::Satisfied) => &mut counts.satisfied,
                Some(Level::Partial) => &mut counts.partial,
                Some(Level::NotSatisfied) => &mut counts.not_satisfied,
                Some(Level::NotObserved) => &mut counts.not_observed,
                None => &mut counts.unjudged,
            } += 1;
        }
        counts
    }

    /// Number of criteria counted.
    pub const fn total(self) -> u32 {
        self.satisfied + self.partial + self.not_satisfied + self.not_observed + self.unjudged
    }
}
