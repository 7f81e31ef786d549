//! The thread of one place: gathers what came, writes it, flushes it, says so; never gives up.

use std::sync::Arc;

use super::fault;
use super::place::{Extended, PlaceFile};
use super::shared::{Inner, Shared, Written};
use crate::storage::StorageResult;

/// The keeper of a place.
pub(super) struct Keeper {
    shared: Arc<Shared>,
    rank: usize,
    file: PlaceFile,
    /// Number of the last event durable here.
    durable: u64,
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
    /// Write what is new, or try again.
    Write,
    /// Nothing is new: look whether the file is still there.
    Look,
    /// The journal is closed.
    End,
}

/// Counts a thread as ended, however it ends.
struct Ending(Arc<Shared>);

impl Drop for Ending {
    fn drop(&mut self) {
        let mut inner = self.0.lock();
        inner.running = inner.running.saturating_sub(1);
        drop(inner);
        self.0.notify();
    }
}

impl Keeper {
    /// The keeper of the place at this rank in the state.
    pub(super) fn new(
        shared: Arc<Shared>,
        rank: usize,
        file: PlaceFile,
        durable: u64,
        failed: bool,
    ) -> Self {
        Self { shared, rank, file, durable, failed, heeded: 0, parted: false }
    }

    /// Keeps the place until the journal is closed.
    pub(super) fn run(mut self) {
        let _ending = Ending(Arc::clone(&self.shared));
        loop {
            match self.next_turn() {
                Turn::End => return,
                Turn::Look if self.file.is_intact() => {}
                Turn::Look | Turn::Write => {
                    let outcome = self.write();
                    self.failed = outcome.is_err();
                    if let Ok(written) = &outcome {
                        self.durable = written.sequence;
                    }
                    self.shared.publish(self.rank, outcome);
                }
            }
        }
    }

    /// Waits for something to do.
    fn next_turn(&mut self) -> Turn {
        let (shared, options) = (&self.shared, &self.shared.options);
        let (good, heeded, durable) = (self.file.good(), self.heeded, self.durable);
        let mut inner = shared.lock();
        if self.failed {
            // However much is typed meanwhile, a place that failed rests between two attempts.
            let woken = |inner: &Inner| inner.closing || inner.retries != heeded;
            inner = shared.wait(inner, options.retry, woken).0;
        } else if inner.memory.length() == good && !inner.closing {
            let (awake, idle) = shared.wait(inner, options.watch, |inner| {
                inner.closing || inner.retries != heeded || inner.memory.length() != good
            });
            inner = awake;
            if idle {
                return Turn::Look;
            }
        }
        self.heeded = inner.retries;
        let behind = inner.memory.length() != good;
        if inner.closing {
            let done = self.parted || !(behind || self.failed);
            self.parted = true;
            return if done { Turn::End } else { Turn::Write };
        }
        if self.failed {
            return Turn::Write;
        }
        if !behind {
            return Turn::Look;
        }
        if !options.gathering.is_zero() {
            drop(
                shared
                    .wait(inner, options.gathering, |inner| inner.closing || inner.hurry > durable),
            );
        }
        Turn::Write
    }

    /// Brings the file up to the journal.
    fn write(&mut self) -> StorageResult<Written> {
        let inner = self.shared.lock();
        let (witness, tail) = inner.memory.tail(self.file.good());
        let sequence = inner.memory.records();
        drop(inner);
        match self.file.extend(&witness, &tail) {
            Ok(Extended::Done) => Ok(Written { sequence, remark: None }),
            Ok(Extended::Unexpected) => self.restore(),
            Err(error) => Err(fault::writing(self.file.path(), &error)),
        }
    }

    /// The file is not as it was left: it is compared and written as a whole.
    fn restore(&mut self) -> StorageResult<Written> {
        let inner = self.shared.lock();
        let (whole, sequence) = (inner.memory.bytes().to_vec(), inner.memory.records());
        let head_length = inner.memory.head_length();
        drop(inner);
        let remark = self.file.restore(&whole, head_length)?;
        Ok(Written { sequence, remark })
    }
}
