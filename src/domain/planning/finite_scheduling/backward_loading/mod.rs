//! Backward loading of one machine at finite capacity: orders in priority order, each as late as it
//! fits before its need, else earlier, else late.
//!
//! What belongs here: the input; the search of a place (`place`), the worksheet (`sheet`) and how
//! options are read (`reading`) have files of their own.

mod place;
mod reading;
mod sheet;

pub use place::{Bounds, latest_place};
pub use reading::{OPTIONS, read_input};
pub use sheet::worksheet;

use rust_decimal::Decimal;

use crate::domain::planning::worksheet::CalculationError;

/// Largest number of orders of one machine.
pub const MOST_ORDERS: usize = 100;

/// Orders of one machine; times and dates in one unit, dates from one origin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BackwardInput {
    /// Orders, in the order in which they are loaded: the most urgent first.
    pub orders: Vec<BackwardOrder>,
    /// How long before its need an order may end; without bound when not stated.
    pub most_early: Option<Decimal>,
    /// Date before which nothing starts, when there is one.
    pub not_before: Option<Decimal>,
    /// Unit of all times ("jour", "h"); may be empty.
    pub unit: String,
}

/// One order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BackwardOrder {
    /// Code ("OF 12").
    pub code: String,
    /// Date at which it is due.
    pub due: Decimal,
    /// Time on the machine.
    pub duration: Decimal,
    /// Time between the machine and the customer.
    pub delivery: Decimal,
}

impl BackwardInput {
    /// Checks sizes and signs.
    fn check(&self) -> Result<(), CalculationError> {
        let refuse = |reason: String| Err(CalculationError::Impossible(reason));
        let count = self.orders.len();
        if count == 0 || count > MOST_ORDERS {
            return refuse(format!("il faut de 1 à {MOST_ORDERS} commandes, il y en a {count}"));
        }
        for order in &self.orders {
            let code = &order.code;
            if order.duration < Decimal::ZERO || order.delivery < Decimal::ZERO {
                return refuse(format!("une durée de « {code} » est négative"));
            }
            if self.orders.iter().filter(|other| other.code == *code).count() > 1 {
                return refuse(format!("la commande « {code} » est écrite deux fois"));
            }
        }
        if self.most_early.is_some_and(|bound| bound < Decimal::ZERO) {
            return refuse("l'avance maximale est négative".to_owned());
        }
        Ok(())
    }
}
