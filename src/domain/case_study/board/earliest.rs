//! The earliest start of an operation, given what is placed.

use super::bars::bars;
use super::{ScheduleBoard, ScheduleView};
use crate::domain::planning::schedule_check::SchedulePost;

/// What else is on a post.
struct Busy<'a> {
    start: i64,
    end: i64,
    rank: usize,
    family: &'a str,
}

impl ScheduleView {
    /// The post and the earliest start of an operation: on the post that it is on or that is
    /// written, else on the one that ends it first; `None` when no open time is left.
    ///
    /// Operations before it that are not placed do not hold it back.
    pub fn earliest(&self, board: &ScheduleBoard, operation: usize) -> Option<(usize, i64)> {
        let allowed = board.allowed_posts(board.operations.get(operation)?);
        let meant = self.meant.get(operation).copied().flatten();
        let posts = match meant.filter(|post| allowed.contains(post)) {
            Some(post) => vec![post],
            None => allowed,
        };
        posts
            .into_iter()
            .filter_map(|post| {
                let start = self.earliest_on(board, operation, post)?;
                let end = self.would_be(board, operation, post, start)?.end;
                Some((end, start, post))
            })
            .min()
            .map(|(_, start, post)| (post, start))
    }

    /// The earliest start of an operation on a post.
    fn earliest_on(&self, board: &ScheduleBoard, operation: usize, post: usize) -> Option<i64> {
        let known = board.operations.get(operation)?;
        let ends = known.predecessors.iter().filter_map(|rank| Some(self.bar(*rank)?.end));
        let ready = ends.fold(known.earliest_start.max(0), i64::max);
        let free = Free {
            post: self.problem.posts.get(post)?,
            busy: self.busy(board, operation, post),
            rank: operation,
            minutes: known.minutes,
            family: &known.family,
        };
        let found = free.first_start(ready)?;
        (found <= board.last_start()).then_some(found)
    }

    /// What else is on a post, in order of time.
    fn busy<'a>(&self, board: &'a ScheduleBoard, operation: usize, post: usize) -> Vec<Busy<'a>> {
        let others = bars(&self.standings);
        let others = others.filter(|(rank, bar)| *rank != operation && bar.post == post);
        let mut busy: Vec<Busy<'a>> = others
            .filter_map(|(rank, bar)| {
                let family = board.operations.get(rank)?.family.as_str();
                Some(Busy { start: bar.start, end: bar.end, rank, family })
            })
            .collect();
        busy.sort_by_key(Busy::order);
        busy
    }
}

impl Busy<'_> {
    /// The order in which a post does its operations, as in the check.
    const fn order(&self) -> (i64, i64, usize) {
        (self.start, self.end, self.rank)
    }
}

/// A post on which a place is looked for.
struct Free<'a> {
    post: &'a SchedulePost,
    busy: Vec<Busy<'a>>,
    rank: usize,
    minutes: i64,
    family: &'a str,
}

