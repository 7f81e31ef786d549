//! What the writer of a journal takes from outside: delays, the clock, whom to tell.

use std::fs::File;
use std::io::Result;
use std::sync::Arc;
use std::time::Duration;

use crate::domain::exam::Moment;

/// The time now.
pub type JournalClock = Arc<dyn Fn() -> Moment + Send + Sync>;

/// Called when the state has changed, from a thread of the writer; must be quick.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Called once for each event, in order, as it becomes durable in a first place: its number, and
/// the milliseconds since it was written. From a thread of the writer; must be quick.
pub type OnDurable = Arc<dyn Fn(u64, u64) + Send + Sync>;

/// Flushes what was written in a file to the disk; returns when it is there.
pub type FlushFile = Arc<dyn Fn(&File) -> Result<()> + Send + Sync>;

/// How a journal is written.
#[derive(Clone)]
pub struct WriterOptions {
    /// How long the first event of a batch, already written, waits for others to be flushed with:
    /// 40 ms, so that a key is durable well within 250 ms. With zero each is flushed as it comes.
    pub gathering: Duration,
    /// How long a place that failed rests before it is tried again: 1 s.
    pub retry: Duration,
    /// How often a place at rest is looked at, to notice a pulled key: 2 s.
    pub watch: Duration,
    /// How files are flushed; a test gives a disk that stalls or fails.
    pub flush: FlushFile,
    /// The time now, on the clock whose milliseconds are given to
    /// [`JournalWriter::append`](super::JournalWriter::append).
    pub clock: JournalClock,
    /// Told of each change of the state.
    pub wake: Wake,
    /// Told of each durable event.
    pub on_durable: OnDurable,
}

impl WriterOptions {
    /// The usual delays, and nobody to tell.
    pub fn new(clock: JournalClock) -> Self {
        Self {
            gathering: Duration::from_millis(40),
            retry: Duration::from_secs(1),
            watch: Duration::from_secs(2),
            flush: Arc::new(File::sync_data),
            clock,
            wake: Arc::new(|| {}),
            on_durable: Arc::new(|_, _| {}),
        }
    }
}

impl std::fmt::Debug for WriterOptions {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("WriterOptions")
            .field("gathering", &self.gathering)
            .field("retry", &self.retry)
            .field("watch", &self.watch)
            .finish_non_exhaustive()
    }
}
