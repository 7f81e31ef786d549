//! Lots of a stock taken oldest first or newest first.

use rust_decimal::Decimal;

use super::Lot;
use crate::domain::french::format_decimal;
use crate::domain::planning::worksheet::{CalculationError, Value, shown_number};

/// Kind of each event of a stock, in order of time; its figures come separately.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EventKind {
    /// A lot: its quantity, then its price.
    In,
    /// An issue: its quantity.
    Out,
}

/// What happened to the lots.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Layers {
    /// Lots in order of arrival, with what remains of each.
    pub(super) lots: Vec<Lot>,
    /// What the last issue took from each lot, in the order taken.
    pub(super) last_issue: Vec<Lot>,
}

impl Layers {
    /// Plays events whose figures follow one another in `values`.
    ///
    /// # Errors
    /// An issue greater than the stock, a figure missing or that is no number.
    pub(super) fn play(
        kinds: &[EventKind],
        values: &[Value],
        newest_first: bool,
    ) -> Result<Self, CalculationError> {
        let mut layers = Self::default();
        let mut figures = values.iter();
        let mut next = || {
            let figure = figures.next();
            figure.map_or_else(
                || Err(CalculationError::impossible("un mouvement manque")),
                Value::number,
            )
        };
        for kind in kinds {
            let quantity = next()?;
            match kind {
                EventKind::In => layers.lots.push(Lot { quantity, price: next()? }),
                EventKind::Out => layers.issue(quantity, newest_first)?,
            }
        }
        Ok(layers)
    }

    fn issue(&mut self, quantity: Decimal, newest_first: bool) -> Result<(), CalculationError> {
        let mut wanted = quantity;
        self.last_issue.clear();
        let mut order: Vec<&mut Lot> = self.lots.iter_mut().collect();
        if newest_first {
            order.reverse();
        }
        for lot in order {
            let taken = lot.quantity.min(wanted);
            if taken > Decimal::ZERO {
                lot.quantity -= taken;
                wanted -= taken;
                self.last_issue.push(Lot { quantity: taken, price: lot.price });
            }
        }
        if wanted > Decimal::ZERO {
            return Err(CalculationError::impossible(format!(
                "la sortie de {} dépasse le stock",
                format_decimal(quantity.normalize())
            )));
        }
        Ok(())
    }

    /// Value of the last issue.
    ///
    /// # Errors
    /// Overflow.
    pub(super) fn last_value(&self) -> Result<Decimal, CalculationError> {
        self.last_issue.iter().try_fold(Decimal::ZERO, |total, lot| {
            let value = lot.quantity.checked_mul(lot.price);
            value.and_then(|value| total.checked_add(value)).ok_or(CalculationError::Overflow)
        })
    }

    /// "50 × 10 + 30 × 12" for the last issue.
    pub(super) fn last_words(&self) -> String {
        let shown = |number: Decimal| shown_number(number).0;
        let parts: Vec<String> = self
            .last_issue
            .iter()
            .map(|lot| format!("{} × {}", shown(lot.quantity), shown(lot.price)))
            .collect();
        if parts.is_empty() { "0".to_owned() } else { parts.join(" + ") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn played(newest_first: bool, issue: i64) -> Result<Layers, CalculationError> {
        let kinds = [EventKind::In, EventKind::In, EventKind::Out];
        let values = [50, 10, 150, 12, issue].map(|number: i64| Value::from(Decimal::from(number)));
        Layers::play(&kinds, &values, newest_first)
    }

    #[test]
    fn the_oldest_or_the_newest_lots_go_first() {
        let oldest = played(false, 80).expect("plays");
        assert_eq!(oldest.last_words(), "50 × 10 + 30 × 12");
        assert_eq!(oldest.last_value(), Ok(Decimal::from(860)));
        let left: Vec<Decimal> = oldest.lots.iter().map(|lot| lot.quantity).collect();
        assert_eq!(left, [Decimal::ZERO, Decimal::from(120)]);
        assert_eq!(played(true, 80).expect("plays").last_value(), Ok(Decimal::from(960)));
        assert_eq!(played(true, 0).expect("plays").last_words(), "0");
    }

    #[test]
    fn more_than_the_stock_cannot_go_out() {
        let said = played(false, 201).expect_err("refused").to_string();
        assert_eq!(said, "la sortie de 201 dépasse le stock");
        let kinds = [EventKind::In];
        assert!(Layers::play(&kinds, &[], false).is_err());
    }
}
