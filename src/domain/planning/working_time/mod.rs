//! Open time of a calendar: from moments to worked minutes and back, skipping closed time.
//!
//! What belongs here: shifts of weekdays, closed days, and the arithmetic between them. A shift
//! belongs to the day on which it starts: a closed day cancels the shifts that start on it, and the
//! night shift of the day before still ends in its morning. Shifts do not overlap: the reading of
//! `calendriers` refuses those that do.

mod search;
mod spans;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::data::{Calendar, Shift};

/// Farthest search, in days: about ten years before or after a moment. A calendar without any open
/// time within it is closed for ever.
pub const FARTHEST_DAYS: usize = 3_660;

/// Open time: always, or the shifts of the week, less the days closed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkingTime {
    /// Shifts by start in the day; `None` for every hour of every day.
    shifts: Option<Vec<Shift>>,
    closures: BTreeSet<NaiveDate>,
}

impl WorkingTime {
    /// Open at every hour of every day.
    pub const fn always() -> Self {
        Self { shifts: None, closures: BTreeSet::new() }
    }

    /// Open during the shifts of a calendar, closed on its closures. A calendar without shifts is
    /// open at every hour of the days that are not closed.
    pub fn from_calendar(calendar: &Calendar) -> Self {
        let mut shifts = calendar.shifts.clone();
        shifts.sort_by_key(|shift| shift.start);
        Self {
            shifts: Some(shifts).filter(|shifts| !shifts.is_empty()),
            closures: calendar.closures.iter().copied().collect(),
        }
    }

    /// Whether it never closes: worked minutes are then the minutes of the clock.
    pub fn never_closes(&self) -> bool {
        self.shifts.is_none() && self.closures.is_empty()
    }
}
