//! The ledger of the time of one sitting: an append-only list of events, from which the time left
//! is computed each time it is asked for. No counter runs by itself.
//!
//! Time worked is what the running clock counts while the sitting runs. Pauses, sleep, crashes and
//! changes of PC do not count; changes of the wall clock have no effect. Replaying the same
//! entries (`append`) and heartbeats (`seen`) always gives the same result.

mod course;
mod event;
mod notice;
mod observing;
mod walk;

pub use course::{Interruption, InterruptionCause, Passage, Worked};
pub use event::{ClosedBy, Lateness, LedgerEntry, TimeEvent};
pub use notice::Notice;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::moment::moved;
use super::{Allowance, Moment};
use walk::Walk;

/// Longest step of the running clock that is still work, in milliseconds. A longer one means that
/// the PC slept or was frozen. Heartbeats are journaled more often than this.
pub const LONGEST_SILENCE: u64 = 30_000;
/// Difference between the two clocks that is not remarked, in milliseconds.
pub const CLOCK_TOLERANCE: u64 = 2_000;

/// The ledger of the time of one sitting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    allowance: Allowance,
    entries: Vec<LedgerEntry>,
    last_seen: Option<Moment>,
}

/// Where a sitting stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Phase {
    /// The candidate has not begun.
    #[default]
    NotStarted,
    /// The time runs.
    Running,
    /// The invigilator stopped the time.
    Paused,
    /// The copy is closed.
    Closed,
}

impl Ledger {
    /// An empty ledger.
    pub const fn new(allowance: Allowance) -> Self {
        Self { allowance, entries: Vec::new(), last_seen: None }
    }

    /// The time of the paper for this candidate.
    pub const fn allowance(&self) -> Allowance {
        self.allowance
    }

    /// All entries, in the order in which they were recorded.
    pub fn entries(&self) -> &[LedgerEntry] {
        &self.entries
    }

    /// The entries up to the closing: those that count.
    pub fn entries_that_count(&self) -> &[LedgerEntry] {
        let closing = |entry: &LedgerEntry| matches!(entry.event, TimeEvent::Closed { .. });
        let end = self.entries.iter().position(closing).map_or(self.entries.len(), |at| at + 1);
        self.entries.get(..end).unwrap_or_default()
    }

    /// The last moment known, heartbeats included.
    pub const fn last_seen(&self) -> Option<Moment> {
        self.last_seen
    }

    /// Adds an entry as it was journaled. While a sitting goes on, use `observe`, `record` and
    /// `reopen`, which look at the clocks first.
    pub fn append(&mut self, entry: LedgerEntry) {
        self.last_seen = Some(entry.at);
        self.entries.push(entry);
    }

    /// Notes that the program ran at a moment. Only the last such moment is kept.
    pub const fn seen(&mut self, at: Moment) {
        self.last_seen = Some(at);
    }

    /// Where the sitting stands.
    pub fn phase(&self) -> Phase {
        Walk::over(&self.entries).phase
    }

    /// Where the sitting stood just before each entry, in the order of the entries.
    pub fn phases_before(&self) -> Vec<Phase> {
        Walk::phases_before(&self.entries)
    }

    /// When the candidate began.
    pub fn started(&self) -> Option<Moment> {
        Walk::over(&self.entries).started
    }

    /// When the copy was closed, and by whom.
    pub fn closed(&self) -> Option<(Moment, ClosedBy)> {
        Walk::over(&self.entries).closed
    }

    /// The late arrival.
    pub fn lateness(&self) -> Option<Lateness> {
        Walk::over(&self.entries).late
    }

    /// The moment of the closing, or the last one known: what a receipt is computed at.
    pub fn latest(&self) -> Option<Moment> {
        self.closed().map(|(at, _)| at).or(self.last_seen)
    }

    /// The whole time granted, in milliseconds: that of the paper, the extra time, what was given
    /// in the room, less a late arrival that is not given back.
    pub fn granted(&self) -> u64 {
        self.granted_by(&Walk::over(&self.entries))
    }

    /// Time really worked, in milliseconds.
    pub fn working_time(&self, now: Moment) -> u64 {
        self.standing(now).working
    }

    /// Time used, in milliseconds: the time worked, never more than granted since nothing is
    /// written after the end.
    pub fn used(&self, now: Moment) -> u64 {
        let walk = self.standing(now);
        walk.working.min(self.granted_by(&walk))
    }

    /// Time left, in milliseconds. The clocks may be those of a moment not yet observed.
    pub fn remaining(&self, now: Moment) -> u64 {
        u64::try_from(self.balance(&self.standing(now))).unwrap_or(0)
    }

    /// When the time ends if nothing more happens, on the clock of the PC as it is set now.
    pub fn ends_at(&self, now: Moment) -> DateTime<FixedOffset> {
        let walk = self.standing(now);
        let at = walk.closed.map_or(now, |(at, _)| at);
        moved(at.wall, self.balance(&walk))
    }

    /// Whether nothing may be written any more: the copy is closed or the time is used up.
    pub fn is_over(&self, now: Moment) -> bool {
        let walk = self.standing(now);
        match walk.phase {
            Phase::NotStarted => false,
            Phase::Running | Phase::Paused => self.balance(&walk) <= 0,
            Phase::Closed => true,
        }
    }

    /// What the sitting was made of up to a moment: stretches of work and interruptions, in order.
    pub fn course(&self, now: Moment) -> Vec<Passage> {
        self.standing(now).into_course()
    }

    /// All interruptions in order, a late arrival first.
    pub fn interruptions(&self) -> Vec<Interruption> {
        let walk = Walk::over(&self.entries);
        let late = walk.late.zip(walk.started).map(|(late, started)| Interruption {
            cause: InterruptionCause::Late,
            reason: String::new(),
            from: moved(started.wall, signed(late.milliseconds).saturating_neg()),
            to: Some(started.wall),
            milliseconds: Some(late.milliseconds),
            given_back: late.given_back,
        });
        let course = match self.last_seen {
            Some(seen) => walk.until(self.last_seen, seen).into_course(),
            None => walk.into_course(),
        };
        let others = course.into_iter().filter_map(|passage| match passage {
            Passage::Interrupted(interruption) => Some(interruption),
            Passage::Worked(_) => None,
        });
        late.into_iter().chain(others).collect()
    }

    fn standing(&self, now: Moment) -> Walk {
        Walk::over(&self.entries).until(self.last_seen, now)
    }

    fn granted_by(&self, walk: &Walk) -> u64 {
        let extension = u64::try_from(walk.extension).unwrap_or(0);
        let kept = walk.late.filter(|late| !late.given_back).map_or(0, |late| late.milliseconds);
        self.allowance.milliseconds().saturating_add(extension).saturating_sub(kept)
    }

    /// Time granted less time worked, in milliseconds; negative once the end is past.
    fn balance(&self, walk: &Walk) -> i64 {
        signed(self.granted_by(walk)).saturating_sub(signed(walk.working))
    }
}

fn signed(milliseconds: u64) -> i64 {
    i64::try_from(milliseconds).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod properties;

#[cfg(test)]
mod tests;
