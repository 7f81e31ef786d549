//! Columns of a plan, and the adding of rows to it.

use rust_decimal::Decimal;

use crate::domain::planning::data::Periods;
use crate::domain::planning::worksheet::{CellId, Formula, RowHead, Value, Worksheet};

/// Key of the column of single values.
const VALUE: &str = "valeur";
/// Key of the column of totals.
const TOTAL: &str = "total";
/// Name of the opening column when the case gives none.
const OPENING: &str = "départ";

/// The worksheet being filled, with its columns.
pub(super) struct Frame {
    /// The worksheet.
    pub(super) sheet: Worksheet,
    /// Column of single values.
    value: usize,
    /// Column of opening stocks.
    pub(super) opening: usize,
    /// Columns of the periods.
    pub(super) periods: Vec<usize>,
    /// Column of the totals.
    total: usize,
}

/// Prefix of the keys of some rows, their group and their unit.
#[derive(Debug, Clone)]
pub(super) struct Names {
    prefix: String,
    group: String,
    unit: String,
}

impl Names {
    /// Names under these parts of a key, those that are empty left out.
    pub(super) fn new(parts: &[&str], group: impl Into<String>, unit: &str) -> Self {
        let parts: Vec<&str> = parts.iter().filter(|part| !part.is_empty()).copied().collect();
        Self { prefix: parts.join("."), group: group.into(), unit: unit.to_owned() }
    }

    /// A row of quantities.
    pub(super) fn head(&self, key: &str, label: &str) -> RowHead {
        let key = match self.prefix.as_str() {
            "" => key.to_owned(),
            prefix => format!("{prefix}.{key}"),
        };
        RowHead::new(key, label).group(self.group.as_str()).unit(self.unit.as_str())
    }
}

impl Frame {
    /// The columns of these periods, without row.
    pub(super) fn new(periods: &Periods) -> Self {
        let mut sheet = Worksheet::new("Plan industriel et commercial (PIC)");
        let value = sheet.column(VALUE, "");
        let opening = sheet.column(opening_name(periods), opening_name(periods));
        let periods =
            periods.names.iter().map(|name| sheet.column(name.as_str(), name.as_str())).collect();
        let total = sheet.column(TOTAL, "Total");
        Self { sheet, value, opening, periods, total }
    }

    /// Column of a period.
    pub(super) fn column(&self, rank: usize) -> usize {
        self.periods.get(rank).copied().unwrap_or(self.total)
    }

    /// A single value written by the author.
    pub(super) fn given(&mut self, head: RowHead, value: impl Into<Value>) -> CellId {
        let row = self.sheet.row(head);
        self.sheet.given(row, self.value, value)
    }

    /// A single value computed.
    pub(super) fn computed(&mut self, head: RowHead, formula: impl Into<Formula>) -> CellId {
        let row = self.sheet.row(head);
        self.sheet.computed(row, self.value, formula)
    }

    /// A row of values written by the author, one a period, and its rank.
    pub(super) fn given_row(&mut self, head: RowHead, values: &[Decimal]) -> (Vec<CellId>, usize) {
        let row = self.sheet.row(head);
        let cells = self
            .periods
            .iter()
            .zip(values)
            .map(|(column, value)| self.sheet.given(row, *column, *value))
            .collect();
        (cells, row)
    }

    /// A row of values computed, one a period from the first, and its rank.
    pub(super) fn computed_row(
        &mut self,
        head: RowHead,
        formulas: impl IntoIterator<Item = Formula>,
    ) -> (Vec<CellId>, usize) {
        let row = self.sheet.row(head);
        let cells = self
            .periods
            .iter()
            .zip(formulas)
            .map(|(column, formula)| self.sheet.computed(row, *column, formula))
            .collect();
        (cells, row)
    }

    /// The sum of cells in the column of totals.
    pub(super) fn total(&mut self, row: usize, cells: &[CellId]) -> CellId {
        self.sheet.computed(row, self.total, Formula::sum(cells.iter().copied()))
    }

    /// A row of running sums, one a period, without total.
    pub(super) fn running_row(&mut self, head: RowHead, cells: &[CellId]) -> Vec<CellId> {
        let row = self.sheet.row(head);
        let mut before: Option<CellId> = None;
        let mut sums = Vec::with_capacity(cells.len());
        for (column, cell) in self.periods.iter().zip(cells) {
            let formula = match before {
                Some(before) => before + *cell,
                None => Formula::from(*cell),
            };
            let sum = self.sheet.computed(row, *column, formula);
            before = Some(sum);
            sums.push(sum);
        }
        sums
    }
}

/// Name of the opening column.
fn opening_name(periods: &Periods) -> &str {
    if periods.opening.is_empty() { OPENING } else { &periods.opening }
}

/// Keys of the columns that are no period.
pub(super) fn reserved_columns(periods: &Periods) -> [&str; 3] {
    [VALUE, TOTAL, opening_name(periods)]
}
