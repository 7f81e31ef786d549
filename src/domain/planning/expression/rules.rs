//! Functions that no arithmetic formula says: counting, multiples, values without sign.

use rust_decimal::Decimal;

use crate::domain::planning::worksheet::{CalculationError, Formula, Value, rule, shown_number};

/// A value as shown in a working.
pub(super) fn shown(value: Option<&Value>) -> String {
    match value {
        Some(Value::Number(number)) => shown_number(*number).0,
        None | Some(Value::Empty) => "0".to_owned(),
        Some(other) => other.to_string(),
    }
}

fn number_at(values: &[Value], rank: usize) -> Result<Decimal, CalculationError> {
    values.get(rank).map_or(Ok(Decimal::ZERO), Value::number)
}

/// How many of the values are numbers; blank cells and texts do not count.
pub(super) fn count(values: Vec<Formula>) -> Formula {
    let numbers =
        |values: &[Value]| values.iter().filter(|value| matches!(value, Value::Number(_))).count();
    rule(
        values,
        move |values| {
            let count = u32::try_from(numbers(values)).map_err(|_| CalculationError::Overflow)?;
            Ok(Value::from(count))
        },
        |_, result| format!("{} valeurs comptées", shown(Some(result))),
    )
}

/// The smallest multiple of a lot that is not below a quantity.
pub(super) fn multiple_up(quantity: Formula, lot: Formula) -> Formula {
    rule(
        vec![quantity, lot],
        |values| {
            let (quantity, lot) = (number_at(values, 0)?, number_at(values, 1)?);
            least_multiple(quantity, lot).map(Value::Number)
        },
        |values, _| {
            let (quantity, lot) = (shown(values.first()), shown(values.get(1)));
            format!("{quantity} arrondi au multiple de {lot} supérieur")
        },
    )
}

fn least_multiple(quantity: Decimal, lot: Decimal) -> Result<Decimal, CalculationError> {
    if lot <= Decimal::ZERO {
        return Err(CalculationError::impossible("le lot d'un multiple doit dépasser zéro"));
    }
    let rest = quantity.checked_rem(lot).ok_or(CalculationError::Overflow)?;
    let below = quantity.checked_sub(rest).ok_or(CalculationError::Overflow)?;
    // The remainder has the sign of the quantity: below zero, what is left is already above.
    if rest > Decimal::ZERO {
        return below.checked_add(lot).ok_or(CalculationError::Overflow);
    }
    Ok(if below.is_zero() { Decimal::ZERO } else { below })
}

/// The value without its sign.
pub(super) fn absolute(inner: Formula) -> Formula {
    rule(
        vec![inner],
        |values| Ok(Value::Number(number_at(values, 0)?.abs())),
        |values, _| format!("valeur absolue de {}", shown(values.first())),
    )
}
