//! The board as a scheduling problem, so that what is placed is judged by the same rules as copies.

use super::{BoardOperation, Clock, ScheduleBoard};
use crate::domain::planning::schedule_check::{
    Opening, SchedulePost, ScheduleProblem, ScheduledOperation,
};

/// Minutes of a week.
const WEEK: i64 = 7 * 24 * 60;

impl ScheduleBoard {
    /// Its times in words.
    pub const fn clock(&self) -> Clock {
        Clock::new(self.origin)
    }

    /// The last minute at which a start is drawn; what is typed further is only told.
    pub fn last_start(&self) -> i64 {
        self.horizon.saturating_mul(3).max(self.horizon.saturating_add(WEEK))
    }

    /// Ranks of the posts that may do an operation.
    pub fn allowed_posts(&self, operation: &BoardOperation) -> Vec<usize> {
        let known = 0..self.posts.len();
        if operation.posts.is_empty() {
            known.collect()
        } else {
            known.filter(|rank| operation.posts.contains(rank)).collect()
        }
    }

    /// The problem that the board draws.
    pub(super) fn problem(&self) -> ScheduleProblem {
        let posts = self.posts.iter().map(|post| SchedulePost {
            code: post.code.clone(),
            opening: post.open.clone().map_or_else(Opening::always, Opening::from_spans),
            family_setup_minutes: post.setup_minutes,
            mounted_family: post.mounted_family.clone(),
        });
        let operations = self.operations.iter().map(|operation| ScheduledOperation {
            id: operation.key.clone(),
            order: self.orders.get(operation.order).map_or_else(String::new, |o| o.name.clone()),
            predecessors: operation
                .predecessors
                .iter()
                .filter_map(|rank| Some(self.operations.get(*rank)?.key.clone()))
                .collect(),
            posts: operation
                .posts
                .iter()
                .filter_map(|rank| Some(self.posts.get(*rank)?.code.clone()))
                .collect(),
            minutes: operation.minutes,
            earliest_start: operation.earliest_start,
            due: operation.due,
            family: operation.family.clone(),
        });
        ScheduleProblem {
            operations: operations.collect(),
            posts: posts.collect(),
            origin: self.origin,
        }
    }
}
