//! The cheapest plan of one family as a transport problem: sources (stock, normal hours, overtime,
//! subcontracting of each period), demands, and stock or backlog from a period to the next.
//!
//! Solved exactly by successive cheapest paths; whole demands and capacities give a whole plan.

mod network;
#[cfg(test)]
mod tests;

use rust_decimal::Decimal;

use network::Network;

use crate::domain::planning::tree::LARGEST_QUANTITY;
use crate::domain::planning::worksheet::CalculationError;

/// A way to produce.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mode {
    /// Cost of one unit.
    pub(super) unit_cost: Decimal,
    /// Most that it gives in each period.
    pub(super) limits: Vec<Decimal>,
}

/// Demand and what may serve it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Problem {
    /// Demand of each period.
    pub(super) demand: Vec<Decimal>,
    /// Stock before the first period.
    pub(super) opening: Decimal,
    /// Stock wanted at the end.
    pub(super) closing: Decimal,
    /// Ways to produce.
    pub(super) modes: Vec<Mode>,
    /// Cost of one unit in stock at the end of a period.
    pub(super) stock_cost: Decimal,
    /// Cost of one unit late at the end of a period; demand may not be late when `None`.
    pub(super) backlog_cost: Option<Decimal>,
}

/// Quantities of the cheapest plan, by mode, then by period.
///
/// # Errors
/// Capacities that cannot serve all demand, negative figures, overflow, or more than
/// `network::MAX_PATHS` paths.
pub(super) fn cheapest(problem: &Problem) -> Result<Vec<Vec<Decimal>>, CalculationError> {
    check(problem)?;
    let periods = problem.demand.len();
    let (source, sink) = (periods, periods + 1);
    let mut network = Network::new(periods + 2);
    network.add(source, 0, problem.opening, -dearest(problem)?);
    let mut ranks = Vec::with_capacity(problem.modes.len());
    for mode in &problem.modes {
        let arcs: Vec<usize> = mode
            .limits
            .iter()
            .enumerate()
            .map(|(period, limit)| network.add(source, period, *limit, mode.unit_cost))
            .collect();
        ranks.push(arcs);
    }
    for next in 1..periods {
        network.add(next - 1, next, LARGEST_QUANTITY, problem.stock_cost);
        if let Some(cost) = problem.backlog_cost {
            network.add(next, next - 1, LARGEST_QUANTITY, cost);
        }
    }
    let mut asked = Decimal::ZERO;
    for (period, demand) in problem.demand.iter().enumerate() {
        let last = period + 1 == periods;
        let closing = if last { problem.closing } else { Decimal::ZERO };
        let wanted = sum(*demand, closing)?;
        asked = sum(asked, wanted)?;
        network.add(period, sink, wanted, Decimal::ZERO);
    }
    if network.send(source, sink)? < asked {
        let late = if problem.backlog_cost.is_some() { "" } else { " à temps" };
        return Err(CalculationError::impossible(format!(
            "les capacités ne permettent pas de servir toute la demande{late}"
        )));
    }
    let flows = |arcs: &Vec<usize>| arcs.iter().map(|rank| network.flow(*rank)).collect();
    Ok(ranks.iter().map(flows).collect())
}

fn check(problem: &Problem) -> Result<(), CalculationError> {
    let modes = problem.modes.iter();
    let negative = problem
        .demand
        .iter()
        .chain(modes.flat_map(|mode| mode.limits.iter().chain([&mode.unit_cost])))
        .chain([&problem.opening, &problem.closing, &problem.stock_cost])
        .chain(&problem.backlog_cost)
        .any(|figure| *figure < Decimal::ZERO);
    if negative {
        return Err(CalculationError::impossible("une quantité ou un coût est négatif"));
    }
    Ok(())
}

/// More than any path costs: with this advantage, the opening stock, already there, is used first.
fn dearest(problem: &Problem) -> Result<Decimal, CalculationError> {
    let step = sum(problem.stock_cost, problem.backlog_cost.unwrap_or_default())?;
    let steps = step
        .checked_mul(Decimal::from(problem.demand.len() + 1))
        .ok_or(CalculationError::Overflow)?;
    let mode = problem.modes.iter().map(|mode| mode.unit_cost).max().unwrap_or_default();
    sum(sum(steps, mode)?, Decimal::ONE)
}

fn sum(left: Decimal, right: Decimal) -> Result<Decimal, CalculationError> {
    left.checked_add(right).ok_or(CalculationError::Overflow)
}
