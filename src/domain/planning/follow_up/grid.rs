//! Tables filled column by column: one row a line (order, cost element), with a row of totals.

use super::table::{Content, Line};
use crate::domain::planning::worksheet::{CellId, Formula, RowHead, Worksheet};

/// Rows that are filled together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Section {
    /// Rows of the lines.
    pub rows: Vec<usize>,
    /// Row of their totals, if any.
    pub total: Option<usize>,
}

/// A worksheet being filled column by column. Sections share columns of the same key.
#[derive(Debug)]
pub(super) struct Grid {
    /// The worksheet.
    pub sheet: Worksheet,
}

impl Grid {
    /// An empty grid.
    pub fn new(title: &str) -> Self {
        Self { sheet: Worksheet::new(title) }
    }

    /// The column with this key, added when new.
    pub fn column_rank(&mut self, key: &str, label: &str) -> usize {
        self.sheet.column_rank(key).unwrap_or_else(|| self.sheet.column(key, label))
    }

    /// Fills a column with these contents, row by row; a column without any content is left out.
    pub fn column(
        &mut self,
        section: &Section,
        (key, label): (&str, &str),
        contents: Vec<Option<Content>>,
    ) -> Line {
        let mut line: Line = vec![None; section.rows.len()];
        if contents.iter().all(Option::is_none) {
            return line;
        }
        let column = self.column_rank(key, label);
        for ((place, row), content) in line.iter_mut().zip(&section.rows).zip(contents) {
            *place = content.map(|content| match content {
                Content::Given(value) => self.sheet.given(*row, column, value),
                Content::Computed(formula) => self.sheet.computed(*row, column, formula),
            });
        }
        line
    }

    /// Fills a column and its total; gives the lines and the total apart.
    pub fn summed(
        &mut self,
        section: &Section,
        names: (&str, &str),
        contents: Vec<Option<Content>>,
    ) -> (Line, Option<CellId>) {
        let line = self.column(section, names, contents);
        let found: Vec<_> = line.iter().flatten().copied().collect();
        let total = section.total.filter(|_| !found.is_empty()).map(|row| {
            let column = self.column_rank(names.0, names.1);
            self.sheet.computed(row, column, Formula::sum(found))
        });
        (line, total)
    }

    /// Puts a formula in a row and a column.
    pub fn computed(&mut self, row: usize, (key, label): (&str, &str), formula: Formula) -> CellId {
        let column = self.column_rank(key, label);
        self.sheet.computed(row, column, formula)
    }

    /// Adds a row with one computed cell.
    pub fn value(&mut self, head: RowHead, names: (&str, &str), formula: Formula) -> CellId {
        let row = self.sheet.row(head);
        self.computed(row, names, formula)
    }
}
