//! What a capacity is calculated from: opening time, deductions, coefficients; typed.

use rust_decimal::Decimal;

use super::Series;
use crate::domain::planning::worksheet::Rounding;

/// Capacity of a centre, in hours a period: (opening − deductions) × coefficients. The opening time
/// is the capacité théorique, the result the capacité réelle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapacityInput {
    /// Opening time.
    pub opening: Opening,
    /// What is taken off, in the order shown.
    pub deductions: Vec<Deduction>,
    /// Rounding of the hours taken off, if any.
    pub deduction_rounding: Option<Rounding>,
    /// Shares that multiply what is left (utilisation, availability, efficiency).
    pub coefficients: Vec<Coefficient>,
}

impl CapacityInput {
    /// Hours given as they are.
    pub fn hours(hours: Series) -> Self {
        Self {
            opening: Opening::Hours(hours),
            deductions: Vec::new(),
            deduction_rounding: None,
            coefficients: Vec::new(),
        }
    }

    /// Whether the capacité réelle differs from the capacité théorique.
    pub fn is_reduced(&self) -> bool {
        !self.deductions.is_empty() || !self.coefficients.is_empty()
    }
}

/// Opening time of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// Hours of each period, as given.
    Hours(Series),
    /// Product of factors: machines × teams × days × hours.
    Factors(Vec<Factor>),
}

/// Factor of an opening time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Factor {
    /// Key, without space ("jours").
    pub key: String,
    /// Words shown ("Jours ouvrés").
    pub label: String,
    /// Unit; may be empty.
    pub unit: String,
    /// Its values.
    pub values: FactorValues,
}

/// Values of a factor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactorValues {
    /// As given.
    Given(Series),
    /// Shifts of an ordinary week (days × teams of each kind of day), less those closed.
    Week {
        /// Number of days and teams of each of these days ("4 days of 2 teams").
        days: Vec<(Decimal, Decimal)>,
        /// Teams that do not come.
        closed: Series,
    },
}

/// Hours taken off an opening time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deduction {
    /// Key, without space ("nettoyage").
    pub key: String,
    /// Words shown.
    pub label: String,
    /// How much.
    pub amount: DeductionAmount,
}

/// How much is taken off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeductionAmount {
    /// Hours of each period.
    Hours(Series),
    /// Minutes, so many times a period.
    Minutes {
        /// Minutes each time.
        each: Decimal,
        /// How many times.
        times: Times,
    },
    /// A share of the opening time (0.25).
    Share(Decimal),
}

/// How many times a period minutes are lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Times {
    /// As given.
    Given(Series),
    /// As many as a factor of the opening time, by its key ("equipes").
    Factor(String),
}

/// Share that multiplies a capacity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coefficient {
    /// Key, without space ("coefficient").
    pub key: String,
    /// Words shown.
    pub label: String,
    /// Values, 1 for the whole.
    pub values: Series,
}
