//! The rule of replenishment: its cells, and what it orders.

use rust_decimal::Decimal;

use super::{Replenishment, Trigger};
use crate::domain::planning::worksheet::{CellId, Comparison, Formula, RowHead, Worksheet};

/// Cells of a rule of replenishment.
#[derive(Debug, Clone, Copy)]
pub(super) enum PolicyCells {
    /// A quantity at a point.
    Point {
        /// The point.
        point: CellId,
        /// The quantity.
        quantity: CellId,
        /// How the available stock compares with the point when it is reached.
        reached: Comparison,
    },
    /// Up to a maximum at a minimum.
    MinimumMaximum {
        /// The minimum.
        minimum: CellId,
        /// The maximum.
        maximum: CellId,
        /// How the available stock compares with the minimum when it is reached.
        reached: Comparison,
    },
    /// Up to a level at each review.
    Review {
        /// The level.
        level: CellId,
    },
}

impl PolicyCells {
    /// Adds the rows of the parameters, in the column of single values.
    pub(super) fn add(
        sheet: &mut Worksheet,
        column: usize,
        policy: Replenishment,
        unit: &str,
    ) -> Self {
        let mut given = |key: &str, label: &str, value: Decimal| {
            let row = sheet.row(RowHead::new(key, label).unit(unit));
            sheet.given(row, column, value)
        };
        match policy {
            Replenishment::Point { point, quantity, trigger } => Self::Point {
                point: given("point_commande", "Point de commande", point),
                quantity: given("quantite", "Quantité commandée", quantity),
                reached: comparison(trigger),
            },
            Replenishment::MinimumMaximum { minimum, maximum, trigger } => Self::MinimumMaximum {
                minimum: given("minimum", "Stock minimum", minimum),
                maximum: given("maximum", "Stock maximum", maximum),
                reached: comparison(trigger),
            },
            Replenishment::Review { level } => {
                Self::Review { level: given("niveau", "Niveau de recomplètement", level) }
            }
        }
    }

    /// What is ordered when this much is available; `None` when the stock is not looked at.
    pub(super) fn order(self, review: bool, available: Formula) -> Option<Formula> {
        match self {
            Self::Point { point, quantity, reached } => {
                Some(Formula::choose(available, reached, point, quantity, 0u32))
            }
            Self::MinimumMaximum { minimum, maximum, reached } => {
                let missing = maximum - available.clone();
                Some(Formula::choose(available, reached, minimum, missing, 0u32))
            }
            Self::Review { level } => review.then(|| (level - available).at_least_zero()),
        }
    }
}

const fn comparison(trigger: Trigger) -> Comparison {
    match trigger {
        Trigger::Below => Comparison::Less,
        Trigger::AtOrBelow => Comparison::AtMost,
    }
}
