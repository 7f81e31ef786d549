//! Johnson's rule on two or three machines that every task visits in the same order, and the
//! times of any sequence.
//!
//! What belongs here: the input; the order (`order`, `sequence`), the worksheet (`sheet`,
//! `summary`) and how options are read (`reading`) have files of their own.

mod order;
mod reading;
mod sequence;
mod sheet;
mod summary;
#[cfg(test)]
mod tests;

pub use order::{EqualTimes, Ties, johnson_order};
pub use reading::{OPTIONS, calculate, read_input};
pub use sheet::worksheet;

use rust_decimal::Decimal;

use crate::domain::planning::worksheet::CalculationError;

/// Largest number of tasks of a sequence.
pub const MOST_TASKS: usize = 60;

/// Largest number of machines that a given sequence is followed on.
pub const MOST_MACHINES: usize = 10;

/// A flow shop: tasks that visit the same machines in the same order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FlowShopInput {
    /// Codes of the machines, in the order visited ("P10", "P15").
    pub machines: Vec<String>,
    /// Tasks, in the order entered.
    pub tasks: Vec<FlowShopTask>,
    /// How the sequence is found.
    pub choice: SequenceChoice,
    /// Unit of all times ("h", "min"); may be empty.
    pub unit: String,
}

/// One task of a flow shop; times in the unit of the input.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FlowShopTask {
    /// Code ("5204").
    pub code: String,
    /// Time on each machine, set-up included.
    pub durations: Vec<Decimal>,
    /// When it should leave the last machine at the latest; on all tasks or on none.
    pub due: Option<Decimal>,
}

/// How a sequence is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SequenceChoice {
    /// By Johnson's rule.
    Johnson(Ties, EqualTimes),
    /// Given: ranks of the tasks, each once.
    Given(Vec<usize>),
}

impl Default for SequenceChoice {
    fn default() -> Self {
        Self::Johnson(Ties::default(), EqualTimes::default())
    }
}

impl FlowShopInput {
    /// Whether due dates are given.
    pub fn has_due_dates(&self) -> bool {
        self.tasks.iter().any(|task| task.due.is_some())
    }

    /// Checks sizes and that nothing is missing.
    fn check(&self) -> Result<(), CalculationError> {
        let refuse = |reason: String| Err(CalculationError::Impossible(reason));
        let (tasks, machines) = (self.tasks.len(), self.machines.len());
        if tasks == 0 || tasks > MOST_TASKS {
            return refuse(format!("il faut de 1 à {MOST_TASKS} tâches, il y en a {tasks}"));
        }
        if machines == 0 || machines > MOST_MACHINES {
            return refuse(format!("il faut de 1 à {MOST_MACHINES} machines, pas {machines}"));
        }
        for task in &self.tasks {
            let code = &task.code;
            if task.durations.len() != machines {
                let count = task.durations.len();
                return refuse(format!(
                    "« {code} » doit avoir {machines} durées, une par machine, pas {count}"
                ));
            }
            if task.durations.iter().any(|time| time.is_sign_negative() && !time.is_zero()) {
                return refuse(format!("une durée de « {code} » est négative"));
            }
            if self.has_due_dates() && task.due.is_none() {
                return refuse(format!("l'échéance de « {code} » manque"));
            }
            if self.tasks.iter().filter(|other| other.code == *code).count() > 1 {
                return refuse(format!("la tâche « {code} » est écrite deux fois"));
            }
        }
        match &self.choice {
            SequenceChoice::Johnson(..) if machines == 2 || machines == 3 => Ok(()),
            SequenceChoice::Johnson(..) => refuse(format!(
                "la règle de Johnson ordonne deux ou trois machines, pas {machines}"
            )),
            SequenceChoice::Given(ranks) => {
                let mut sorted = ranks.clone();
                sorted.sort_unstable();
                if sorted.into_iter().eq(0..tasks) {
                    Ok(())
                } else {
                    refuse("la séquence donnée doit citer chaque tâche une fois".to_owned())
                }
            }
        }
    }
}
