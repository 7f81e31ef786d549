//! A moment of a sitting: what the wall clock shows, and a clock that nobody can set.

use chrono::{DateTime, FixedOffset, SubsecRound, TimeDelta};
use serde::{Deserialize, Serialize};

/// Wall clocks before 1900 or after 9998 are refused: no later computation can then overflow.
const EARLIEST: i64 = -2_208_988_800_000;
const LATEST: i64 = 253_370_764_799_999;
/// No time of the wall clock is ever moved further than this, in milliseconds (500 years).
const FARTHEST: i64 = 500 * 366 * 24 * 3_600_000;

/// A moment of a sitting, as two clocks show it. Written as three numbers: milliseconds since
/// 1970, offset of the time zone in seconds, running clock in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "(i64, i32, u64)", try_from = "(i64, i32, u64)")]
pub struct Moment {
    /// What the clock of the PC shows; anyone may set it.
    pub wall: DateTime<FixedOffset>,
    /// Milliseconds on a clock that nobody can set and that goes on during sleep. It starts
    /// anywhere: only differences within one opening of the program mean something.
    pub running: u64,
}

/// Why three numbers are no moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("ce moment n'est pas une date possible")]
pub struct MomentError;

impl Moment {
    /// A moment, its wall clock cut to whole milliseconds as it is written.
    pub fn new(wall: DateTime<FixedOffset>, running: u64) -> Self {
        Self { wall: wall.trunc_subsecs(3), running }
    }

    /// Milliseconds of the wall clock since an earlier moment; negative when it was set back.
    pub fn wall_since(self, earlier: Self) -> i64 {
        self.wall.signed_duration_since(earlier.wall).num_milliseconds()
    }

    /// Milliseconds of the running clock since an earlier moment of the same opening.
    pub const fn running_since(self, earlier: Self) -> u64 {
        self.running.saturating_sub(earlier.running)
    }
}

impl From<Moment> for (i64, i32, u64) {
    fn from(moment: Moment) -> Self {
        let wall = moment.wall.timestamp_millis().clamp(EARLIEST, LATEST);
        (wall, moment.wall.offset().local_minus_utc(), moment.running)
    }
}

impl TryFrom<(i64, i32, u64)> for Moment {
    type Error = MomentError;

    fn try_from((wall, offset, running): (i64, i32, u64)) -> Result<Self, MomentError> {
        if !(EARLIEST..=LATEST).contains(&wall) {
            return Err(MomentError);
        }
        let offset = FixedOffset::east_opt(offset).ok_or(MomentError)?;
        let instant = DateTime::from_timestamp_millis(wall).ok_or(MomentError)?;
        Ok(Self { wall: instant.with_timezone(&offset), running })
    }
}

/// A time of the wall clock moved by some milliseconds, at most by 500 years.
pub(super) fn moved(wall: DateTime<FixedOffset>, milliseconds: i64) -> DateTime<FixedOffset> {
    TimeDelta::try_milliseconds(milliseconds.clamp(-FARTHEST, FARTHEST))
        .and_then(|delta| wall.checked_add_signed(delta))
        .unwrap_or(wall)
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    fn moment(running: u64) -> Moment {
        let paris = FixedOffset::east_opt(3600).expect("an offset");
        let wall = paris.with_ymd_and_hms(2027, 3, 11, 9, 2, 10).single().expect("a time");
        Moment::new(wall + TimeDelta::nanoseconds(250_999_999), running)
    }

    #[test]
    fn a_moment_is_written_as_three_numbers_and_read_back_whole() {
        let written = serde_json::to_string(&moment(42)).expect("it is written");
        assert_eq!(written, "[1804752130250,3600,42]");
        let read: Moment = serde_json::from_str(&written).expect("it is read");
        assert_eq!(read, moment(42));
        assert_eq!(read.wall.offset(), moment(42).wall.offset());
    }

    #[test]
    fn numbers_that_are_no_moment_are_refused() {
        for text in [
            "[9223372036854775807,0,0]",
            "[-9223372036854775808,0,0]",
            "[0,86400,0]",
            "[0,0,-1]",
            "[0,0]",
        ] {
            assert!(serde_json::from_str::<Moment>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn steps_never_overflow() {
        let (early, late) = (moment(5), moment(3));
        assert_eq!(late.running_since(early), 0);
        assert_eq!(late.wall_since(early), 0);
        let far = moved(early.wall, i64::MAX);
        assert!(far > early.wall && moved(far, i64::MIN) < far);
    }
}
