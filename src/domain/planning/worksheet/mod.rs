//! The common shape of every calculation: named cells, given or computed from named cells.
//!
//! Cells are added in an order in which each can be computed: a formula only names cells added
//! before it, so a worksheet has no loop by construction.

mod error;
mod evaluation;
mod formula;
mod rounding;
mod rule;
mod value;
mod working;

pub use error::{CalculationError, CellError};
pub use evaluation::Evaluation;
pub use formula::{Comparison, Formula};
pub use rounding::{Rounding, RoundingMode};
pub use rule::{Rule, rule};
pub use value::Value;
pub use working::shown_number;

use std::collections::{BTreeMap, HashMap};

/// Rows and columns from this rank on hold cells that no table shows.
const FAR: usize = 100_000;

/// Identifier of a cell inside its worksheet: its rank of creation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellId(pub(crate) usize);

impl CellId {
    /// Rank among the cells of its worksheet, from 0.
    pub const fn rank(self) -> usize {
        self.0
    }
}

/// Head of a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowHead {
    /// Key that names the row: unique, without space ("PI30.BB").
    pub key: String,
    /// Short name used in workings ("BN").
    pub short: String,
    /// Words shown ("Besoins nets (BN)").
    pub label: String,
    /// What the row belongs to ("PI30 – Pied cintré"); empty when the sheet has one group.
    pub group: String,
    /// Unit of its numbers; may be empty.
    pub unit: String,
}

impl RowHead {
    /// A row whose short name is its label.
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Self {
        let label = label.into();
        Self { key: key.into(), short: label.clone(), label, ..Self::default() }
    }

    /// Gives the short name used in workings.
    #[must_use]
    pub fn short(mut self, short: impl Into<String>) -> Self {
        self.short = short.into();
        self
    }

    /// Puts the row in a group.
    #[must_use]
    pub fn group(mut self, group: impl Into<String>) -> Self {
        self.group = group.into();
        self
    }

    /// Gives the unit.
    #[must_use]
    pub fn unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = unit.into();
        self
    }
}

/// Head of a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnHead {
    /// Key that names the column, without space ("S40").
    pub key: String,
    /// Words shown.
    pub label: String,
}

/// How a cell gets its value.
#[derive(Debug, Clone)]
pub enum CellContent {
    /// Written by the author.
    Given(Value),
    /// Computed from cells added before.
    Computed(Formula),
}

/// One cell.
#[derive(Debug, Clone)]
pub struct WorksheetCell {
    /// Row, from 0.
    pub row: usize,
    /// Column, from 0.
    pub column: usize,
    /// How it gets its value.
    pub content: CellContent,
}

/// A cell of another calculation, by names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source {
    /// Identifier of the calculation ("pdp").
    pub calculation: String,
    /// Key of the row.
    pub row: String,
    /// Key of the column.
    pub column: String,
}

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

    /// Adds a cell outside the table, whose value comes from another calculation.
    pub fn imported(&mut self, source: Source, value: Value) -> CellId {
        if let Some(known) = self.imports.get(&source) {
            return *known;
        }
        let id = CellId(self.cells.len());
        let content = CellContent::Given(value);
        self.cells.push(WorksheetCell { row: usize::MAX, column: usize::MAX, content });
        self.imports.insert(source.clone(), id);
        self.sources.insert(id, source);
        id
    }

    /// Says that a given cell takes its value from another calculation.
    pub fn link(&mut self, id: CellId, source: Source) {
        self.sources.insert(id, source);
    }

    /// Cells whose value comes from another calculation.
    pub fn sources(&self) -> impl Iterator<Item = (CellId, &Source)> {
        self.sources.iter().map(|(id, source)| (*id, source))
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

    /// Name of a cell for people: short name of its row and label of its column ("BN S40"), with
    /// the group when the sheet has several.
    pub fn name(&self, id: CellId) -> String {
        let Some(cell) = self.cell(id) else { return String::new() };
        let row = self.rows.get(cell.row);
        let column = self.columns.get(cell.column).map(|head| head.label.as_str());
        let short = row.map_or("", |head| head.short.as_str());
        let one_column = self.columns.len() < 2;
        let mut name = short.to_owned();
        if let Some(column) = column.filter(|label| !one_column && !label.is_empty()) {
            name = format!("{name} {column}");
        }
        name
    }

    /// Name of a cell with the group of its row ("PI30 BN S40").
    pub fn full_name(&self, id: CellId) -> String {
        let group = self.cell(id).and_then(|cell| self.rows.get(cell.row));
        let group = group.map_or("", |head| head.group.as_str());
        let code = group.split([' ', '\u{a0}']).next().unwrap_or_default();
        if code.is_empty() { self.name(id) } else { format!("{code} {}", self.name(id)) }
    }
}
