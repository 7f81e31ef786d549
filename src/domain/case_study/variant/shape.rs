//! The shape of a solution, which a variant must keep.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::domain::planning::workbook::Workbook;
use crate::domain::planning::worksheet::{CellContent, Value};

/// A value this many times the largest of its row in the original is absurd.
const ABSURD_FACTOR: i64 = 10;

/// What a variant must keep, row by row: how many cells are not zero, how many are negative, how
/// many decimals, which order of magnitude.
pub(super) struct Shape {
    rows: BTreeMap<(String, String), RowShape>,
}

#[derive(Default)]
struct RowShape {
    cells: usize,
    not_zero: usize,
    negative: usize,
    decimals: u32,
    largest: Decimal,
    texts: usize,
}

impl Shape {
    /// The shape of the solution of a case.
    pub(super) fn of(workbook: &Workbook) -> Self {
        let mut rows: BTreeMap<(String, String), RowShape> = BTreeMap::new();
        for calculation in &workbook.calculations {
            let sheet = &calculation.worksheet;
            for (id, cell) in sheet.cells() {
                let Some(row) = sheet.rows.get(cell.row) else { continue };
                if matches!(cell.content, CellContent::Given(_)) {
                    continue;
                }
                let key = (calculation.id.clone(), row.key.clone());
                rows.entry(key).or_default().add(calculation.values.value(id));
            }
        }
        Self { rows }
    }

    /// Counts of all rows folded into eight letters (FNV-1a): the same shape gives the same ones.
    pub(super) fn fingerprint(&self) -> String {
        let mut folded: u64 = 0xcbf2_9ce4_8422_2325;
        for ((calculation, row), shape) in &self.rows {
            let counts = [shape.cells, shape.not_zero, shape.negative, shape.texts];
            let line = format!("{calculation}|{row}|{counts:?}\n");
            for byte in line.bytes() {
                folded = (folded ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        let short = (folded ^ (folded >> 32)) & 0xffff_ffff;
        format!("f{short:08x}")
    }

    /// Whether another solution has this shape.
    pub(super) fn keeps(&self, workbook: &Workbook) -> bool {
        let other = Self::of(workbook);
        self.rows.len() == other.rows.len()
            && self
                .rows
                .iter()
                .all(|(key, row)| other.rows.get(key).is_some_and(|other| row.keeps(other)))
    }
}

impl RowShape {
    fn add(&mut self, value: &Value) {
        self.cells += 1;
        match value {
            Value::Number(number) => {
                self.not_zero += usize::from(!number.is_zero());
                self.negative += usize::from(number.is_sign_negative() && !number.is_zero());
                self.decimals = self.decimals.max(number.normalize().scale());
                self.largest = self.largest.max(number.abs());
            }
            Value::Empty => {}
            _ => self.texts += 1,
        }
    }

    fn keeps(&self, other: &Self) -> bool {
        let bound = self.largest.checked_mul(Decimal::from(ABSURD_FACTOR));
        self.cells == other.cells
            && self.not_zero == other.not_zero
            && self.negative == other.negative
            && self.texts == other.texts
            && other.decimals <= self.decimals
            && bound.is_some_and(|bound| other.largest <= bound || self.largest.is_zero())
    }
}
