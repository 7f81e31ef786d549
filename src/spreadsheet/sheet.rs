//! One table as a spreadsheet: what was typed, what it gives, and why it gives nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::compile::compile;
use super::engine::{Content, Engine};
use super::reference::{Area, TableSize};
use super::value::Outcome;
use super::{SheetProblem, SheetValue, diagnosis, entry, is_formula};
use crate::domain::case_study::{CellPosition, SubjectCell, SubjectTable};
use crate::domain::french::short_date;

/// Most cells of a table; the rows beyond are no part of its sheet.
pub const MAX_CELLS: usize = 4_000;
/// Most cells that all the formulas of a table read.
const MAX_SHEET_WORK: usize = 2_000_000;

/// A table whose cells may hold formulas.
pub struct Sheet {
    size: TableSize,
    cells: BTreeMap<CellPosition, TypedCell>,
    /// What formulas read; blank cells are absent.
    contents: BTreeMap<CellPosition, Content>,
    /// Values of the formulas.
    computed: BTreeMap<CellPosition, SheetValue>,
    changed: Vec<CellPosition>,
    engine: Engine,
}

/// A cell of the table and its text, given or typed.
struct TypedCell {
    cell: SubjectCell,
    text: String,
}

impl Sheet {
    /// The sheet of a table, with its given cells only.
    pub fn new(table: &SubjectTable) -> Self {
        let size = size_of(table);
        let mut cells = BTreeMap::new();
        for (row, line) in table.rows.iter().take(size.rows).enumerate() {
            for (column, cell) in line.iter().take(size.columns).enumerate() {
                let text = match cell {
                    SubjectCell::Given(text) => text.clone(),
                    _ => String::new(),
                };
                cells.insert(CellPosition { row, column }, TypedCell { cell: cell.clone(), text });
            }
        }
        let contents: BTreeMap<CellPosition, Content> = cells
            .iter()
            .filter_map(|(at, typed)| Some((*at, entry::content(&typed.text, &typed.cell)?)))
            .collect();
        let engine = Engine::holding(&contents);
        Self { size, cells, contents, computed: BTreeMap::new(), changed: Vec::new(), engine }
    }

    /// Its rows and columns.
    pub const fn size(&self) -> TableSize {
        self.size
    }

    /// Writes in a cell and computes; false when the cell is not one to fill.
    pub fn set(&mut self, at: CellPosition, typed: &str) -> bool {
        self.set_many(&[(at, typed.to_owned())])
    }

    /// Writes in several cells, then computes once; false when one of them is not to be filled (the
    /// others are written).
    pub fn set_many(&mut self, writes: &[(CellPosition, String)]) -> bool {
        let mut written = BTreeSet::new();
        for (at, typed) in writes {
            let known = self.cells.get_mut(at).filter(|known| known.cell.is_asked());
            let Some(known) = known else { continue };
            known.text.clone_from(typed);
            self.take_in(*at);
            written.insert(*at);
        }
        if !written.is_empty() {
            self.compute(&written);
        }
        writes.iter().all(|(at, _)| written.contains(at))
    }

    /// What was typed in a cell, or given; empty for the others.
    pub fn typed(&self, at: CellPosition) -> &str {
        self.cells.get(&at).map_or("", |known| known.text.as_str())
    }

    /// What a cell shows: the value of its formula, or its text.
    pub fn shown(&self, at: CellPosition) -> String {
        self.result(at).unwrap_or_else(|| self.typed(at).to_owned())
    }

    /// What the formula of a cell gives, as text for the answer; `None` when it holds no formula.
    pub fn result(&self, at: CellPosition) -> Option<String> {
        self.computed.get(&at).map(SheetValue::shown)
    }

    /// The value of a cell.
    pub fn value(&self, at: CellPosition) -> SheetValue {
        if let Some(value) = self.computed.get(&at) {
            return value.clone();
        }
        match self.contents.get(&at) {
            None => SheetValue::Empty,
            Some(Content::Number(number)) => SheetValue::Number(*number),
            Some(_) => SheetValue::Text(self.typed(at).to_owned()),
        }
    }

    /// Why the formula of a cell has no value.
    pub fn problem(&self, at: CellPosition) -> Option<&SheetProblem> {
        match self.computed.get(&at)? {
            SheetValue::Problem(problem) => Some(problem),
            _ => None,
        }
    }

