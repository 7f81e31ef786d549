//! The graph of precedences: ranks of the tasks before and after each.

use std::collections::{BTreeSet, HashMap};

use super::{MAX_TASKS, Task};
use crate::domain::planning::worksheet::CalculationError;

/// Precedences by ranks of tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Precedence {
    /// Tasks just before each.
    pub before: Vec<Vec<usize>>,
    /// Tasks just after each.
    pub next: Vec<Vec<usize>>,
    /// Tasks after each, near or far.
    pub after: Vec<BTreeSet<usize>>,
    /// Column of each in the graph: 1 without predecessor, else one more than the greatest before.
    pub columns: Vec<u32>,
}

impl Precedence {
    /// The graph of the tasks.
    ///
    /// # Errors
    /// No task, too many, two of the same code, an unknown predecessor, or a circle.
    pub fn of(tasks: &[Task]) -> Result<Self, CalculationError> {
        if tasks.is_empty() || tasks.len() > MAX_TASKS {
            return Err(CalculationError::impossible(format!(
                "il faut de 1 à {MAX_TASKS} tâches, il y en a {}",
                tasks.len()
            )));
        }
        let ranks = ranks(tasks)?;
        let before = before(tasks, &ranks)?;
        let mut next = vec![Vec::new(); tasks.len()];
        for (rank, predecessors) in before.iter().enumerate() {
            for predecessor in predecessors {
                if let Some(next) = next.get_mut(*predecessor) {
                    next.push(rank);
                }
            }
        }
        let order = order(tasks, &before)?;
        let columns = columns(&before, &order);
        let after = after(&next, &order);
        Ok(Self { before, next, after, columns })
    }
}

fn ranks(tasks: &[Task]) -> Result<HashMap<&str, usize>, CalculationError> {
    let mut ranks = HashMap::new();
    for (rank, task) in tasks.iter().enumerate() {
        if ranks.insert(task.code.as_str(), rank).is_some() {
            let code = &task.code;
            return Err(CalculationError::impossible(format!(
                "la tâche « {code} » est écrite deux fois"
            )));
        }
    }
    Ok(ranks)
}

fn before(
    tasks: &[Task],
    ranks: &HashMap<&str, usize>,
) -> Result<Vec<Vec<usize>>, CalculationError> {
    let rank_of = |code: &String| {
        ranks.get(code.as_str()).copied().ok_or_else(|| {
            CalculationError::impossible(format!("l'antécédent « {code} » n'est pas une tâche"))
        })
    };
    tasks
        .iter()
        .map(|task| {
            let found: BTreeSet<usize> =
                task.predecessors.iter().map(rank_of).collect::<Result<_, _>>()?;
            Ok(found.into_iter().collect())
        })
        .collect()
}

/// Ranks in an order in which each task comes after its predecessors.
fn order(tasks: &[Task], before: &[Vec<usize>]) -> Result<Vec<usize>, CalculationError> {
    let mut order: Vec<usize> = Vec::new();
    let mut placed = BTreeSet::new();
    while order.len() < before.len() {
        let ready = before.iter().enumerate().find(|(rank, predecessors)| {
            !placed.contains(rank) && predecessors.iter().all(|one| placed.contains(one))
        });
        let Some((rank, _)) = ready else {
            let names: Vec<_> = tasks
                .iter()
                .enumerate()
                .filter(|(rank, _)| !placed.contains(rank))
                .map(|(_, task)| task.code.as_str())
                .collect();
            return Err(CalculationError::impossible(format!(
                "les antériorités tournent en rond : {}",
                names.join(", ")
            )));
        };
        placed.insert(rank);
        order.push(rank);
    }
    Ok(order)
}

fn columns(before: &[Vec<usize>], order: &[usize]) -> Vec<u32> {
    let mut columns = vec![1_u32; before.len()];
    for rank in order {
        let greatest = before.get(*rank).into_iter().flatten();
        let greatest = greatest.filter_map(|one| columns.get(*one).copied()).max().unwrap_or(0);
        if let Some(column) = columns.get_mut(*rank) {
            *column = greatest + 1;
        }
    }
    columns
}

fn after(next: &[Vec<usize>], order: &[usize]) -> Vec<BTreeSet<usize>> {
    let mut after: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); next.len()];
    for rank in order.iter().rev() {
        let mut found = BTreeSet::new();
        for one in next.get(*rank).into_iter().flatten() {
            found.insert(*one);
            found.extend(after.get(*one).into_iter().flatten().copied());
        }
        if let Some(place) = after.get_mut(*rank) {
            *place = found;
        }
    }
    after
}
