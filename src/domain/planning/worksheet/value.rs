//! Value of a cell.

use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;

use super::CalculationError;

/// Value of a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Nothing; counts as zero in a calculation.
    #[default]
    Empty,
    /// A number.
    Number(Decimal),
    /// A text: a class, a sequence, a code.
    Text(String),
    /// A date.
    Day(NaiveDate),
    /// A date and an hour.
    Moment(NaiveDateTime),
}

impl Value {
    /// The number to calculate with.
    ///
    /// # Errors
    /// When the value is a text or a date.
    pub fn number(&self) -> Result<Decimal, CalculationError> {
        match self {
            Self::Empty => Ok(Decimal::ZERO),
            Self::Number(number) => Ok(*number),
            other => Err(CalculationError::NotANumber(other.to_string())),
        }
    }
}

impl std::fmt::Display for Value {
    /// As a French reader expects it; numbers with all their digits.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Number(number) => {
                formatter.write_str(&crate::domain::french::format_decimal(number.normalize()))
            }
            Self::Text(text) => formatter.write_str(text),
            Self::Day(day) => write!(formatter, "{}", day.format("%d/%m/%Y")),
            Self::Moment(moment) => write!(formatter, "{}", moment.format("%d/%m/%Y %H:%M")),
        }
    }
}

impl From<Decimal> for Value {
    fn from(number: Decimal) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(Decimal::from(number))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<NaiveDate> for Value {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl From<NaiveDateTime> for Value {
    fn from(moment: NaiveDateTime) -> Self {
        Self::Moment(moment)
    }
}
