//! Receipts planned for an article, the stock that follows, and the starts.

use super::item_rows::{ItemRows, Series, is_on_orders};
use super::presentation::Row;
use super::{Plan, Trigger};
use crate::domain::planning::data::LotRule;
use crate::domain::planning::lot_rule::{grouped_formula, lot_formula};
use crate::domain::planning::worksheet::{CellId, Comparison, Formula};

/// Cells of a plan that the available to promise and the remarks read.
pub(super) struct PlanCells {
    /// Stock before the first period.
    pub(super) opening: CellId,
    /// Orders of each period; none when there are no orders.
    pub(super) orders: Vec<CellId>,
    /// Receipts of launched orders; none when there are none.
    pub(super) receipts: Vec<CellId>,
    /// Receipts planned.
    pub(super) plan: Vec<CellId>,
    /// Stock at the end of each period.
    pub(super) stock: Vec<CellId>,
    /// Whether this stock is the one on firm orders.
    pub(super) on_orders: bool,
    /// Starts due before the first period, when starts are shown.
    pub(super) overdue: Option<CellId>,
}

impl PlanCells {
    /// What is received in a period.
    pub(super) fn supply(&self, rank: usize) -> Formula {
        let planned = self.plan.get(rank).map_or(Formula::number(0), |cell| (*cell).into());
        match self.receipts.get(rank) {
            Some(receipt) => *receipt + planned,
            None => planned,
        }
    }
}

impl ItemRows<'_> {
    /// Adds the cells of the plan.
    pub(super) fn plan(&mut self, series: Series) -> PlanCells {
        let shares = match self.item.plan {
            Plan::ShareOfFamily => self.shares(Row::Plan),
            Plan::Computed { .. } => Vec::new(),
        };
        let stock_row = self.rank(Row::Stock).unwrap_or_default();
        let opening_column = self.frame.opening;
        let opening = self.frame.sheet.given(stock_row, opening_column, self.item.opening_stock);
        let mut cells = PlanCells {
            opening,
            orders: Vec::new(),
            receipts: Vec::new(),
            plan: Vec::new(),
            stock: Vec::new(),
            on_orders: is_on_orders(self.input, self.item),
            overdue: None,
        };
        let columns = self.frame.periods.clone();
        let mut before = opening;
        for (rank, (column, demand)) in columns.into_iter().zip(&series.demand).enumerate() {
            let planned = match shares.get(rank) {
                Some(share) => *share,
                None => self.planned(rank, column, before, &series),
            };
            let received = match series.receipts.get(rank) {
                Some(receipt) => before + *receipt + planned,
                None => before + planned,
            };
            before = self.frame.sheet.computed(stock_row, column, received - *demand);
            cells.plan.push(planned);
            cells.stock.push(before);
        }
        cells.overdue = self.starts(&cells.plan);
        cells.orders = series.orders;
        cells.receipts = series.receipts;
        cells
    }

    /// Receipt of a period: fixed by the author, or sized from the net requirement.
    fn planned(&mut self, rank: usize, column: usize, before: CellId, series: &Series) -> CellId {
        let plan_row = self.rank(Row::Plan).unwrap_or_default();
        if let Plan::Computed { fixed } = &self.item.plan
            && let Some(quantity) = fixed.get(rank)
        {
            return self.frame.sheet.given(plan_row, column, *quantity);
        }
        let net_row = self.rank(Row::Net).unwrap_or(plan_row);
        let net = self.net(rank, before, series);
        let net = self.frame.sheet.computed(net_row, column, net);
        let formula = match &self.item.lot {
            LotRule::Grouped { periods, multiple } => {
                let group = usize::try_from(*periods).unwrap_or(usize::MAX);
                let later = (rank.saturating_add(1)..rank.saturating_add(group))
                    .map_while(|later| taken(later, series))
                    .collect();
                grouped_formula(*multiple, net, later)
            }
            lot => lot_formula(lot, net),
        };
        self.frame.sheet.computed(plan_row, column, formula)
    }

    /// Net requirement: demand + safety stock − what is available, when a receipt is triggered.
    fn net(&self, rank: usize, before: CellId, series: &Series) -> Formula {
        let zero = Formula::number(0);
        let Some(demand) = series.demand.get(rank).copied() else { return zero };
        let available = match series.receipts.get(rank) {
            Some(receipt) => before + *receipt,
            None => before.into(),
        };
        let Some(safety) = series.safety.get(rank).copied() else {
            return (demand - available).at_least_zero();
        };
        let net = (demand + safety - available.clone()).at_least_zero();
        match self.input.trigger {
            Trigger::BelowSafety => net,
            Trigger::BelowZero => {
                Formula::choose(available - demand, Comparison::Less, 0u32, net, zero)
            }
        }
    }

    /// Row of the starts, a lead time before the receipts; gives those due before the horizon.
    fn starts(&mut self, plan: &[CellId]) -> Option<CellId> {
        let row = self.rank(Row::Starts)?;
        let lead = self.item.lead_time.and_then(|lead| usize::try_from(lead).ok())?;
        let columns = self.frame.periods.clone();
        for (column, received) in columns.into_iter().zip(plan.iter().skip(lead)) {
            self.frame.sheet.computed(row, column, *received);
        }
        let overdue = plan.iter().take(lead).copied();
        let opening = self.frame.opening;
        (lead > 0).then(|| self.frame.sheet.computed(row, opening, Formula::sum(overdue)))
    }
}

/// What a later period takes from the stock: its demand less its receipts, plus the rise of the
/// safety stock; `None` beyond the horizon.
fn taken(rank: usize, series: &Series) -> Option<Formula> {
    let demand = series.demand.get(rank).copied()?;
    let rise = series.safety.get(rank).zip(series.safety.get(rank.checked_sub(1)?));
    let demand = match rise {
        Some((now, before)) if now != before => demand + *now - *before,
        _ => demand.into(),
    };
    Some(match series.receipts.get(rank) {
        Some(receipt) => demand - *receipt,
        None => demand,
    })
}
