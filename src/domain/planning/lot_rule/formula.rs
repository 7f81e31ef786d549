//! Orders sized by a lot rule as formulas of a worksheet.

use rust_decimal::Decimal;

use super::words::{explain, explain_grouped};
use super::{grouped_total, order_total};
use crate::domain::planning::data::LotRule;
use crate::domain::planning::worksheet::{CalculationError, CellId, Formula, Value, rule};

/// Quantity ordered in all for the net requirement of a cell, with the working "65 arrondi au
/// multiple de 50 supérieur". `Grouped` only packs the one cell: see `grouped_formula`.
pub fn lot_formula(lot: &LotRule, net: CellId) -> Formula {
    if *lot == LotRule::LotForLot {
        return net.into();
    }
    let (sizing, explained) = (lot.clone(), lot.clone());
    rule(
        vec![net.into()],
        move |values| order_total(&sizing, first_number(values)?).map(Value::Number),
        move |values, result| explain(&explained, first_number(values).unwrap_or_default(), result),
    )
}

/// Quantity of the order that covers the net requirement of its period and those of the next ones
/// (period order quantity), nothing when `net` is zero.
///
/// Each formula of `later` is what a later period of the group takes from the stock: its
/// requirement less its receipts, plus the rise of the safety stock.
pub fn grouped_formula(multiple: Option<Decimal>, net: CellId, later: Vec<Formula>) -> Formula {
    let mut arguments = vec![net.into()];
    arguments.extend(later);
    rule(
        arguments,
        move |values| {
            let numbers: Vec<_> = values.iter().map(Value::number).collect::<Result<_, _>>()?;
            let net = numbers.first().copied().unwrap_or_default();
            grouped_total(multiple, net, numbers.into_iter().skip(1)).map(Value::Number)
        },
        move |values, result| {
            let numbers: Vec<_> =
                values.iter().map(|value| value.number().unwrap_or_default()).collect();
            explain_grouped(multiple, &numbers, result)
        },
    )
}

fn first_number(values: &[Value]) -> Result<Decimal, CalculationError> {
    values.first().map_or(Ok(Decimal::ZERO), Value::number)
}
