//! The parts of a sitting on a clock axis.

/// A part of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineSegment {
    /// What kind of time it is.
    pub kind: TimelineKind,
    /// Length in seconds.
    pub seconds: u32,
    /// Words in the segment, or above it; may be empty.
    pub label: String,
}

/// What kind of time a part of a timeline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimelineKind {
    /// Time that counts.
    Worked,
    /// Time that does not.
    Interrupted,
    /// Time that was not used.
    Left,
}
