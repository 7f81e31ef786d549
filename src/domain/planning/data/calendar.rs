//! Calendars: worked days of each period, or shifts of each weekday with closures.

use chrono::{NaiveDate, NaiveTime, Weekday};
use rust_decimal::Decimal;

/// Weekdays from Monday with the names that authors write and that exhibits show.
pub const WEEKDAYS: [(&str, Weekday); 7] = [
    ("lundi", Weekday::Mon),
    ("mardi", Weekday::Tue),
    ("mercredi", Weekday::Wed),
    ("jeudi", Weekday::Thu),
    ("vendredi", Weekday::Fri),
    ("samedi", Weekday::Sat),
    ("dimanche", Weekday::Sun),
];

/// Calendar.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Name.
    pub name: String,
    /// Worked days of each period, when stated.
    pub worked_days: Option<Vec<Decimal>>,
    /// Shifts of the week; empty when not stated.
    pub shifts: Vec<Shift>,
    /// Days closed.
    pub closures: Vec<NaiveDate>,
}

/// Hours worked on a weekday; one that ends at or before its start ends on the next day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// Day on which it starts.
    pub weekday: Weekday,
    /// Start.
    pub start: NaiveTime,
    /// End.
    pub end: NaiveTime,
}
