//! What is placed of each order.

use super::{Conflict, ScheduleBoard, Standing};
use crate::domain::planning::schedule_check::Constraint;

/// What is placed of an order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OrderState {
    /// Operations placed.
    pub placed: usize,
    /// Operations.
    pub total: usize,
    /// End of the last one, once all are placed.
    pub end: Option<i64>,
    /// When the order should be over at the latest.
    pub due: Option<i64>,
    /// Conflicts of its operations besides its due date; 0 when they are not shown.
    pub conflicts: usize,
    /// Whether it ends after its due date; never told when conflicts are not shown.
    pub is_late: bool,
}

impl OrderState {
    /// Whether every operation is placed.
    pub const fn is_complete(&self) -> bool {
        self.placed == self.total
    }
}

/// What is placed of each order of a board.
pub(super) fn order_states(
    board: &ScheduleBoard,
    standings: &[Standing],
    conflicts: &[Vec<Conflict>],
) -> Vec<OrderState> {
    let mut states = vec![OrderState::default(); board.orders.len()];
    let mut ends = vec![None; board.orders.len()];
    for (rank, operation) in board.operations.iter().enumerate() {
        let (Some(state), Some(end)) =
            (states.get_mut(operation.order), ends.get_mut(operation.order))
        else {
            continue;
        };
        state.total += 1;
        state.due = state.due.max(operation.due);
        if let Some(Standing::Placed(bar)) = standings.get(rank) {
            state.placed += 1;
            *end = (*end).max(Some(bar.end));
        }
        for conflict in conflicts.get(rank).into_iter().flatten() {
            if conflict.constraint == Constraint::DueDate {
                state.is_late = true;
            } else {
                state.conflicts += 1;
            }
        }
    }
    for (state, end) in states.iter_mut().zip(ends) {
        state.end = end.filter(|_| state.is_complete());
    }
    states
}

#[cfg(test)]
mod tests {
    use super::super::ScheduleView;
    use super::super::samples::{typed, workshop};

    #[test]
    fn an_order_is_complete_once_all_its_operations_are_placed() {
        let board = workshop();
        let rows = typed(&[("", "0 h"), ("", "24,5"), ("", ""), ("", "24"), ("", "26")]);
        let view = ScheduleView::read(&board, &rows);
        let [first, second] = view.orders.as_slice() else { panic!("two orders") };
        assert_eq!((first.placed, first.total, first.end), (2, 3, None));
        assert!(!first.is_complete());
        // 10 h to 11 h on Tuesday, due at 12 h.
        assert_eq!(second.end, Some(27 * 60));
        assert!(second.is_complete() && !second.is_late);
    }

    #[test]
    fn lateness_is_told_only_with_conflicts() {
        let mut board = workshop();
        let rows = typed(&[("", ""), ("", ""), ("", ""), ("", "0"), ("", "96")]);
        assert!(ScheduleView::read(&board, &rows).orders[1].is_late);
        board.show_conflicts = false;
        assert!(!ScheduleView::read(&board, &rows).orders[1].is_late);
    }
}
