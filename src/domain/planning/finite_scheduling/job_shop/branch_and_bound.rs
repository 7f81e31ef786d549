//! The shortest schedule of a job shop, by branch and bound over active schedules (Giffler and
//! Thompson), each node bounded by Jackson's preemptive schedule of every post.

use std::cmp::Reverse;

use super::preemptive_bound::{Piece, preemptive_bound};

/// A job shop in whole numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shop {
    /// Operations of each order.
    pub jobs: Vec<Vec<Step>>,
    /// When each order is there; zero beyond the list.
    pub releases: Vec<i64>,
    /// Number of posts.
    pub posts: usize,
}

/// One operation: rank of its post, and its length.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Step {
    /// Rank of the post.
    pub post: usize,
    /// Length.
    pub length: i64,
}

/// The shortest schedule found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Optimum {
    /// Total time.
    pub makespan: i64,
    /// Orders and ranks of operations, in an order in which each starts as early as possible.
    pub order: Vec<(usize, usize)>,
    /// Whether nothing shorter exists; else the search stopped at its bound of nodes.
    pub proved: bool,
    /// Nodes looked at.
    pub nodes: u32,
}

/// The shortest schedule, starting from one that is known: its total time and its order.
pub fn optimum(shop: &Shop, known: (i64, Vec<(usize, usize)>), most_nodes: u32) -> Optimum {
    let tails = shop.jobs.iter().map(|steps| tails_of(steps)).collect();
    let mut search = Search {
        shop,
        tails,
        best: Optimum { makespan: known.0, order: known.1, proved: true, nodes: 0 },
        trail: Vec::new(),
        most_nodes,
    };
    let ready = (0..shop.jobs.len()).map(|job| shop.releases.get(job).copied().unwrap_or(0));
    let start =
        State { next: vec![0; shop.jobs.len()], ready: ready.collect(), free: vec![0; shop.posts] };
    if search.bound(&start) < search.best.makespan {
        search.explore(&start);
    }
    search.best
}

/// Work of an order after each of its operations.
fn tails_of(steps: &[Step]) -> Vec<i64> {
    let mut tails: Vec<i64> = steps
        .iter()
        .rev()
        .scan(0, |after, step| {
            let tail = *after;
            *after += step.length;
            Some(tail)
        })
        .collect();
    tails.reverse();
    tails
}

/// What is decided so far.
#[derive(Debug, Clone)]
struct State {
    /// Rank of the next operation of each order.
    next: Vec<usize>,
    /// When each order is ready for it.
    ready: Vec<i64>,
    /// When each post is free.
    free: Vec<i64>,
}

/// The next operation of an order, as early as it can be.
#[derive(Debug, Clone, Copy)]
struct Turn {
    job: usize,
    rank: usize,
    post: usize,
    start: i64,
    end: i64,
}

struct Search<'a> {
    shop: &'a Shop,
    tails: Vec<Vec<i64>>,
    best: Optimum,
    trail: Vec<(usize, usize)>,
    most_nodes: u32,
}

impl Search<'_> {
    fn explore(&mut self, state: &State) {
        if self.best.nodes >= self.most_nodes {
            self.best.proved = false;
            return;
        }
        self.best.nodes += 1;
        let turns = self.turns(state);
        let Some(first) = turns.iter().min_by_key(|turn| (turn.end, turn.job)) else {
            let end = state.ready.iter().copied().max().unwrap_or(0);
            if end < self.best.makespan {
                self.best.makespan = end;
                self.best.order.clone_from(&self.trail);
            }
            return;
        };
        // Whichever goes next on this post starts before the first could end.
        let mut children: Vec<_> = turns
            .iter()
            .filter(|turn| turn.post == first.post)
            .filter(|turn| turn.start < first.end || turn.job == first.job)
            .map(|turn| {
                let after = state.after(*turn);
                let tail = self.tail(turn.job, turn.rank);
                (self.bound(&after), Reverse(tail), *turn, after)
            })
            .collect();
        children.sort_by_key(|(bound, tail, turn, _)| (*bound, *tail, turn.job));
        for (bound, _, turn, after) in children {
            if bound < self.best.makespan {
                self.trail.push((turn.job, turn.rank));
                self.explore(&after);
                self.trail.pop();
            }
        }
    }

    /// The next operation of each order that has one.
    fn turns(&self, state: &State) -> Vec<Turn> {
        let orders = self.shop.jobs.iter().zip(&state.next).zip(&state.ready).enumerate();
        orders
            .filter_map(|(job, ((steps, rank), ready))| {
                let step = steps.get(*rank)?;
                let start = state.free.get(step.post).map_or(*ready, |free| *ready.max(free));
                let end = start + step.length;
                Some(Turn { job, rank: *rank, post: step.post, start, end })
            })
            .collect()
    }

    fn tail(&self, job: usize, rank: usize) -> i64 {
        self.tails.get(job).and_then(|tails| tails.get(rank)).copied().unwrap_or(0)
    }

    /// Least end of all schedules that begin with a state.
    fn bound(&self, state: &State) -> i64 {
        let mut pieces: Vec<Vec<Piece>> = vec![Vec::new(); state.free.len()];
        let mut bound = 0;
        for (job, steps) in self.shop.jobs.iter().enumerate() {
            let mut clock = state.ready.get(job).copied().unwrap_or(0);
            let done = state.next.get(job).copied().unwrap_or(0);
            for (rank, step) in steps.iter().enumerate().skip(done) {
                let head = state.free.get(step.post).map_or(clock, |free| clock.max(*free));
                if let Some(list) = pieces.get_mut(step.post) {
                    list.push(Piece { head, length: step.length, tail: self.tail(job, rank) });
                }
                clock = head + step.length;
            }
            bound = bound.max(clock);
        }
        pieces.iter_mut().map(|list| preemptive_bound(list)).fold(bound, i64::max)
    }
}

