//! Posts of tasks by a priority rule: a post is filled, each time with the task of best priority
//! among those whose predecessors are placed and whose time still fits; then the next is opened.

use rust_decimal::Decimal;

use super::TieRule;
use crate::domain::planning::worksheet::CalculationError;

/// How tasks are compared, and what must come before each.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    /// Whether the smallest priority comes first.
    pub ascending: bool,
    /// How equal priorities are told apart.
    pub tie: TieRule,
    /// Ranks of the tasks just before each.
    pub before: Vec<Vec<usize>>,
}

impl Choice {
    /// Post of each task, from 1. Each step places a task or opens a post that will take one: at most
    /// twice as many steps as tasks.
    ///
    /// # Errors
    /// When a task is longer than the cycle, or overflow.
    pub fn assign(
        &self,
        cycle: Decimal,
        times: &[Decimal],
        priorities: &[Decimal],
    ) -> Result<Vec<u32>, CalculationError> {
        let mut posts: Vec<Option<u32>> = vec![None; times.len()];
        let (mut post, mut left) = (1_u32, cycle);
        for _ in 0..times.len().saturating_mul(2) {
            if posts.iter().all(Option::is_some) {
                break;
            }
            if let Some(rank) = self.best(&posts, left, times, priorities) {
                let time = times.get(rank).copied().unwrap_or_default();
                left = left.checked_sub(time).ok_or(CalculationError::Overflow)?;
                if let Some(place) = posts.get_mut(rank) {
                    *place = Some(post);
                }
            } else if posts.contains(&Some(post)) {
                (post, left) = (post.saturating_add(1), cycle);
            } else {
                break;
            }
        }
        posts.into_iter().collect::<Option<Vec<_>>>().ok_or_else(|| {
            CalculationError::impossible("une tâche est plus longue que le temps de cycle")
        })
    }

    /// The task of best priority that may be placed now.
    fn best(
        &self,
        posts: &[Option<u32>],
        left: Decimal,
        times: &[Decimal],
        priorities: &[Decimal],
    ) -> Option<usize> {
        let placed = |rank: usize| posts.get(rank).is_some_and(Option::is_some);
        let ready = times.iter().zip(priorities).enumerate().filter(|(rank, (time, _))| {
            let before = self.before.get(*rank);
            !placed(*rank)
                && **time <= left
                && before.is_none_or(|before| before.iter().all(|one| placed(*one)))
        });
        let mut best: Option<(usize, Decimal, Decimal)> = None;
        for (rank, (time, priority)) in ready {
            let (time, priority) = (*time, *priority);
            let better = best.is_none_or(|(_, best_time, best_priority)| {
                self.is_better((time, priority), (best_time, best_priority))
            });
            if better {
                best = Some((rank, time, priority));
            }
        }
        best.map(|(rank, _, _)| rank)
    }

    /// Whether a time and priority are strictly better than others.
    fn is_better(&self, one: (Decimal, Decimal), other: (Decimal, Decimal)) -> bool {
        let by_priority = if self.ascending { other.1.cmp(&one.1) } else { one.1.cmp(&other.1) };
        let by_time = match self.tie {
            TieRule::LongestTime => one.0.cmp(&other.0),
            TieRule::AsWritten => std::cmp::Ordering::Equal,
        };
        by_priority.then(by_time).is_gt()
    }
}
