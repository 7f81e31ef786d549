//! Rows of a family that all its strategies read: demand, opening stock, stock wanted.

use super::frame::{Frame, Names};
use super::{Family, PlanInput, StockTarget, Strategy};
use crate::domain::planning::worksheet::CellId;

/// Cells of a family.
pub(super) struct FamilyCells {
    /// Demand of each period.
    pub(super) demand: Vec<CellId>,
    /// Demand of the horizon.
    pub(super) demand_total: CellId,
    /// Demand since the start, when shown or needed.
    pub(super) demand_cumulated: Vec<CellId>,
    /// Stock before the first period.
    pub(super) opening: CellId,
    /// Stock wanted.
    pub(super) target: Target,
}

/// Stock wanted at the end of periods.
pub(super) enum Target {
    /// The opening stock.
    Opening,
    /// One stock.
    Closing(CellId),
    /// One stock a period.
    ByPeriod(Vec<CellId>),
}

impl FamilyCells {
    /// Adds the rows.
    pub(super) fn add(frame: &mut Frame, input: &PlanInput, family: &Family) -> Self {
        let names = Names::new(&[family.code.as_str()], group(family), &family.unit);
        let (demand, row) = frame.given_row(names.head("DEM", "Demande"), &family.demand);
        let demand_total = frame.total(row, &demand);
        let asked = input.strategies.contains(&Strategy::LevelWithoutShortage);
        let demand_cumulated = if input.cumulated || asked {
            frame.running_row(names.head("DEM_CUM", "Demande cumulée"), &demand)
        } else {
            Vec::new()
        };
        let opening = frame.given(names.head("STOCK_INI", "Stock initial"), family.opening_stock);
        let target = match &family.target {
            StockTarget::Unchanged => Target::Opening,
            StockTarget::Closing(stock) => {
                Target::Closing(frame.given(names.head("OBJ", "Stock final visé"), *stock))
            }
            StockTarget::ByPeriod(stocks) => {
                Target::ByPeriod(frame.given_row(names.head("OBJ", "Stock visé"), stocks).0)
            }
        };
        Self { demand, demand_total, demand_cumulated, opening, target }
    }

    /// Stock wanted at the end of a period.
    pub(super) fn target(&self, rank: usize) -> CellId {
        match &self.target {
            Target::Opening => self.opening,
            Target::Closing(cell) => *cell,
            Target::ByPeriod(cells) => cells.get(rank).copied().unwrap_or(self.opening),
        }
    }

    /// Stock wanted at the end of the horizon.
    pub(super) fn closing(&self) -> CellId {
        self.target(self.demand.len().saturating_sub(1))
    }
}

/// Group of the rows of a family: its code first.
pub(super) fn group(family: &Family) -> String {
    match (family.code.as_str(), family.label.as_str()) {
        (code, "") => code.to_owned(),
        ("", label) => label.to_owned(),
        (code, label) => format!("{code} – {label}"),
    }
}
