//! Formulas over cells: how they are made, what they are worth, which cells they name.

mod operators;

use rust_decimal::{Decimal, MathematicalOps};

use super::{CalculationError, CellId, Comparison, Rounding, Rule, Value};

/// A formula over cells added before.
#[derive(Debug, Clone)]
pub enum Formula {
    /// A fixed value.
    Constant(Value),
    /// The value of a cell.
    Cell(CellId),
    /// Sum of the terms.
    Sum(Vec<Formula>),
    /// First less second.
    Difference(Box<Formula>, Box<Formula>),
    /// Product of the factors.
    Product(Vec<Formula>),
    /// First over second.
    Quotient(Box<Formula>, Box<Formula>),
    /// The greatest.
    Maximum(Vec<Formula>),
    /// The smallest.
    Minimum(Vec<Formula>),
    /// Rounded by a stated policy.
    Rounded(Box<Formula>, Rounding),
    /// Square root.
    SquareRoot(Box<Formula>),
    /// One formula or the other, by a comparison.
    Choose {
        /// Left of the comparison.
        left: Box<Formula>,
        /// The comparison.
        comparison: Comparison,
        /// Right of the comparison.
        right: Box<Formula>,
        /// When it holds.
        then: Box<Formula>,
        /// When it does not.
        otherwise: Box<Formula>,
    },
    /// A rule over the values of the arguments.
    Rule(Rule, Vec<Formula>),
}

impl Formula {
    /// A fixed number.
    pub fn number(number: impl Into<Decimal>) -> Self {
        Self::Constant(Value::Number(number.into()))
    }

    /// The sum of cells or formulas; zero of none.
    pub fn sum<T: Into<Self>>(terms: impl IntoIterator<Item = T>) -> Self {
        Self::Sum(terms.into_iter().map(Into::into).collect())
    }

    /// The formula, or zero when it is negative.
    #[must_use]
    pub fn at_least_zero(self) -> Self {
        Self::Maximum(vec![Self::number(0), self])
    }

    /// The greater of two.
    #[must_use]
    pub fn max(self, other: impl Into<Self>) -> Self {
        Self::Maximum(vec![self, other.into()])
    }

    /// The smaller of two.
    #[must_use]
    pub fn min(self, other: impl Into<Self>) -> Self {
        Self::Minimum(vec![self, other.into()])
    }

    /// Rounded by a stated policy.
    #[must_use]
    pub fn rounded(self, rounding: Rounding) -> Self {
        Self::Rounded(Box::new(self), rounding)
    }

    /// Its square root.
    #[must_use]
    pub fn square_root(self) -> Self {
        Self::SquareRoot(Box::new(self))
    }

    /// `then` when the comparison holds, else `otherwise`.
    pub fn choose(
        left: impl Into<Self>,
        comparison: Comparison,
        right: impl Into<Self>,
        then: impl Into<Self>,
        otherwise: impl Into<Self>,
    ) -> Self {
        Self::Choose {
            left: Box::new(left.into()),
            comparison,
            right: Box::new(right.into()),
            then: Box::new(then.into()),
            otherwise: Box::new(otherwise.into()),
        }
    }

    /// Its value, cells being looked up.
    ///
    /// # Errors
    /// Overflow, division by zero, a text where a number is needed, or what a rule refuses.
    pub fn evaluate(
        &self,
        lookup: &dyn Fn(CellId) -> Result<Value, CalculationError>,
    ) -> Result<Value, CalculationError> {
        let number = |formula: &Self| formula.evaluate(lookup)?.number();
        Ok(Value::Number(match self {
            Self::Constant(value) => return Ok(value.clone()),
            Self::Cell(id) => return lookup(*id),
            Self::Rule(rule, arguments) => {
                let values: Vec<_> =
                    arguments.iter().map(|a| a.evaluate(lookup)).collect::<Result<_, _>>()?;
                return rule.evaluate(&values);
            }
            Self::Choose { left, comparison, right, then, otherwise } => {
                let holds = comparison.holds(number(left)?, number(right)?);
                return if holds { then.evaluate(lookup) } else { otherwise.evaluate(lookup) };
            }
            Self::Sum(terms) => terms.iter().try_fold(Decimal::ZERO, |total, term| {
                total.checked_add(number(term)?).ok_or(CalculationError::Overflow)
            })?,
            Self::Difference(left, right) => {
                number(left)?.checked_sub(number(right)?).ok_or(CalculationError::Overflow)?
            }
            Self::Product(factors) => factors.iter().try_fold(Decimal::ONE, |total, factor| {
                total.checked_mul(number(factor)?).ok_or(CalculationError::Overflow)
            })?,
            Self::Quotient(left, right) => {
                let (left, right) = (number(left)?, number(right)?);
                if right.is_zero() {
                    return Err(CalculationError::DivisionByZero);
                }
                left.checked_div(right).ok_or(CalculationError::Overflow)?
            }
            Self::Maximum(terms) => extreme(terms, &number, Decimal::max)?,
            Self::Minimum(terms) => extreme(terms, &number, Decimal::min)?,
            Self::Rounded(inner, rounding) => rounding.apply(number(inner)?),
            Self::SquareRoot(inner) => {
                number(inner)?.sqrt().ok_or(CalculationError::NegativeRoot)?
            }
        }))
    }

    /// Adds the cells named, each once, in the order met.
    pub fn collect_cells(&self, found: &mut Vec<CellId>) {
        match self {
            Self::Constant(_) => {}
            Self::Cell(id) => {
                if !found.contains(id) {
                    found.push(*id);
                }
            }
            Self::Sum(parts)
            | Self::Product(parts)
            | Self::Maximum(parts)
            | Self::Minimum(parts)
            | Self::Rule(_, parts) => parts.iter().for_each(|part| part.collect_cells(found)),
            Self::Difference(left, right) | Self::Quotient(left, right) => {
                left.collect_cells(found);
                right.collect_cells(found);
            }
            Self::Rounded(inner, _) | Self::SquareRoot(inner) => inner.collect_cells(found),
            Self::Choose { left, right, then, otherwise, .. } => {
                for part in [left, right, then, otherwise] {
                    part.collect_cells(found);
                }
            }
        }
    }
}

fn extreme(
    terms: &[Formula],
    number: &dyn Fn(&Formula) -> Result<Decimal, CalculationError>,
    better: fn(Decimal, Decimal) -> Decimal,
) -> Result<Decimal, CalculationError> {
    let mut best = None;
    for term in terms {
        let value = number(term)?;
        best = Some(best.map_or(value, |best| better(best, value)));
    }
    best.ok_or_else(|| CalculationError::impossible("aucune valeur à comparer"))
}
