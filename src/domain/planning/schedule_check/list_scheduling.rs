//! List scheduling: at each step, the earliest time at which an operation can start, and there the
//! one that a priority rule prefers. No post waits on purpose, and the schedule is feasible.

use super::priority::{Waiting, compare};
use super::timing::{PostState, ready_at};
use super::{Placement, PriorityRule, ScheduleProblem, ScheduledOperation};

/// A feasible schedule: the earliest due date first.
pub fn propose(problem: &ScheduleProblem) -> Vec<Placement> {
    propose_by(problem, PriorityRule::EarliestDue)
}

/// A feasible schedule by a priority rule, in the order in which operations were placed. Operations
/// that no post can do, or that wait for one another, are left out. Among several posts allowed an
/// operation takes the one that ends it first.
pub fn propose_by(problem: &ScheduleProblem, rule: PriorityRule) -> Vec<Placement> {
    let predecessors = problem.predecessor_ranks();
    let remaining = remaining_work(problem, &predecessors);
    let dues: Vec<_> =
        problem.operations.iter().map(|operation| due_of_order(problem, operation)).collect();
    let mut ends: Vec<Option<i64>> = vec![None; problem.operations.len()];
    let mut states: Vec<PostState> = problem.posts.iter().map(PostState::new).collect();
    let mut placements = Vec::new();
    loop {
        let mut best: Option<Candidate> = None;
        for (rank, operation) in problem.operations.iter().enumerate() {
            if !matches!(ends.get(rank), Some(None)) {
                continue;
            }
            let needed = predecessors.get(rank).map(Vec::as_slice).unwrap_or_default();
            let Some(ready) = ready_at(operation, needed, &ends) else { continue };
            let waiting = Waiting {
                rank,
                ready,
                minutes: operation.minutes,
                due: dues.get(rank).copied().flatten(),
                remaining: remaining.get(rank).copied().unwrap_or_default(),
            };
            let Some(found) = Candidate::of(problem, &states, waiting) else { continue };
            if best.as_ref().is_none_or(|best| found.goes_before(best, rule)) {
                best = Some(found);
            }
        }
        let Some(Candidate { waiting, post, start, end }) = best else { return placements };
        let operation = problem.operations.get(waiting.rank);
        let (Some(operation), Some(chosen)) = (operation, problem.posts.get(post)) else {
            return placements;
        };
        if let (Some(state), Some(known)) = (states.get_mut(post), ends.get_mut(waiting.rank)) {
            state.add(operation, end);
            *known = Some(end);
        }
        placements.push(Placement {
            operation: operation.id.clone(),
            post: chosen.code.clone(),
            start,
        });
    }
}

/// An operation that could be placed next, on its best post.
struct Candidate {
    waiting: Waiting,
    post: usize,
    start: i64,
    end: i64,
}

impl Candidate {
    /// The operation on the allowed post that ends it first; on the first listed among equals.
    fn of(problem: &ScheduleProblem, states: &[PostState], waiting: Waiting) -> Option<Self> {
        let operation = problem.operations.get(waiting.rank)?;
        problem
            .posts
            .iter()
            .zip(states)
            .enumerate()
            .filter(|(_, (post, _))| operation.allows(&post.code))
            .filter_map(|(rank, (post, state))| {
                let (start, end) = state.times(post, operation, waiting.ready)?;
                Some(Self { waiting, post: rank, start, end })
            })
            .min_by_key(|candidate| (candidate.end, candidate.start))
    }

    fn goes_before(&self, other: &Self, rule: PriorityRule) -> bool {
        self.start
            .cmp(&other.start)
            .then_with(|| compare(rule, self.start, &self.waiting, &other.waiting))
            .is_lt()
    }
}

/// Due date of an operation: its own, else the latest one of its order.
fn due_of_order(problem: &ScheduleProblem, operation: &ScheduledOperation) -> Option<i64> {
    operation.due.or_else(|| {
        let same = problem.operations.iter().filter(|other| other.order == operation.order);
        same.filter_map(|other| other.due).max()
    })
}

/// Length of each operation and of the longest chain after it.
fn remaining_work(problem: &ScheduleProblem, predecessors: &[Vec<usize>]) -> Vec<i64> {
    let mut remaining: Vec<i64> = problem.operations.iter().map(|op| op.minutes).collect();
    for rank in problem.in_order().into_iter().rev() {
        let after = remaining.get(rank).copied().unwrap_or_default();
        for before in predecessors.get(rank).into_iter().flatten() {
            let own = problem.operations.get(*before).map_or(0, |operation| operation.minutes);
            if let Some(known) = remaining.get_mut(*before) {
                *known = (*known).max(own.saturating_add(after));
            }
        }
    }
    remaining
}

#[cfg(test)]
mod tests {
    use super::super::samples::{any_problem, operation, two_orders};
    use super::super::{Constraint, Opening, SchedulePost, check};
    use super::*;

    fn starts(placements: &[Placement]) -> Vec<(&str, &str, i64)> {
        placements.iter().map(|p| (p.operation.as_str(), p.post.as_str(), p.start)).collect()
    }

    #[test]
    fn each_rule_has_its_own_schedule() {
        let problem = two_orders();
        assert_eq!(
            starts(&propose_by(&problem, PriorityRule::Shortest)),
            [("B/10", "P1", 0), ("B/20", "P2", 20), ("A/10", "P1", 20), ("A/20", "P2", 50)]
        );
        assert_eq!(
            starts(&propose_by(&problem, PriorityRule::Longest)),
            [("A/10", "P1", 0), ("A/20", "P2", 30), ("B/10", "P1", 30), ("B/20", "P2", 70)]
        );
        assert_eq!(
            starts(&propose(&problem)),
            starts(&propose_by(&problem, PriorityRule::Shortest))
        );
    }

    #[test]
    fn an_operation_takes_the_post_that_ends_it_first() {
        let mut late = SchedulePost::new("P1");
        late.opening = Opening::from_spans(vec![(100, 500)]);
        let mut free = operation("A", "P1", 10);
        free.posts = Vec::new();
        let problem = ScheduleProblem {
            operations: vec![free],
            posts: vec![late, SchedulePost::new("P2")],
            origin: None,
        };
        assert_eq!(starts(&propose(&problem)), [("A", "P2", 0)]);
    }

    #[test]
    fn what_cannot_be_placed_is_left_out() {
        let mut problem = two_orders();
        problem.operations[0].predecessors = vec!["A/20".to_owned()];
        problem.posts[1].opening = Opening::from_spans(vec![(0, 5)]);
        assert_eq!(starts(&propose(&problem)), [("B/10", "P1", 0)]);
        assert!(propose(&ScheduleProblem::default()).is_empty());
    }

    proptest::proptest! {
        #[test]
        fn every_schedule_proposed_is_feasible(problem in any_problem()) {
            for rule in [
                PriorityRule::FirstArrived,
                PriorityRule::Shortest,
                PriorityRule::CriticalRatio,
                PriorityRule::MostWork,
            ] {
                let report = check(&problem, &propose_by(&problem, rule));
                proptest::prop_assert!(report.is_feasible(), "{rule:?} {:?}", report.checks);
                proptest::prop_assert!(report.respects(Constraint::Placed));
            }
        }
    }
}
