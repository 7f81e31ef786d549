//! Rows that an article has, and its series: forecasts, orders, demand, safety stock, receipts.

use rust_decimal::Decimal;

use super::frame::{FamilyCells, Frame, Names};
use super::presentation::Row;
use super::{DemandRule, MasterScheduleInput, Plan, Quantities, ScheduledItem};
use crate::domain::planning::data::SafetyStock;
use crate::domain::planning::worksheet::{CellId, Formula};

/// An article and its rows, in the order of the presentation.
pub(super) struct ItemRows<'a> {
    pub(super) frame: &'a mut Frame,
    pub(super) input: &'a MasterScheduleInput,
    pub(super) item: &'a ScheduledItem,
    pub(super) family: Option<&'a FamilyCells>,
    pub(super) names: Names,
    /// Cell of the share in the plan of the family, in percent.
    pub(super) share: Option<CellId>,
    ranks: Vec<(Row, usize)>,
}

/// Cells of the series that the plan reads.
pub(super) struct Series {
    /// Orders of each period; none when there are no orders.
    pub(super) orders: Vec<CellId>,
    /// Demand of each period.
    pub(super) demand: Vec<CellId>,
    /// Safety stock of each period; none when there is none.
    pub(super) safety: Vec<CellId>,
    /// Receipts of launched orders; none when there are none.
    pub(super) receipts: Vec<CellId>,
}

impl<'a> ItemRows<'a> {
    /// Adds the rows of an article, still without cells but its share.
    pub(super) fn new(
        frame: &'a mut Frame,
        input: &'a MasterScheduleInput,
        item: &'a ScheduledItem,
        family: Option<&'a FamilyCells>,
    ) -> Self {
        let names = Names::new(item, input.presentation);
        let share = item.share.map(|share| {
            let head = names.head("PART", "Part de la famille").short("Part").unit("%");
            let row = frame.sheet.row(head);
            frame.sheet.given(row, frame.opening, share)
        });
        let shown = input.presentation.order().iter().filter(|row| has(input, item, **row));
        let ranks = shown.map(|row| (*row, frame.sheet.row(names.row(*row)))).collect();
        Self { frame, input, item, family, names, share, ranks }
    }

    /// Rank of a row; `None` when the article has no such row.
    pub(super) fn rank(&self, row: Row) -> Option<usize> {
        self.ranks.iter().find(|(known, _)| *known == row).map(|(_, rank)| *rank)
    }

    /// Adds the cells of the series.
    pub(super) fn series(&mut self) -> Series {
        let item = self.item;
        let forecast = match &item.forecast {
            Quantities::None => Vec::new(),
            Quantities::ByPeriod(values) => self.given(Row::Forecast, values),
            Quantities::ShareOfFamily => self.shares(Row::Forecast),
        };
        let orders = self.given(Row::Orders, &item.orders);
        let demand = self.demand(&forecast, &orders);
        let safety = self.safety(&demand);
        let receipts = self.given(Row::Receipts, &item.receipts);
        Series { orders, demand, safety, receipts }
    }

    /// Cells written by the author in a row, when it exists.
    fn given(&mut self, row: Row, values: &[Decimal]) -> Vec<CellId> {
        let Some(rank) = self.rank(row) else { return Vec::new() };
        self.frame
            .periods
            .iter()
            .zip(values)
            .map(|(column, value)| self.frame.sheet.given(rank, *column, *value))
            .collect()
    }

    /// Cells computed in a row, when it exists.
    pub(super) fn computed(&mut self, row: Row, formulas: Vec<Formula>) -> Vec<CellId> {
        let Some(rank) = self.rank(row) else { return Vec::new() };
        self.frame
            .periods
            .iter()
            .zip(formulas)
            .map(|(column, formula)| self.frame.sheet.computed(rank, *column, formula))
            .collect()
    }

    /// Share of the article in the plan of the family, each period.
    pub(super) fn shares(&mut self, row: Row) -> Vec<CellId> {
        let (Some(family), Some(percent)) = (self.family, self.share) else { return Vec::new() };
        let rounding = self.input.family.as_ref().and_then(|family| family.rounding);
        let formulas = (0..self.input.periods.len())
            .map(|rank| {
                let share = family.share(rank, percent);
                match rounding {
                    Some(rounding) => share.rounded(rounding),
                    None => share,
                }
            })
            .collect();
        self.computed(row, formulas)
    }

    fn demand(&mut self, forecast: &[CellId], orders: &[CellId]) -> Vec<CellId> {
        if !has(self.input, self.item, Row::Demand) {
            let by_orders = is_on_orders(self.input, self.item);
            return if by_orders { orders.to_vec() } else { forecast.to_vec() };
        }
        let fence = self.input.fence;
        let rule = self.input.demand;
        let pairs = forecast.iter().zip(orders).enumerate();
        let formulas = pairs
            .map(|(rank, (forecast, orders))| match rule {
                _ if rank < fence => Formula::from(*orders),
                DemandRule::Orders => Formula::from(*orders),
                DemandRule::Forecast => Formula::from(*forecast),
                DemandRule::Greatest => Formula::from(*forecast).max(*orders),
            })
            .collect();
        self.computed(Row::Demand, formulas)
    }

    fn safety(&mut self, demand: &[CellId]) -> Vec<CellId> {
        let Some(rank) = self.rank(Row::Safety) else { return Vec::new() };
        match &self.item.safety {
            SafetyStock::Fixed(stock) => {
                let cell = self.frame.sheet.given(rank, self.frame.opening, *stock);
                vec![cell; demand.len()]
            }
            SafetyStock::ByPeriod(stocks) => self.given(Row::Safety, stocks),
            SafetyStock::PercentOfRequirement(percent) => {
                let head = self.names.head("SS_PART", "Stock de sécurité, part de la demande");
                let row = self.frame.sheet.row(head.short("Part en sécurité").unit("%"));
                let percent = self.frame.sheet.given(row, self.frame.opening, *percent);
                let formulas = demand.iter().map(|demand| *demand * percent / 100u32).collect();
                self.computed(Row::Safety, formulas)
            }
        }
    }
}

/// Whether the demand of an article is its orders alone.
pub(super) fn is_on_orders(input: &MasterScheduleInput, item: &ScheduledItem) -> bool {
    let no_forecast = item.forecast == Quantities::None;
    no_forecast || (input.demand == DemandRule::Orders && !item.orders.is_empty())
}

/// Whether an article has a row: it depends on what is stated, never on quantities.
fn has(input: &MasterScheduleInput, item: &ScheduledItem, row: Row) -> bool {
    let both = item.forecast != Quantities::None && !item.orders.is_empty();
    match row {
        Row::Forecast => item.forecast != Quantities::None,
        Row::Orders => !item.orders.is_empty(),
        Row::Demand => {
            let mixed = input.fence > 0 && input.demand != DemandRule::Orders;
            both && (mixed || input.demand == DemandRule::Greatest)
        }
        Row::Safety => item.safety != SafetyStock::Fixed(Decimal::ZERO),
        Row::Receipts => !item.receipts.is_empty(),
        Row::Net => match &item.plan {
            Plan::Computed { fixed } => fixed.len() < input.periods.len(),
            Plan::ShareOfFamily => false,
        },
        Row::Plan | Row::Stock => true,
        Row::Starts => item.lead_time.is_some(),
        // Added with the available to promise.
        Row::StockOnOrders | Row::Promise => false,
    }
}
