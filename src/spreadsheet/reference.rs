//! References as formulas write them ("B3", "$A$1", "A1:B9", "A:A", "3:3"), and the cells of the
//! table that they cover. Letters and numbers are those of `CellPosition::reference`.

use std::fmt;

use crate::domain::case_study::CellPosition;

/// Rows and columns of a table, its heads not counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TableSize {
    /// Number of rows.
    pub rows: usize,
    /// Number of columns.
    pub columns: usize,
}

impl TableSize {
    /// Whether a cell is in the table.
    pub const fn holds(self, at: CellPosition) -> bool {
        at.row < self.rows && at.column < self.columns
    }
}

/// The row or the column of a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axis {
    /// Rank, from 0.
    pub index: usize,
    /// Whether a `$` holds it when the formula is copied.
    pub absolute: bool,
}

impl Axis {
    /// The axis in a copy of the formula; `None` when it falls before the first row or column.
    fn moved(self, from: usize, to: usize) -> Option<Self> {
        if self.absolute {
            return Some(self);
        }
        let index = self.index.checked_add(to)?.checked_sub(from)?;
        Some(Self { index, ..self })
    }

    const fn mark(self) -> &'static str {
        if self.absolute { "$" } else { "" }
    }
}

/// A reference to one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellReference {
    /// Its column.
    pub column: Axis,
    /// Its row.
    pub row: Axis,
}

impl CellReference {
    /// The cell.
    pub const fn position(self) -> CellPosition {
        CellPosition { row: self.row.index, column: self.column.index }
    }

    fn moved(self, from: CellPosition, to: CellPosition) -> Option<Self> {
        Some(Self {
            column: self.column.moved(from.column, to.column)?,
            row: self.row.moved(from.row, to.row)?,
        })
    }
}

impl fmt::Display for CellReference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let column = letters(self.column.index);
        let row = self.row.index + 1;
        write!(formatter, "{}{column}{}{row}", self.column.mark(), self.row.mark())
    }
}

/// What a formula points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pointed {
    /// One cell: "B3".
    Cell(CellReference),
    /// A rectangle: "B3:C9".
    Range(CellReference, CellReference),
    /// Whole columns: "B:C".
    Columns(Axis, Axis),
    /// Whole rows: "3:9".
    Rows(Axis, Axis),
}

impl Pointed {
    /// The cells of the table that are pointed at; `None` when none is in the table.
    pub fn area(self, size: TableSize) -> Option<Area> {
        let last =
            CellPosition { row: size.rows.checked_sub(1)?, column: size.columns.checked_sub(1)? };
        let whole = match self {
            Self::Cell(cell) => Area::new(cell.position(), cell.position()),
            Self::Range(one, other) => Area::new(one.position(), other.position()),
            Self::Columns(one, other) => Area::new(
                CellPosition { row: 0, column: one.index },
                CellPosition { row: last.row, column: other.index },
            ),
            Self::Rows(one, other) => Area::new(
                CellPosition { row: one.index, column: 0 },
                CellPosition { row: other.index, column: last.column },
            ),
        };
        let corner = CellPosition {
            row: whole.last.row.min(last.row),
            column: whole.last.column.min(last.column),
        };
        size.holds(whole.first).then_some(Area { first: whole.first, last: corner })
    }

    /// The same in a copy of the formula from one cell to another; `None` when it falls outside.
    pub fn moved(self, from: CellPosition, to: CellPosition) -> Option<Self> {
        Some(match self {
            Self::Cell(cell) => Self::Cell(cell.moved(from, to)?),
            Self::Range(one, other) => Self::Range(one.moved(from, to)?, other.moved(from, to)?),
            Self::Columns(one, other) => Self::Columns(
                one.moved(from.column, to.column)?,
                other.moved(from.column, to.column)?,
            ),
            Self::Rows(one, other) => {
                Self::Rows(one.moved(from.row, to.row)?, other.moved(from.row, to.row)?)
            }
        })
    }
}

impl fmt::Display for Pointed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let column = |axis: Axis| format!("{}{}", axis.mark(), letters(axis.index));
        let row = |axis: Axis| format!("{}{}", axis.mark(), axis.index + 1);
        match self {
            Self::Cell(cell) => write!(formatter, "{cell}"),
            Self::Range(one, other) => write!(formatter, "{one}:{other}"),
            Self::Columns(one, other) => write!(formatter, "{}:{}", column(*one), column(*other)),
            Self::Rows(one, other) => write!(formatter, "{}:{}", row(*one), row(*other)),
        }
    }
}

