//! How far an answer may be from its key, and how authors write it.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Accepted distance between an answer and its key, bounds included.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "ToleranceWriting", try_from = "ToleranceWriting")]
pub enum Tolerance {
    /// The exact value only.
    #[default]
    Exact,
    /// At most this much, in the unit of the key.
    Absolute(Decimal),
    /// At most this percentage of the key.
    RelativePercent(Decimal),
}

impl Tolerance {
    /// Largest accepted distance from a key; `None` when it cannot be computed exactly.
    pub fn margin(self, key: Decimal) -> Option<Decimal> {
        match self {
            Self::Exact => Some(Decimal::ZERO),
            Self::Absolute(margin) => Some(margin.abs()),
            Self::RelativePercent(percent) => {
                key.checked_mul(percent)?.checked_div(Decimal::ONE_HUNDRED).map(|m| m.abs())
            }
        }
    }

    /// Whether a value lies within the tolerance of a key.
    pub fn accepts(self, key: Decimal, value: Decimal) -> bool {
        let distance = value.checked_sub(key).map(|difference| difference.abs());
        matches!((distance, self.margin(key)), (Some(d), Some(m)) if d <= m)
    }
}

/// How a tolerance is written: `exact`, `{absolute: 0.5}` or `{relative_percent: 1}`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum ToleranceWriting {
    Word(String),
    Margin {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        absolute: Option<Decimal>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        relative_percent: Option<Decimal>,
    },
}

impl From<Tolerance> for ToleranceWriting {
    fn from(tolerance: Tolerance) -> Self {
        match tolerance {
            Tolerance::Exact => Self::Word("exact".to_owned()),
            Tolerance::Absolute(margin) => {
                Self::Margin { absolute: Some(margin), relative_percent: None }
            }
            Tolerance::RelativePercent(percent) => {
                Self::Margin { absolute: None, relative_percent: Some(percent) }
            }
        }
    }
}

impl TryFrom<ToleranceWriting> for Tolerance {
    type Error = &'static str;

    fn try_from(writing: ToleranceWriting) -> Result<Self, Self::Error> {
        match writing {
            ToleranceWriting::Word(word) if word == "exact" => Ok(Self::Exact),
            ToleranceWriting::Margin { absolute: Some(margin), relative_percent: None } => {
                Ok(Self::Absolute(margin))
            }
            ToleranceWriting::Margin { absolute: None, relative_percent: Some(percent) } => {
                Ok(Self::RelativePercent(percent))
            }
            _ => Err("une tolérance s'écrit exact, {absolute: 0.5} ou {relative_percent: 1}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tolerances_include_their_bounds_and_never_suffer_from_binary_floats() {
        let d = |text| Decimal::from_str_exact(text).unwrap_or_default();
        let absolute = Tolerance::Absolute(d("0.2"));
        assert!(absolute.accepts(d("45.8"), d("46.0")));
        assert!(absolute.accepts(d("45.8"), d("45.6")));
        assert!(!absolute.accepts(d("45.8"), d("46.01")));
        assert!(Tolerance::RelativePercent(d("1")).accepts(d("-200"), d("-202")));
        assert!(!Tolerance::RelativePercent(d("1")).accepts(d("200"), d("202.1")));
        assert!(Tolerance::Exact.accepts(d("5.0"), d("5")));
        assert!(!Tolerance::RelativePercent(Decimal::MAX).accepts(Decimal::MAX, Decimal::ONE));
    }
}
