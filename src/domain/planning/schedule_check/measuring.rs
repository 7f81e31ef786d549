//! Measures of a schedule: makespan, lateness of orders, set-ups, load of posts.

use super::checking::Placed;
use super::{PostLoad, ScheduleMeasures, ScheduleProblem};

/// Measures of what is placed; `by_post` lists what each post does, in order of time.
pub(super) fn measure(
    problem: &ScheduleProblem,
    placed: &[Option<Placed>],
    by_post: &[Vec<usize>],
) -> ScheduleMeasures {
    let makespan = placed.iter().flatten().map(|place| place.end).max().unwrap_or(0).max(0);
    let late: Vec<i64> =
        lateness_of_orders(problem, placed).into_iter().filter(|late| *late > 0).collect();
    let loads: Vec<PostLoad> = problem
        .posts
        .iter()
        .zip(by_post)
        .map(|(post, ranks)| {
            let mut load = PostLoad {
                post: post.code.clone(),
                operations: ranks.len(),
                open_minutes: post.opening.open_minutes(0, makespan),
                ..PostLoad::default()
            };
            let mut mounted = post.mounted_family.as_str();
            for operation in ranks.iter().filter_map(|rank| problem.operations.get(*rank)) {
                load.busy_minutes = load.busy_minutes.saturating_add(operation.minutes.max(0));
                let changes = !mounted.is_empty()
                    && !operation.family.is_empty()
                    && mounted != operation.family;
                load.setups += usize::from(changes);
                let setup = post.setup_before(mounted, &operation.family);
                load.setup_minutes = load.setup_minutes.saturating_add(setup);
                if !operation.family.is_empty() {
                    mounted = operation.family.as_str();
                }
            }
            load
        })
        .collect();
    ScheduleMeasures {
        makespan,
        total_lateness: late.iter().fold(0, |total, late| total.saturating_add(*late)),
        maximal_lateness: late.iter().copied().max().unwrap_or(0),
        late_orders: late.len(),
        setups: loads.iter().map(|load| load.setups).sum(),
        loads,
    }
}

/// Lateness of each order: the greatest among its operations that have a due date.
fn lateness_of_orders(problem: &ScheduleProblem, placed: &[Option<Placed>]) -> Vec<i64> {
    let mut orders: Vec<(&str, i64)> = Vec::new();
    for (operation, place) in problem.operations.iter().zip(placed) {
        let (Some(due), Some(place)) = (operation.due, place) else { continue };
        let late = place.end.saturating_sub(due);
        match orders.iter_mut().find(|(order, _)| *order == operation.order) {
            Some((_, worst)) => *worst = late.max(*worst),
            None => orders.push((operation.order.as_str(), late)),
        }
    }
    orders.into_iter().map(|(_, late)| late).collect()
}
