//! The thread that writes one place: writes what came at once, mends the file, never gives up.

use std::sync::Arc;

use super::fault;
use super::flushing::{Ask, FlushFault, Flushed, Flushing};
use super::place::PlaceFile;
use super::shared::{Inner, Shared, Written};
use crate::storage::StorageResult;

/// The keeper of a place.
pub(super) struct Keeper {
    shared: Arc<Shared>,
    rank: usize,
    file: PlaceFile,
    /// Whether the last attempt failed.
    failed: bool,
    /// The request to try again that was last heeded.
    heeded: u64,
    /// Whether the attempt that precedes the end was made.
    parted: bool,
}

/// What to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// Write what is new, and let it be flushed.
    Write,
    /// Something is wrong, or was: write and flush in one go.
    Mend,
    /// Nothing is new: look whether the file is still there.
    Look,
    /// The journal is closed.
    End,
}

/// Counts a thread as ended, however it ends.
struct Ending {
    shared: Arc<Shared>,
    rank: usize,
}

impl Drop for Ending {
    fn drop(&mut self) {
        let mut inner = self.shared.lock();
        inner.running = inner.running.saturating_sub(1);
        if let Some(flushing) = inner.flushing_mut(self.rank) {
            flushing.ended = true;
        }
        drop(inner);
        self.shared.notify();
    }
}

impl Keeper {
    /// The keeper of the place at this rank in the state.
    pub(super) const fn new(
        shared: Arc<Shared>,
        rank: usize,
        file: PlaceFile,
        failed: bool,
    ) -> Self {
        Self { shared, rank, file, failed, heeded: 0, parted: false }
    }

    /// Keeps the place until the journal is closed.
    pub(super) fn run(mut self) {
        let _ending = Ending { shared: Arc::clone(&self.shared), rank: self.rank };
        loop {
            match self.next_turn() {
                Turn::End => return,
                Turn::Look if self.file.is_intact() => {}
                Turn::Write => self.write(),
                Turn::Look | Turn::Mend => self.mend(),
            }
        }
    }

    /// Waits for something to do.
    fn next_turn(&mut self) -> Turn {
        let (shared, options) = (&self.shared, &self.shared.options);
        let (rank, written, heeded) = (self.rank, self.file.written(), self.heeded);
        let woken = |inner: &Inner| inner.closing || inner.retries != heeded;
        let has_news = |inner: &Inner| {
            inner.memory.length() != written || inner.has_flush_fault(rank) || woken(inner)
        };
        let mut inner = shared.lock();
        if self.failed {
            // However much is typed meanwhile, a place that failed rests between two attempts.
            inner = shared.wait(inner, options.retry, woken).0;
        } else {
            let (awake, idle) = shared.wait(inner, options.watch, has_news);
            if idle {
                return Turn::Look;
            }
            inner = awake;
        }
        self.heeded = inner.retries;
        let is_wrong = self.failed || inner.has_flush_fault(rank);
        if !is_wrong && inner.memory.length() != written {
            return Turn::Write;
        }
        if inner.closing {
            drop(inner);
            return self.last_turn();
        }
        if is_wrong { Turn::Mend } else { Turn::Look }
    }

    /// The journal is closed and all is written here, or cannot be: one attempt is left.
    fn last_turn(&mut self) -> Turn {
        let sound = self.settle().is_none() && !self.failed;
        let done = std::mem::replace(&mut self.parted, true);
        let discarded = self.shared.lock().discarded;
        if sound || done || discarded { Turn::End } else { Turn::Mend }
    }

    /// Writes what is new; it is flushed in a moment.
    fn write(&mut self) {
        let inner = self.shared.lock();
        let (witness, tail) = inner.memory.tail(self.file.written());
        let sequence = inner.memory.records();
        drop(inner);
        match self.file.extend(&witness, &tail) {
            Ok(Some(file)) => {
                let end = self.file.written();
                if let Some(flushing) = self.shared.lock().flushing_mut(self.rank) {
                    flushing.asked = Some(Ask { file, upto: Flushed { end, sequence } });
                }
                self.shared.notify();
            }
            Ok(None) => self.mend(),
            Err(error) => {
                self.failed = true;
                self.shared.publish(self.rank, Err(fault::writing(self.file.path(), &error)));
            }
        }
    }

    /// Brings the file up to the journal, flushed.
    fn mend(&mut self) {
        let outcome = match self.settle() {
            // A first refusal is told, and the place rests before it is tried again.
            Some(FlushFault::Refused(error)) if !self.failed => Err(error),
            _ => self.write_through(),
        };
        self.failed = outcome.is_err();
        self.shared.publish(self.rank, outcome);
    }

    /// Waits until nothing is being flushed, and learns what came of it.
    fn settle(&mut self) -> Option<FlushFault> {
        let (shared, rank) = (&self.shared, self.rank);
        let mut inner = shared.lock();
        inner.flushing_mut(rank)?.hurried = true;
        shared.notify();
        let at_rest = |inner: &Inner| inner.flushing(rank).is_none_or(Flushing::is_at_rest);
        let mut inner = shared.wait_for(inner, at_rest);
        let flushing = inner.flushing_mut(rank)?;
        flushing.hurried = false;
        if let Some(end) = flushing.reached.take() {
            self.file.flushed(end);
        }
        let fault = flushing.fault.take();
        if fault.is_some() {
            flushing.asked = None;
            self.file.doubt();
        }
        fault
    }

    fn write_through(&mut self) -> StorageResult<Written> {
        let inner = self.shared.lock();
        let (witness, tail) = inner.memory.tail(self.file.written());
        let sequence = inner.memory.records();
        drop(inner);
        match self.file.extend_durably(&witness, &tail, &self.shared.options.flush) {
            Ok(true) => Ok(Written { sequence, remark: None }),
            Ok(false) => self.restore(),
            Err(error) => Err(fault::writing(self.file.path(), &error)),
        }
    }

    /// The file is not as it was left: it is compared and written as a whole.
    fn restore(&mut self) -> StorageResult<Written> {
        let inner = self.shared.lock();
        if inner.discarded {
            return Err(fault::unstable(self.file.path()));
        }
        let (whole, sequence) = (inner.memory.bytes().to_vec(), inner.memory.records());
        let head_length = inner.memory.head_length();
        drop(inner);
        let remark = self.file.restore(&whole, head_length, &self.shared.options.flush)?;
        Ok(Written { sequence, remark })
    }
}
