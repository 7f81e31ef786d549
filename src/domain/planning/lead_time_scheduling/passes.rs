//! Dates of the operations of an order: back from the due date, forward from the launch or from
//! today.

use super::durations::StepTimes;
use super::layout::{Board, Column};
use super::links::{Free, Placed, ends, starts};
use super::{Direction, ScheduledOrder, parallel_lots};
use crate::domain::planning::worksheet::{CellId, Formula, Value};

/// Start and end of an operation.
pub(super) type Dates = Vec<(CellId, CellId)>;

/// Dates of an order, each list having one pair an operation; empty when not asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct OrderDates {
    pub(super) early: Dates,
    pub(super) late: Dates,
    pub(super) release: Option<CellId>,
    pub(super) due: Option<CellId>,
    /// Slack of each operation, when both passes are made.
    pub(super) slacks: Vec<CellId>,
}

/// Makes the passes that the direction asks for. The dates kept are `early` but for a backward
/// jalonnement.
pub(super) fn passes(
    board: &mut Board<'_>,
    rank: usize,
    order: &ScheduledOrder,
    times: &[StepTimes],
) -> OrderDates {
    let row = board.order_row(rank);
    let release = order.release.and_then(|date| board.given(row, Column::Release, date));
    let due = order.due.and_then(|date| board.given(row, Column::Due, date));
    let mut dates = OrderDates { release, due, ..OrderDates::default() };
    let pass = Pass { rank, order, times };
    match board.input.direction {
        Direction::Forward => {
            let floor: Vec<Formula> = release.map(Formula::from).into_iter().collect();
            dates.early = pass.forward(board, &floor, None, (Column::Start, Column::End));
        }
        Direction::Backward => {
            let end = due.map_or(Formula::Constant(Value::Empty), Formula::from);
            dates.late = pass.backward(board, &end, (Column::Start, Column::End));
        }
        Direction::Both => {
            let floor: Vec<Formula> = release.map(Formula::from).into_iter().collect();
            let early = (Column::EarlyStart, Column::EarlyEnd);
            dates.early = pass.forward(board, &floor, None, early);
            let end = match due {
                Some(due) => Formula::from(due),
                None => last_end(board, &dates.early),
            };
            dates.late = pass.backward(board, &end, (Column::LateStart, Column::LateEnd));
            dates.slacks = pass.slacks(board, &dates);
        }
        Direction::Constrained => {
            let end = due.map_or(Formula::Constant(Value::Empty), Formula::from);
            dates.late = pass.backward(board, &end, (Column::LateStart, Column::LateEnd));
            let floor: Vec<Formula> =
                [board.today, release].into_iter().flatten().map(Formula::from).collect();
            let late = Some(dates.late.as_slice());
            dates.early = pass.forward(board, &floor, late, (Column::Start, Column::End));
        }
    }
    dates
}

/// An order and the times of its operations.
struct Pass<'p> {
    rank: usize,
    order: &'p ScheduledOrder,
    times: &'p [StepTimes],
}

