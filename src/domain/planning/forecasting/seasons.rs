//! Seasonal coefficients of years, and the seasons of the next year.

use rust_decimal::Decimal;

use super::frame::{TOTAL, VALUE, mean};
use super::{SeasonalForecast, SeasonalMethod};
use crate::domain::planning::worksheet::{CellId, Formula, RowHead, Worksheet};

/// The worksheet being filled.
struct Seasons<'a> {
    input: &'a SeasonalForecast,
    sheet: Worksheet,
    value: usize,
    columns: Vec<usize>,
    total: usize,
    /// Cells of each year.
    years: Vec<Vec<CellId>>,
}

/// The table of the years, of the coefficients and of the seasons of the next year.
pub(super) fn worksheet(input: &SeasonalForecast) -> Worksheet {
    let mut sheet = Worksheet::new("Prévisions saisonnières");
    let value = sheet.column(VALUE, "");
    let columns =
        input.seasons.iter().map(|name| sheet.column(name.as_str(), name.as_str())).collect();
    let total = sheet.column(TOTAL, "Total");
    let mut table = Seasons { input, sheet, value, columns, total, years: Vec::new() };
    for (name, quantities) in &input.years {
        table.year(name, quantities);
    }
    let annual = input.annual.map(|quantity| {
        let head = RowHead::new("ANNUEL", "Prévision annuelle").unit(input.unit.as_str());
        let row = table.sheet.row(head);
        table.sheet.given(row, table.value, quantity)
    });
    for method in &input.methods {
        match method {
            SeasonalMethod::Simple => table.simple(annual),
            SeasonalMethod::Mean => table.mean(annual),
        }
    }
    table.sheet
}

impl Seasons<'_> {
    fn year(&mut self, name: &str, quantities: &[Decimal]) {
        let key = name.replace([' ', '\u{a0}'], "_");
        let head = RowHead::new(key, name).unit(self.input.unit.as_str());
        let row = self.sheet.row(head);
        let mut cells = Vec::with_capacity(quantities.len());
        for (column, quantity) in self.columns.iter().zip(quantities) {
            cells.push(self.sheet.given(row, *column, *quantity));
        }
        let sum = Formula::sum(cells.iter().copied());
        self.sheet.computed(row, self.total, sum);
        self.years.push(cells);
    }

    /// Cells of each season over the years.
    fn by_season(&self) -> Vec<Vec<CellId>> {
        (0..self.columns.len())
            .map(|rank| self.years.iter().filter_map(|year| year.get(rank).copied()).collect())
            .collect()
    }

    fn row(&mut self, head: RowHead, formulas: impl Iterator<Item = Formula>) -> Vec<CellId> {
        let row = self.sheet.row(head);
        self.columns
            .iter()
            .zip(formulas)
            .map(|(column, formula)| self.sheet.computed(row, *column, formula))
            .collect()
    }

    /// Total of a row of seasons, in the column of totals.
    fn closed(&mut self, key: &str, formula: Formula) -> CellId {
        let row = self.sheet.row_rank(key).unwrap_or_default();
        self.sheet.computed(row, self.total, formula)
    }

    fn simple(&mut self, annual: Option<CellId>) {
        let head = RowHead::new("SIMPLE.TOTAL", "Total de la saison").short("Total");
        let seasons = self.by_season();
        let totals = self.row(head.unit(self.input.unit.as_str()), seasons.iter().map(sum));
        let grand = self.closed("SIMPLE.TOTAL", sum(&totals));
        let head = RowHead::new("SIMPLE.COEF", "Coefficient saisonnier simple");
        let shares = totals.iter().map(|total| *total / grand).collect();
        let coefficients = self.coefficients(head, shares, &Formula::number(1));
        self.closed("SIMPLE.COEF", sum(&coefficients));
        if let Some(annual) = annual {
            self.forecast("SIMPLE.PREV", annual, &coefficients);
        }
    }

    fn mean(&mut self, annual: Option<CellId>) {
        let head = RowHead::new("MOYEN.MOY", "Moyenne de la saison").short("Moyenne");
        let seasons = self.by_season();
        let formulas = seasons.iter().map(|cells| mean(cells));
        let means = self.row(head.unit(self.input.unit.as_str()), formulas);
        let all: Vec<CellId> = seasons.iter().flatten().copied().collect();
        let overall = self.closed("MOYEN.MOY", mean(&all));
        let head = RowHead::new("MOYEN.COEF", "Coefficient saisonnier moyen");
        let ratios = means.iter().map(|season| *season / overall).collect();
        let count = Formula::number(self.columns.len());
        let coefficients = self.coefficients(head, ratios, &count);
        self.closed("MOYEN.COEF", sum(&coefficients));
        if let Some(annual) = annual {
            let head = RowHead::new("MOYEN.BASE", "Prévision désaisonnalisée");
            let row = self.sheet.row(head.unit(self.input.unit.as_str()));
            let base = self.sheet.computed(row, self.value, annual / count);
            self.forecast("MOYEN.PREV", base, &coefficients);
        }
    }

    /// Row of the coefficients, rounded when the author says so; the last one may complete the
    /// others to their sum.
    fn coefficients(&mut self, head: RowHead, exact: Vec<Formula>, whole: &Formula) -> Vec<CellId> {
        let row = self.sheet.row(head.short("Coefficient"));
        let count = exact.len();
        let mut cells: Vec<CellId> = Vec::with_capacity(count);
        let columns = self.columns.clone();
        for (rank, (column, formula)) in columns.into_iter().zip(exact).enumerate() {
            let formula = if self.input.last_completes && rank + 1 == count {
                whole.clone() - sum(&cells)
            } else {
                match self.input.rounding {
                    Some(rounding) => formula.rounded(rounding),
                    None => formula,
                }
            };
            cells.push(self.sheet.computed(row, column, formula));
        }
        cells
    }

    fn forecast(&mut self, key: &str, base: CellId, coefficients: &[CellId]) {
        let head = RowHead::new(key, "Prévision de la saison").short("Prévision");
        let formulas = coefficients.iter().map(|coefficient| base * *coefficient);
        let cells = self.row(head.unit(self.input.unit.as_str()), formulas);
        self.closed(key, sum(&cells));
    }
}

/// The sum of cells.
fn sum<C: AsRef<[CellId]>>(cells: C) -> Formula {
    Formula::sum(cells.as_ref().iter().copied())
}
