//! Times that follow from an order of passage on each post: each operation as early as possible
//! after those before it.

use super::{SchedulePost, ScheduleProblem, ScheduledOperation};

/// What a post has done so far.
#[derive(Debug, Clone, Default)]
pub(super) struct PostState {
    /// When it is free.
    pub free_at: i64,
    /// Family that it is set up for.
    pub mounted: String,
}

impl PostState {
    pub(super) fn new(post: &SchedulePost) -> Self {
        Self { free_at: 0, mounted: post.mounted_family.clone() }
    }

    /// Start and end of an operation placed after what the post has done; `None` when the open
    /// time of the post does not suffice.
    pub(super) fn times(
        &self,
        post: &SchedulePost,
        operation: &ScheduledOperation,
        ready: i64,
    ) -> Option<(i64, i64)> {
        let setup = post.setup_before(&self.mounted, &operation.family);
        let free = if setup > 0 {
            post.opening.finish(post.opening.next_open(self.free_at)?, setup)?
        } else {
            self.free_at
        };
        let start = post.opening.next_open(free.max(ready))?;
        Some((start, post.opening.finish(start, operation.minutes)?))
    }

    /// Notes that an operation was placed.
    pub(super) fn add(&mut self, operation: &ScheduledOperation, end: i64) {
        self.free_at = self.free_at.max(end);
        if !operation.family.is_empty() {
            self.mounted.clone_from(&operation.family);
        }
    }
}

/// When the predecessors of an operation are over and its material is there; `None` while one of
/// them is not placed.
pub(super) fn ready_at(
    operation: &ScheduledOperation,
    predecessors: &[usize],
    ends: &[Option<i64>],
) -> Option<i64> {
    predecessors.iter().try_fold(operation.earliest_start.max(0), |ready, rank| {
        let end = ends.get(*rank).copied().flatten()?;
        Some(ready.max(end))
    })
}

/// Start and end of each operation when each post does the operations of its list in that order;
/// `None` for those that wait for one another, or that the open time does not hold.
pub fn timed(problem: &ScheduleProblem, sequences: &[Vec<usize>]) -> Vec<Option<(i64, i64)>> {
    let predecessors = problem.predecessor_ranks();
    let mut ends: Vec<Option<i64>> = vec![None; problem.operations.len()];
    let mut times: Vec<Option<(i64, i64)>> = vec![None; problem.operations.len()];
    let mut states: Vec<PostState> = problem.posts.iter().map(PostState::new).collect();
    let mut coming: Vec<_> = sequences.iter().map(|ranks| ranks.iter().peekable()).collect();
    loop {
        let mut moved = false;
        let rows = problem.posts.iter().zip(states.iter_mut()).zip(coming.iter_mut());
        for ((post, state), queue) in rows {
            while let Some(rank) = queue.peek().map(|rank| **rank) {
                let Some(operation) = problem.operations.get(rank) else { break };
                let needed = predecessors.get(rank).map(Vec::as_slice).unwrap_or_default();
                let Some(ready) = ready_at(operation, needed, &ends) else { break };
                let Some((start, end)) = state.times(post, operation, ready) else { break };
                state.add(operation, end);
                if let (Some(known), Some(time)) = (ends.get_mut(rank), times.get_mut(rank)) {
                    *known = Some(end);
                    *time = Some((start, end));
                }
                queue.next();
                moved = true;
            }
        }
        if !moved {
            return times;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::two_orders;
    use super::*;

    #[test]
    fn times_follow_the_order_of_passage() {
        let problem = two_orders();
        let times = timed(&problem, &[vec![0, 2], vec![1, 3]]);
        assert_eq!(times, [Some((0, 30)), Some((30, 70)), Some((30, 50)), Some((70, 80))]);
        let times = timed(&problem, &[vec![2, 0], vec![3, 1]]);
        assert_eq!(times, [Some((20, 50)), Some((50, 90)), Some((0, 20)), Some((20, 30))]);
    }

    #[test]
    fn orders_of_passage_that_block_one_another_have_no_times() {
        let mut problem = two_orders();
        problem.operations[2].posts = vec!["P2".to_owned()];
        problem.operations[3].posts = vec!["P1".to_owned()];
        // P1 waits for B/20, which waits for B/10, which waits for A/20, which waits for A/10.
        let times = timed(&problem, &[vec![3, 0], vec![1, 2]]);
        assert_eq!(times, [None; 4]);
    }

    #[test]
    fn a_change_of_family_takes_open_time_before_the_operation() {
        let mut problem = two_orders();
        problem.posts[0].family_setup_minutes = 15;
        problem.operations[0].family = "rouge".to_owned();
        problem.operations[2].family = "bleu".to_owned();
        let times = timed(&problem, &[vec![0, 2], vec![1, 3]]);
        assert_eq!(times[2], Some((45, 65)));
    }
}
