//! The stock sheet of an article by each method.

use rust_decimal::Decimal;

use super::stock_card::StockCard;
use super::{Flow, MAX_MOVEMENTS, Method, ValuationInput, average, layered, standard};
use crate::domain::french::format_decimal;
use crate::domain::planning::worksheet::{CalculationError, Worksheet};

/// The stock sheet: receipts, issues and stock, in quantity, unit cost and value.
///
/// # Errors
/// No movement, too many, a quantity that is not above zero, a negative price, or an issue greater
/// than the stock.
pub fn worksheet(input: &ValuationInput) -> Result<Worksheet, CalculationError> {
    check(input)?;
    let mut card = StockCard::new(input);
    match input.method {
        Method::FirstInFirstOut => layered::add(&mut card, input, false),
        Method::LastInFirstOut => layered::add(&mut card, input, true),
        Method::MovingAverage => average::add_moving(&mut card, input.rounding),
        Method::PeriodAverage => average::add_period(&mut card, input.rounding),
        Method::Standard(cost) => standard::add(&mut card, cost),
    }
    Ok(card.sheet)
}

fn check(input: &ValuationInput) -> Result<(), CalculationError> {
    let refused = |reason: String| Err(CalculationError::impossible(reason));
    let count = input.movements.len() + input.opening.len();
    if input.movements.is_empty() || count > MAX_MOVEMENTS {
        return refused(format!("il faut de 1 à {MAX_MOVEMENTS} mouvements et lots initiaux"));
    }
    let mut lots = input.opening.clone();
    lots.extend(input.movements.iter().filter_map(|movement| match movement.flow {
        Flow::In(lot) => Some(lot),
        Flow::Out(_) => None,
    }));
    if lots.iter().any(|lot| lot.quantity <= Decimal::ZERO || lot.price < Decimal::ZERO) {
        return refused("une entrée a une quantité nulle ou un prix négatif".to_owned());
    }
    let mut stock = Decimal::ZERO;
    for lot in &input.opening {
        stock = stock.checked_add(lot.quantity).ok_or(CalculationError::Overflow)?;
    }
    for movement in &input.movements {
        let (change, out) = match movement.flow {
            Flow::In(lot) => (lot.quantity, false),
            Flow::Out(quantity) => (-quantity, true),
        };
        if out && change >= Decimal::ZERO {
            return refused("une sortie a une quantité nulle".to_owned());
        }
        let after = stock.checked_add(change).ok_or(CalculationError::Overflow)?;
        if after < Decimal::ZERO {
            return refused(format!(
                "la sortie de {} ({}) dépasse le stock de {}",
                format_decimal(change.abs().normalize()),
                movement.date,
                format_decimal(stock.normalize())
            ));
        }
        stock = after;
    }
    Ok(())
}
