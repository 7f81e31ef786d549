//! The network of tasks: an order in which each can be dated, loops, and critical paths.

use rust_decimal::Decimal;

use super::{MOST_TASKS, ProjectInput, TaskDuration};
use crate::domain::planning::worksheet::CalculationError;

/// Most critical paths that are listed.
const MOST_PATHS: usize = 20;

/// Tasks by rank, and which must be over before which.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Network {
    /// Codes.
    pub codes: Vec<String>,
    /// Ranks of the tasks before each task.
    pub before: Vec<Vec<usize>>,
    /// Ranks of the tasks after each task.
    pub after: Vec<Vec<usize>>,
    /// Ranks of all tasks, each after those before it.
    pub order: Vec<usize>,
}

/// Dates of the tasks that critical paths depend on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dates {
    /// Total slack of each task.
    pub slacks: Vec<Decimal>,
    /// Early start of each task.
    pub starts: Vec<Decimal>,
    /// Early end of each task.
    pub ends: Vec<Decimal>,
}

impl Network {
    /// The network of a project.
    ///
    /// # Errors
    /// When there is no task or too many, a code is written twice, a predecessor is unknown, a time
    /// is negative, or predecessors form a loop, which is named.
    pub fn new(input: &ProjectInput) -> Result<Self, CalculationError> {
        let refuse = |reason: String| Err(CalculationError::Impossible(reason));
        let count = input.tasks.len();
        if count == 0 || count > MOST_TASKS {
            return refuse(format!("il faut de 1 à {MOST_TASKS} tâches, il y en a {count}"));
        }
        let codes: Vec<String> = input.tasks.iter().map(|task| task.code.clone()).collect();
        let mut network =
            Self { before: Vec::new(), after: vec![Vec::new(); count], order: Vec::new(), codes };
        for (rank, task) in input.tasks.iter().enumerate() {
            let code = &task.code;
            if network.rank(code) != Some(rank) {
                return refuse(format!("la tâche « {code} » est écrite deux fois"));
            }
            if task.duration.is_negative() {
                return refuse(format!("une durée de « {code} » est négative"));
            }
            let mut before = Vec::new();
            for name in &task.predecessors {
                let Some(known) = network.rank(name) else {
                    return refuse(format!("« {name} », qui précède « {code} », n'existe pas"));
                };
                if !before.contains(&known) {
                    before.push(known);
                    if let Some(after) = network.after.get_mut(known) {
                        after.push(rank);
                    }
                }
            }
            network.before.push(before);
        }
        network.order = network.sorted();
        if network.order.len() < count {
            return refuse(format!("les antériorités bouclent : {}", network.loop_found()));
        }
        Ok(network)
    }

    /// Rank of the task with this code.
    pub fn rank(&self, code: &str) -> Option<usize> {
        self.codes.iter().position(|known| known == code)
    }

    /// Ranks of the tasks, each after those before it; those in a loop are left out.
    fn sorted(&self) -> Vec<usize> {
        let mut order = Vec::with_capacity(self.codes.len());
        let mut left: Vec<usize> = (0..self.codes.len()).collect();
        loop {
            let ready = |rank: &usize| {
                let before = self.before.get(*rank).map(Vec::as_slice).unwrap_or_default();
                before.iter().all(|needed| order.contains(needed))
            };
            let Some(place) = left.iter().position(ready) else { return order };
            order.push(left.remove(place));
        }
    }

    /// A loop, named from one of its tasks back to it ("A → C → A").
    fn loop_found(&self) -> String {
        let stuck = |rank: &usize| !self.order.contains(rank);
        let mut path: Vec<usize> = (0..self.codes.len()).find(stuck).into_iter().collect();
        // Going back from a stuck task, every step meets a stuck task, so one comes again.
        while let Some(last) = path.last() {
            let back = self.before.get(*last).into_iter().flatten().copied().find(stuck);
            let Some(back) = back else { break };
            let met = path.iter().position(|known| *known == back);
            path.push(back);
            if let Some(first) = met {
                path.drain(..first);
                break;
            }
        }
        self.named(path.iter().rev(), " → ")
    }

    /// Codes of some tasks.
    pub fn named<'a>(&self, ranks: impl Iterator<Item = &'a usize>, separator: &str) -> String {
        let codes = ranks.filter_map(|rank| self.codes.get(*rank).map(String::as_str));
        codes.collect::<Vec<_>>().join(separator)
    }

    /// Critical paths, from a task that nothing critical precedes to one that nothing critical
    /// follows: tasks without slack, each starting when the one before it ends. At most 20.
    pub fn critical_paths(&self, dates: &Dates) -> Vec<Vec<usize>> {
        let critical =
            |rank: usize| dates.slacks.get(rank).is_some_and(|slack| *slack <= Decimal::ZERO);
        let linked = |first: usize, second: usize| {
            critical(first)
                && critical(second)
                && dates.ends.get(first).is_some_and(|end| dates.starts.get(second) == Some(end))
        };
        let links: Vec<Vec<usize>> = self
            .after
            .iter()
            .enumerate()
            .map(|(rank, after)| after.iter().copied().filter(|next| linked(rank, *next)).collect())
            .collect();
        let first = |rank: &usize| critical(*rank) && !links.iter().any(|next| next.contains(rank));
        let mut paths = Vec::new();
        for rank in (0..self.codes.len()).filter(first) {
            extend(&links, &mut vec![rank], &mut paths);
        }
        paths
    }
}

