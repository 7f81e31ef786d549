//! What the names of a formula mean: a row of the same table, else something outside it.

use std::cell::RefCell;
use std::collections::HashMap;

use super::input::FreeSheetInput;
use crate::domain::planning::expression::{
    Outside, Segment, Surroundings, at_column, written_value,
};
use crate::domain::planning::worksheet::Value;

/// What a name stands for.
#[derive(Debug, Clone)]
pub(super) enum Target {
    /// A cell of the table, by the ranks of its row and its column.
    Cell(usize, usize),
    /// A blank of the table.
    Blank,
    /// The key of a column.
    Key(Value),
    /// Something outside the table.
    Outside(Outside),
}

/// The names of a table and of its surroundings.
pub(super) struct Names<'a> {
    input: &'a FreeSheetInput,
    surroundings: &'a Surroundings<'a>,
    rows: HashMap<&'a str, usize>,
    row_keys: Vec<&'a str>,
    columns: HashMap<&'a str, usize>,
    column_keys: Vec<String>,
    /// What was found while the order of the cells was settled, until the cells are made: by the
    /// place of the path in memory, which the expressions of the input hold all along, and column.
    found: RefCell<HashMap<(usize, usize), Vec<Target>>>,
}

impl<'a> Names<'a> {
    pub(super) fn new(input: &'a FreeSheetInput, surroundings: &'a Surroundings<'a>) -> Self {
        let row_keys: Vec<&str> = input.rows.iter().map(|row| row.key.as_str()).collect();
        let columns = input.columns.iter().enumerate().map(|(rank, (key, _))| (key.as_str(), rank));
        Self {
            input,
            surroundings,
            rows: row_keys.iter().enumerate().map(|(rank, key)| (*key, rank)).collect(),
            row_keys,
            columns: columns.collect(),
            column_keys: input.columns.iter().map(|(key, _)| key.clone()).collect(),
            found: RefCell::default(),
        }
    }

    /// Keeps what a path of a formula means in a column, for the second look.
    pub(super) fn keep(&self, path: &[Segment], column: usize, found: Vec<Target>) {
        self.found.borrow_mut().insert((path.as_ptr().addr(), column), found);
    }

    /// What was kept, or what the path means.
    pub(super) fn kept(&self, path: &[Segment], column: usize) -> Result<Vec<Target>, String> {
        let kept = self.found.borrow_mut().remove(&(path.as_ptr().addr(), column));
        kept.map_or_else(|| self.locate(path, column), Ok)
    }

    /// What a path means in a formula of a column: rows of the table, then calculations made
    /// before, then planning data.
    pub(super) fn locate(&self, written: &[Segment], column: usize) -> Result<Vec<Target>, String> {
        let path = at_column(written, &self.column_keys, column)?;
        if let ([Segment::Column(_)], [Segment::Name(key)]) = (written, path.as_ref()) {
            return Ok(vec![Target::Key(written_value(key))]);
        }
        let reason = match self.in_table(&path, column) {
            Ok(found) => return Ok(found),
            Err(reason) => reason,
        };
        let key = self.column_keys.get(column).map(String::as_str);
        let found = self
            .surroundings
            .locate(&path, key, &self.row_keys)
            .map_err(|outside| reason.unwrap_or(outside))?;
        Ok(found.into_iter().map(Target::Outside).collect())
    }

    /// Rows that the whole path names, in the same column; else rows that all but its last part
    /// name, in the columns that this part names. `Err(None)` when no row is named.
    fn in_table(&self, path: &[Segment], column: usize) -> Result<Vec<Target>, Option<String>> {
        let rows = self.rows_named(path);
        if !rows.is_empty() {
            return Ok(self.cells(&rows, &[column], path.contains(&Segment::All)));
        }
        let Some((last, before)) = path.split_last() else { return Err(None) };
        let rows = self.rows_named(before);
        if rows.is_empty() {
            return Err(None);
        }
        match last {
            Segment::All => {
                let columns: Vec<_> = (0..self.column_keys.len()).collect();
                Ok(self.cells(&rows, &columns, true))
            }
            Segment::Name(name) => match self.columns.get(name.as_str()) {
                Some(column) => Ok(self.cells(&rows, &[*column], before.contains(&Segment::All))),
                None => Err(Some(format!(
                    "la ligne « {} » n'a pas de colonne « {name} »",
                    written_key(before)
                ))),
            },
            Segment::Column(_) => Err(None),
        }
    }

    /// Cells of rows and columns; blanks are left out when a `*` gathers them.
    fn cells(&self, rows: &[usize], columns: &[usize], without_blanks: bool) -> Vec<Target> {
        let places = rows.iter().flat_map(|row| columns.iter().map(move |column| (*row, *column)));
        places
            .filter_map(|(row, column)| {
                let cells = self.input.rows.get(row).map(|row| &row.cells);
                let cell = cells.and_then(|cells| cells.get(column)).and_then(Option::as_ref);
                match cell {
                    Some(_) => Some(Target::Cell(row, column)),
                    None if without_blanks => None,
                    None => Some(Target::Blank),
                }
            })
            .collect()
    }

    fn rows_named(&self, path: &[Segment]) -> Vec<usize> {
        // Most names are of one part: nothing has to be written to look them up.
        if let [Segment::Name(name)] = path {
            return self.rows.get(name.as_str()).copied().into_iter().collect();
        }
        if !path.contains(&Segment::All) {
            return self.rows.get(written_key(path).as_str()).copied().into_iter().collect();
        }
        let mut pattern = Vec::new();
        for segment in path {
            match segment {
                Segment::Name(name) => pattern.extend(name.split('.').map(Some)),
                Segment::All | Segment::Column(_) => pattern.push(None),
            }
        }
        let keys = self.row_keys.iter().enumerate();
        keys.filter(|(_, key)| fits(&pattern, key)).map(|(rank, _)| rank).collect()
    }
}

/// The key of a row, as a path names it.
fn written_key(path: &[Segment]) -> String {
    let mut key = String::new();
    for (rank, segment) in path.iter().enumerate() {
        if rank > 0 {
            key.push('.');
        }
        match segment {
            Segment::Name(name) => key.push_str(name),
            other => key.push_str(&other.to_string()),
        }
    }
    key
}

/// Whether a key has the parts of a pattern, in which `None` stands for any one part.
fn fits(pattern: &[Option<&str>], key: &str) -> bool {
    let parts: Vec<_> = key.split('.').collect();
    parts.len() == pattern.len()
        && pattern.iter().zip(parts).all(|(wanted, part)| wanted.is_none_or(|name| name == part))
}
