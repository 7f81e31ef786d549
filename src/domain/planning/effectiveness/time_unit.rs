//! Units of durations, and how a duration written in one becomes a duration in another.

use crate::domain::planning::tree::{Node, Problems};
use crate::domain::planning::worksheet::Formula;

/// Unit of a duration.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum TimeUnit {
    /// Hours.
    Hour,
    /// Minutes.
    #[default]
    Minute,
    /// Seconds.
    Second,
}

/// Words for the units.
const WORDS: &[(&str, TimeUnit)] = &[
    ("h", TimeUnit::Hour),
    ("heure", TimeUnit::Hour),
    ("min", TimeUnit::Minute),
    ("minute", TimeUnit::Minute),
    ("s", TimeUnit::Second),
    ("seconde", TimeUnit::Second),
];

impl TimeUnit {
    /// Its sign.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Hour => "h",
            Self::Minute => "min",
            Self::Second => "s",
        }
    }

    /// Seconds in one unit.
    pub const fn seconds(self) -> u32 {
        match self {
            Self::Hour => 3_600,
            Self::Minute => 60,
            Self::Second => 1,
        }
    }

    /// A duration written in this unit, in another one: "480 ÷ 60" from minutes to hours.
    pub fn convert(self, duration: Formula, into: Self) -> Formula {
        let (from, into) = (self.seconds(), into.seconds());
        match from.cmp(&into) {
            std::cmp::Ordering::Equal => duration,
            std::cmp::Ordering::Greater => duration * (from / into),
            std::cmp::Ordering::Less => duration / (into / from),
        }
    }

    /// Reads a unit; this one when nothing is written.
    pub fn read(node: &Node<'_>, default: Self, problems: &mut Problems) -> Self {
        node.one_of(WORDS, problems).unwrap_or(default)
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::domain::planning::worksheet::Value;

    #[test]
    fn durations_change_unit() {
        let number = |formula: Formula| formula.evaluate(&|_| Ok(Value::Empty)).expect("a number");
        let eight = || Formula::number(480);
        let hours = number(TimeUnit::Minute.convert(eight(), TimeUnit::Hour));
        assert_eq!(hours, Value::Number(Decimal::from(8)));
        let seconds = number(TimeUnit::Minute.convert(eight(), TimeUnit::Second));
        assert_eq!(seconds, Value::Number(Decimal::from(28_800)));
        assert_eq!(
            number(TimeUnit::Hour.convert(eight(), TimeUnit::Hour)),
            Value::from(Decimal::from(480))
        );
    }
}
