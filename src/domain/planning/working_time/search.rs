//! Worked minutes added, taken off and counted. Every search ends after `FARTHEST_DAYS` days.

use chrono::{NaiveDateTime, TimeDelta};

use super::{FARTHEST_DAYS, WorkingTime};
use crate::domain::planning::worksheet::{CalculationError, Value};

impl WorkingTime {
    /// Whether work goes on at a moment; the moment of closing is closed.
    pub fn is_open(&self, moment: NaiveDateTime) -> bool {
        self.after(moment).next().is_some_and(|span| span.start <= moment)
    }

    /// The first open moment, at this one or after it.
    ///
    /// # Errors
    /// When nothing opens within `FARTHEST_DAYS` days.
    pub fn next_opening(&self, moment: NaiveDateTime) -> Result<NaiveDateTime, CalculationError> {
        let found = self.after(moment).next().map(|span| span.start.max(moment));
        found.ok_or_else(|| closed(moment))
    }

    /// The last moment, at this one or before it, at which work could just end.
    ///
    /// # Errors
    /// When nothing was open within `FARTHEST_DAYS` days.
    pub fn previous_closing(
        &self,
        moment: NaiveDateTime,
    ) -> Result<NaiveDateTime, CalculationError> {
        let found = self.before(moment).next().map(|span| span.end.min(moment));
        found.ok_or_else(|| closed(moment))
    }

    /// The end of work of this many minutes begun at a moment: closed time is skipped. No minute
    /// leaves the moment as it is, even closed; a negative number goes back.
    ///
    /// # Errors
    /// When the open time of `FARTHEST_DAYS` days does not suffice.
    pub fn add(
        &self,
        start: NaiveDateTime,
        minutes: i64,
    ) -> Result<NaiveDateTime, CalculationError> {
        if minutes < 0 {
            return self.subtract(start, minutes.checked_neg().ok_or(CalculationError::Overflow)?);
        }
        let mut left = TimeDelta::try_minutes(minutes).ok_or(CalculationError::Overflow)?;
        if self.never_closes() || left.is_zero() {
            return start.checked_add_signed(left).ok_or(CalculationError::Overflow);
        }
        let mut at = start;
        for span in self.after(start) {
            let from = at.max(span.start);
            let here = span.end.signed_duration_since(from).max(TimeDelta::zero());
            if left <= here {
                return from.checked_add_signed(left).ok_or(CalculationError::Overflow);
            }
            left = left.checked_sub(&here).ok_or(CalculationError::Overflow)?;
            at = at.max(span.end);
        }
        Err(closed(start))
    }

    /// The start of work of this many minutes that ends at a moment: closed time is skipped. No
    /// minute leaves the moment as it is, even closed; a negative number goes forward.
    ///
    /// # Errors
    /// When the open time of `FARTHEST_DAYS` days does not suffice.
    pub fn subtract(
        &self,
        end: NaiveDateTime,
        minutes: i64,
    ) -> Result<NaiveDateTime, CalculationError> {
        if minutes < 0 {
            return self.add(end, minutes.checked_neg().ok_or(CalculationError::Overflow)?);
        }
        let mut left = TimeDelta::try_minutes(minutes).ok_or(CalculationError::Overflow)?;
        if self.never_closes() || left.is_zero() {
            return end.checked_sub_signed(left).ok_or(CalculationError::Overflow);
        }
        let mut at = end;
        for span in self.before(end) {
            let to = at.min(span.end);
            let here = to.signed_duration_since(span.start).max(TimeDelta::zero());
            if left <= here {
                return to.checked_sub_signed(left).ok_or(CalculationError::Overflow);
            }
            left = left.checked_sub(&here).ok_or(CalculationError::Overflow)?;
            at = at.min(span.start);
        }
        Err(closed(end))
    }

    /// Whole open minutes between two moments; negative when the second comes first.
    ///
    /// # Errors
    /// When the moments are more than `FARTHEST_DAYS` days apart.
    pub fn worked_minutes(
        &self,
        from: NaiveDateTime,
        to: NaiveDateTime,
    ) -> Result<i64, CalculationError> {
        if to < from {
            return self.worked_minutes(to, from).map(|minutes| -minutes);
        }
        let elapsed = to.signed_duration_since(from);
        if self.never_closes() {
            return Ok(elapsed.num_minutes());
        }
        if usize::try_from(elapsed.num_days()).is_ok_and(|days| days + 2 > FARTHEST_DAYS) {
            return Err(CalculationError::impossible("plus de dix ans séparent les deux moments"));
        }
        let mut worked = TimeDelta::zero();
        let mut at = from;
        for span in self.after(from).take_while(|span| span.start < to) {
            let here = span.end.min(to).signed_duration_since(at.max(span.start));
            let here = here.max(TimeDelta::zero());
            worked = worked.checked_add(&here).ok_or(CalculationError::Overflow)?;
            at = at.max(span.end);
        }
        Ok(worked.num_minutes())
    }
}

fn closed(moment: NaiveDateTime) -> CalculationError {
    CalculationError::impossible(format!(
        "le calendrier n'est pas assez ouvert dans les dix ans autour du {}",
        Value::from(moment)
    ))
}