/// Adds the paths that begin with these tasks.
fn extend(links: &[Vec<usize>], begun: &mut Vec<usize>, paths: &mut Vec<Vec<usize>>) {
    if paths.len() >= MOST_PATHS {
        return;
    }
    let next = begun.last().and_then(|last| links.get(*last)).cloned().unwrap_or_default();
    if next.is_empty() {
        paths.push(begun.clone());
    }
    for rank in next {
        begun.push(rank);
        extend(links, begun, paths);
        begun.pop();
    }
}

impl TaskDuration {
    fn is_negative(self) -> bool {
        let times = match self {
            Self::Known(time) => [time; 3],
            Self::ThreePoint { optimistic, likely, pessimistic } => {
                [optimistic, likely, pessimistic]
            }
        };
        times.iter().any(|time| *time < Decimal::ZERO)
    }
}

#[cfg(test)]
mod tests {
    use super::super::ProjectTask;
    use super::*;

    fn network(tasks: &[(&str, &[&str])]) -> Result<Network, String> {
        let tasks = tasks
            .iter()
            .map(|(code, before)| ProjectTask {
                code: (*code).to_owned(),
                label: String::new(),
                duration: TaskDuration::Known(Decimal::ONE),
                predecessors: before.iter().map(|code| (*code).to_owned()).collect(),
            })
            .collect();
        let input = ProjectInput { tasks, ..ProjectInput::default() };
        Network::new(&input).map_err(|error| error.to_string())
    }

    #[test]
    fn tasks_are_sorted_after_their_predecessors() {
        let network = network(&[("C", &["B"]), ("A", &[]), ("B", &["A", "A"])]).expect("a network");
        assert_eq!(network.order, [1, 2, 0]);
        assert_eq!(network.before, [vec![2], vec![], vec![1]]);
        assert_eq!(network.after, [vec![], vec![2], vec![0]]);
    }

    #[test]
    fn loops_and_unknown_tasks_are_named() {
        assert_eq!(
            network(&[("A", &["C"]), ("B", &["A"]), ("C", &["B"]), ("D", &["A"])]),
            Err("les antériorités bouclent : A → B → C → A".to_owned())
        );
        assert_eq!(network(&[("A", &["A"])]), Err("les antériorités bouclent : A → A".to_owned()));
        assert_eq!(
            network(&[("D", &["B"]), ("A", &["B"]), ("B", &["A"])]),
            Err("les antériorités bouclent : B → A → B".to_owned())
        );
        assert_eq!(
            network(&[("A", &["Z"])]),
            Err("« Z », qui précède « A », n'existe pas".to_owned())
        );
        assert_eq!(
            network(&[("A", &[]), ("A", &[])]),
            Err("la tâche « A » est écrite deux fois".to_owned())
        );
    }

    #[test]
    fn every_critical_path_is_listed_and_their_number_is_bounded() {
        let diamond =
            network(&[("A", &[]), ("B", &["A"]), ("C", &["A"]), ("D", &["B", "C"])]).expect("one");
        let numbers = |list: &[u32]| list.iter().map(|n| Decimal::from(*n)).collect();
        let dates = Dates {
            slacks: numbers(&[0, 0, 0, 0]),
            starts: numbers(&[0, 1, 1, 2]),
            ends: numbers(&[1, 2, 2, 3]),
        };
        assert_eq!(diamond.critical_paths(&dates), [vec![0, 1, 3], vec![0, 2, 3]]);
        // 2 × 2 × 2 × 2 × 2 paths through five stages of two tasks.
        let names: Vec<String> = (0..10).map(|rank| format!("T{rank}")).collect();
        let stages: Vec<(&str, Vec<&str>)> = names
            .iter()
            .enumerate()
            .map(|(rank, name)| {
                let stage = rank / 2 * 2;
                let before = stage.checked_sub(2).map(|from| names.iter().skip(from).take(2));
                (name.as_str(), before.into_iter().flatten().map(String::as_str).collect())
            })
            .collect();
        let stages: Vec<(&str, &[&str])> =
            stages.iter().map(|(name, before)| (*name, before.as_slice())).collect();
        let network = network(&stages).expect("a network");
        let at = |late: u32| (0..10_u32).map(|rank| Decimal::from(rank / 2 + late)).collect();
        let dates = Dates { slacks: vec![Decimal::ZERO; 10], starts: at(0), ends: at(1) };
        assert_eq!(network.critical_paths(&dates).len(), MOST_PATHS);
    }
}