impl State {
    /// The state after an operation.
    fn after(&self, turn: Turn) -> Self {
        let mut after = self.clone();
        if let Some(next) = after.next.get_mut(turn.job) {
            *next += 1;
        }
        if let Some(ready) = after.ready.get_mut(turn.job) {
            *ready = turn.end;
        }
        if let Some(free) = after.free.get_mut(turn.post) {
            *free = turn.end;
        }
        after
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shop(posts: usize, jobs: &[&[(usize, i64)]]) -> Shop {
        let jobs = jobs
            .iter()
            .map(|steps| {
                steps.iter().map(|(post, length)| Step { post: *post, length: *length }).collect()
            })
            .collect();
        Shop { jobs, releases: Vec::new(), posts }
    }

    fn shortest(shop: &Shop) -> Optimum {
        optimum(shop, (i64::MAX, Vec::new()), 100_000)
    }

    #[test]
    fn the_shortest_schedule_of_small_shops_is_found() {
        let three =
            shop(3, &[&[(0, 3), (1, 2), (2, 2)], &[(0, 2), (2, 1), (1, 4)], &[(1, 4), (2, 3)]]);
        let found = shortest(&three);
        assert_eq!((found.makespan, found.proved, found.order.len()), (11, true, 8));
        assert_eq!(shortest(&shop(1, &[])).makespan, 0);
        assert_eq!(shortest(&shop(2, &[&[(0, 0), (1, 0)], &[(1, 0), (0, 5)]])).makespan, 5);
    }

    #[test]
    fn fisher_and_thompson_six_by_six_ends_at_55() {
        let six = shop(
            6,
            &[
                &[(2, 1), (0, 3), (1, 6), (3, 7), (5, 3), (4, 6)],
                &[(1, 8), (2, 5), (4, 10), (5, 10), (0, 10), (3, 4)],
                &[(2, 5), (3, 4), (5, 8), (0, 9), (1, 1), (4, 7)],
                &[(1, 5), (0, 5), (2, 5), (3, 3), (4, 8), (5, 9)],
                &[(2, 9), (1, 3), (4, 5), (5, 4), (0, 3), (3, 1)],
                &[(1, 3), (3, 3), (5, 9), (0, 10), (4, 4), (2, 1)],
            ],
        );
        let found = shortest(&six);
        assert_eq!((found.makespan, found.proved), (55, true));
        let stopped = optimum(&six, (60, vec![(0, 0)]), 3);
        assert_eq!((stopped.makespan, stopped.proved, stopped.nodes), (60, false, 3));
        assert_eq!(stopped.order, [(0, 0)]);
    }

    /// Shortest total time of every order in which operations may be taken.
    fn enumerated(shop: &Shop, state: &State) -> i64 {
        let search = Search {
            shop,
            tails: Vec::new(),
            best: Optimum::default(),
            trail: Vec::new(),
            most_nodes: 0,
        };
        let turns = search.turns(state);
        if turns.is_empty() {
            return state.ready.iter().copied().max().unwrap_or(0);
        }
        let ends = turns.iter().map(|turn| enumerated(shop, &state.after(*turn)));
        ends.min().unwrap_or(i64::MAX)
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(40))]
        #[test]
        fn no_order_of_operations_is_shorter(
            steps in proptest::collection::vec(
                proptest::collection::vec((0_usize..3, 0_i64..9), 1..4),
                1..4,
            ),
            releases in proptest::collection::vec(0_i64..8, 3),
        ) {
            let borrowed: Vec<&[(usize, i64)]> = steps.iter().map(Vec::as_slice).collect();
            let three = Shop { releases: releases.clone(), ..shop(3, &borrowed) };
            let start = State {
                next: vec![0; steps.len()],
                ready: releases.into_iter().take(steps.len()).collect(),
                free: vec![0; 3],
            };
            let found = shortest(&three);
            proptest::prop_assert_eq!((found.makespan, found.proved), (enumerated(&three, &start), true));
        }
    }
}
