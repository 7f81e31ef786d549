//! Lot rules: from a net requirement to the quantities of the orders that cover it. Shared by the
//! CBN and the PDP.
//!
//! What belongs here: how a rule sizes orders, its formulas (`formula`) and its French words
//! (`words`). What is needed, and when, belongs to the calculators.

mod formula;
mod split;
mod words;

pub use formula::{grouped_formula, lot_formula};
pub use words::describe;

use rust_decimal::Decimal;

use super::data::LotRule;
use super::worksheet::{CalculationError, shown_number};
use split::Split;

/// Largest number of orders into which one net requirement may be split.
pub const MAX_ORDERS: usize = 1_000;

/// Quantity ordered in all for a net requirement; zero when there is none.
///
/// `Grouped` expects the net requirements of its periods already added, and only packs them.
///
/// # Errors
/// Overflow, or a rule that fits no quantity (see `check`).
pub fn order_total(rule: &LotRule, net: Decimal) -> Result<Decimal, CalculationError> {
    if net <= Decimal::ZERO {
        return Ok(Decimal::ZERO);
    }
    match rule {
        LotRule::LotForLot => Ok(net),
        LotRule::Multiple(lot) => rounded_up(net, *lot),
        LotRule::SingleLot(lot) => positive(*lot),
        LotRule::Bounded { minimum, maximum, multiple } => {
            Split::of(net, *minimum, *maximum, *multiple)?.total()
        }
        LotRule::Grouped { multiple, .. } => packed(net, *multiple),
    }
}

/// Quantity of each order for a net requirement: several when a maximum splits it; none without
/// requirement.
///
/// # Errors
/// As `order_total`, or more than `MAX_ORDERS` orders.
pub fn order_quantities(rule: &LotRule, net: Decimal) -> Result<Vec<Decimal>, CalculationError> {
    if net <= Decimal::ZERO {
        return Ok(Vec::new());
    }
    let LotRule::Bounded { minimum, maximum, multiple } = rule else {
        return Ok(vec![order_total(rule, net)?]);
    };
    Split::of(net, *minimum, *maximum, *multiple)?.orders().ok_or_else(|| {
        CalculationError::impossible(format!(
            "un besoin de {} demande plus de {MAX_ORDERS} ordres : la taille maximale est trop \
             petite",
            shown_number(net).0
        ))
    })
}

/// Quantity of the order that covers a net requirement and what later periods of its group take
/// from the stock (period order quantity): nothing without net requirement.
///
/// # Errors
/// Overflow, or a multiple that is not above zero.
pub fn grouped_total(
    multiple: Option<Decimal>,
    net: Decimal,
    later: impl IntoIterator<Item = Decimal>,
) -> Result<Decimal, CalculationError> {
    if net <= Decimal::ZERO {
        return Ok(Decimal::ZERO);
    }
    let (mut total, mut short) = (net, Decimal::ZERO);
    for taken in later {
        short = short.checked_add(taken).ok_or(CalculationError::Overflow)?;
        if short > Decimal::ZERO {
            total = total.checked_add(short).ok_or(CalculationError::Overflow)?;
            short = Decimal::ZERO;
        }
    }
    packed(total, multiple)
}

/// Checks that the rule fits some quantity, whatever the requirement.
///
/// # Errors
/// A size or a multiple that is not above zero, a maximum below the minimum or below the multiple,
/// or a grouping of no period.
pub fn check(rule: &LotRule) -> Result<(), CalculationError> {
    if matches!(rule, LotRule::Grouped { periods: 0, .. }) {
        return Err(CalculationError::impossible("le nombre de périodes regroupées est nul"));
    }
    order_total(rule, Decimal::ONE).map(|_| ())
}

/// A limit that is stated: zero means none.
fn stated(limit: Option<Decimal>) -> Option<Decimal> {
    limit.filter(|limit| !limit.is_zero())
}

fn positive(size: Decimal) -> Result<Decimal, CalculationError> {
    if size > Decimal::ZERO {
        return Ok(size);
    }
    Err(CalculationError::impossible("la taille du lot doit être plus grande que zéro"))
}

fn rounded_up(quantity: Decimal, multiple: Decimal) -> Result<Decimal, CalculationError> {
    let lots = quantity.checked_div(positive(multiple)?).ok_or(CalculationError::Overflow)?.ceil();
    let total = lots.checked_mul(multiple).ok_or(CalculationError::Overflow)?;
    if total >= quantity {
        return Ok(total);
    }
    // The quotient had more digits than a decimal holds.
    total.checked_add(multiple).ok_or(CalculationError::Overflow)
}

fn packed(quantity: Decimal, multiple: Option<Decimal>) -> Result<Decimal, CalculationError> {
    stated(multiple).map_or(Ok(quantity), |multiple| rounded_up(quantity, multiple))
}

#[cfg(test)]
mod tests;
