//! The time of a paper for one candidate: the duration of the subject and the extra time granted.

use serde::{Deserialize, Serialize};

use crate::domain::french::{NO_BREAK_SPACE, duration};

/// Extra time granted by the administration.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case", deny_unknown_fields)]
pub enum ExtraTime {
    /// None.
    #[default]
    None,
    /// A part of the duration ("1/3", "25/100").
    Fraction {
        /// Numerator.
        part: u32,
        /// Denominator; nothing is granted when it is zero.
        whole: u32,
    },
    /// So many minutes.
    Minutes(u32),
}

impl ExtraTime {
    /// Seconds more for a duration in minutes: exact, and a begun second counts as a whole one.
    pub fn seconds(self, minutes: u32) -> u64 {
        match self {
            Self::None | Self::Fraction { whole: 0, .. } => 0,
            Self::Fraction { part, whole } => {
                let seconds = u128::from(minutes) * 60 * u128::from(part);
                u64::try_from(seconds.div_ceil(u128::from(whole))).unwrap_or(u64::MAX)
            }
            Self::Minutes(extra) => u64::from(extra) * 60,
        }
    }

    /// « tiers temps », « temps majoré de 25 % », « 30 min de plus »; `None` when none is granted.
    pub fn label(self) -> Option<String> {
        match self {
            Self::None | Self::Fraction { whole: 0, .. } => None,
            Self::Fraction { part: 1, whole: 3 } => Some("tiers temps".to_owned()),
            Self::Fraction { part, whole: 100 } => {
                Some(format!("temps majoré de {part}{NO_BREAK_SPACE}%"))
            }
            Self::Fraction { part, whole } => Some(format!("temps majoré de {part}/{whole}")),
            Self::Minutes(minutes) => Some(format!("{minutes}{NO_BREAK_SPACE}min de plus")),
        }
    }
}

/// The time that a candidate has for a paper, before anything happens in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allowance {
    /// Duration of the subject, in minutes.
    pub minutes: u32,
    /// Extra time.
    #[serde(default)]
    pub extra: ExtraTime,
}

impl Allowance {
    /// The whole time, in seconds.
    pub fn seconds(self) -> u64 {
        (u64::from(self.minutes) * 60).saturating_add(self.extra_seconds())
    }

    /// The extra time alone, in seconds.
    pub fn extra_seconds(self) -> u64 {
        self.extra.seconds(self.minutes)
    }

    /// The whole time, in milliseconds.
    pub fn milliseconds(self) -> u64 {
        self.seconds().saturating_mul(1_000)
    }

    /// How the extra time is computed: « 2 h 00 × 1/3 »; `None` when none is granted.
    pub fn calculation(self) -> Option<String> {
        let subject = duration(self.minutes);
        match self.extra {
            ExtraTime::None | ExtraTime::Fraction { whole: 0, .. } => None,
            ExtraTime::Fraction { part, whole: 100 } => {
                Some(format!("{subject} × {part}{NO_BREAK_SPACE}%"))
            }
            ExtraTime::Fraction { part, whole } => Some(format!("{subject} × {part}/{whole}")),
            ExtraTime::Minutes(minutes) => Some(format!("{minutes}{NO_BREAK_SPACE}min")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THIRD: ExtraTime = ExtraTime::Fraction { part: 1, whole: 3 };

    #[test]
    fn a_third_of_a_hundred_minutes_is_2000_seconds() {
        let allowance = Allowance { minutes: 100, extra: THIRD };
        assert_eq!(allowance.extra_seconds(), 2_000);
        assert_eq!(allowance.seconds(), 133 * 60 + 20);
        assert_eq!(allowance.milliseconds(), 8_000_000);
    }

    #[test]
    fn a_begun_second_is_never_lost() {
        assert_eq!(ExtraTime::Fraction { part: 1, whole: 7 }.seconds(1), 9);
        assert_eq!(THIRD.seconds(120), 2_400);
        assert_eq!(ExtraTime::Fraction { part: 25, whole: 100 }.seconds(45), 675);
        assert_eq!(ExtraTime::Minutes(20).seconds(100), 1_200);
    }

    #[test]
    fn absurd_grants_do_no_harm() {
        assert_eq!(ExtraTime::Fraction { part: 1, whole: 0 }.seconds(100), 0);
        let most = ExtraTime::Fraction { part: u32::MAX, whole: 1 };
        assert_eq!(Allowance { minutes: u32::MAX, extra: most }.milliseconds(), u64::MAX);
    }

    #[test]
    fn the_calculation_is_written_as_people_check_it() {
        let words = |extra| {
            let allowance = Allowance { minutes: 120, extra };
            allowance.calculation().unwrap_or_default().replace(NO_BREAK_SPACE, " ")
        };
        assert_eq!(words(THIRD), "2 h 00 × 1/3");
        assert_eq!(words(ExtraTime::Fraction { part: 25, whole: 100 }), "2 h 00 × 25 %");
        assert_eq!(words(ExtraTime::Minutes(30)), "30 min");
        assert_eq!(words(ExtraTime::None), "");
        assert_eq!(THIRD.label().as_deref(), Some("tiers temps"));
    }

    #[test]
    fn every_grant_is_read_as_it_was_written() {
        for extra in [ExtraTime::None, THIRD, ExtraTime::Minutes(30)] {
            let allowance = Allowance { minutes: 90, extra };
            let json = serde_json::to_string(&allowance).expect("it is written");
            assert_eq!(serde_json::from_str::<Allowance>(&json).expect("it is read"), allowance);
            let yaml = serde_yaml::to_string(&allowance).expect("it is written");
            assert_eq!(serde_yaml::from_str::<Allowance>(&yaml).expect("it is read"), allowance);
        }
    }
}