/// A rectangle of cells, corners included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    first: CellPosition,
    last: CellPosition,
}

impl Area {
    /// The rectangle between two corners, in any order.
    pub fn new(one: CellPosition, other: CellPosition) -> Self {
        Self {
            first: CellPosition {
                row: one.row.min(other.row),
                column: one.column.min(other.column),
            },
            last: CellPosition {
                row: one.row.max(other.row),
                column: one.column.max(other.column),
            },
        }
    }

    /// Its cell nearest A1.
    pub const fn first(self) -> CellPosition {
        self.first
    }

    /// Its cell farthest from A1.
    pub const fn last(self) -> CellPosition {
        self.last
    }

    /// Whether it is one cell.
    pub fn is_single(self) -> bool {
        self.first == self.last
    }

    /// Number of cells.
    pub const fn count(self) -> usize {
        let rows = self.last.row - self.first.row + 1;
        let columns = self.last.column - self.first.column + 1;
        rows.saturating_mul(columns)
    }

    /// Whether a cell is in it.
    pub const fn contains(self, at: CellPosition) -> bool {
        at.row >= self.first.row
            && at.row <= self.last.row
            && at.column >= self.first.column
            && at.column <= self.last.column
    }

    /// Its cells, row by row.
    pub fn positions(self) -> impl Iterator<Item = CellPosition> {
        (self.first.row..=self.last.row).flat_map(move |row| {
            (self.first.column..=self.last.column).map(move |column| CellPosition { row, column })
        })
    }
}

impl fmt::Display for Area {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_single() {
            return formatter.write_str(&self.first.reference());
        }
        write!(formatter, "{}:{}", self.first.reference(), self.last.reference())
    }
}

/// "A", "B", … of a column, as `CellPosition::reference` letters it.
fn letters(column: usize) -> String {
    let first = CellPosition { row: 0, column }.reference();
    first.trim_end_matches(|character: char| character.is_ascii_digit()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: TableSize = TableSize { rows: 15, columns: 10 };

    fn at(reference: &str) -> CellPosition {
        CellPosition::from_reference(reference).unwrap()
    }

    fn axis(index: usize) -> Axis {
        Axis { index, absolute: false }
    }

    fn cell(reference: &str) -> CellReference {
        let at = at(reference);
        CellReference { column: axis(at.column), row: axis(at.row) }
    }

    #[test]
    fn ranges_are_clipped_to_the_table() {
        let far = CellReference { column: axis(16_383), row: axis(1_048_575) };
        let area = Pointed::Range(cell("C4"), far).area(SIZE).unwrap();
        assert_eq!(area.to_string(), "C4:J15");
        assert_eq!(area.count(), 96);
        assert_eq!(Pointed::Columns(axis(1), axis(1)).area(SIZE).unwrap().to_string(), "B1:B15");
        assert_eq!(Pointed::Rows(axis(2), axis(4)).area(SIZE).unwrap().to_string(), "A3:J5");
    }

    #[test]
    fn what_lies_outside_the_table_covers_nothing() {
        assert_eq!(Pointed::Cell(cell("K1")).area(SIZE), None);
        assert_eq!(Pointed::Range(cell("A16"), cell("B20")).area(SIZE), None);
        assert_eq!(Pointed::Cell(cell("A1")).area(TableSize::default()), None);
    }

    #[test]
    fn corners_may_come_in_any_order() {
        let area = Area::new(at("C2"), at("A5"));
        assert_eq!(area.to_string(), "A2:C5");
        assert!(area.contains(at("B3")) && !area.contains(at("D3")));
        assert_eq!(area.positions().count(), area.count());
    }

    #[test]
    fn dollars_hold_a_row_or_a_column_when_a_formula_is_copied() {
        let held = CellReference { column: Axis { index: 0, absolute: true }, row: axis(0) };
        let moved = Pointed::Cell(held).moved(at("C3"), at("E7")).unwrap();
        assert_eq!(moved.to_string(), "$A5");
        assert_eq!(Pointed::Cell(cell("A1")).moved(at("C3"), at("B3")), None);
    }
}
