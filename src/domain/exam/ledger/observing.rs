//! How the ledger grows: what the program notices by itself, and what people record.

use super::super::Moment;
use super::{CLOCK_TOLERANCE, LONGEST_SILENCE, Ledger, LedgerEntry, Phase, TimeEvent};

impl Ledger {
    /// Looks at the clocks, about once a second and at each event. What is noticed (sleep, a clock
    /// that was set) is added to the ledger, and returned to be journaled.
    pub fn observe(&mut self, now: Moment) -> Vec<LedgerEntry> {
        let phase = self.phase();
        let mut noticed = Vec::new();
        if let (Phase::Running | Phase::Paused, Some(last)) = (phase, self.last_seen()) {
            if now.running < last.running {
                // The running clock began anew without a word: as after a crash.
                noticed.push(TimeEvent::Reopened { last, same_computer: true });
            } else {
                if phase == Phase::Running && now.running_since(last) > LONGEST_SILENCE {
                    noticed.push(TimeEvent::Asleep { since: last });
                }
                let milliseconds = self.clock_change(now);
                if milliseconds.unsigned_abs() > CLOCK_TOLERANCE {
                    noticed.push(TimeEvent::ClockChanged { milliseconds });
                }
            }
        }
        self.seen(now);
        noticed.into_iter().map(|event| self.write(now, event)).collect()
    }

    /// Records an event, after a look at the clocks. Everything added is returned to be journaled,
    /// the event last.
    pub fn record(&mut self, now: Moment, event: TimeEvent) -> Vec<LedgerEntry> {
        let mut added = self.observe(now);
        added.push(self.write(now, event));
        added
    }

    /// Records that the program was opened again on a sitting that goes on, before anything is
    /// observed with the new clocks. What is added is returned to be journaled: nothing when the
    /// sitting has not begun or is closed.
    pub fn reopen(&mut self, now: Moment, same_computer: bool) -> Vec<LedgerEntry> {
        match (self.phase(), self.last_seen()) {
            (Phase::Running | Phase::Paused, Some(last)) => {
                vec![self.write(now, TimeEvent::Reopened { last, same_computer })]
            }
            _ => Vec::new(),
        }
    }

    /// How far the wall clock went from the running clock since both were last compared, in
    /// milliseconds: slow drifts are noticed too.
    fn clock_change(&self, now: Moment) -> i64 {
        let compared = |entry: &&LedgerEntry| {
            matches!(
                entry.event,
                TimeEvent::Started | TimeEvent::Reopened { .. } | TimeEvent::ClockChanged { .. }
            )
        };
        self.entries().iter().rev().find(compared).map_or(0, |entry| {
            let running = i64::try_from(now.running_since(entry.at)).unwrap_or(i64::MAX);
            now.wall_since(entry.at).saturating_sub(running)
        })
    }

    fn write(&mut self, at: Moment, event: TimeEvent) -> LedgerEntry {
        let entry = LedgerEntry { at, event };
        self.append(entry.clone());
        entry
    }
}
