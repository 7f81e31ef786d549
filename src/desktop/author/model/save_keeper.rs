//! When a case is saved, and what is known of the last save.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, TimeDelta};

use crate::storage::{StorageError, StorageResult};

/// Silence of the keyboard before a save.
const QUIET: TimeDelta = TimeDelta::seconds(1);
/// Time before a failed save is tried again.
const RETRY: TimeDelta = TimeDelta::seconds(5);

type Moment = DateTime<FixedOffset>;

/// What the disk holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveState<'a> {
    /// The case as it was opened.
    Untouched,
    /// Everything, since this moment.
    Saved(Moment),
    /// Changes wait.
    Waiting,
    /// Changes wait because they could not be written.
    Failed(&'a StorageError),
}

/// Follows the revisions of a case and the saves.
#[derive(Debug, Clone, Default)]
pub struct SaveKeeper {
    saved: u64,
    seen: u64,
    edited_at: Option<Moment>,
    saved_at: Option<Moment>,
    failure: Option<(StorageError, Moment)>,
}

impl SaveKeeper {
    /// Looks at the revision of the case: a new one is a change made now.
    pub fn look(&mut self, revision: u64, now: Moment) {
        if revision != self.seen {
            self.seen = revision;
            self.edited_at = Some(now);
        }
    }

    /// Whether the disk lacks something.
    pub const fn is_waiting(&self) -> bool {
        self.saved != self.seen
    }

    /// What the disk holds.
    pub fn state(&self) -> SaveState<'_> {
        match (&self.failure, self.is_waiting(), self.saved_at) {
            (Some((problem, _)), ..) => SaveState::Failed(problem),
            (None, true, _) => SaveState::Waiting,
            (None, false, Some(moment)) => SaveState::Saved(moment),
            (None, false, None) => SaveState::Untouched,
        }
    }

    /// Time left before a save must start; `None` while nothing waits.
    pub fn delay(&self, now: Moment) -> Option<Duration> {
        if !self.is_waiting() && self.failure.is_none() {
            return None;
        }
        let (since, pause) = match (&self.failure, self.edited_at) {
            (Some((_, tried_at)), _) => (*tried_at, RETRY),
            (None, Some(edited_at)) => (edited_at, QUIET),
            (None, None) => return Some(Duration::ZERO),
        };
        let passed = now.signed_duration_since(since);
        // A clock set back never delays a save.
        if passed < TimeDelta::zero() {
            return Some(Duration::ZERO);
        }
        Some((pause - passed).to_std().unwrap_or(Duration::ZERO))
    }

    /// Notes how the save of a revision ended.
    pub fn record(&mut self, revision: u64, result: StorageResult<()>, now: Moment) {
        match result {
            Ok(()) => {
                self.saved = revision;
                self.seen = revision;
                self.saved_at = Some(now);
                self.failure = None;
            }
            Err(problem) => self.failure = Some((problem, now)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::example::at;
    use super::*;

    fn refusal() -> StorageError {
        StorageError::new(Path::new("a.cas.yaml"), "le disque est plein.", "Libérez de la place.")
    }

    #[test]
    fn a_change_waits_for_a_second_of_silence() {
        let mut keeper = SaveKeeper::default();
        assert_eq!((keeper.state(), keeper.delay(at(0))), (SaveState::Untouched, None));
        keeper.look(1, at(0));
        keeper.look(2, at(400));
        keeper.look(2, at(900));
        assert_eq!(keeper.state(), SaveState::Waiting);
        assert_eq!(keeper.delay(at(900)), Some(Duration::from_millis(500)));
        assert_eq!(keeper.delay(at(1400)), Some(Duration::ZERO));
        keeper.record(2, Ok(()), at(1400));
        assert_eq!((keeper.state(), keeper.delay(at(1500))), (SaveState::Saved(at(1400)), None));
    }

    #[test]
    fn a_failed_save_is_said_until_it_succeeds_and_is_tried_again() {
        let mut keeper = SaveKeeper::default();
        keeper.look(1, at(0));
        keeper.record(1, Err(refusal()), at(1000));
        assert_eq!(keeper.state(), SaveState::Failed(&refusal()));
        keeper.look(2, at(2000));
        assert_eq!(keeper.delay(at(4000)), Some(Duration::from_secs(2)));
        assert_eq!(keeper.state(), SaveState::Failed(&refusal()));
        keeper.record(2, Ok(()), at(6000));
        assert_eq!(keeper.state(), SaveState::Saved(at(6000)));
    }

    #[test]
    fn a_clock_set_back_never_delays_a_save() {
        let mut keeper = SaveKeeper::default();
        keeper.look(1, at(60_000));
        assert_eq!(keeper.delay(at(0)), Some(Duration::ZERO));
    }
}
