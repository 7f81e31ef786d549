//! Conditions of SI: comparisons of numbers or texts, and their combinations by ET and OU.

use rust_decimal::Decimal;

use super::rules::shown;
use crate::domain::planning::worksheet::{CalculationError, Comparison, Formula, Value, rule};

/// A condition.
#[derive(Debug, Clone)]
pub(super) enum Test {
    /// Two values compared.
    Compare {
        /// Left of the sign.
        left: Formula,
        /// The sign.
        comparison: Comparison,
        /// Right of the sign.
        right: Formula,
    },
    /// All of them hold.
    All(Vec<Test>),
    /// At least one holds.
    Any(Vec<Test>),
}

impl Test {
    /// `then` when the condition holds, else `otherwise`; the other one is not calculated.
    pub(super) fn choose(self, then: Formula, otherwise: Formula) -> Formula {
        match self {
            Self::Compare { left, comparison, right } if is_of_order(comparison) => {
                Formula::choose(left, comparison, right, then, otherwise)
            }
            Self::Compare { left, comparison, right } => {
                let difference = difference(left, right.clone());
                Formula::choose(difference, comparison, standard(right), then, otherwise)
            }
            combined => {
                let mut operands = Vec::new();
                let shape = combined.split(&mut operands);
                let truth = truth(shape, operands);
                Formula::choose(truth, Comparison::Equal, the_word_true(), then, otherwise)
            }
        }
    }

    /// The shape of the condition, its operands being put in order in a list.
    fn split(self, operands: &mut Vec<Formula>) -> Shape {
        match self {
            Self::All(tests) => Shape::All(split_all(tests, operands)),
            Self::Any(tests) => Shape::Any(split_all(tests, operands)),
            Self::Compare { left, comparison, right } => {
                operands.extend([left, right]);
                Shape::Compare(comparison)
            }
        }
    }
}

fn split_all(tests: Vec<Test>, operands: &mut Vec<Formula>) -> Vec<Shape> {
    tests.into_iter().map(|test| test.split(operands)).collect()
}

/// Texts have no order: they are only equal or different.
const fn is_of_order(comparison: Comparison) -> bool {
    !matches!(comparison, Comparison::Equal | Comparison::Different)
}

/// 0 when both values are the same, numbers or texts, else 1; a working shows the left value.
fn difference(left: Formula, right: Formula) -> Formula {
    rule(
        vec![left, right],
        |values| {
            let same = same(values.first(), values.get(1));
            Ok(Value::Number(if same { Decimal::ZERO } else { Decimal::ONE }))
        },
        |values, _| shown(values.first()),
    )
}

/// What a difference is compared with: 0, shown in a working as the right value.
fn standard(right: Formula) -> Formula {
    rule(vec![right], |_| Ok(Value::Number(Decimal::ZERO)), |values, _| shown(values.first()))
}

/// 1, shown in a working as « vrai ».
fn the_word_true() -> Formula {
    rule(Vec::new(), |_| Ok(Value::Number(Decimal::ONE)), |_, _| "vrai".to_owned())
}

/// A combination of conditions without its operands.
#[derive(Debug, Clone)]
enum Shape {
    Compare(Comparison),
    All(Vec<Shape>),
    Any(Vec<Shape>),
}

/// 1 when the combination holds, else 0.
fn truth(shape: Shape, operands: Vec<Formula>) -> Formula {
    let explained = shape.clone();
    rule(
        operands,
        move |values| {
            let holds = holds(&shape, &mut values.iter())?;
            Ok(Value::Number(if holds { Decimal::ONE } else { Decimal::ZERO }))
        },
        move |values, _| words(&explained, &mut values.iter()),
    )
}

fn holds(
    shape: &Shape,
    values: &mut std::slice::Iter<'_, Value>,
) -> Result<bool, CalculationError> {
    match shape {
        Shape::Compare(comparison) => {
            let (left, right) = (values.next(), values.next());
            compare(*comparison, left, right)
        }
        Shape::All(parts) => {
            let mut all = true;
            for part in parts {
                all &= holds(part, values)?;
            }
            Ok(all)
        }
        Shape::Any(parts) => {
            let mut any = false;
            for part in parts {
                any |= holds(part, values)?;
            }
            Ok(any)
        }
    }
}

/// « ET(12 > 5 ; 3 ≤ 4) ».
fn words(shape: &Shape, values: &mut std::slice::Iter<'_, Value>) -> String {
    let (name, parts) = match shape {
        Shape::Compare(comparison) => {
            let (left, right) = (shown(values.next()), shown(values.next()));
            return format!("{left} {} {right}", comparison.sign());
        }
        Shape::All(parts) => ("ET", parts),
        Shape::Any(parts) => ("OU", parts),
    };
    let parts: Vec<_> = parts.iter().map(|part| words(part, values)).collect();
    format!("{name}({})", parts.join(" ; "))
}

fn compare(
    comparison: Comparison,
    left: Option<&Value>,
    right: Option<&Value>,
) -> Result<bool, CalculationError> {
    match comparison {
        Comparison::Equal => Ok(same(left, right)),
        Comparison::Different => Ok(!same(left, right)),
        _ => {
            let number = |value: Option<&Value>| value.map_or(Ok(Decimal::ZERO), Value::number);
            Ok(comparison.holds(number(left)?, number(right)?))
        }
    }
}

/// Whether two values are the same number, or read the same.
fn same(left: Option<&Value>, right: Option<&Value>) -> bool {
    let (left, right) = (left.unwrap_or(&Value::Empty), right.unwrap_or(&Value::Empty));
    match (left.number(), right.number()) {
        (Ok(left), Ok(right)) => left == right,
        _ => written(left) == written(right),
    }
}

fn written(value: &Value) -> String {
    match value {
        Value::Number(number) => number.normalize().to_string(),
        other => other.to_string().trim().to_owned(),
    }
}