impl<'p> Pass<'p> {
    fn free(&self, place: usize, duration: CellId) -> Option<Free<'p>> {
        let (step, times) = (self.order.steps.get(place)?, *self.times.get(place)?);
        Some(Free { step, times, duration })
    }

    fn placed(&self, place: usize, dates: (CellId, CellId)) -> Option<Placed<'p>> {
        let (step, times) = (self.order.steps.get(place)?, *self.times.get(place)?);
        Some(Placed { step, times, start: dates.0, end: dates.1 })
    }

    /// Forward: each operation starts at the latest of what it follows, of these dates, and of its
    /// own late start when there is one.
    fn forward(
        &self,
        board: &mut Board<'_>,
        floor: &[Formula],
        late: Option<&[(CellId, CellId)]>,
        columns: (Column, Column),
    ) -> Dates {
        let clock = board.clock;
        let mut dates: Dates = Vec::with_capacity(self.order.steps.len());
        for (place, step) in self.order.steps.iter().enumerate() {
            let row = board.step_row(self.rank, place);
            let own_late = late.and_then(|late| late.get(place)).copied();
            let Some(duration) = self.duration(board, place, own_late) else { continue };
            let Some(free) = self.free(place, duration) else { continue };
            let mut candidates: Vec<Formula> = Vec::new();
            candidates.extend(own_late.map(|(start, _)| Formula::from(start)));
            for before in &step.after {
                let placed = dates.get(*before).and_then(|dates| self.placed(*before, *dates));
                candidates.extend(
                    placed.map(|placed| starts(clock, &placed, &free)).into_iter().flatten(),
                );
            }
            if step.after.is_empty() || late.is_some() {
                candidates.extend(floor.iter().cloned());
            }
            let start = clock.latest(candidates, &step.calendar);
            let Some(start) = board.computed(row, columns.0, start) else { continue };
            let end = clock.after(Formula::from(start), Formula::from(duration), &step.calendar);
            let Some(end) = board.computed(row, columns.1, end) else { continue };
            dates.push((start, end));
        }
        dates
    }

    /// Back from a date: each operation ends at the earliest of what follows it.
    fn backward(&self, board: &mut Board<'_>, due: &Formula, columns: (Column, Column)) -> Dates {
        let clock = board.clock;
        let count = self.order.steps.len();
        let mut dates: Vec<Option<(CellId, CellId)>> = vec![None; count];
        for (place, step) in self.order.steps.iter().enumerate().rev() {
            let row = board.step_row(self.rank, place);
            let Some(duration) = self.times.get(place).and_then(|times| times.duration) else {
                continue;
            };
            let Some(free) = self.free(place, duration) else { continue };
            let mut candidates: Vec<Formula> = Vec::new();
            for (next, follower) in self.order.steps.iter().enumerate() {
                let found = dates.get(next).copied().flatten();
                let Some(found) = found.filter(|_| follower.after.contains(&place)) else {
                    continue;
                };
                let placed = self.placed(next, found);
                candidates
                    .extend(placed.map(|placed| ends(clock, &free, &placed)).into_iter().flatten());
            }
            if candidates.is_empty() {
                candidates.push(due.clone());
            }
            let end = clock.earliest(candidates, &step.calendar);
            let Some(end) = board.computed(row, columns.1, end) else { continue };
            let start = clock.before(Formula::from(end), Formula::from(duration), &step.calendar);
            let start = board.computed(row, columns.0, start);
            if let (Some(found), Some(start)) = (dates.get_mut(place), start) {
                *found = Some((start, end));
            }
        }
        dates.into_iter().flatten().collect()
    }

    /// Difference of the two starts, in open time of the post.
    fn slacks(&self, board: &mut Board<'_>, dates: &OrderDates) -> Vec<CellId> {
        let clock = board.clock;
        let mut slacks = Vec::new();
        let pairs = dates.early.iter().zip(&dates.late);
        for (place, ((early, late), step)) in pairs.zip(&self.order.steps).enumerate() {
            let row = board.step_row(self.rank, place);
            let slack = clock.worked(Formula::from(early.0), Formula::from(late.0), &step.calendar);
            slacks.extend(board.computed(row, Column::Slack, slack));
        }
        slacks
    }

    /// Duration in a forward pass: that of one of the parallel lots, when lots are split.
    fn duration(
        &self,
        board: &mut Board<'_>,
        place: usize,
        late: Option<(CellId, CellId)>,
    ) -> Option<CellId> {
        let times = self.times.get(place)?;
        let step = self.order.steps.get(place)?;
        match late {
            Some((_, end)) if board.input.parallel_lots => {
                let row = board.step_row(self.rank, place);
                parallel_lots::split(board, row, step, times, end).or(times.duration)
            }
            _ => times.duration,
        }
    }
}

/// The end of the last operation, by the clock.
fn last_end(board: &Board<'_>, dates: &[(CellId, CellId)]) -> Formula {
    let ends = dates.iter().map(|(_, end)| Formula::from(*end)).collect();
    board.clock.latest_of(ends)
}
