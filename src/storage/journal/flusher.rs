//! The thread that flushes one place: waits a moment for more, flushes what was written, says so.

use std::path::PathBuf;
use std::sync::Arc;

use super::fault;
use super::flushing::{Ask, FlushFault};
use super::place::holds;
use super::shared::{Inner, Shared};

/// The flusher of a place.
pub(super) struct Flusher {
    shared: Arc<Shared>,
    rank: usize,
    path: PathBuf,
}

impl Flusher {
    /// The flusher of the place at this rank in the state.
    pub(super) const fn new(shared: Arc<Shared>, rank: usize, path: PathBuf) -> Self {
        Self { shared, rank, path }
    }

    /// Flushes what is asked until the place is no longer written.
    pub(super) fn run(self) {
        while let Some(ask) = self.next() {
            let outcome = self.flush(&ask);
            let Ask { file, upto } = ask;
            // Closed before it is said to be at rest: the file may be removed then.
            drop(file);
            self.shared.flushed(self.rank, upto, outcome);
        }
    }

    /// Waits for something to flush; nothing once the place is no longer written.
    fn next(&self) -> Option<Ask> {
        let (shared, rank) = (&self.shared, self.rank);
        let mut inner = shared.lock();
        loop {
            inner = shared.wait_for(inner, |inner| {
                inner.flushing(rank).is_none_or(|flushing| flushing.ended || flushing.is_due())
            });
            if inner.flushing(rank)?.ended {
                return None;
            }
            let gathering = shared.options.gathering;
            if !gathering.is_zero() {
                inner = shared.wait(inner, gathering, |inner| self.is_hurried(inner)).0;
            }
            let flushing = inner.flushing_mut(rank)?;
            if let Some(ask) = flushing.asked.take() {
                flushing.busy = true;
                return Some(ask);
            }
        }
    }

    fn is_hurried(&self, inner: &Inner) -> bool {
        let durable = inner.state.places.get(self.rank).map_or(0, |place| place.durable);
        let hurried = inner.flushing(self.rank).is_none_or(|flushing| flushing.hurried);
        inner.closing || hurried || inner.hurry > durable
    }

    fn flush(&self, ask: &Ask) -> Result<(), FlushFault> {
        if let Err(error) = (self.shared.options.flush)(&ask.file) {
            return Err(FlushFault::Refused(fault::writing(&self.path, &error)));
        }
        // Flushing a file whose folder is gone succeeds: only its path tells.
        if holds(&self.path, ask.upto.end) { Ok(()) } else { Err(FlushFault::Unexpected) }
    }
}
