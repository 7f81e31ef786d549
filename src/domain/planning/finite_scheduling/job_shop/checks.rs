//! What a job shop must hold before it is scheduled.

use rust_decimal::Decimal;

use super::{Job, JobShopInput, MOST_NODES, MOST_OPERATIONS, Method, WorkTime};
use crate::domain::planning::worksheet::CalculationError;

fn refuse<T>(reason: String) -> Result<T, CalculationError> {
    Err(CalculationError::Impossible(reason))
}

impl JobShopInput {
    /// Checks sizes, names and that nothing is missing.
    pub(super) fn check(&self) -> Result<(), CalculationError> {
        let count: usize = self.jobs.iter().map(|job| job.operations.len()).sum();
        if count == 0 || count > MOST_OPERATIONS {
            return refuse(format!("il faut de 1 à {MOST_OPERATIONS} opérations, pas {count}"));
        }
        for job in &self.jobs {
            let code = &job.code;
            if self.jobs.iter().filter(|other| other.code == *code).count() > 1 {
                return refuse(format!("l'ordre « {code} » est écrit deux fois"));
            }
            if self.has_due_dates() && job.due.is_none() {
                return refuse(format!("l'échéance de « {code} » manque"));
            }
            job.check()?;
        }
        if self.posts.iter().any(|post| post.family_setup < Decimal::ZERO) {
            return refuse("un temps de changement de série est négatif".to_owned());
        }
        self.check_method()
    }

    fn check_method(&self) -> Result<(), CalculationError> {
        match &self.method {
            Method::Rule(rule) if rule.needs_due_dates() && !self.has_due_dates() => {
                refuse(format!("la règle {} demande des échéances", rule.key()))
            }
            Method::Rule(_) => Ok(()),
            Method::Shortest(nodes) => {
                if *nodes == 0 || *nodes > MOST_NODES {
                    return refuse(format!("il faut de 1 à {MOST_NODES} nœuds, pas {nodes}"));
                }
                let simple = |post: &super::JobShopPost| {
                    post.opening.never_closes() && post.family_setup.is_zero()
                };
                if self.posts.iter().all(simple) {
                    return Ok(());
                }
                refuse(
                    "l'optimum ne tient compte ni des heures d'ouverture ni des changements de \
                     série : choisissez une règle de priorité"
                        .to_owned(),
                )
            }
            Method::Starts(starts) => {
                let counts = self.jobs.iter().map(|job| job.operations.len());
                if starts.iter().map(Vec::len).eq(counts) {
                    return Ok(());
                }
                refuse("il faut un début pour chaque opération de chaque ordre".to_owned())
            }
        }
    }
}

impl Job {
    fn check(&self) -> Result<(), CalculationError> {
        let code = &self.code;
        if self.operations.is_empty() {
            return refuse(format!("« {code} » n'a pas d'opération"));
        }
        for operation in &self.operations {
            let name = &operation.name;
            if self.operations.iter().filter(|other| other.name == *name).count() > 1 {
                return refuse(format!("l'opération {name} de « {code} » est écrite deux fois"));
            }
            let parts = match operation.time {
                WorkTime::Stated(time) => [time; 3],
                WorkTime::Lot { setup, quantity, unit } => [setup, quantity, unit],
            };
            if parts.iter().any(|part| *part < Decimal::ZERO) {
                return refuse(format!("une durée de « {code} » est négative"));
            }
        }
        Ok(())
    }
}
