//! Units in which times of a gamme are written; they are kept in hours.

use rust_decimal::Decimal;

/// Decimals kept when hours come back to another unit: the last digits of a division are dropped.
const KEPT_DECIMALS: u32 = 10;

/// Unit of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeUnit {
    /// Hours.
    Hours,
    /// Minutes.
    Minutes,
    /// Hundredths of an hour (centiheures).
    Hundredths,
}

impl TimeUnit {
    /// Symbol shown: "h", "min", "ch".
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Hours => "h",
            Self::Minutes => "min",
            Self::Hundredths => "ch",
        }
    }

    /// A time of this unit in hours, to the last digit that exact arithmetic holds.
    pub fn hours(self, time: Decimal) -> Decimal {
        if self == Self::Hours {
            return time;
        }
        time.checked_div(self.in_one_hour()).unwrap_or_default()
    }

    /// Hours in this unit: what was written before `hours`. Hours keep the decimals typed.
    pub fn of_hours(self, hours: Decimal) -> Decimal {
        if self == Self::Hours {
            return hours.round_dp(KEPT_DECIMALS);
        }
        let time = hours.checked_mul(self.in_one_hour()).unwrap_or_default();
        time.round_dp(KEPT_DECIMALS).normalize()
    }

    fn in_one_hour(self) -> Decimal {
        match self {
            Self::Hours => Decimal::ONE,
            Self::Minutes => Decimal::from(60),
            Self::Hundredths => Decimal::ONE_HUNDRED,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_comes_back_as_written() {
        for unit in [TimeUnit::Hours, TimeUnit::Minutes, TimeUnit::Hundredths] {
            for time in [1, 7, 25, 59, 1_000] {
                let time = Decimal::new(time, 1);
                assert_eq!(unit.of_hours(unit.hours(time)), time, "{time} {}", unit.symbol());
            }
        }
        assert_eq!(TimeUnit::Minutes.hours(Decimal::from(90)), Decimal::new(15, 1));
    }
}
