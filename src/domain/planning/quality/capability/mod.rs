//! Capability of a process or of a machine: Cp, Cpk, Cpm, share out of tolerance.
//!
//! Cp = (TS − TI) ÷ 6σ; Cpk = min(TS − m ; m − TI) ÷ 3σ; Cpm = (TS − TI) ÷ 6√(σ² + (m − cible)²).

mod reading;
mod study;

#[cfg(test)]
mod tests;

pub use reading::OPTIONS;

use rust_decimal::Decimal;

use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::tree::Problems;
use crate::domain::planning::worksheet::{CalculationError, Worksheet};

/// Largest number of measures.
pub const MAX_MEASURES: usize = 1_000;

/// Input of a capability study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapabilityInput {
    /// What is measured.
    pub measure: String,
    /// Unit of the measures; may be empty.
    pub unit: String,
    /// Lower tolerance, if any.
    pub lower: Option<Decimal>,
    /// Upper tolerance, if any.
    pub upper: Option<Decimal>,
    /// Target of the process, for Cpm; none leaves Cpm out.
    pub target: Option<Decimal>,
    /// Mean and standard deviation, or what gives them.
    pub spread: ProcessSpread,
    /// Smallest acceptable Cpk ("1,33").
    pub threshold: Option<Decimal>,
    /// Whether the share out of tolerance is shown, in parts per million, for a normal law.
    pub with_ppm: bool,
}

/// Mean and standard deviation of the process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProcessSpread {
    /// Both known.
    Known {
        /// Mean; none when only Cp is asked.
        mean: Option<Decimal>,
        /// Standard deviation.
        deviation: Decimal,
    },
    /// From the mean range of samples: σ = R̄ ÷ d2.
    MeanRange {
        /// Mean; none when only Cp is asked.
        mean: Option<Decimal>,
        /// Mean range.
        range: Decimal,
        /// Size of the samples, from 2 to 25.
        size: u32,
    },
    /// From measures.
    Measures {
        /// The measures.
        values: Vec<Decimal>,
        /// Whether the sum of squares is divided by n instead of n − 1.
        whole_population: bool,
    },
}

/// The calculator `capabilite`.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let input = reading::read(request, problems)?;
    match worksheet(&input) {
        Ok(sheet) => Some(sheet),
        Err(error) => {
            refused(request, &error, problems);
            None
        }
    }
}

/// Tolerances, mean, standard deviation and indices.
///
/// # Errors
/// When there is no tolerance, the upper one is not above the lower one, or there are too few or too
/// many measures.
pub fn worksheet(input: &CapabilityInput) -> Result<Worksheet, CalculationError> {
    if input.lower.is_none() && input.upper.is_none() {
        return Err(CalculationError::impossible("donnez au moins une tolérance"));
    }
    if input.lower.zip(input.upper).is_some_and(|(lower, upper)| lower >= upper) {
        return Err(CalculationError::impossible(
            "la tolérance supérieure doit être plus grande que la tolérance inférieure",
        ));
    }
    study::worksheet(input)
}
