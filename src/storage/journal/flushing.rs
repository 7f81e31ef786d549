//! What stands between the thread that writes a place and the one that flushes it. A disk may take
//! long to flush: what is typed meanwhile is written all the same, so that a program that dies then
//! leaves it to the system.

use std::fs::File;

use crate::storage::StorageError;

/// What is to be flushed at a place, and what came of it.
#[derive(Default)]
pub(super) struct Flushing {
    /// What was written last; nothing when all was taken.
    pub(super) asked: Option<Ask>,
    /// Whether something is being flushed now.
    pub(super) busy: bool,
    /// Whether the writer waits for it: nothing more is gathered.
    pub(super) hurried: bool,
    /// The furthest byte flushed, since the writer last looked.
    pub(super) reached: Option<u64>,
    /// Why flushing stopped; nothing more is flushed until the writer has seen it.
    pub(super) fault: Option<FlushFault>,
    /// The writer has ended: nothing more will be asked.
    pub(super) ended: bool,
}

/// Something to flush.
pub(super) struct Ask {
    /// The file, as it was opened to write.
    pub(super) file: File,
    /// What is flushed then.
    pub(super) upto: Flushed,
}

/// What was flushed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Flushed {
    /// Length of the file.
    pub(super) end: u64,
    /// Number of its last event.
    pub(super) sequence: u64,
}

/// Why something could not be flushed.
pub(super) enum FlushFault {
    /// The file that was flushed is no longer found by its path.
    Unexpected,
    /// The system refused.
    Refused(StorageError),
}

impl Flushing {
    /// Whether there is something to flush, and nothing against it.
    pub(super) const fn is_due(&self) -> bool {
        self.asked.is_some() && self.fault.is_none()
    }

    /// Whether nothing is, or is about to be, flushed.
    pub(super) const fn is_at_rest(&self) -> bool {
        !self.busy && !self.is_due()
    }
}
