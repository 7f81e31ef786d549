//! Rounding as a stated policy.

use rust_decimal::{Decimal, RoundingStrategy};

/// Which way a number is rounded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum RoundingMode {
    /// To the nearest; a half goes away from zero, as taught at school.
    #[default]
    Nearest,
    /// Up, towards plus infinity.
    Up,
    /// Down, towards minus infinity.
    Down,
    /// Digits beyond are dropped.
    Truncated,
}

/// A rounding: which way and to how many decimals.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Rounding {
    /// Which way.
    pub mode: RoundingMode,
    /// Decimals kept.
    pub decimals: u32,
}

impl Rounding {
    /// To the nearest, with this many decimals.
    pub const fn nearest(decimals: u32) -> Self {
        Self { mode: RoundingMode::Nearest, decimals }
    }

    /// Up to the next whole number.
    pub const UP: Self = Self { mode: RoundingMode::Up, decimals: 0 };

    /// Down to a whole number.
    pub const DOWN: Self = Self { mode: RoundingMode::Down, decimals: 0 };

    /// The rounded number.
    pub fn apply(self, number: Decimal) -> Decimal {
        let strategy = match self.mode {
            RoundingMode::Nearest => RoundingStrategy::MidpointAwayFromZero,
            RoundingMode::Up => RoundingStrategy::ToPositiveInfinity,
            RoundingMode::Down => RoundingStrategy::ToNegativeInfinity,
            RoundingMode::Truncated => RoundingStrategy::ToZero,
        };
        number.round_dp_with_strategy(self.decimals, strategy)
    }
}
