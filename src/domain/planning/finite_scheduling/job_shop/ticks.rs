//! Decimal times as whole numbers of a common small unit, for the search of schedules.

use rust_decimal::Decimal;

use crate::domain::planning::worksheet::{CalculationError, Rounding};

/// Most decimals kept: times with more are rounded.
const MOST_DECIMALS: u32 = 6;

/// Largest whole number, so that sums of hundreds of them hold.
const LARGEST: i64 = i64::MAX / 1_000;

/// How many decimals are kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Ticks {
    decimals: u32,
}

impl Ticks {
    /// The decimals that these times need.
    pub fn of(times: impl IntoIterator<Item = Decimal>) -> Self {
        let decimals = times.into_iter().map(|time| time.normalize().scale()).max();
        Self { decimals: decimals.unwrap_or(0).min(MOST_DECIMALS) }
    }

    /// Whether times are whole numbers.
    pub fn are_whole(self) -> bool {
        self.decimals == 0
    }

    /// A time as a whole number.
    pub fn whole(self, time: Decimal) -> Result<i64, CalculationError> {
        let scale = Decimal::from(10_i64.pow(self.decimals));
        let rounded = Rounding::nearest(self.decimals).apply(time);
        let ticks = rounded.checked_mul(scale).ok_or(CalculationError::Overflow)?;
        i64::try_from(ticks)
            .ok()
            .filter(|ticks| ticks.saturating_abs() <= LARGEST)
            .ok_or(CalculationError::Overflow)
    }

    /// A whole number as a time.
    pub fn time(self, ticks: i64) -> Decimal {
        Decimal::new(ticks, self.decimals).normalize()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_become_whole_numbers_and_back() {
        let times = [Decimal::new(45, 1), Decimal::from(7), Decimal::new(125, 2)];
        let ticks = Ticks::of(times);
        for time in times {
            assert_eq!(ticks.whole(time).map(|whole| ticks.time(whole)), Ok(time));
        }
        assert_eq!(ticks.whole(Decimal::new(45, 1)), Ok(450));
        assert!(Ticks::of([Decimal::new(70, 1)]).are_whole());
        let third = Decimal::ONE / Decimal::from(3);
        assert_eq!(Ticks::of([third]).whole(third), Ok(333_333));
        assert_eq!(Ticks::of([third]).whole(Decimal::MAX), Err(CalculationError::Overflow));
    }
}
