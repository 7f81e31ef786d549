//! Checks of an input before its table is made, and how its time is counted.

use std::collections::HashSet;

use super::clock::Clock;
use super::{
    Direction, DurationUnit, MOST_ORDERS, MOST_STEPS, ScheduledOrder, SchedulingInput,
    StepQuantity, TimePoint,
};
use crate::domain::planning::worksheet::CalculationError;

/// Refuses what cannot be placed; tells how time is counted.
pub(super) fn check(input: &SchedulingInput) -> Result<Clock, CalculationError> {
    if input.orders.is_empty() {
        return refuse("aucun ordre n'est à placer");
    }
    let steps: usize = input.orders.iter().map(|order| order.steps.len()).sum();
    if input.orders.len() > MOST_ORDERS || steps > MOST_STEPS {
        return refuse(format!("il y a plus de {MOST_ORDERS} ordres ou {MOST_STEPS} opérations"));
    }
    let numbers = counts_numbers(input)?;
    if !numbers && input.unit == DurationUnit::Periods {
        return refuse(
            "des dates ne se comptent pas en périodes : écrivez des heures ou des jours",
        );
    }
    let mut codes = HashSet::new();
    for order in &input.orders {
        if !codes.insert(order.code.as_str()) {
            return refuse(format!("l'ordre « {} » est écrit deux fois", order.code));
        }
        check_dates(input, order)?;
        check_steps(order)?;
    }
    Ok(Clock { numbers, unit: input.unit, waits: input.waits })
}

/// Whether all dates are numbers; mixing them with moments is refused.
fn counts_numbers(input: &SchedulingInput) -> Result<bool, CalculationError> {
    let of_orders = input.orders.iter().flat_map(|order| [order.release, order.due]);
    let dates: Vec<TimePoint> = of_orders.chain([input.today]).flatten().collect();
    let numbers = dates.iter().filter(|date| matches!(date, TimePoint::Number(_))).count();
    if numbers != 0 && numbers != dates.len() {
        return refuse("des dates et des nombres sont mélangés : choisissez une seule écriture");
    }
    Ok(numbers == dates.len())
}

fn check_dates(input: &SchedulingInput, order: &ScheduledOrder) -> Result<(), CalculationError> {
    let name = named(order);
    let needs_release = matches!(input.direction, Direction::Forward | Direction::Both);
    if needs_release && order.release.is_none() {
        return refuse(format!("la date de lancement de l'ordre{name} manque"));
    }
    let needs_due = matches!(input.direction, Direction::Backward | Direction::Constrained);
    if needs_due && order.due.is_none() {
        return refuse(format!("l'échéance de l'ordre{name} manque"));
    }
    if input.direction == Direction::Constrained && input.today.is_none() {
        return refuse("la date du jour manque pour un jalonnement contraint");
    }
    Ok(())
}

fn check_steps(order: &ScheduledOrder) -> Result<(), CalculationError> {
    if order.steps.is_empty() {
        return refuse(format!("l'ordre{} n'a aucune opération", named(order)));
    }
    let mut keys = HashSet::new();
    for (rank, step) in order.steps.iter().enumerate() {
        if !keys.insert(step.key.as_str()) {
            return refuse(format!("l'opération « {} » est écrite deux fois", step.key));
        }
        if step.after.iter().any(|before| *before >= rank) {
            return refuse(format!(
                "l'opération « {} » suit une opération écrite après elle",
                step.key
            ));
        }
        let later = match &step.quantity {
            StepQuantity::Order => None,
            StepQuantity::Net { user, .. } => Some(*user),
            StepQuantity::Same { step } => Some(*step),
        };
        if later.is_some_and(|later| later <= rank || later >= order.steps.len()) {
            return refuse(format!(
                "l'opération « {} » ne précède pas celle qui donne sa quantité",
                step.key
            ));
        }
    }
    Ok(())
}

/// " OF1", or nothing for an order without name.
fn named(order: &ScheduledOrder) -> String {
    if order.label.is_empty() { String::new() } else { format!(" {}", order.label) }
}

fn refuse<T>(reason: impl Into<String>) -> Result<T, CalculationError> {
    Err(CalculationError::impossible(reason))
}
