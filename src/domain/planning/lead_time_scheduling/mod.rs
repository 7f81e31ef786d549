//! Jalonnement: start and end of the operations of orders, forward from the launch (au plus tôt) or
//! back from the due date (au plus tard), on the open time of each post, at infinite capacity.
//!
//! What belongs here: chains and trees of operations with set-ups, waits, overlap by transfer lots,
//! components drawn from stock, slack (difference of the two starts), lateness, and the filling of
//! days by a daily rate (`day_filling`). Conflicts between orders on a post are not looked at.

mod check;
mod clock;
pub mod day_filling;
mod durations;
mod input;
mod layout;
mod links;
mod parallel_lots;
mod passes;
mod quantities;
mod reading;
mod results;

#[cfg(test)]
mod tests;

pub use input::{
    Direction, DurationUnit, PieceTime, ScheduledOrder, SchedulingInput, Step, StepDuration,
    StepQuantity, TimePoint, WaitTime,
};
pub use reading::{OPTIONS, calculate};

use super::worksheet::{CalculationError, Worksheet};

/// Largest number of orders.
pub const MOST_ORDERS: usize = 200;

/// Largest number of operations of all orders.
pub const MOST_STEPS: usize = 1_000;

/// The table of a jalonnement: one row an operation, and one an order.
///
/// # Errors
/// When nothing is to be placed, when dates are lacking, or when operations follow one another in a
/// circle.
pub fn worksheet(input: &SchedulingInput) -> Result<Worksheet, CalculationError> {
    let clock = check::check(input)?;
    let mut board = layout::Board::new(input, clock);
    let mut stocks = quantities::Stocks::new(&mut board, input);
    for (rank, order) in input.orders.iter().enumerate() {
        let quantities = quantities::quantities(&mut board, &mut stocks, rank, order);
        let durations = durations::durations(&mut board, rank, order, &quantities);
        let dates = passes::passes(&mut board, rank, order, &durations);
        results::results(&mut board, rank, &dates);
    }
    Ok(board.finish())
}
