//! Tables built line by line: one column a series (session, order, planned against real), with a
//! total, a gap between the last series and the first, and targets when asked.
//!
//! What belongs here: where cells go. What they hold is said by each calculator.

use rust_decimal::Decimal;

use crate::domain::planning::worksheet::{CellId, Formula, RowHead, Value, Worksheet};

/// Key of the column of a table of single values.
pub const VALUE_COLUMN: &str = "valeur";
/// Key of the column of totals.
pub const TOTAL_COLUMN: &str = "total";
/// Key of the column of gaps between the last series and the first.
pub const GAP_COLUMN: &str = "ecart";
/// Key of the column of targets.
pub const TARGET_COLUMN: &str = "objectif";
/// Key of the column of gaps to the targets.
pub const TARGET_GAP_COLUMN: &str = "ecart_objectif";
/// Keys that no series may have.
pub const RESERVED_COLUMNS: [&str; 4] =
    [TOTAL_COLUMN, GAP_COLUMN, TARGET_COLUMN, TARGET_GAP_COLUMN];

/// One column of figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Series {
    /// Key of the column.
    pub key: String,
    /// Words shown above it.
    pub label: String,
}

/// What a cell holds.
#[derive(Debug, Clone)]
pub enum Content {
    /// Written by the author.
    Given(Value),
    /// Computed from cells added before.
    Computed(Formula),
}

impl From<Decimal> for Content {
    fn from(number: Decimal) -> Self {
        Self::Given(Value::Number(number))
    }
}

impl From<Formula> for Content {
    fn from(formula: Formula) -> Self {
        Self::Computed(formula)
    }
}

/// When a line has a total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TotalOf {
    /// As soon as one series has a cell.
    Any,
    /// Only when all series have a cell.
    All,
}

/// Cells of a line: one a series, then that of the total when the table has one.
pub type Line = Vec<Option<CellId>>;

/// The cell of a line at a rank, if there is one.
pub fn cell_at(line: &[Option<CellId>], rank: usize) -> Option<CellId> {
    line.get(rank).copied().flatten()
}

/// A worksheet being filled line by line.
#[derive(Debug)]
pub struct Table {
    sheet: Worksheet,
    first: usize,
    columns: Vec<usize>,
    series: usize,
    gap: Option<usize>,
    targets: Option<(usize, usize)>,
}

impl Table {
    /// A table of single values, under these words.
    pub fn of_values(title: &str, label: &str) -> Self {
        Self::of_series(
            title,
            &[Series { key: VALUE_COLUMN.to_owned(), label: label.to_owned() }],
            false,
            false,
        )
    }

    /// A table of one column a series, with a column of totals and one of gaps when asked.
    pub fn of_series(title: &str, series: &[Series], total: bool, gap: bool) -> Self {
        let mut sheet = Worksheet::new(title);
        let mut columns: Vec<_> = series
            .iter()
            .map(|series| sheet.column(series.key.as_str(), series.label.as_str()))
            .collect();
        if total {
            columns.push(sheet.column(TOTAL_COLUMN, "Total"));
        }
        let gap = (gap && series.len() > 1).then(|| sheet.column(GAP_COLUMN, "Écart"));
        let first = columns.first().copied().unwrap_or_default();
        Self { sheet, first, columns, series: series.len(), gap, targets: None }
    }

    /// Number of cells of a complete line: the series, and the total when there is one.
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    /// Adds a row with one given cell, in the first column.
    pub fn given(&mut self, head: RowHead, value: impl Into<Value>) -> CellId {
        let row = self.sheet.row(head);
        self.sheet.given(row, self.first, value)
    }

    /// Adds a row with one computed cell, in the first column.
    pub fn computed(&mut self, head: RowHead, formula: impl Into<Formula>) -> CellId {
        let row = self.sheet.row(head);
        self.sheet.computed(row, self.first, formula)
    }

    /// Adds a row of numbers with these contents, column by column, and its gap. A row without any
    /// content is left out.
    pub fn line(&mut self, head: RowHead, contents: Vec<Option<Content>>) -> Line {
        let Some((row, line)) = self.fill(head, contents) else {
            return vec![None; self.width()];
        };
        self.add_gap(row, &line);
        line
    }

