//! Articles by decreasing value; equal values keep the order in which they were written.

use rust_decimal::Decimal;

use crate::domain::planning::worksheet::{CalculationError, Formula, Value, rule};

/// Index of each article, from the greatest value to the smallest.
fn order(values: &[Decimal]) -> Vec<usize> {
    let mut indexed: Vec<(usize, Decimal)> = values.iter().copied().enumerate().collect();
    indexed.sort_by_key(|(_, value)| std::cmp::Reverse(*value));
    indexed.into_iter().map(|(index, _)| index).collect()
}

fn numbers(values: &[Value]) -> Result<Vec<Decimal>, CalculationError> {
    values.iter().map(Value::number).collect()
}

/// Code of the article of this rank, from 0.
pub(super) fn article_at(values: Vec<Formula>, codes: Vec<String>, rank: usize) -> Formula {
    rule(
        values,
        move |values| {
            let order = order(&numbers(values)?);
            let code = order.get(rank).and_then(|index| codes.get(*index));
            Ok(code.map_or(Value::Empty, |code| Value::from(code.as_str())))
        },
        move |_, _| format!("{} valeur dans l'ordre décroissant", ordinal(rank)),
    )
}

/// Value of the article of this rank, from 0.
pub(super) fn value_at(values: Vec<Formula>, rank: usize) -> Formula {
    rule(
        values,
        move |values| {
            let numbers = numbers(values)?;
            let index = order(&numbers).get(rank).copied();
            let value = index.and_then(|index| numbers.get(index)).copied();
            Ok(value.map_or(Value::Empty, Value::from))
        },
        move |_, _| format!("{} valeur dans l'ordre décroissant", ordinal(rank)),
    )
}

/// Rank, from 1, of the article of this index, from 0.
pub(super) fn rank_of(values: Vec<Formula>, index: usize) -> Formula {
    rule(
        values,
        move |values| {
            let rank = order(&numbers(values)?).iter().position(|found| *found == index);
            Ok(rank.map_or(Value::Empty, |rank| Decimal::from(rank + 1).into()))
        },
        |_, _| "rang par valeur décroissante".to_owned(),
    )
}

/// "1re", "2e".
fn ordinal(rank: usize) -> String {
    if rank == 0 { "1re".to_owned() } else { format!("{}e", rank + 1) }
}
