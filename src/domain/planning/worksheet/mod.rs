//! The common shape of every calculation: named cells, given or computed from named cells.
//!
//! Cells are added in an order in which each can be computed: a formula only names cells added
//! before it, so a worksheet has no loop by construction.

mod cell;
mod comparison;
mod error;
mod evaluation;
mod formula;
mod head;
mod links;
mod naming;
mod rounding;
mod rule;
mod value;
mod working;

pub use cell::{CellContent, CellId, WorksheetCell};
pub use comparison::Comparison;
pub use error::{CalculationError, CellError};
pub use evaluation::Evaluation;
pub use formula::Formula;
pub use head::{ColumnHead, RowHead};
pub use links::Source;
pub use rounding::{Rounding, RoundingMode};
pub use rule::{Rule, rule};
pub use value::Value;
pub use working::shown_number;

use std::collections::{BTreeMap, HashMap};

/// Rows and columns from this rank on hold cells that no table shows.
const FAR: usize = 100_000;

/// A table of named cells.
#[derive(Debug, Clone, Default)]
pub struct Worksheet {
    /// Title of the calculation.
    pub title: String,
    /// Rows, in the order shown.
    pub rows: Vec<RowHead>,
    /// Columns, in the order shown.
    pub columns: Vec<ColumnHead>,
    /// Remarks in French, such as an order that should have been launched before the horizon.
    pub remarks: Vec<String>,
    cells: Vec<WorksheetCell>,
    /// Cells by row, then by column.
    places: Vec<Vec<Option<CellId>>>,
    /// Cells that stand far outside the table: computed, never shown.
    far: HashMap<(usize, usize), CellId>,
    sources: BTreeMap<CellId, Source>,
    imports: HashMap<Source, CellId>,
    row_keys: HashMap<String, usize>,
    column_keys: HashMap<String, usize>,
}

impl Worksheet {
    /// An empty worksheet.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// Adds a row and gives its rank. A key already used names the first row that has it.
    pub fn row(&mut self, head: RowHead) -> usize {
        let rank = self.rows.len();
        self.row_keys.entry(head.key.clone()).or_insert(rank);
        self.rows.push(head);
        rank
    }

    /// Adds a column and gives its rank.
    pub fn column(&mut self, key: impl Into<String>, label: impl Into<String>) -> usize {
        let rank = self.columns.len();
        let head = ColumnHead { key: key.into(), label: label.into() };
        self.column_keys.entry(head.key.clone()).or_insert(rank);
        self.columns.push(head);
        rank
    }

    /// Adds a cell whose value is written by the author.
    pub fn given(&mut self, row: usize, column: usize, value: impl Into<Value>) -> CellId {
        self.add(row, column, CellContent::Given(value.into()))
    }

    /// Adds a cell computed from cells added before.
    pub fn computed(&mut self, row: usize, column: usize, formula: impl Into<Formula>) -> CellId {
        self.add(row, column, CellContent::Computed(formula.into()))
    }

    fn add(&mut self, row: usize, column: usize, content: CellContent) -> CellId {
        let id = CellId(self.cells.len());
        self.cells.push(WorksheetCell { row, column, content });
        self.place(row, column, id);
        id
    }

    fn place(&mut self, row: usize, column: usize, id: CellId) {
        if row.max(column) >= FAR {
            self.far.insert((row, column), id);
            return;
        }
        if self.places.len() <= row {
            self.places.resize(row + 1, Vec::new());
        }
        let Some(cells) = self.places.get_mut(row) else { return };
        if cells.len() <= column {
            cells.resize(column + 1, None);
        }
        if let Some(place) = cells.get_mut(column) {
            *place = Some(id);
        }
    }

    /// The cell of a row and a column, if there is one.
    pub fn at(&self, row: usize, column: usize) -> Option<CellId> {
        if row.max(column) >= FAR {
            return self.far.get(&(row, column)).copied();
        }
        self.places.get(row)?.get(column).copied().flatten()
    }

    /// The cell named by the keys of its row and its column.
    pub fn find(&self, row: &str, column: &str) -> Option<CellId> {
        self.at(self.row_rank(row)?, self.column_rank(column)?)
    }

    /// Rank of the row with this key.
    pub fn row_rank(&self, key: &str) -> Option<usize> {
        self.row_keys.get(key).copied()
    }

    /// Rank of the column with this key.
    pub fn column_rank(&self, key: &str) -> Option<usize> {
        self.column_keys.get(key).copied()
    }

    /// A cell.
    pub fn cell(&self, id: CellId) -> Option<&WorksheetCell> {
        self.cells.get(id.0)
    }

    /// Whether the value of a cell is written by the author.
    pub fn is_given(&self, id: CellId) -> bool {
        self.cell(id).is_some_and(|cell| matches!(cell.content, CellContent::Given(_)))
    }

    /// All cells, each after those it is computed from.
    pub fn cells(&self) -> impl Iterator<Item = (CellId, &WorksheetCell)> {
        self.cells.iter().enumerate().map(|(rank, cell)| (CellId(rank), cell))
    }

    /// Number of cells.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Cells that a cell is computed from, in order, each once; none for a given cell.
    pub fn predecessors(&self, id: CellId) -> Vec<CellId> {
        let mut found = Vec::new();
        if let Some(WorksheetCell { content: CellContent::Computed(formula), .. }) = self.cell(id) {
            formula.collect_cells(&mut found);
        }
        found
    }
}
