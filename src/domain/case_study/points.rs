//! Internal marks, in quarters of a point.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Internal marks, counted in quarters of a point.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points {
    /// Number of quarter points.
    pub quarters: u32,
}

impl Points {
    /// Whole points.
    pub const fn whole(points: u32) -> Self {
        Self { quarters: points.saturating_mul(4) }
    }

    /// Share `part`/`whole` of these points, rounded down to a quarter; nothing of an empty whole.
    #[must_use]
    pub fn share(self, part: usize, whole: usize) -> Self {
        let quarters = u64::from(self.quarters)
            .saturating_mul(part as u64)
            .checked_div(whole as u64)
            .unwrap_or(0);
        Self { quarters: u32::try_from(quarters).unwrap_or(u32::MAX).min(self.quarters) }
    }

    /// The value in points.
    pub fn value(self) -> Decimal {
        (Decimal::from(self.quarters) / Decimal::from(4)).normalize()
    }

    /// Reads a value in points; `None` unless it is a quarter and not negative.
    pub fn from_value(value: Decimal) -> Option<Self> {
        let quarters = value.checked_mul(Decimal::from(4))?.normalize();
        if quarters.scale() > 0 {
            return None;
        }
        u32::try_from(quarters.mantissa()).ok().map(|quarters| Self { quarters })
    }
}

impl std::iter::Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        Self { quarters: points.map(|p| p.quarters).fold(0, u32::saturating_add) }
    }
}

impl Serialize for Points {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Serialize::serialize(&self.value(), serializer)
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value: Decimal = Deserialize::deserialize(deserializer)?;
        Self::from_value(value).ok_or_else(|| {
            serde::de::Error::custom("les points se comptent par quarts, sans signe moins")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_quarters() {
        let d = |text| Decimal::from_str_exact(text).unwrap_or_default();
        assert_eq!(Points::from_value(d("1.75")), Some(Points { quarters: 7 }));
        assert_eq!(Points::from_value(d("0.3")), None);
        assert_eq!(Points::from_value(d("-1")), None);
        assert_eq!(Points::whole(3).share(2, 3), Points { quarters: 8 });
        assert_eq!(Points::whole(3).share(5, 0), Points::default());
    }
}
