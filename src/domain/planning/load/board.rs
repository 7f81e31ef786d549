//! The table being filled: where the cell of a centre and a period goes.

use super::figure::{Cells, Series};
use super::{Columns, Extra, LoadCentre, LoadInput};
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, RowHead, Value, Worksheet,
};

/// Cells of an article: quantity, number of series, rework.
#[derive(Debug, Clone, Default)]
pub(super) struct ItemCells {
    pub(super) quantities: Vec<Option<CellId>>,
    pub(super) series: Vec<Option<CellId>>,
    pub(super) rework: Option<CellId>,
}

/// Words of a row of a centre.
pub(super) struct Words<'w> {
    pub(super) key: &'w str,
    pub(super) label: &'w str,
    pub(super) unit: &'w str,
}

/// The table being filled.
pub(super) struct Board<'a> {
    pub(super) sheet: Worksheet,
    pub(super) input: &'a LoadInput,
    pub(super) items: Vec<ItemCells>,
    /// Column of what belongs to no period, or to no centre.
    pub(super) shared: usize,
    columns: Vec<usize>,
    total: Option<usize>,
}

impl<'a> Board<'a> {
    /// An empty table with its columns.
    pub(super) fn new(title: &str, input: &'a LoadInput) -> Self {
        let mut sheet = Worksheet::new(title);
        let (shared, columns, total) = match input.columns {
            Columns::Periods => {
                let shared = sheet.column("valeur", "Valeur");
                let columns = input.periods.iter().map(|name| sheet.column(name, name)).collect();
                let total = input.shows(Extra::Totals).then(|| sheet.column("total", "Total"));
                (shared, columns, total)
            }
            Columns::Centres => centre_columns(&mut sheet, &input.centres),
        };
        Self { sheet, input, items: Vec::new(), shared, columns, total }
    }

    /// Number of periods.
    pub(super) fn periods(&self) -> usize {
        self.input.periods.len()
    }

    /// Column of a centre and a period.
    pub(super) fn column(&self, centre: usize, period: usize) -> usize {
        let rank = match self.input.columns {
            Columns::Periods => period,
            Columns::Centres => centre,
        };
        self.columns.get(rank).copied().unwrap_or(self.shared)
    }

    /// Column of what holds for every period of a centre.
    pub(super) fn constant_column(&self, centre: usize) -> usize {
        match self.input.columns {
            Columns::Periods => self.shared,
            Columns::Centres => self.column(centre, 0),
        }
    }

    /// Column of what holds for all centres in a period.
    pub(super) fn overall_column(&self, period: usize) -> usize {
        match self.input.columns {
            Columns::Periods => self.column(0, period),
            Columns::Centres => self.shared,
        }
    }

    /// Row of a centre: with one column a centre, the centres share their rows.
    pub(super) fn row(&mut self, centre: &LoadCentre, words: &Words<'_>) -> usize {
        let (key, group) = match self.input.columns {
            Columns::Periods => (format!("{}.{}", centre.code, words.key), group_of(centre)),
            Columns::Centres => (words.key.to_owned(), String::new()),
        };
        if let Some(rank) = self.sheet.row_rank(&key) {
            return rank;
        }
        self.sheet.row(RowHead::new(key, words.label).group(group).unit(words.unit))
    }

    /// Cells of a series: a constant has one cell, in the column of constants.
    pub(super) fn series(&mut self, centre: usize, row: usize, series: &Series) -> Cells {
        match series {
            Series::Constant(value) => {
                let column = self.constant_column(centre);
                Cells::Constant(self.sheet.given(row, column, *value))
            }
            Series::ByPeriod(_) => Cells::ByPeriod(self.spread(centre, row, series)),
        }
    }

    /// Cells of a series, one a period even when it is constant.
    pub(super) fn spread(&mut self, centre: usize, row: usize, series: &Series) -> Vec<CellId> {
        (0..self.periods())
            .map(|period| {
                let column = self.column(centre, period);
                series.at(period).put(&mut self.sheet, row, column)
            })
            .collect()
    }

    /// Adds the sum of a row over the periods, in the column of totals if there is one.
    pub(super) fn total(&mut self, row: usize, cells: &[Option<CellId>]) -> Option<CellId> {
        let column = self.total?;
        let found: Vec<CellId> = cells.iter().flatten().copied().collect();
        (!found.is_empty()).then(|| self.sheet.computed(row, column, Formula::sum(found)))
    }

    /// Column of totals over the periods, if any.
    pub(super) fn total_column(&self) -> Option<usize> {
        self.total
    }

    /// Whether a cell, made of a few cells only, is above zero as the author gives the data.
    pub(super) fn is_positive(&self, id: CellId) -> bool {
        let number = self.value(id).and_then(|value| value.number());
        number.is_ok_and(|number| number.is_sign_positive() && !number.is_zero())
    }

    fn value(&self, id: CellId) -> Result<Value, CalculationError> {
        self.sheet.compute(id, &|cell| self.value(cell))
    }
}

/// One column a centre, and one for all of them when there are several.
fn centre_columns(
    sheet: &mut Worksheet,
    centres: &[LoadCentre],
) -> (usize, Vec<usize>, Option<usize>) {
    if centres.len() < 2 {
        let only = sheet.column("valeur", "Valeur");
        return (only, vec![only], None);
    }
    let columns = centres.iter().map(|centre| sheet.column(&*centre.code, &*centre.code)).collect();
    (sheet.column("ensemble", "Ensemble"), columns, None)
}

/// "P20 – Débit et cintrage".
fn group_of(centre: &LoadCentre) -> String {
    if centre.label.is_empty() {
        centre.code.clone()
    } else {
        format!("{} – {}", centre.code, centre.label)
    }
}
