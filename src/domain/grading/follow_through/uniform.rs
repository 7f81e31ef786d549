//! Guard against uniform answers: a row of zeros, or of one value repeated, makes what follows
//! easy without any reasoning.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::domain::answers::CellAnswer;
use crate::domain::case_study::AskedValue;
use crate::domain::planning::workbook::GlobalCell;

/// Fewest numbers written in a row for the row to be called uniform.
const FEWEST: usize = 2;

/// Numbers of a row: those of the key, those written, and the cells written.
#[derive(Default)]
struct Row {
    keys: BTreeSet<Decimal>,
    written: BTreeSet<Decimal>,
    cells: Vec<GlobalCell>,
}

/// Cells of the rows in which the candidate wrote one number only, where the key has several. Rows
/// that ask for one cell are taken together.
pub(super) fn uniform_rows<'a>(
    asked: impl Iterator<Item = (GlobalCell, &'a str, &'a AskedValue, Option<&'a CellAnswer>)>,
) -> BTreeSet<GlobalCell> {
    let mut rows: BTreeMap<(usize, &str), Row> = BTreeMap::new();
    for (at, row, key, answer) in asked {
        let AskedValue::Number { key: Some(key), .. } = key else { continue };
        let Some(number) = answer.and_then(|answer| answer.number) else { continue };
        let row = rows.entry((at.sheet, row)).or_default();
        row.keys.insert(*key);
        row.written.insert(number);
        row.cells.push(at);
    }
    let mut single: BTreeMap<usize, Row> = BTreeMap::new();
    let mut found = BTreeSet::new();
    for ((sheet, _), row) in rows {
        if row.cells.len() == 1 {
            let together = single.entry(sheet).or_default();
            together.keys.extend(row.keys);
            together.written.extend(row.written);
            together.cells.extend(row.cells);
        } else {
            found.extend(row.uniform_cells());
        }
    }
    found.extend(single.into_values().flat_map(Row::uniform_cells));
    found
}

impl Row {
    fn uniform_cells(self) -> Vec<GlobalCell> {
        let uniform =
            self.cells.len() >= FEWEST && self.written.len() == 1 && self.keys != self.written;
        if uniform { self.cells } else { Vec::new() }
    }
}
