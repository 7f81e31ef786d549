//! A table of formulas, as read.

use std::sync::Arc;

use crate::domain::planning::expression::Expression;
use crate::domain::planning::worksheet::{Rounding, Source, Value};

/// A table: its columns, and its rows in the order shown.
#[derive(Debug, Clone, Default)]
pub struct FreeSheetInput {
    /// Title shown.
    pub title: String,
    /// Key and words of each column.
    pub columns: Vec<(String, String)>,
    /// The rows.
    pub rows: Vec<FreeRow>,
}

/// One row.
#[derive(Debug, Clone, Default)]
pub struct FreeRow {
    /// Key: unique, without space.
    pub key: String,
    /// Words shown.
    pub label: String,
    /// Short name used in workings.
    pub short: String,
    /// What the row belongs to; may be empty.
    pub group: String,
    /// Unit of its numbers; may be empty.
    pub unit: String,
    /// How its computed cells are rounded, if they are.
    pub rounding: Option<Rounding>,
    /// One cell a column; `None` leaves it blank, which counts as zero in formulas.
    pub cells: Vec<Option<FreeCell>>,
}

/// One cell.
#[derive(Debug, Clone)]
pub enum FreeCell {
    /// A value written by the author.
    Given(Value),
    /// A value taken from a cell of another calculation.
    Linked(Source, Value),
    /// A formula; shared by the cells of a row.
    Computed(Arc<WrittenFormula>),
}

/// A formula and where it is written.
#[derive(Debug, Clone)]
pub struct WrittenFormula {
    /// Path of the text, for problems ("calculs.marge.lignes.total.formule").
    pub path: String,
    /// What it says.
    pub expression: Expression,
}
