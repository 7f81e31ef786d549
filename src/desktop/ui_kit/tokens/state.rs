//! The states that a sign, a chip or a cell may say.

/// What a sign, a chip or a cell says. The colour only repeats what a sign and a word say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum State {
    /// Right, done, kept.
    Ok,
    /// Consistent with an earlier error.
    Follow,
    /// The error others come from; something may be lost.
    Root,
    /// Wrong.
    Wrong,
    /// Nothing there.
    Blank,
    /// Missing, to be looked at.
    Warn,
    /// No state.
    #[default]
    Neutral,
    /// Chosen, in progress.
    Accent,
}
