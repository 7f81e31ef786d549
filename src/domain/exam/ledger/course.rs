//! What a sitting was made of, in order: stretches of work and interruptions.

use chrono::{DateTime, FixedOffset};

/// A part of a sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passage {
    /// Time that counts.
    Worked(Worked),
    /// Time that does not.
    Interrupted(Interruption),
}

/// A stretch of work without interruption.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Worked {
    /// Its beginning, as the clock of the PC showed it.
    pub from: DateTime<FixedOffset>,
    /// Its end, as the clock of the PC showed it.
    pub to: DateTime<FixedOffset>,
    /// How long it was, on the running clock.
    pub milliseconds: u64,
}

/// An interruption of a sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interruption {
    /// Why there was no work.
    pub cause: InterruptionCause,
    /// The words of the invigilator; empty for what the program noticed by itself.
    pub reason: String,
    /// Its beginning, as the clock of the PC showed it.
    pub from: DateTime<FixedOffset>,
    /// Its end, as the clock of the PC showed it; `None` while it lasts.
    pub to: Option<DateTime<FixedOffset>>,
    /// How long it was, up to now while it lasts; `None` when no clock can tell.
    pub milliseconds: Option<u64>,
    /// Whether the candidate got the time back.
    pub given_back: bool,
}

/// Why there was no work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InterruptionCause {
    /// The candidate came late.
    Late,
    /// The invigilator stopped the time.
    Paused,
    /// The PC was asleep or frozen.
    Asleep,
    /// The program or the PC stopped and was started again.
    Stopped,
    /// The sitting went on on another PC; the length of the interruption is as right as its clock.
    OtherComputer,
}

impl InterruptionCause {
    /// The cause in words: « Poste en veille ou figé ».
    pub const fn label(self) -> &'static str {
        match self {
            Self::Late => "Retard à l'arrivée",
            Self::Paused => "Interruption",
            Self::Asleep => "Poste en veille ou figé",
            Self::Stopped => "Arrêt du programme",
            Self::OtherComputer => "Arrêt du poste",
        }
    }

    /// What ends it, in words: « Reprise sur un autre poste ».
    pub const fn end_label(self) -> &'static str {
        match self {
            Self::Late => "Arrivée",
            Self::Paused | Self::Asleep => "Reprise",
            Self::Stopped => "Reprise du programme",
            Self::OtherComputer => "Reprise sur un autre poste",
        }
    }
}
