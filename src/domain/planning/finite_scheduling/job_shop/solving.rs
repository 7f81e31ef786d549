//! Orders of passage on the posts by the method asked, and the times that follow from them.

use super::branch_and_bound::{Optimum, Shop, Step, optimum};
use super::workshop::{Timed, Workshop};
use crate::domain::planning::schedule_check::{
    Placement, PriorityRule, ScheduleProblem, propose_by, timed,
};
use crate::domain::planning::worksheet::CalculationError;

/// Orders of passage: ranks of the operations on each post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Passages {
    pub by_post: Vec<Vec<usize>>,
    /// Whether the total time is proved to be the shortest.
    pub proved: bool,
    /// Nodes looked at for the shortest.
    pub nodes: u32,
}

/// Rules tried for a first schedule when the shortest is asked.
const FIRST_RULES: [PriorityRule; 4] = [
    PriorityRule::MostWork,
    PriorityRule::FirstArrived,
    PriorityRule::Shortest,
    PriorityRule::Longest,
];

impl Workshop {
    /// Orders of passage by a priority rule.
    pub fn by_rule(&self, timed: &Timed, rule: PriorityRule) -> Result<Passages, CalculationError> {
        let placements = propose_by(&timed.problem, rule);
        if placements.len() < self.places.len() {
            return Err(too_closed());
        }
        let order = self.ranks(&placements);
        Ok(Passages { by_post: self.split(&order), proved: false, nodes: 0 })
    }

    /// Orders of passage of the shortest total time.
    pub fn shortest(&self, timed: &Timed, most_nodes: u32) -> Result<Passages, CalculationError> {
        let known = FIRST_RULES
            .iter()
            .map(|rule| {
                let placements = propose_by(&timed.problem, *rule);
                (makespan(&timed.problem, &placements), self.ranks(&placements))
            })
            .min_by_key(|(end, _)| *end)
            .ok_or_else(too_closed)?;
        let order = known.1.iter().filter_map(|rank| {
            let place = self.places.get(*rank)?;
            Some((place.job, place.step))
        });
        let known = (known.0, order.collect());
        let Optimum { order, proved, nodes, .. } = optimum(&self.shop(timed), known, most_nodes);
        let ranks: Vec<usize> = order
            .iter()
            .filter_map(|(job, step)| {
                self.places.iter().position(|place| place.job == *job && place.step == *step)
            })
            .collect();
        Ok(Passages { by_post: self.split(&ranks), proved, nodes })
    }

    /// The workshop in whole numbers, without openings nor family set-ups.
    fn shop(&self, timed: &Timed) -> Shop {
        let mut jobs: Vec<Vec<Step>> = vec![Vec::new(); self.jobs.len()];
        let mut releases = vec![0; self.jobs.len()];
        for (place, operation) in self.places.iter().zip(&timed.problem.operations) {
            if let (Some(steps), Some(release)) =
                (jobs.get_mut(place.job), releases.get_mut(place.job))
            {
                steps.push(Step { post: place.post, length: operation.minutes });
                *release = operation.earliest_start.max(0);
            }
        }
        Shop { jobs, releases, posts: self.posts.len() }
    }

    /// Ranks of the operations placed, in the order placed.
    fn ranks(&self, placements: &[Placement]) -> Vec<usize> {
        placements
            .iter()
            .filter_map(|placed| self.places.iter().position(|place| place.id == placed.operation))
            .collect()
    }

    /// Operations of each post, in this order.
    fn split(&self, order: &[usize]) -> Vec<Vec<usize>> {
        (0..self.posts.len())
            .map(|post| {
                let here = |rank: &usize| self.places.get(*rank).is_some_and(|p| p.post == post);
                order.iter().copied().filter(here).collect()
            })
            .collect()
    }
}

/// Start and end of each operation from orders of passage.
pub fn times(problem: &Timed, by_post: &[Vec<usize>]) -> Result<Vec<(i64, i64)>, CalculationError> {
    let times: Option<Vec<_>> = timed(&problem.problem, by_post).into_iter().collect();
    times.ok_or_else(|| {
        CalculationError::impossible(
            "ces ordres de passage se bloquent l'un l'autre, ou dépassent l'horaire des postes",
        )
    })
}

fn too_closed() -> CalculationError {
    CalculationError::impossible("l'horaire des postes ne suffit pas pour toutes les opérations")
}

/// End of the last operation of a schedule.
fn makespan(problem: &ScheduleProblem, placements: &[Placement]) -> i64 {
    placements
        .iter()
        .filter_map(|placed| {
            let rank = problem.operation_rank(&placed.operation)?;
            Some(placed.start.saturating_add(problem.operations.get(rank)?.minutes))
        })
        .max()
        .unwrap_or(0)
}
