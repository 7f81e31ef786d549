//! Row of an order: its start, its end, and how it stands to its due date.

use super::Direction;
use super::layout::{Board, Column};
use super::passes::{Dates, OrderDates};
use crate::domain::planning::worksheet::{CellId, Formula};

/// Dates, slack and lateness of an order.
pub(super) fn results(board: &mut Board<'_>, rank: usize, dates: &OrderDates) {
    let row = board.order_row(rank);
    let direction = board.input.direction;
    let early = match direction {
        Direction::Both => (Column::EarlyStart, Column::EarlyEnd),
        Direction::Forward | Direction::Backward | Direction::Constrained => {
            (Column::Start, Column::End)
        }
    };
    let kept = if direction == Direction::Backward { &dates.late } else { &dates.early };
    let Some((start, end)) = bounds(board, row, kept, early) else { return };
    if matches!(direction, Direction::Both | Direction::Constrained) {
        bounds(board, row, &dates.late, (Column::LateStart, Column::LateEnd));
    }
    let clock = board.clock;
    match (direction, dates.due, dates.release) {
        (Direction::Backward, _, Some(release)) => {
            let slack = clock.elapsed(Formula::from(release), Formula::from(start));
            board.computed(row, Column::Slack, slack);
        }
        (Direction::Backward, _, None) | (_, None, _) => {}
        (_, Some(due), _) => {
            // With both passes the slack of the order is the smallest of its operations, in open
            // time: the hours of the day until the due date would contradict them.
            let slack = if dates.slacks.is_empty() {
                clock.elapsed(Formula::from(end), Formula::from(due))
            } else {
                Formula::Minimum(dates.slacks.iter().copied().map(Formula::from).collect())
            };
            board.computed(row, Column::Slack, slack);
            let late = clock.elapsed(Formula::from(due), Formula::from(end));
            board.computed(row, Column::Late, late.at_least_zero());
        }
    }
}

/// First start and last end.
fn bounds(
    board: &mut Board<'_>,
    row: usize,
    dates: &Dates,
    columns: (Column, Column),
) -> Option<(CellId, CellId)> {
    let clock = board.clock;
    let starts = dates.iter().map(|(start, _)| Formula::from(*start)).collect();
    let ends = dates.iter().map(|(_, end)| Formula::from(*end)).collect();
    let start = board.computed(row, columns.0, clock.earliest_of(starts))?;
    let end = board.computed(row, columns.1, clock.latest_of(ends))?;
    Some((start, end))
}
