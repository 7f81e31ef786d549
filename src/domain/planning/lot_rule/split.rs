//! How a rule with a minimum, a maximum and a multiple splits a requirement into orders.

use rust_decimal::Decimal;

use super::{MAX_ORDERS, packed, positive, stated};
use crate::domain::planning::worksheet::{CalculationError, shown_number};

/// A requirement split into `count` orders of `size`, then one of `last`.
pub(super) struct Split {
    /// Number of orders of the greatest size.
    pub(super) count: Decimal,
    /// The greatest size.
    pub(super) size: Decimal,
    /// The order that ends; zero for none.
    pub(super) last: Decimal,
}

impl Split {
    /// Splits a requirement above zero.
    pub(super) fn of(
        net: Decimal,
        minimum: Decimal,
        maximum: Option<Decimal>,
        multiple: Option<Decimal>,
    ) -> Result<Self, CalculationError> {
        let one_order = |quantity: Decimal| {
            if quantity <= minimum { Ok(minimum) } else { packed(quantity, multiple) }
        };
        let size = match stated(maximum) {
            Some(maximum) => largest_order(minimum, maximum, multiple)?,
            None => net,
        };
        if net <= size {
            return Ok(Self { count: Decimal::ZERO, size, last: one_order(net)? });
        }
        let count = net.checked_div(size).ok_or(CalculationError::Overflow)?.floor();
        let full = count.checked_mul(size).ok_or(CalculationError::Overflow)?;
        let rest = net.checked_sub(full).ok_or(CalculationError::Overflow)?;
        let last = if rest > Decimal::ZERO { one_order(rest)? } else { Decimal::ZERO };
        Ok(Self { count, size, last })
    }

    /// All orders together.
    pub(super) fn total(&self) -> Result<Decimal, CalculationError> {
        let full = self.size.checked_mul(self.count).ok_or(CalculationError::Overflow)?;
        full.checked_add(self.last).ok_or(CalculationError::Overflow)
    }

    /// Each order; `None` when there are more than `MAX_ORDERS`.
    pub(super) fn orders(&self) -> Option<Vec<Decimal>> {
        let count = usize::try_from(self.count).ok().filter(|count| *count < MAX_ORDERS)?;
        let last = Some(self.last).filter(|last| !last.is_zero());
        Some(std::iter::repeat_n(self.size, count).chain(last).collect())
    }
}

/// The largest order that is both at most the maximum and a multiple.
fn largest_order(
    minimum: Decimal,
    maximum: Decimal,
    multiple: Option<Decimal>,
) -> Result<Decimal, CalculationError> {
    let maximum = positive(maximum)?;
    let largest = match stated(multiple) {
        Some(multiple) => {
            let lots =
                maximum.checked_div(positive(multiple)?).ok_or(CalculationError::Overflow)?;
            lots.floor().checked_mul(multiple).ok_or(CalculationError::Overflow)?
        }
        None => maximum,
    };
    if largest.is_zero() || largest < minimum {
        let free = "libre".to_owned();
        return Err(CalculationError::impossible(format!(
            "aucune taille d'ordre ne convient : minimum {}, maximum {}, multiple {}",
            shown_number(minimum).0,
            shown_number(maximum).0,
            stated(multiple).map_or(free, |multiple| shown_number(multiple).0)
        )));
    }
    Ok(largest)
}