impl Free<'_> {
    /// The first start that leaves every operation of the post its time.
    fn first_start(&self, ready: i64) -> Option<i64> {
        let mut start = ready;
        // Each turn passes an operation or a set-up: there are no more of them.
        for _ in 0..(3 * self.busy.len() + 4) {
            start = self.post.opening.next_open(start)?;
            let end = self.post.opening.finish(start, self.minutes)?;
            match self.obstacle(start, end) {
                None => return Some(start),
                Some(after) => start = after,
            }
        }
        None
    }

    /// Where to look again when a start does not do.
    fn obstacle(&self, start: i64, end: i64) -> Option<i64> {
        let overlaps = |other: &&Busy<'_>| other.start < end && other.end > start;
        if let Some(other) = self.busy.iter().find(overlaps) {
            return Some(other.end);
        }
        let own = (start, end, self.rank);
        let split = self.busy.partition_point(|other| other.order() < own);
        let (before, after) = self.busy.split_at(split);
        let free_at = before.iter().map(|other| other.end).max().unwrap_or(0);
        let mounted = before.iter().rev().map(|other| other.family).find(|name| !name.is_empty());
        let mounted = mounted.unwrap_or(&self.post.mounted_family);
        let setup = self.post.setup_before(mounted, self.family);
        if setup > 0 && self.post.opening.open_minutes(free_at, start) < setup {
            let ready = self.post.opening.next_open(free_at);
            let ready = ready.and_then(|from| self.post.opening.finish(from, setup));
            return Some(ready.unwrap_or(i64::MAX).max(start.saturating_add(1)));
        }
        let mounted = if self.family.is_empty() { mounted } else { self.family };
        let mut free_at = end;
        for other in after {
            let needed = self.post.setup_before(mounted, other.family);
            if needed > 0 && self.post.opening.open_minutes(free_at, other.start) < needed {
                return Some(other.end.max(start.saturating_add(1)));
            }
            if !other.family.is_empty() {
                return None;
            }
            free_at = free_at.max(other.end);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples::{DAY, after, typed, workshop};
    use super::*;

    #[test]
    fn an_operation_starts_after_those_before_it_and_in_the_first_gap() {
        let board = workshop();
        // 2451/10 from 8 h to 14 h, on Monday.
        let view = ScheduleView::read(&board, &typed(&[("", "0")]));
        assert_eq!(view.earliest(&board, 1), Some((1, 360)));
        assert_eq!(view.earliest(&board, 3), Some((0, 360)));
        // Between 8 h and 10 h there is room for an hour and a half.
        let view = ScheduleView::read(&board, &typed(&[("", "2")]));
        assert_eq!(view.earliest(&board, 3), Some((0, 0)));
        let view = ScheduleView::read(&board, &typed(&[("", "1")]));
        assert_eq!(view.earliest(&board, 3), Some((0, 60 + 360)));
    }

    #[test]
    fn among_several_posts_the_first_to_end_is_taken_unless_one_is_written() {
        let board = workshop();
        let view = ScheduleView::read(&board, &typed(&[("", ""), ("", "0")]));
        assert_eq!(view.earliest(&board, 2), Some((1, 195)));
        let rows = [("", ""), ("", "0"), ("", ""), ("", ""), ("", "3,25")];
        let view = ScheduleView::read(&board, &typed(&rows));
        assert_eq!(view.earliest(&board, 2), Some((2, 195)), "the second post is free at once");
        let view = ScheduleView::read(&board, &typed(&[("", ""), ("", "0"), ("D", "")]));
        assert_eq!(view.earliest(&board, 2), Some((1, 195)));
    }

    #[test]
    fn a_change_of_family_leaves_its_time() {
        let mut board = workshop();
        board.posts[0].setup_minutes = 30;
        board.operations[0].family = "rouge".to_owned();
        board.operations[3].family = "bleu".to_owned();
        let view = ScheduleView::read(&board, &typed(&[("", "0")]));
        assert_eq!(view.earliest(&board, 3), Some((0, 390)));
        // Ending at 9 h 30 leaves half an hour before 10 h, and no less.
        let view = ScheduleView::read(&board, &typed(&[("", "2")]));
        assert_eq!(view.earliest(&board, 3), Some((0, 0)));
        let view = ScheduleView::read(&board, &typed(&[("", "1,75")]));
        assert_eq!(view.earliest(&board, 3), Some((0, DAY + 15)));
    }

    proptest! {
        #[test]
        fn what_is_placed_at_the_earliest_conflicts_with_nothing_but_due_dates(
            lengths in proptest::collection::vec(0_i64..400, 5),
            families in proptest::collection::vec(0_usize..3, 5),
            setup in 0_i64..60,
            order in Just(vec![0_usize, 3, 1, 4, 2]).prop_shuffle(),
        ) {
            let mut board = workshop();
            for post in &mut board.posts {
                post.setup_minutes = setup;
                post.mounted_family = "bleu".to_owned();
            }
            for ((operation, minutes), family) in
                board.operations.iter_mut().zip(&lengths).zip(&families)
            {
                operation.minutes = *minutes;
                operation.family = ["", "rouge", "bleu"][*family].to_owned();
            }
            let mut rows = typed(&[]);
            let mut left = order;
            // In any order, each once those before it are placed.
            while let Some(place) = left.iter().position(|rank| {
                let before = &board.operations[*rank].predecessors;
                before.iter().all(|rank| !left.contains(rank))
            }) {
                let rank = left.remove(place);
                let view = ScheduleView::read(&board, &rows);
                let (post, start) = view.earliest(&board, rank).expect("there is room");
                rows = after(&board, rows, &board.placing(rank, post, start));
            }
            let view = ScheduleView::read(&board, &rows);
            prop_assert!(view.waiting().is_empty());
            for conflict in view.conflicts.iter().flatten() {
                prop_assert_eq!(conflict.label(), "échéance dépassée");
            }
        }
    }
}
