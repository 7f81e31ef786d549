//! What the writer and the threads of its places share, under one lock held for a moment only.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::flushing::{FlushFault, Flushed, Flushing};
use super::memory::Memory;
use super::options::WriterOptions;
use super::state::{JournalState, Saved};
use crate::domain::exam::Moment;
use crate::storage::{StorageError, StorageResult};

/// Shared by the writer and the threads of its places.
pub(super) struct Shared {
    inner: Mutex<Inner>,
    changed: Condvar,
    /// Held while events are announced, so that two places never announce out of order.
    announcing: Mutex<()>,
    pub(super) options: WriterOptions,
}

/// What the lock guards.
pub(super) struct Inner {
    pub(super) memory: Memory,
    pub(super) state: JournalState,
    /// What is being flushed at each place, in the order of the state.
    pub(super) flushing: Vec<Flushing>,
    /// When each event after the last durable one was written.
    pub(super) waiting: VecDeque<u64>,
    /// Events up to this one are not to be gathered any longer.
    pub(super) hurry: u64,
    /// How often someone asked that places be tried again.
    pub(super) retries: u64,
    /// Nothing more will come.
    pub(super) closing: bool,
    /// The files are being destroyed: none is made again.
    pub(super) discarded: bool,
    /// Places that are still being kept.
    pub(super) running: usize,
}

/// What a place did.
pub(super) struct Written {
    /// Number of the last event that it holds.
    pub(super) sequence: u64,
    /// What is to be told, if anything.
    pub(super) remark: Option<StorageError>,
}

/// What is to be announced once the lock is released.
#[derive(Default)]
struct News {
    /// Events that became durable, and their latencies in milliseconds.
    saved: Vec<(u64, u64)>,
    changed: bool,
}

impl Shared {
    pub(super) fn new(inner: Inner, options: WriterOptions) -> Self {
        Self {
            inner: Mutex::new(inner),
            changed: Condvar::new(),
            announcing: Mutex::new(()),
            options,
        }
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets everyone who waits look again.
    pub(super) fn notify(&self) {
        self.changed.notify_all();
    }

    /// Waits until something holds, or so long. Says whether the time ran out.
    pub(super) fn wait<'a>(
        &self,
        inner: MutexGuard<'a, Inner>,
        longest: Duration,
        until: impl Fn(&Inner) -> bool,
    ) -> (MutexGuard<'a, Inner>, bool) {
        let (inner, outcome) = self
            .changed
            .wait_timeout_while(inner, longest, |inner| !until(inner))
            .unwrap_or_else(PoisonError::into_inner);
        (inner, outcome.timed_out())
    }

    /// Waits until something holds.
    pub(super) fn wait_for<'a>(
        &self,
        inner: MutexGuard<'a, Inner>,
        until: impl Fn(&Inner) -> bool,
    ) -> MutexGuard<'a, Inner> {
        let outcome = self.changed.wait_while(inner, |inner| !until(inner));
        outcome.unwrap_or_else(PoisonError::into_inner)
    }

    /// Records what a place did, then tells whoever is concerned.
    pub(super) fn publish(&self, rank: usize, outcome: StorageResult<Written>) {
        self.announce(|inner, moment| inner.record(rank, outcome, moment));
    }

    /// Records what came of a flush, then tells whoever is concerned.
    pub(super) fn flushed(&self, rank: usize, done: Flushed, outcome: Result<(), FlushFault>) {
        self.announce(|inner, moment| inner.record_flush(rank, done, outcome, moment));
    }

    fn announce(&self, record: impl FnOnce(&mut Inner, Moment) -> News) {
        let announcing = self.announcing.lock().unwrap_or_else(PoisonError::into_inner);
        let moment = (self.options.clock)();
        let news = record(&mut self.lock(), moment);
        self.notify();
        for (sequence, latency) in news.saved {
            (self.options.on_durable)(sequence, latency);
        }
        drop(announcing);
        if news.changed {
            (self.options.wake)();
        }
    }
}

impl Inner {
    /// What is being flushed at a place.
    pub(super) fn flushing(&self, rank: usize) -> Option<&Flushing> {
        self.flushing.get(rank)
    }

    /// The same, to change it.
    pub(super) fn flushing_mut(&mut self, rank: usize) -> Option<&mut Flushing> {
        self.flushing.get_mut(rank)
    }

    /// Whether flushing a place has stopped.
    pub(super) fn has_flush_fault(&self, rank: usize) -> bool {
        self.flushing(rank).is_some_and(|flushing| flushing.fault.is_some())
    }

    /// What is wrong at the place stays as it is: only its keeper tells, once it is mended.
    fn record_flush(
        &mut self,
        rank: usize,
        done: Flushed,
        outcome: Result<(), FlushFault>,
        moment: Moment,
    ) -> News {
        let Some(flushing) = self.flushing.get_mut(rank) else {
            return News::default();
        };
        flushing.busy = false;
        if let Err(fault) = outcome {
            flushing.fault = Some(fault);
            return News::default();
        }
        flushing.reached = Some(done.end);
        if let Some(place) = self.state.places.get_mut(rank) {
            place.durable = done.sequence;
        }
        News { saved: self.reach(done.sequence, moment), changed: true }
    }

    fn record(&mut self, rank: usize, outcome: StorageResult<Written>, moment: Moment) -> News {
        let Some(place) = self.state.places.get_mut(rank) else {
            return News::default();
        };
        match outcome {
            Err(error) => {
                let changed = place.trouble.as_ref() != Some(&error);
                place.trouble = Some(error);
                News { saved: Vec::new(), changed }
            }
            Ok(Written { sequence, remark }) => {
                let recovered = place.trouble.take().is_some();
                let advanced = place.durable != sequence;
                place.durable = sequence;
                let changed = recovered || advanced || remark.is_some();
                self.state.remarks.extend(remark);
                News { saved: self.reach(sequence, moment), changed }
            }
        }
    }

    /// Counts events as durable up to one.
    fn reach(&mut self, sequence: u64, moment: Moment) -> Vec<(u64, u64)> {
        let mut saved = Vec::new();
        while self.state.durable < sequence {
            self.state.durable += 1;
            let written_at = self.waiting.pop_front().unwrap_or(moment.running);
            saved.push((self.state.durable, moment.running.saturating_sub(written_at)));
        }
        if let Some((sequence, latency)) = saved.last().copied() {
            self.state.last_saved = Some(Saved { sequence, moment, latency });
        }
        saved
    }
}
