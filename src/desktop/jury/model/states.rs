//! States of a copy, of a competence and of the agreement of the jurors.

/// Where a copy stands with the juror who sits, for one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyState {
    /// Nothing judged.
    ToDo,
    /// Something judged, not all.
    InProgress,
    /// Everything judged.
    Corrected,
    /// To be looked at again.
    SecondLook,
    /// The juror abstains.
    Abstained,
    /// No criterion to judge here.
    NothingToJudge,
}

impl CopyState {
    /// Whether the juror still has something to do here.
    pub const fn is_to_do(self) -> bool {
        matches!(self, Self::ToDo | Self::InProgress)
    }
}

/// Where a competence stands before and after the deliberation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompetenceState {
    /// Decided: acquired.
    Acquired,
    /// Decided: not acquired.
    NotAcquired,
    /// The jurors differ.
    Disagreement,
    /// To be judged or decided.
    ToJudge,
    /// Of a CCP already held.
    HeldBefore,
    /// The candidate was absent.
    NotPresented,
}

/// How far the jurors agree on a candidate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Accord {
    /// Fewer than two jurors have judged.
    #[default]
    Unknown,
    /// No gap left.
    Agreed,
    /// Competences on which they differ.
    Gaps(usize),
}
