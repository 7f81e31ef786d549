//! Columns of a table of forecasts, its history, and the adding of rows to it.

use rust_decimal::Decimal;

use super::SeriesForecast;
use crate::domain::planning::worksheet::{CellId, Formula, Rounding, RowHead, Worksheet};

/// Key of the column of single values.
pub(super) const VALUE: &str = "valeur";
/// Key of the column of totals.
pub(super) const TOTAL: &str = "total";

/// The worksheet being filled, with its columns and its history.
pub(super) struct Frame {
    /// The worksheet.
    pub(super) sheet: Worksheet,
    value: usize,
    /// Columns of the history, then of the periods ahead.
    pub(super) periods: Vec<usize>,
    total: usize,
    /// Demand of the history.
    pub(super) demand: Vec<CellId>,
    unit: String,
    rounding: Option<Rounding>,
}

impl Frame {
    /// The columns and the demand of a history.
    pub(super) fn new(input: &SeriesForecast) -> Self {
        let mut sheet = Worksheet::new("Prévisions");
        let value = sheet.column(VALUE, "");
        let past = input.history.iter().map(|(name, _)| name);
        let periods: Vec<usize> = past
            .chain(&input.ahead)
            .map(|name| sheet.column(name.as_str(), name.as_str()))
            .collect();
        let total = sheet.column(TOTAL, "Total");
        let row = sheet.row(RowHead::new("DEM", "Demande").unit(input.unit.as_str()));
        let demand = periods
            .iter()
            .zip(&input.history)
            .map(|(column, (_, demand))| sheet.given(row, *column, *demand))
            .collect();
        let (unit, rounding) = (input.unit.clone(), input.rounding);
        Self { sheet, value, periods, total, demand, unit, rounding }
    }

    /// A row of quantities of a method.
    pub(super) fn head(&self, key: impl Into<String>, label: &str) -> RowHead {
        RowHead::new(key, label).unit(self.unit.as_str())
    }

    /// A single value written by the author.
    pub(super) fn given(&mut self, head: RowHead, value: Decimal) -> CellId {
        let row = self.sheet.row(head);
        self.sheet.given(row, self.value, value)
    }

    /// A single value computed.
    pub(super) fn computed(&mut self, head: RowHead, formula: impl Into<Formula>) -> CellId {
        let row = self.sheet.row(head);
        self.sheet.computed(row, self.value, formula)
    }

    /// A value computed in a period.
    pub(super) fn at(&mut self, row: usize, rank: usize, formula: impl Into<Formula>) -> CellId {
        let column = self.periods.get(rank).copied().unwrap_or(self.total);
        self.sheet.computed(row, column, formula)
    }

    /// A forecast of a period, rounded when the author says so.
    pub(super) fn forecast(&mut self, row: usize, rank: usize, formula: Formula) -> CellId {
        let formula = match self.rounding {
            Some(rounding) => formula.rounded(rounding),
            None => formula,
        };
        self.at(row, rank, formula)
    }

    /// The sum of cells in the column of totals.
    pub(super) fn total(&mut self, row: usize, cells: &[CellId]) -> CellId {
        self.sheet.computed(row, self.total, Formula::sum(cells.iter().copied()))
    }
}

/// Forecasts of a method: its row, and the cell of each period that has one.
pub(super) struct Forecasts {
    /// Key of the row.
    pub(super) key: String,
    /// Name for people ("Moyenne mobile sur 3 périodes").
    pub(super) label: String,
    /// Forecast of each period from the first; `None` where there is none.
    pub(super) cells: Vec<Option<CellId>>,
}

/// The mean of cells.
pub(super) fn mean(cells: &[CellId]) -> Formula {
    Formula::sum(cells.iter().copied()) / Formula::number(cells.len())
}
