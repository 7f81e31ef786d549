//! Priority rules on one machine: the sequence that each rule gives, its flow times and lateness.
//!
//! What belongs here: the input; the order (`order`), the worksheet (`sheet`, `measures`) and how
//! options are read (`reading`) have files of their own.

mod measures;
mod order;
mod reading;
mod sheet;
#[cfg(test)]
mod tests;

pub use order::dispatched;
pub use reading::{OPTIONS, read_input};
pub use sheet::worksheet;

use rust_decimal::Decimal;

use crate::domain::planning::schedule_check::PriorityRule;
use crate::domain::planning::worksheet::CalculationError;

/// Largest number of tasks on one machine.
pub const MOST_TASKS: usize = 60;

/// Largest number of rules compared.
pub const MOST_RULES: usize = 10;

/// Tasks to put in order on one machine; times in one unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SingleMachineInput {
    /// Tasks, in the order of their arrival.
    pub tasks: Vec<MachineTask>,
    /// Orders to work out and compare.
    pub orders: Vec<Sequencing>,
    /// Date of the decision, from which the machine is free.
    pub now: Decimal,
    /// Unit of all times ("h", "jour"); may be empty.
    pub unit: String,
}

/// One task.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MachineTask {
    /// Code ("A").
    pub code: String,
    /// Time on the machine.
    pub duration: Decimal,
    /// Date of its arrival; on all tasks or on none, when all are there.
    pub arrival: Option<Decimal>,
    /// When it should be over at the latest; on all tasks or on none.
    pub due: Option<Decimal>,
    /// Weight; on all tasks or on none.
    pub weight: Option<Decimal>,
}

/// One order of the tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sequencing {
    /// By a priority rule.
    Rule(PriorityRule),
    /// Given: ranks of the tasks, each once.
    Given(Vec<usize>),
}

impl Sequencing {
    /// Key of its rows ("SPT").
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.key(),
            Self::Given(_) => "SEQUENCE",
        }
    }

    /// Words shown.
    pub fn label(&self) -> String {
        match self {
            Self::Rule(rule) => format!("{} – {}", rule.key(), rule.label()),
            Self::Given(_) => "SEQUENCE – ordre donné".to_owned(),
        }
    }
}

impl SingleMachineInput {
    /// Whether tasks have due dates.
    pub fn has_due_dates(&self) -> bool {
        self.tasks.iter().any(|task| task.due.is_some())
    }

    /// Whether tasks have arrival dates.
    pub fn has_arrivals(&self) -> bool {
        self.tasks.iter().any(|task| task.arrival.is_some())
    }

    /// Whether tasks have weights.
    pub fn has_weights(&self) -> bool {
        self.tasks.iter().any(|task| task.weight.is_some())
    }

    /// Whether a rule is among the orders.
    fn uses(&self, rule: PriorityRule) -> bool {
        self.orders.contains(&Sequencing::Rule(rule))
    }

    /// Checks sizes and that nothing is missing.
    fn check(&self) -> Result<(), CalculationError> {
        let refuse = |reason: String| Err(CalculationError::Impossible(reason));
        let count = self.tasks.len();
        if count == 0 || count > MOST_TASKS {
            return refuse(format!("il faut de 1 à {MOST_TASKS} tâches, il y en a {count}"));
        }
        if self.orders.is_empty() || self.orders.len() > MOST_RULES {
            return refuse(format!("il faut de 1 à {MOST_RULES} règles"));
        }
        for (rank, order) in self.orders.iter().enumerate() {
            if self.orders.iter().take(rank).any(|other| other.key() == order.key()) {
                return refuse(format!("la règle {} est demandée deux fois", order.key()));
            }
            self.check_order(order)?;
        }
        for task in &self.tasks {
            let code = &task.code;
            if self.tasks.iter().filter(|other| other.code == *code).count() > 1 {
                return refuse(format!("la tâche « {code} » est écrite deux fois"));
            }
            for (wanted, missing, what) in [
                (self.has_due_dates(), task.due.is_none(), "l'échéance"),
                (self.has_arrivals(), task.arrival.is_none(), "l'arrivée"),
                (self.has_weights(), task.weight.is_none(), "le poids"),
            ] {
                if wanted && missing {
                    return refuse(format!("{what} de « {code} » manque"));
                }
            }
        }
        Ok(())
    }

    fn check_order(&self, order: &Sequencing) -> Result<(), CalculationError> {
        let refuse = |reason: String| Err(CalculationError::Impossible(reason));
        match order {
            Sequencing::Rule(rule) if rule.needs_due_dates() && !self.has_due_dates() => {
                refuse(format!("la règle {} demande des échéances", rule.key()))
            }
            Sequencing::Rule(PriorityRule::WeightedShortest) if !self.has_weights() => {
                refuse("la règle WSPT demande des poids".to_owned())
            }
            Sequencing::Rule(_) => Ok(()),
            Sequencing::Given(ranks) => {
                let mut sorted = ranks.clone();
                sorted.sort_unstable();
                if sorted.into_iter().eq(0..self.tasks.len()) {
                    Ok(())
                } else {
                    refuse("la séquence donnée doit citer chaque tâche une fois".to_owned())
                }
            }
        }
    }
}