    /// The cells that hold a formula, row by row.
    pub fn formulas(&self) -> impl Iterator<Item = CellPosition> + '_ {
        self.computed.keys().copied()
    }

    /// The cells that the formula of a cell reads; none when it holds none that can be computed.
    pub fn reads(&self, at: CellPosition) -> &[Area] {
        match self.contents.get(&at) {
            Some(Content::Formula(formula)) => &formula.reads,
            _ => &[],
        }
    }

    /// The other cells whose value changed with the last writing.
    pub fn changed_by_last_set(&self) -> &[CellPosition] {
        &self.changed
    }

    /// Reads the text of a cell and hands it to the engine.
    fn take_in(&mut self, at: CellPosition) {
        self.contents.remove(&at);
        if let Some(content) = self.read(at) {
            self.contents.insert(at, content);
        }
        self.engine.write(at, self.contents.get(&at));
    }

    fn read(&self, at: CellPosition) -> Option<Content> {
        let known = self.cells.get(&at)?;
        if !is_formula(&known.text) {
            return entry::content(&known.text, &known.cell);
        }
        Some(match compile(&known.text, self.size) {
            Ok(formula) if self.work().saturating_add(formula.work) > MAX_SHEET_WORK => {
                Content::Refused(SheetProblem::TooMuchWork)
            }
            Ok(formula) => Content::Formula(formula),
            Err(problem) => Content::Refused(problem),
        })
    }

    /// Cells read by all the formulas.
    fn work(&self) -> usize {
        let work = |content: &Content| match content {
            Content::Formula(formula) => formula.work,
            _ => 0,
        };
        self.contents.values().map(work).sum()
    }

    fn compute(&mut self, written: &BTreeSet<CellPosition>) {
        self.engine.evaluate();
        if !self.engine.works() || self.engine.is_worn() {
            self.start_again();
        }
        if !self.engine.works() {
            self.refuse(written);
            self.start_again();
        }
        let fresh = self.values();
        let differs = |at: &CellPosition| fresh.get(at) != self.computed.get(at);
        let others = |at: &&CellPosition| differs(at) && !written.contains(*at);
        self.changed = fresh.keys().filter(others).copied().collect();
        self.computed = fresh;
    }

    fn start_again(&mut self) {
        self.engine = Engine::holding(&self.contents);
        self.engine.evaluate();
    }

    /// Formulas that the engine failed on are not given to it again.
    fn refuse(&mut self, written: &BTreeSet<CellPosition>) {
        for at in written {
            if let Some(content) = self.contents.get_mut(at)
                && matches!(content, Content::Formula(_))
            {
                *content = Content::Refused(SheetProblem::Unavailable);
            }
        }
    }

    fn values(&self) -> BTreeMap<CellPosition, SheetValue> {
        let value = |(at, content): (&CellPosition, &Content)| match content {
            Content::Formula(_) => Some((*at, self.computed_value(*at))),
            Content::Refused(problem) => Some((*at, SheetValue::Problem(problem.clone()))),
            _ => None,
        };
        self.contents.iter().filter_map(value).collect()
    }

    fn computed_value(&self, at: CellPosition) -> SheetValue {
        let is_date = self.cells.get(&at).is_some_and(|known| known.cell == SubjectCell::Date);
        match self.engine.outcome(at) {
            None => SheetValue::Problem(SheetProblem::Unavailable),
            Some(Outcome::Value(SheetValue::Number(days))) if is_date => entry::date_of(days)
                .map_or(SheetValue::Number(days), |date| SheetValue::Text(short_date(date))),
            Some(Outcome::Value(value)) => value,
            Some(Outcome::Error(error, origin)) => {
                let facts = diagnosis::Facts { contents: &self.contents, engine: &self.engine };
                SheetValue::Problem(facts.problem(at, &error, origin))
            }
        }
    }
}

impl fmt::Debug for Sheet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Sheet").field("size", &self.size).finish_non_exhaustive()
    }
}

/// Rows and columns of a table, within the bounds of a sheet.
fn size_of(table: &SubjectTable) -> TableSize {
    let longest = table.rows.iter().map(Vec::len).max().unwrap_or_default();
    let columns = longest.min(MAX_CELLS);
    let rows = table.rows.len().min(MAX_CELLS.checked_div(columns).unwrap_or_default());
    TableSize { rows, columns }
}
