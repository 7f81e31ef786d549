//! Cells placed by article, quantity and period instead of ranks of rows and columns.

use super::input::PlannedItem;
use super::layout::Quantity;
use super::worksheet::Builder;
use crate::domain::planning::worksheet::{CellId, Formula, Value};

/// Rows that may hold the opening stock: the first one shown does.
const OPENING_ROWS: [Quantity; 4] =
    [Quantity::Stock, Quantity::Available, Quantity::BeforeOrder, Quantity::Cumulative];

impl Builder<'_> {
    /// Adds a cell written by the author.
    pub(super) fn given(
        &mut self,
        rank: usize,
        quantity: Quantity,
        period: usize,
        value: impl Into<Value>,
    ) -> CellId {
        let (row, column) = (self.row(rank, quantity), self.column(period));
        self.sheet.given(row, column, value)
    }

    /// Adds a computed cell.
    pub(super) fn computed(
        &mut self,
        rank: usize,
        quantity: Quantity,
        period: usize,
        formula: impl Into<Formula>,
    ) -> CellId {
        let (row, column) = (self.row(rank, quantity), self.column(period));
        self.sheet.computed(row, column, formula)
    }

    /// Adds the opening stock of an article.
    pub(super) fn opening_cell(&mut self, rank: usize, item: &PlannedItem) -> CellId {
        let shown = OPENING_ROWS.into_iter().find(|quantity| self.shows(*quantity));
        let row = self.row(rank, shown.unwrap_or(Quantity::Stock));
        self.sheet.given(row, self.opening, item.opening)
    }

    /// Adds a value of an article that holds for all periods, outside the periods.
    pub(super) fn constant_cell(
        &mut self,
        rank: usize,
        quantity: Quantity,
        value: impl Into<Value>,
    ) -> CellId {
        let row = self.row(rank, quantity);
        self.sheet.given(row, self.opening, value)
    }

    /// Adds launches that should have started before the horizon.
    pub(super) fn late_cell(
        &mut self,
        rank: usize,
        quantity: Quantity,
        formula: impl Into<Formula>,
    ) -> CellId {
        let row = self.row(rank, quantity);
        self.sheet.computed(row, self.late.unwrap_or(usize::MAX), formula)
    }

    fn row(&self, rank: usize, quantity: Quantity) -> usize {
        let rows = self.rows.get(rank);
        rows.and_then(|rows| rows.get(&quantity)).copied().unwrap_or(usize::MAX)
    }

    fn column(&self, period: usize) -> usize {
        self.periods.get(period).copied().unwrap_or(usize::MAX)
    }
}
