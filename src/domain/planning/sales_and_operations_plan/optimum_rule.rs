//! The cells of the cheapest plan: each is the same transport problem, read at its place.

use rust_decimal::Decimal;

use super::families::FamilyCells;
use super::frame::{Frame, Names};
use super::optimum::{Mode, Problem, cheapest};
use super::shared::Shared;
use crate::domain::planning::tree::LARGEST_QUANTITY;
use crate::domain::planning::worksheet::{CalculationError, CellId, Formula, Value, rule};

/// Parts of the production of each period; a part that does not exist has no cell.
pub(super) struct OptimumCells {
    /// Made in normal hours.
    pub(super) normal: Vec<CellId>,
    /// Made in overtime.
    pub(super) overtime: Vec<CellId>,
    /// Subcontracted.
    pub(super) subcontracting: Vec<CellId>,
}

/// How the arguments of the rule are laid out.
#[derive(Debug, Clone, Copy)]
struct Layout {
    periods: usize,
    modes: usize,
    backlog: bool,
}

impl OptimumCells {
    /// Adds the rows of the parts.
    pub(super) fn add(
        frame: &mut Frame,
        shared: &Shared,
        family: &FamilyCells,
        names: &Names,
    ) -> Self {
        let (arguments, layout) = arguments(shared, family);
        let mut mode = 0;
        let mut part = |key: &str, label: &str| {
            let rank = mode;
            mode += 1;
            let formulas: Vec<Formula> = (0..layout.periods)
                .map(|period| layout.formula(&arguments, rank, period))
                .collect();
            let (cells, row) = frame.computed_row(names.head(key, label), formulas);
            frame.total(row, &cells);
            cells
        };
        let normal = part("NORMAL", "Heures normales");
        let mut part_of = |exists: bool, key: &str, label: &str| {
            if exists { part(key, label) } else { Vec::new() }
        };
        let overtime = part_of(shared.overtime.is_some(), "HS", "Heures supplémentaires");
        let subcontracting = part_of(shared.subcontracting.is_some(), "ST", "Sous-traitance");
        Self { normal, overtime, subcontracting }
    }

    /// What is produced in a period.
    pub(super) fn sum(&self, rank: usize) -> Formula {
        let parts = [&self.normal, &self.overtime, &self.subcontracting];
        Formula::sum(parts.into_iter().filter_map(|part| part.get(rank).copied()))
    }
}

/// Demand, opening stock, closing stock, cost of stock, cost of backlog; then for each mode its
/// cost and its limits.
fn arguments(shared: &Shared, family: &FamilyCells) -> (Vec<Formula>, Layout) {
    let cost = |cell: Option<CellId>| cell.map_or(Formula::number(0), Formula::from);
    let periods = family.demand.len();
    let mut found: Vec<Formula> = family.demand.iter().map(|cell| (*cell).into()).collect();
    found.push(family.opening.into());
    found.push(family.closing().into());
    found.push(cost(shared.costs.stock));
    found.push(cost(shared.costs.backlog));
    let mut modes = 0;
    let mut add = |unit_cost: Option<CellId>, limit: &dyn Fn(usize) -> Option<CellId>| {
        modes += 1;
        found.push(cost(unit_cost));
        for rank in 0..periods {
            let limit = limit(rank).map_or(Formula::number(LARGEST_QUANTITY), Formula::from);
            found.push(shared.when_open(rank, limit));
        }
    };
    let normal = shared.normal.as_ref();
    add(shared.costs.normal, &|rank| normal.and_then(|cells| cells.get(rank)).copied());
    if let Some(overtime) = &shared.overtime {
        add(shared.costs.overtime, &|rank| overtime.limit(rank));
    }
    if let Some(subcontracting) = &shared.subcontracting {
        add(shared.costs.subcontracting, &|rank| subcontracting.limit(rank));
    }
    let layout = Layout { periods, modes, backlog: shared.costs.backlog.is_some() };
    (found, layout)
}

impl Layout {
    /// Quantity of a mode in a period.
    fn formula(self, arguments: &[Formula], mode: usize, period: usize) -> Formula {
        rule(
            arguments.to_vec(),
            move |values| {
                let plan = cheapest(&self.problem(values)?)?;
                let quantity = plan.get(mode).and_then(|quantities| quantities.get(period));
                Ok(quantity.copied().unwrap_or_default().into())
            },
            |_, _| "part du plan de coût minimal (problème de transport)".to_owned(),
        )
    }

    fn problem(self, values: &[Value]) -> Result<Problem, CalculationError> {
        let numbers: Vec<Decimal> = values.iter().map(Value::number).collect::<Result<_, _>>()?;
        let mut rest = numbers.into_iter();
        let demand = rest.by_ref().take(self.periods).collect();
        let opening = rest.next().unwrap_or_default();
        let closing = rest.next().unwrap_or_default();
        let stock_cost = rest.next().unwrap_or_default();
        let backlog_cost = rest.next().filter(|_| self.backlog);
        let mut modes = Vec::with_capacity(self.modes);
        for _ in 0..self.modes {
            let unit_cost = rest.next().unwrap_or_default();
            modes.push(Mode { unit_cost, limits: rest.by_ref().take(self.periods).collect() });
        }
        Ok(Problem { demand, opening, closing, modes, stock_cost, backlog_cost })
    }
}
