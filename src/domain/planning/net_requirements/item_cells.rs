//! Cells of one article: requirements, receipts expected and targets; then its orders.

use rust_decimal::Decimal;

use super::input::{LateNeeds, PlannedItem, at};
use super::layout::Quantity;
use super::scrap::{increased_formula, rounded_formula};
use super::worksheet::Builder;
use crate::domain::planning::data::SafetyStock;
use crate::domain::planning::worksheet::{CellId, Formula};

/// Launches of an article: what issues its components.
#[derive(Debug, Clone, Default)]
pub(super) struct Launches {
    /// Cells whose sum starts in each period.
    pub(super) periods: Vec<Vec<CellId>>,
    /// Cells whose sum should have started before the horizon.
    pub(super) late: Vec<CellId>,
}

impl Launches {
    /// Adds a cell to those of a period.
    pub(super) fn add(&mut self, period: usize, cell: CellId) {
        if let Some(cells) = self.periods.get_mut(period) {
            cells.push(cell);
        }
    }
}

/// Cells of an article that its orders start from; a series is empty when there is none of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    /// Gross requirements.
    pub(super) gross: Vec<CellId>,
    /// Receipts of launched orders.
    pub(super) launched: Vec<CellId>,
    /// Receipts of firm planned orders.
    pub(super) firm: Vec<CellId>,
    /// Targets of stock.
    pub(super) targets: Vec<CellId>,
}

impl Known {
    /// Receipts expected in a period.
    pub(super) fn receipts(&self, period: usize) -> Vec<CellId> {
        let both = [self.launched.get(period), self.firm.get(period)];
        both.into_iter().flatten().copied().collect()
    }
}

impl Builder<'_> {
    /// Adds all cells of an article; those in which it is used are already there.
    pub(super) fn add_item(&mut self, rank: usize) {
        let input = self.input;
        let Some(item) = input.items.get(rank) else { return };
        let gross = self.gross_cells(rank, item);
        let mut known = Known { gross, ..Known::default() };
        if self.has(rank, item, Quantity::Launched) {
            known.launched = self.series(rank, Quantity::Launched, &item.launched);
        }
        if self.has(rank, item, Quantity::Firm) {
            known.firm = self.series(rank, Quantity::Firm, &item.firm);
        }
        if self.has(rank, item, Quantity::Safety) {
            known.targets = self.target_cells(rank, item, &known.gross);
        }
        let launches = self.add_orders(rank, item, &known);
        if let Some(place) = self.launches.get_mut(rank) {
            *place = launches;
        }
    }

    fn series(&mut self, rank: usize, quantity: Quantity, series: &[Decimal]) -> Vec<CellId> {
        let periods = 0..self.horizon();
        periods.map(|period| self.given(rank, quantity, period, at(series, period))).collect()
    }

    fn gross_cells(&mut self, rank: usize, item: &PlannedItem) -> Vec<CellId> {
        let is_used = self.uses.get(rank).is_some_and(|uses| !uses.is_empty());
        let own_row = self.has(rank, item, Quantity::Independent);
        if !is_used && !own_row {
            return self.series(rank, Quantity::Gross, &item.independent);
        }
        let independent = if own_row {
            self.series(rank, Quantity::Independent, &item.independent)
        } else {
            Vec::new()
        };
        let mut cells = Vec::with_capacity(self.horizon());
        for period in 0..self.horizon() {
            let dependent = self.dependent(rank, item, period);
            let formula = match (dependent, independent.get(period)) {
                (Some(dependent), Some(independent)) => dependent + *independent,
                (Some(dependent), None) => dependent,
                (None, Some(independent)) => (*independent).into(),
                (None, None) => Formula::number(0),
            };
            cells.push(self.computed(rank, Quantity::Gross, period, formula));
        }
        cells
    }

    /// Requirement that comes from the articles of which this one is a component: launches ×
    /// quantity for one, same period.
    fn dependent(&self, rank: usize, item: &PlannedItem, period: usize) -> Option<Formula> {
        let links = self.uses.get(rank)?.iter().filter_map(|link| self.input.links.get(*link));
        let mut with_scrap = false;
        let mut terms = Vec::new();
        for link in links {
            with_scrap |= link.scrap.is_some();
            let Some(parent) = self.launches.get(link.parent) else { continue };
            let mut cells = parent.periods.get(period).cloned().unwrap_or_default();
            if period == 0 && self.input.policy.late_needs == LateNeeds::FirstPeriod {
                cells.extend(&parent.late);
            }
            let Some(launched) = sum_of(cells) else { continue };
            terms.push(increased_formula(link.scrap, launched * link.quantity));
        }
        let total = sum_of(terms)?;
        let rounding = item.scrap_rounding.filter(|_| with_scrap);
        Some(rounded_formula(total, rounding))
    }

    fn target_cells(&mut self, rank: usize, item: &PlannedItem, gross: &[CellId]) -> Vec<CellId> {
        let cells: Vec<CellId> = match &item.safety {
            SafetyStock::Fixed(target) if self.shows(Quantity::Safety) => {
                let targets = vec![*target; self.horizon()];
                self.series(rank, Quantity::Safety, &targets)
            }
            SafetyStock::Fixed(target) => {
                let cell = self.constant_cell(rank, Quantity::Safety, *target);
                vec![cell; self.horizon()]
            }
            SafetyStock::ByPeriod(targets) => self.series(rank, Quantity::Safety, targets),
            SafetyStock::PercentOfRequirement(rate) => {
                let mut cells = Vec::with_capacity(gross.len());
                for (period, gross) in gross.iter().enumerate() {
                    let target = *gross * *rate / Decimal::ONE_HUNDRED;
                    cells.push(self.computed(rank, Quantity::Safety, period, target));
                }
                cells
            }
        };
        // A stock that may be consumed is shown, and triggers nothing.
        if self.input.policy.safety_consumable { Vec::new() } else { cells }
    }
}

/// The sum of cells or formulas; the only one alone; `None` of none.
pub(super) fn sum_of<T: Into<Formula>>(terms: Vec<T>) -> Option<Formula> {
    let mut terms: Vec<Formula> = terms.into_iter().map(Into::into).collect();
    match terms.len() {
        0 => None,
        1 => terms.pop(),
        _ => Some(Formula::Sum(terms)),
    }
}
