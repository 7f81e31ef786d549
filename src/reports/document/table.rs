//! Tables: their look, their columns and their rows.

use super::TableCell;

/// How a table looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TableStyle {
    /// No vertical rule; for reading.
    #[default]
    Reading,
    /// A grid; given cells tinted, rows high enough to write in.
    Filling,
    /// A grid with compact rows, for a filled table in a corrigé or a copy.
    Grid,
}

/// A table whose rows are never cut; the head is repeated on each page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Title on tint above the head; repeated with « (suite) ».
    pub title: Option<(String, String)>,
    /// Columns.
    pub columns: Vec<TableColumn>,
    /// Rows after the head.
    pub rows: Vec<TableRow>,
    /// Look.
    pub style: TableStyle,
    /// No head row when every head is empty.
    pub headless: bool,
}

/// A column of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TableColumn {
    /// Head.
    pub head: String,
    /// Head over this column and its neighbours of the same group; empty for none.
    pub group: String,
    /// Width.
    pub width: ColumnWidth,
    /// Alignment.
    pub align: CellAlign,
}

/// Width of a column.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum ColumnWidth {
    /// As wide as its longest word needs, growing to its content where there is room.
    #[default]
    Auto,
    /// Millimetres.
    Fixed(f32),
    /// A share of what the fixed columns leave.
    Share(f32),
}

/// Alignment in a column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CellAlign {
    /// Texts.
    #[default]
    Left,
    /// Numbers.
    Right,
    /// Signs and boxes.
    Centre,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum TableRow {
    /// Cells, as many as columns.
    Cells(Vec<TableCell>),
    /// Cells in bold above a stronger rule.
    Total(Vec<TableCell>),
    /// A label over the whole width; kept with the next row.
    Group(String),
}

impl TableColumn {
    /// A column of texts.
    pub fn left(head: impl Into<String>, width: ColumnWidth) -> Self {
        Self { head: head.into(), width, align: CellAlign::Left, group: String::new() }
    }

    /// A column of numbers.
    pub fn right(head: impl Into<String>, width: ColumnWidth) -> Self {
        Self { head: head.into(), width, align: CellAlign::Right, group: String::new() }
    }

    /// A column of signs.
    pub fn centre(head: impl Into<String>, width: ColumnWidth) -> Self {
        Self { head: head.into(), width, align: CellAlign::Centre, group: String::new() }
    }

    /// The column under a head that it shares with its neighbours.
    #[must_use]
    pub fn under(mut self, group: impl Into<String>) -> Self {
        self.group = group.into();
        self
    }
}
