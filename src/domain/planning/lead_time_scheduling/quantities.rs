//! Quantities of the operations: that of the order, or what the stock of a component lacks. Orders
//! draw the stock in the order in which they are written.

use rust_decimal::Decimal;

use super::layout::{Board, Column};
use super::{ScheduledOrder, SchedulingInput, StepQuantity};
use crate::domain::planning::worksheet::{CellId, Formula};

/// What is left of each component, as cells.
pub(super) struct Stocks {
    left: Vec<(String, CellId)>,
}

impl Stocks {
    /// The opening stocks of the components that operations make.
    pub(super) fn new(board: &mut Board<'_>, input: &SchedulingInput) -> Self {
        let mut left = Vec::new();
        for (component, stock) in &input.stocks {
            let is_used = input.orders.iter().flat_map(|order| &order.steps).any(|step| {
                matches!(&step.quantity, StepQuantity::Net { component: own, .. } if own == component)
            });
            if is_used {
                let row = board.stock_row(component);
                let cell = board.given(row, Column::Left, *stock);
                left.extend(cell.map(|cell| (component.clone(), cell)));
            }
        }
        Self { left }
    }

    fn of(&self, component: &str) -> Option<CellId> {
        self.left.iter().find(|(known, _)| known == component).map(|(_, cell)| *cell)
    }

    fn set(&mut self, component: &str, cell: CellId) {
        if let Some((_, left)) = self.left.iter_mut().find(|(known, _)| known == component) {
            *left = cell;
        }
    }
}

/// Cells of the quantity of each operation of an order.
pub(super) fn quantities(
    board: &mut Board<'_>,
    stocks: &mut Stocks,
    rank: usize,
    order: &ScheduledOrder,
) -> Vec<Option<CellId>> {
    let whole = board.given(board.order_row(rank), Column::Quantity, order.quantity);
    let mut cells: Vec<Option<CellId>> = vec![whole; order.steps.len()];
    // An operation that uses a component comes after the one that makes it.
    for (place, step) in order.steps.iter().enumerate().rev() {
        let row = board.step_row(rank, place);
        let own = match &step.quantity {
            StepQuantity::Order => continue,
            StepQuantity::Same { step } => cells.get(*step).copied().flatten(),
            StepQuantity::Net { user, component, per_piece } => {
                let used_by = cells.get(*user).copied().flatten();
                used_by.and_then(|used_by| {
                    net(board, stocks, row, used_by, (component.as_str(), *per_piece))
                })
            }
        };
        if let Some(cell) = cells.get_mut(place) {
            *cell = own;
        }
    }
    cells
}

/// Need of a component, less what the stock gives.
fn net(
    board: &mut Board<'_>,
    stocks: &mut Stocks,
    row: usize,
    used_by: CellId,
    (component, per_piece): (&str, Decimal),
) -> Option<CellId> {
    let per_piece = board.given(row, Column::PerPiece, per_piece)?;
    let needed = board.computed(row, Column::Needed, used_by * per_piece)?;
    let Some(stock) = stocks.of(component) else {
        return board.computed(row, Column::Quantity, needed);
    };
    let taken = board.computed(row, Column::Taken, Formula::from(needed).min(stock))?;
    let left = board.computed(row, Column::Left, stock - taken)?;
    stocks.set(component, left);
    board.computed(row, Column::Quantity, needed - taken)
}
