//! Orders of one article, period by period: net requirement, planned order, stock; then launches.

use super::balance::{Balance, with_receipts};
use super::input::{LateNeeds, PlannedItem};
use super::item_cells::{Known, Launches, sum_of};
use super::layout::Quantity;
use super::plan::later_periods;
use super::scrap::{increased_formula, rounded_formula};
use super::worksheet::Builder;
use crate::domain::planning::data::{LotRule, SafetyStock};
use crate::domain::planning::lot_rule::{grouped_formula, lot_formula};
use crate::domain::planning::worksheet::{CellId, Formula};

impl Builder<'_> {
    /// Adds the balance of every period and the launches.
    pub(super) fn add_orders(
        &mut self,
        rank: usize,
        item: &PlannedItem,
        known: &Known,
    ) -> Launches {
        // With one row of orders, at their start, the stock is made from the launches shown.
        let at_start = !self.shows(Quantity::OrderReceipt) && item.scrap.is_none();
        let mut launches =
            Launches { periods: vec![Vec::new(); self.horizon()], ..Launches::default() };
        let mut stock = self.opening_cell(rank, item);
        let mut cumulative = stock;
        let mut orders = Vec::with_capacity(self.horizon());
        for (period, gross) in known.gross.iter().copied().enumerate() {
            let receipts = known.receipts(period);
            let balance = self.balance(rank, period, stock, gross, &receipts, known);
            if self.shows(Quantity::Cumulative) {
                let formula = with_receipts(cumulative, &receipts) - gross;
                cumulative = self.computed(rank, Quantity::Cumulative, period, formula);
            }
            let frozen = period < self.input.policy.frozen_periods;
            let net = if frozen { Formula::number(0) } else { balance.net() };
            let net = self.computed(rank, Quantity::Net, period, net);
            let sized = sized(item, known, period, net);
            let order = match period.checked_sub(item.lead()).filter(|_| at_start) {
                Some(start) => self.computed(rank, Quantity::OrderStart, start, sized),
                None => self.computed(rank, Quantity::OrderReceipt, period, sized),
            };
            orders.push(order);
            stock = self.computed(rank, Quantity::Stock, period, balance.stock(order));
        }
        self.add_launches(rank, item, &orders, at_start, &mut launches);
        self.add_firm_launches(rank, item, &known.firm, &mut launches);
        launches
    }

    fn balance<'b>(
        &mut self,
        rank: usize,
        period: usize,
        stock: CellId,
        gross: CellId,
        receipts: &'b [CellId],
        known: &Known,
    ) -> Balance<'b> {
        let start = if self.shows(Quantity::Start) {
            self.computed(rank, Quantity::Start, period, stock)
        } else {
            stock
        };
        let target = known.targets.get(period).copied();
        let mut balance = Balance { gross, target, start, receipts, available: None, before: None };
        if self.shows(Quantity::Available) {
            let formula = balance.available();
            balance.available = Some(self.computed(rank, Quantity::Available, period, formula));
        }
        if self.shows(Quantity::BeforeOrder) {
            let formula = balance.before_order();
            balance.before = Some(self.computed(rank, Quantity::BeforeOrder, period, formula));
        }
        balance
    }

    /// Adds launches of planned orders: each at its end less the lead time.
    fn add_launches(
        &mut self,
        rank: usize,
        item: &PlannedItem,
        orders: &[CellId],
        at_start: bool,
        launches: &mut Launches,
    ) {
        for (start, order) in orders.iter().skip(item.lead()).enumerate() {
            let cell = if at_start {
                *order
            } else {
                let formula = launch(item, *order);
                self.computed(rank, Quantity::OrderStart, start, formula)
            };
            launches.add(start, cell);
        }
        let is_late = self.plans.get(rank).is_some_and(|plan| !plan.late_starts.is_zero());
        if is_late || self.input.display.late_column == Some(true) {
            self.add_late(rank, item, Quantity::OrderStart, orders, launches);
        }
    }

    /// Adds launches of firm planned orders.
    fn add_firm_launches(
        &mut self,
        rank: usize,
        item: &PlannedItem,
        firm: &[CellId],
        launches: &mut Launches,
    ) {
        for (start, order) in firm.iter().skip(item.lead()).enumerate() {
            let formula = launch(item, *order);
            launches.add(start, self.computed(rank, Quantity::FirmStart, start, formula));
        }
        if item.has_late_firm_order() {
            self.add_late(rank, item, Quantity::FirmStart, firm, launches);
        }
    }

    fn add_late(
        &mut self,
        rank: usize,
        item: &PlannedItem,
        quantity: Quantity,
        orders: &[CellId],
        launches: &mut Launches,
    ) {
        let late: Vec<_> =
            orders.iter().take(item.lead()).map(|order| launch(item, *order)).collect();
        if let Some(formula) = sum_of(late) {
            let cell = self.late_cell(rank, quantity, formula);
            if self.input.policy.late_needs == LateNeeds::FirstPeriod {
                launches.late.push(cell);
            }
        }
    }
}

/// Quantity launched for an order: with scrap, more than what is received.
fn launch(item: &PlannedItem, order: CellId) -> Formula {
    rounded_formula(increased_formula(item.scrap, order.into()), item.launch_rounding())
}

/// The planned order of a period.
fn sized(item: &PlannedItem, known: &Known, period: usize, net: CellId) -> Formula {
    let LotRule::Grouped { periods, multiple } = item.lot else {
        return lot_formula(&item.lot, net);
    };
    let varies = !matches!(item.safety, SafetyStock::Fixed(_));
    let later = known.gross.iter().copied().enumerate();
    let later = later.skip(period + 1).take(later_periods(periods)).map(|(period, gross)| {
        let taken = match sum_of(known.receipts(period)) {
            Some(receipts) => gross - receipts,
            None => gross.into(),
        };
        let previous = period.checked_sub(1).and_then(|before| known.targets.get(before));
        match (known.targets.get(period), previous) {
            (Some(target), Some(previous)) if varies => taken + (*target - *previous),
            _ => taken,
        }
    });
    grouped_formula(multiple, net, later.collect())
}
