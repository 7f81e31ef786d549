//! Issues at a weighted average unit cost (CUMP), after each receipt or over the period.
//!
//! Exact: values add up, and the average is their quotient. Rounded: the average is rounded, and
//! every value is a quantity at the rounded average.

use super::stock_card::{FlowCells, StockCard};
use crate::domain::planning::worksheet::{CellId, Formula, Rounding, RowHead};

/// Decimals beyond which a value holds nothing but the last digit of a quotient.
const VALUE: Rounding = Rounding::nearest(10);

/// Adds the average cost after each movement, the values and the totals.
pub(super) fn add_moving(card: &mut StockCard, rounding: Option<Rounding>) {
    let mut state = opening(card, rounding);
    let mut issued = Vec::new();
    for movement in card.movements.clone() {
        let row = movement.row;
        let (value, price) = match movement.flow {
            FlowCells::In(lot) => {
                let sum = match &state {
                    Some(before) => Formula::from(before.value) + lot.value,
                    None => lot.value.into(),
                };
                let price = rounded(sum.clone() / movement.stock, rounding);
                (sum, price)
            }
            FlowCells::Out(quantity) => {
                // An issue from an empty stock was refused before.
                let Some(before) = &state else { continue };
                let price = card.sheet.computed(row, card.issues.price, before.price);
                let taken = (quantity * price).rounded(VALUE);
                let taken = card.sheet.computed(row, card.issues.value, taken);
                issued.push(taken);
                (before.value - taken, before.price.into())
            }
        };
        let price = card.sheet.computed(row, card.stock.price, price);
        let value = if rounding.is_some() { movement.stock * price } else { value };
        let value = card.sheet.computed(row, card.stock.value, value);
        state = Some(State { value, price });
    }
    let value = state.map_or_else(|| Formula::number(0), |state| state.value.into());
    card.totals(issued, value);
}

/// Value of the stock and its average cost.
struct State {
    value: CellId,
    price: CellId,
}

/// State of the opening stock; several lots get a row of their average.
fn opening(card: &mut StockCard, rounding: Option<Rounding>) -> Option<State> {
    if let [only] = card.opening.as_slice() {
        return Some(State { value: only.value, price: only.price });
    }
    let quantity = card.opening_sum(|lot| lot.quantity)?;
    let value = card.opening_sum(|lot| lot.value)?;
    let row = card.sheet.row(RowHead::new("SI", "Stock initial").short("SI"));
    let quantity = card.sheet.computed(row, card.stock.quantity, quantity);
    let price = rounded(value.clone() / quantity, rounding);
    let price = card.sheet.computed(row, card.stock.price, price);
    let value = if rounding.is_some() { quantity * price } else { value };
    let value = card.sheet.computed(row, card.stock.value, value);
    Some(State { value, price })
}

/// Adds the average cost of the period, the values of the issues and the totals.
pub(super) fn add_period(card: &mut StockCard, rounding: Option<Rounding>) {
    let receipts = card.receipt_cells();
    let mut values: Vec<Formula> = card.opening.iter().map(|lot| lot.value.into()).collect();
    values.extend(receipts.iter().map(|lot| Formula::from(lot.value)));
    let mut quantities: Vec<Formula> = card.opening.iter().map(|lot| lot.quantity.into()).collect();
    quantities.extend(receipts.iter().map(|lot| Formula::from(lot.quantity)));
    let row = card.sheet.row(RowHead::new("CUMP", "Stock initial et entrées").short("CUMP"));
    let quantity = card.sheet.computed(row, card.stock.quantity, Formula::Sum(quantities));
    let value = card.sheet.computed(row, card.stock.value, Formula::Sum(values));
    let average = card.sheet.computed(row, card.stock.price, rounded(value / quantity, rounding));
    let mut issued = Vec::new();
    for movement in card.movements.clone() {
        if let FlowCells::Out(quantity) = movement.flow {
            let price = card.sheet.computed(movement.row, card.issues.price, average);
            let taken = (quantity * price).rounded(VALUE);
            issued.push(card.sheet.computed(movement.row, card.issues.value, taken));
        }
    }
    let last = card.movements.last().map_or(quantity, |movement| movement.stock);
    card.totals(issued, (last * average).rounded(VALUE));
}

fn rounded(formula: Formula, rounding: Option<Rounding>) -> Formula {
    match rounding {
        Some(rounding) => formula.rounded(rounding),
        None => formula,
    }
}
