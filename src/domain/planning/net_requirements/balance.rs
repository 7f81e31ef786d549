//! The balance of one article in one period, as formulas over its cells.
//!
//! A working starts from the cells that the table shows: with a row of the balance before order,
//! the net requirement is read from it; without, it is written in full.

use crate::domain::planning::worksheet::{CellId, Formula};

/// Cells from which the balance of a period is made.
pub(super) struct Balance<'a> {
    /// Gross requirement.
    pub(super) gross: CellId,
    /// Target of stock at the end; `None` for zero.
    pub(super) target: Option<CellId>,
    /// Stock at the start.
    pub(super) start: CellId,
    /// Receipts expected: launched and firm.
    pub(super) receipts: &'a [CellId],
    /// Stock at the start and receipts, when they have a row.
    pub(super) available: Option<CellId>,
    /// Stock at the end before the planned order, when it has a row.
    pub(super) before: Option<CellId>,
}

impl Balance<'_> {
    /// Stock at the start and receipts.
    pub(super) fn available(&self) -> Formula {
        with_receipts(self.start, self.receipts)
    }

    /// Stock at the end before the planned order.
    pub(super) fn before_order(&self) -> Formula {
        match self.available {
            Some(available) => available - self.gross,
            None => self.available() - self.gross,
        }
    }

    /// Net requirement: what misses to reach the target.
    pub(super) fn net(&self) -> Formula {
        let missing = match (self.before, self.available, self.target) {
            (Some(before), _, Some(target)) => target - before,
            (Some(before), _, None) => Formula::number(0) - before,
            (None, Some(available), Some(target)) => self.gross + target - available,
            (None, Some(available), None) => self.gross - available,
            (None, None, Some(target)) => self.gross + target - self.available(),
            (None, None, None) => self.gross - self.available(),
        };
        missing.at_least_zero()
    }

    /// Stock at the end, the planned order included.
    pub(super) fn stock(&self, order: CellId) -> Formula {
        match (self.before, self.available) {
            (Some(before), _) => before + order,
            (None, Some(available)) => available + order - self.gross,
            (None, None) => {
                let mut terms = vec![self.start];
                terms.extend(self.receipts);
                terms.push(order);
                Formula::sum(terms) - self.gross
            }
        }
    }
}

/// A stock and the receipts that join it.
pub(super) fn with_receipts(stock: CellId, receipts: &[CellId]) -> Formula {
    if receipts.is_empty() {
        return stock.into();
    }
    let mut terms = vec![stock];
    terms.extend(receipts);
    Formula::sum(terms)
}
