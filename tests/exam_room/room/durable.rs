//! Events that a sitting says to be durable, and its messages for people.

use std::time::{Duration, Instant};

use crate::process::{Ended, Line, Stream};

/// An event that became durable.
#[derive(Debug, Clone, Copy)]
pub struct Saved {
    /// Rank of the event in the script, from 1.
    pub rank: usize,
    /// When the test heard of it.
    pub heard: Instant,
    /// How long it had taken to become durable.
    pub delay: Duration,
}

impl Saved {
    /// Reads « saved N MS ».
    pub fn read(line: &Line) -> Option<Self> {
        let mut words = line.text.split_whitespace();
        if line.stream != Stream::Out || words.next() != Some("saved") {
            return None;
        }
        let rank = words.next()?.parse().ok()?;
        let milliseconds: f64 = words.next()?.parse().ok()?;
        let delay = Duration::try_from_secs_f64(milliseconds / 1000.0).ok()?;
        Some(Self { rank, heard: line.at, delay })
    }

    /// How old the event was at a moment; never more than it really was.
    pub fn age_at(&self, moment: Instant) -> Duration {
        moment.saturating_duration_since(self.heard) + self.delay
    }
}

/// The events that a process said to be durable.
pub fn saved(ended: &Ended) -> Vec<Saved> {
    ended.lines.iter().filter_map(Saved::read).collect()
}

/// What was printed besides « saved … »: the messages for people.
pub fn messages(ended: &Ended) -> String {
    let others = ended.lines.iter().filter(|line| Saved::read(line).is_none());
    others.flat_map(|line| [line.text.clone(), "\n".to_owned()]).collect()
}
