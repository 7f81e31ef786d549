//! Durations of the operations: fixed, or set-up and pieces; with the time after which a first
//! transfer lot is ready.

use rust_decimal::Decimal;

use super::layout::{Board, Column};
use super::{PieceTime, ScheduledOrder, Step, StepDuration, StepQuantity};
use crate::domain::planning::worksheet::{CellId, Comparison, Formula};

/// Cells of the times of an operation.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct StepTimes {
    /// Quantity.
    pub(super) quantity: Option<CellId>,
    /// Set-up.
    pub(super) setup: Option<CellId>,
    /// Time of one piece, or pieces in one unit of time.
    pub(super) pace: Option<Pace>,
    /// Duration.
    pub(super) duration: Option<CellId>,
    /// Wait after it.
    pub(super) wait: Option<CellId>,
    /// Transfer lot, when the operation overlaps those that follow it.
    pub(super) transfer: Option<CellId>,
    /// Time after which the first transfer lot is ready.
    pub(super) first_lot: Option<CellId>,
}

/// Time of the pieces, as a cell.
#[derive(Debug, Clone, Copy)]
pub(super) enum Pace {
    Each(CellId),
    Rate(CellId),
}

impl Pace {
    /// Time of so many pieces.
    pub(super) fn time(self, pieces: Formula) -> Formula {
        match self {
            Self::Each(time) => pieces * time,
            Self::Rate(rate) => pieces / rate,
        }
    }
}

impl StepTimes {
    /// Set-up, then so many pieces.
    pub(super) fn time(&self, pieces: Formula) -> Option<Formula> {
        let pieces = self.pace?.time(pieces);
        Some(match self.setup {
            Some(setup) => setup + pieces,
            None => pieces,
        })
    }

    /// Time of the pieces of a transfer lot that comes from another operation, without set-up.
    pub(super) fn last_lot(&self, transfer: CellId) -> Option<Formula> {
        Some(self.pace?.time(Formula::from(transfer)))
    }
}

/// Cells of the times of each operation of an order.
pub(super) fn durations(
    board: &mut Board<'_>,
    rank: usize,
    order: &ScheduledOrder,
    quantities: &[Option<CellId>],
) -> Vec<StepTimes> {
    let mut all = Vec::with_capacity(order.steps.len());
    for (place, (step, quantity)) in order.steps.iter().zip(quantities).enumerate() {
        let row = board.step_row(rank, place);
        let mut times = StepTimes { quantity: *quantity, ..StepTimes::default() };
        match &step.duration {
            StepDuration::Fixed(time) => times.duration = fixed(board, row, step, *time, *quantity),
            StepDuration::Times { setup, pieces } => {
                times.setup = setup.and_then(|time| board.given(row, Column::Setup, time));
                times.pace = match pieces {
                    PieceTime::Each(time) => {
                        board.given(row, Column::UnitTime, *time).map(Pace::Each)
                    }
                    PieceTime::Rate(rate) => board.given(row, Column::Rate, *rate).map(Pace::Rate),
                };
                times.duration = made(board, row, step, &times);
            }
        }
        times.wait = step.wait.and_then(|wait| board.given(row, Column::Wait, wait));
        let is_order = step.quantity == StepQuantity::Order;
        let transfer = step.transfer_lot.filter(|lot| is_order && *lot < order.quantity);
        times.transfer = transfer.and_then(|lot| board.given(row, Column::Transfer, lot));
        let first = times.transfer.and_then(|lot| times.time(Formula::from(lot)));
        times.first_lot = first.and_then(|first| board.computed(row, Column::FirstLot, first));
        all.push(times);
    }
    all
}

fn fixed(
    board: &mut Board<'_>,
    row: usize,
    step: &Step,
    time: Decimal,
    quantity: Option<CellId>,
) -> Option<CellId> {
    if step.quantity == StepQuantity::Order {
        return board.given(row, Column::Duration, time);
    }
    let fixed = board.given(row, Column::Fixed, time)?;
    board.computed(row, Column::Duration, when_any(quantity?, fixed))
}

fn made(board: &mut Board<'_>, row: usize, step: &Step, times: &StepTimes) -> Option<CellId> {
    let quantity = times.quantity?;
    let time = times.time(Formula::from(quantity))?;
    let is_net = step.quantity != StepQuantity::Order;
    let time = if is_net && times.setup.is_some() { when_any(quantity, time) } else { time };
    board.computed(row, Column::Duration, time)
}

/// Nothing when the stock gives everything.
fn when_any(quantity: CellId, time: impl Into<Formula>) -> Formula {
    Formula::choose(quantity, Comparison::Greater, 0u32, time, 0u32)
}
