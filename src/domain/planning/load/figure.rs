//! Figures given by the author, or taken from another calculation; alone or one a period.

use rust_decimal::Decimal;

use crate::domain::planning::worksheet::{CellId, Source, Worksheet};

/// A figure given by the author, or taken from another calculation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figure {
    /// Its value.
    pub value: Decimal,
    /// The cell of another calculation that gives it, if any.
    pub source: Option<Source>,
}

impl From<Decimal> for Figure {
    fn from(value: Decimal) -> Self {
        Self { value, source: None }
    }
}

impl Figure {
    /// Adds the given cell of this figure.
    pub(super) fn put(&self, sheet: &mut Worksheet, row: usize, column: usize) -> CellId {
        let id = sheet.given(row, column, self.value);
        if let Some(source) = &self.source {
            sheet.link(id, source.clone());
        }
        id
    }
}

/// A figure that holds for every period, or one a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Series {
    /// The same in every period.
    Constant(Decimal),
    /// One a period.
    ByPeriod(Vec<Figure>),
}

impl Series {
    /// One number a period.
    pub fn by_period(numbers: impl IntoIterator<Item = Decimal>) -> Self {
        Self::ByPeriod(numbers.into_iter().map(Figure::from).collect())
    }

    /// The figure of a period; zero beyond the series.
    pub fn at(&self, period: usize) -> Figure {
        match self {
            Self::Constant(value) => Figure::from(*value),
            Self::ByPeriod(figures) => figures.get(period).cloned().unwrap_or_default(),
        }
    }

    /// Whether it has a figure for each of so many periods.
    pub fn covers(&self, periods: usize) -> bool {
        match self {
            Self::Constant(_) => true,
            Self::ByPeriod(figures) => figures.len() == periods,
        }
    }
}

/// The cells of a series.
#[derive(Debug, Clone)]
pub(super) enum Cells {
    /// One cell for every period.
    Constant(CellId),
    /// One a period.
    ByPeriod(Vec<CellId>),
}

impl Cells {
    /// The cell of a period.
    pub(super) fn at(&self, period: usize) -> Option<CellId> {
        match self {
            Self::Constant(id) => Some(*id),
            Self::ByPeriod(ids) => ids.get(period).copied(),
        }
    }
}
