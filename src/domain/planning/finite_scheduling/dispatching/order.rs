//! The order that an index gives: at each decision, the smallest among the tasks arrived.

use rust_decimal::Decimal;

/// What the order of tasks depends on, one number a task.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dispatch {
    /// Index compared; the smallest goes first.
    pub indices: Vec<Decimal>,
    /// Times, needed when tasks arrive one after the other.
    pub durations: Vec<Decimal>,
    /// Dates of arrival; empty when all tasks are there.
    pub arrivals: Vec<Decimal>,
}

/// Ranks of the tasks in the order in which a machine that is free from `now` takes them: the
/// smallest index among the tasks arrived, the first entered among equals. The machine does not
/// wait while a task is there.
pub fn dispatched(dispatch: &Dispatch, now: Decimal) -> Vec<usize> {
    let mut left: Vec<usize> = (0..dispatch.indices.len()).collect();
    let mut order = Vec::with_capacity(left.len());
    let mut clock = now;
    let arrival = |rank: usize| dispatch.arrivals.get(rank).copied().unwrap_or(now);
    let index = |rank: usize| dispatch.indices.get(rank).copied().unwrap_or_default();
    while let Some(next_arrival) = left.iter().map(|rank| arrival(*rank)).min() {
        clock = clock.max(next_arrival);
        let arrived = left.iter().copied().filter(|rank| arrival(*rank) <= clock);
        let Some(chosen) = arrived.min_by_key(|rank| (index(*rank), *rank)) else { break };
        let duration = dispatch.durations.get(chosen).copied().unwrap_or_default();
        clock = clock.checked_add(duration).unwrap_or(Decimal::MAX);
        left.retain(|rank| *rank != chosen);
        order.push(chosen);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimals(numbers: &[i64]) -> Vec<Decimal> {
        numbers.iter().map(|number| Decimal::from(*number)).collect()
    }

    #[test]
    fn the_smallest_index_goes_first_and_ties_keep_their_order() {
        let all_there = Dispatch { indices: decimals(&[3, 1, 3, -2]), ..Dispatch::default() };
        assert_eq!(dispatched(&all_there, Decimal::ZERO), [3, 1, 0, 2]);
        assert!(dispatched(&Dispatch::default(), Decimal::ZERO).is_empty());
    }

    #[test]
    fn only_tasks_that_have_arrived_are_taken() {
        let dispatch = Dispatch {
            indices: decimals(&[9, 5, 1]),
            durations: decimals(&[9, 5, 1]),
            arrivals: decimals(&[0, 3, 20]),
        };
        // Task 0 is alone at 0; task 1 waits at 9; the machine waits from 14 to 20.
        assert_eq!(dispatched(&dispatch, Decimal::ZERO), [0, 1, 2]);
        let late_start = Dispatch { arrivals: decimals(&[0, 3, 4]), ..dispatch };
        assert_eq!(dispatched(&late_start, Decimal::from(4)), [2, 1, 0]);
    }
}