    /// Adds a row of words with these contents, column by column.
    pub fn words(&mut self, head: RowHead, contents: Vec<Option<Content>>) -> Line {
        self.fill(head, contents).map_or_else(|| vec![None; self.width()], |(_, line)| line)
    }

    /// Adds a row of numbers, its total and its gap. A row without any content is left out.
    pub fn summed(
        &mut self,
        head: RowHead,
        contents: Vec<Option<Content>>,
        total: TotalOf,
    ) -> Line {
        let Some((row, mut line)) = self.fill(head, contents) else {
            return vec![None; self.width()];
        };
        if let Some(column) = self.columns.get(self.series).copied() {
            let found: Vec<_> = line.iter().take(self.series).flatten().copied().collect();
            let complete = total == TotalOf::Any || found.len() == self.series;
            let cell = (complete && !found.is_empty())
                .then(|| self.sheet.computed(row, column, Formula::sum(found)));
            if let Some(last) = line.get_mut(self.series) {
                *last = cell;
            }
        }
        self.add_gap(row, &line);
        line
    }

    /// Adds a target to the row of a cell, and the gap between the cell and its target.
    pub fn target(&mut self, cell: CellId, target: Decimal) -> Option<CellId> {
        let row = self.sheet.cell(cell)?.row;
        let (target_column, gap_column) = self.target_columns();
        let target = self.sheet.given(row, target_column, target);
        self.sheet.computed(row, gap_column, cell - target);
        Some(target)
    }

    /// The worksheet filled.
    pub fn finish(self) -> Worksheet {
        self.sheet
    }

    fn target_columns(&mut self) -> (usize, usize) {
        if let Some(columns) = self.targets {
            return columns;
        }
        let columns = (
            self.sheet.column(TARGET_COLUMN, "Objectif"),
            self.sheet.column(TARGET_GAP_COLUMN, "Écart à l'objectif"),
        );
        self.targets = Some(columns);
        columns
    }

    fn fill(&mut self, head: RowHead, contents: Vec<Option<Content>>) -> Option<(usize, Line)> {
        if contents.iter().all(Option::is_none) {
            return None;
        }
        let row = self.sheet.row(head);
        let mut line: Line = vec![None; self.width()];
        for ((place, column), content) in line.iter_mut().zip(&self.columns).zip(contents) {
            *place = content.map(|content| match content {
                Content::Given(value) => self.sheet.given(row, *column, value),
                Content::Computed(formula) => self.sheet.computed(row, *column, formula),
            });
        }
        Some((row, line))
    }

    fn add_gap(&mut self, row: usize, line: &[Option<CellId>]) {
        let first = cell_at(line, 0);
        let last = self.series.checked_sub(1).and_then(|rank| cell_at(line, rank));
        if let (Some(column), Some(first), Some(last)) = (self.gap, first, last) {
            self.sheet.computed(row, column, last - first);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(keys: &[&str]) -> Vec<Series> {
        keys.iter().map(|k| Series { key: (*k).to_owned(), label: (*k).to_owned() }).collect()
    }

    fn given(number: i64) -> Content {
        Content::from(Decimal::from(number))
    }

    #[test]
    fn lines_have_totals_gaps_and_targets() {
        let mut table = Table::of_series("essai", &series(&["prevu", "realise"]), true, true);
        let both = vec![Some(given(5)), Some(given(8))];
        let line = table.summed(RowHead::new("a", "A"), both, TotalOf::All);
        assert_eq!(line.len(), 3);
        table.target(line[1].expect("a cell"), Decimal::TEN);
        let one = vec![Some(given(5)), None];
        let partial = table.summed(RowHead::new("b", "B"), one, TotalOf::All);
        assert_eq!(partial[2], None);
        let none = table.line(RowHead::new("c", "C"), vec![None, None]);
        assert!(none.iter().all(Option::is_none));
        let sheet = table.finish();
        assert_eq!(sheet.rows.len(), 2, "a line without content is left out");
        let values = sheet.evaluate().expect("evaluates");
        let number = |column| values.number(sheet.find("a", column).expect("a cell"));
        assert_eq!(number(TOTAL_COLUMN), Some(Decimal::from(13)));
        assert_eq!(number(GAP_COLUMN), Some(Decimal::from(3)));
        assert_eq!(number(TARGET_GAP_COLUMN), Some(Decimal::from(-2)));
    }
}
