//! Tests of the cheapest plan.

use proptest::prelude::*;

use super::*;

fn decimals(numbers: &[i64]) -> Vec<Decimal> {
    numbers.iter().map(|number| Decimal::from(*number)).collect()
}

fn problem(demand: &[i64], normal: i64, overtime: i64) -> Problem {
    let mode = |cost: i64, limit: i64| Mode {
        unit_cost: Decimal::from(cost),
        limits: vec![Decimal::from(limit); demand.len()],
    };
    Problem {
        demand: decimals(demand),
        opening: Decimal::ZERO,
        closing: Decimal::ZERO,
        modes: vec![mode(10, normal), mode(15, overtime)],
        stock_cost: Decimal::TWO,
        backlog_cost: Some(Decimal::from(8)),
    }
}

/// Cost of a plan; `None` when it leaves demand unserved at the end.
fn cost(problem: &Problem, plan: &[Vec<Decimal>]) -> Option<Decimal> {
    let mut stock = problem.opening;
    let mut total = Decimal::ZERO;
    for (period, demand) in problem.demand.iter().enumerate() {
        for (mode, quantities) in problem.modes.iter().zip(plan) {
            stock += quantities[period];
            total += quantities[period] * mode.unit_cost;
        }
        stock -= demand;
        total += stock.max(Decimal::ZERO) * problem.stock_cost;
        total += (-stock).max(Decimal::ZERO) * problem.backlog_cost?;
    }
    (stock >= problem.closing).then_some(total)
}

#[test]
fn the_published_optimum_is_found() {
    let problem = problem(&[100, 120, 160, 180, 140, 100], 140, 40);
    let plan = cheapest(&problem).expect("a plan");
    assert_eq!(plan[0], decimals(&[100, 140, 140, 140, 140, 100]));
    assert_eq!(plan[1], decimals(&[0, 0, 0, 40, 0, 0]));
    assert_eq!(cost(&problem, &plan), Some(Decimal::from(8240)));
}

#[test]
fn the_opening_stock_is_used_first_and_the_closing_stock_is_left() {
    let mut problem = problem(&[10, 10], 20, 0);
    problem.opening = Decimal::from(15);
    problem.closing = Decimal::from(4);
    let plan = cheapest(&problem).expect("a plan");
    assert_eq!(plan[0], decimals(&[0, 9]));
    problem.opening = Decimal::from(50);
    assert_eq!(cheapest(&problem).expect("a plan")[0], decimals(&[0, 0]));
}

#[test]
fn what_cannot_be_served_is_refused() {
    let mut problem = problem(&[10, 60], 20, 5);
    let words = |problem: &Problem| cheapest(problem).expect_err("refused").to_string();
    let late = "les capacités ne permettent pas de servir toute la demande";
    assert_eq!(words(&problem), late);
    problem.demand = decimals(&[60, 10]);
    problem.modes[0].limits = decimals(&[20, 50]);
    assert!(cheapest(&problem).is_ok());
    problem.backlog_cost = None;
    assert_eq!(words(&problem), format!("{late} à temps"));
    problem.stock_cost = -Decimal::ONE;
    assert_eq!(words(&problem), "une quantité ou un coût est négatif");
    assert_eq!(cheapest(&self::problem(&[], 5, 5)), Ok(vec![Vec::new(), Vec::new()]));
}

/// The least cost over all whole plans of two modes, tried one by one.
fn least(problem: &Problem) -> Option<Decimal> {
    fn extended(problem: &Problem, plan: &mut Vec<Vec<Decimal>>, best: &mut Option<Decimal>) {
        let done = plan[0].len();
        if done == problem.demand.len() {
            if let Some(total) = cost(problem, plan) {
                *best = Some(best.map_or(total, |best: Decimal| best.min(total)));
            }
            return;
        }
        let limit =
            |mode: usize| i64::try_from(problem.modes[mode].limits[done]).expect("a small number");
        for normal in 0..=limit(0) {
            for overtime in 0..=limit(1) {
                plan[0].push(Decimal::from(normal));
                plan[1].push(Decimal::from(overtime));
                extended(problem, plan, best);
                plan[0].pop();
                plan[1].pop();
            }
        }
    }
    let mut best = None;
    extended(problem, &mut vec![Vec::new(), Vec::new()], &mut best);
    best
}

proptest::proptest! {
    #[test]
    fn no_plan_tried_one_by_one_is_cheaper(
        demand in prop::collection::vec(0i64..5, 1..5),
        normal in 1i64..4,
        overtime in 0i64..3,
        opening in 0i64..3,
        costs in (0i64..6, 0i64..9),
    ) {
        let mut problem = problem(&demand, normal, overtime);
        problem.opening = Decimal::from(opening);
        problem.stock_cost = Decimal::from(costs.0);
        problem.backlog_cost = Some(Decimal::from(costs.1));
        match (cheapest(&problem), least(&problem)) {
            (Ok(plan), Some(least)) => prop_assert_eq!(cost(&problem, &plan), Some(least)),
            (Err(_), None) => {}
            (found, least) => prop_assert!(false, "{found:?}, {least:?}"),
        }
    }
}
