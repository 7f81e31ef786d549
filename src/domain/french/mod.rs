//! French numbers, durations, dates and typography: read as people type, written as print wants.

mod calendar;
mod number;
mod typography;
mod word_distance;

pub use calendar::{
    clock_minutes, clock_seconds, day_and_month, duration, long_date, parse_date, short_date,
    weekday_and_month, weekday_date,
};
pub use number::{NumberError, format_decimal, parse_number, parse_with_unit};
pub use typography::typeset;
pub use word_distance::letters_changed;

/// U+00A0, before « : » and units.
pub const NO_BREAK_SPACE: char = '\u{a0}';
/// U+202F, before « ; ! ? » and between thousands.
pub const NARROW_NO_BREAK_SPACE: char = '\u{202f}';
