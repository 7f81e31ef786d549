//! Cells, numbers and formulas combine with the operators of everyday arithmetic.

use std::ops::{Add, Div, Mul, Sub};

use rust_decimal::Decimal;

use super::Formula;
use crate::domain::planning::worksheet::{CellId, Value};

impl From<CellId> for Formula {
    fn from(id: CellId) -> Self {
        Self::Cell(id)
    }
}

impl From<Decimal> for Formula {
    fn from(number: Decimal) -> Self {
        Self::Constant(Value::Number(number))
    }
}

impl From<u32> for Formula {
    fn from(number: u32) -> Self {
        Self::number(number)
    }
}

/// Cells and formulas combine with the signs of arithmetic.
macro_rules! operators {
    ($($type:ty),+) => {$(
        impl<T: Into<Formula>> Add<T> for $type {
            type Output = Formula;
            fn add(self, other: T) -> Formula {
                match Formula::from(self) {
                    Formula::Sum(mut terms) => {
                        terms.push(other.into());
                        Formula::Sum(terms)
                    }
                    first => Formula::Sum(vec![first, other.into()]),
                }
            }
        }

        impl<T: Into<Formula>> Sub<T> for $type {
            type Output = Formula;
            fn sub(self, other: T) -> Formula {
                Formula::Difference(Box::new(self.into()), Box::new(other.into()))
            }
        }

        impl<T: Into<Formula>> Mul<T> for $type {
            type Output = Formula;
            fn mul(self, other: T) -> Formula {
                match Formula::from(self) {
                    Formula::Product(mut factors) => {
                        factors.push(other.into());
                        Formula::Product(factors)
                    }
                    first => Formula::Product(vec![first, other.into()]),
                }
            }
        }

        impl<T: Into<Formula>> Div<T> for $type {
            type Output = Formula;
            fn div(self, other: T) -> Formula {
                Formula::Quotient(Box::new(self.into()), Box::new(other.into()))
            }
        }
    )+};
}

operators!(Formula, CellId);
