//! Questions whose key is computed from the data of the case: cells of a calculation.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Tolerance;
use super::unstated::is_default;
use crate::domain::planning::tree::Tree;

/// A table made of cells of a calculation; its key is computed, its cells are marked with
/// follow-through.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorksheetForm {
    /// Identifier of the calculation in the data ("cbn").
    pub calculation: String,
    /// Title of the first column, which holds the labels of the rows.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub head: String,
    /// Keys of the rows shown, `*` standing for any text; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<String>,
    /// Keys of the columns shown; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// Computed cells that are shown instead of asked ("PI30.BB", "PI30.BB.S40", "*.S40").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub given: Vec<String>,
    /// Cells crossed out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocked: Vec<String>,
    /// Given cells of the calculation that are asked all the same: the candidate reads them in an
    /// exhibit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<String>,
    /// Words shown instead of those of the calculation, by row.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, String>,
    /// Words shown instead of those of the calculation, by column.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub titles: BTreeMap<String, String>,
    /// Decimals of the numbers, by cells; all digits when none is stated.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub decimals: BTreeMap<String, u32>,
    /// Other accepted writings of texts, by cells: `{}` stands for the text, `{n}` for its digits.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub also: BTreeMap<String, Vec<String>>,
    /// Tolerance of the numbers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tolerance: Tolerance,
    /// Tolerance of some numbers, by cells, instead of that of the table.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tolerances: BTreeMap<String, Tolerance>,
    /// How marks are shared.
    #[serde(default, skip_serializing_if = "is_default")]
    pub marks: CellMarks,
    /// Weights of cells, or of rows when marks go by row; 1 when none is stated.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub weights: BTreeMap<String, u32>,
}

/// A question whose answers are checked by constraint: placed operations, or people on posts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlacementForm {
    /// The problem, as written: orders and posts, or posts and people, from the data of the case.
    #[serde(default)]
    pub problem: Tree,
    /// Weight of each constraint and of each target in the marks, by name; 1 when not stated.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub weights: BTreeMap<String, u32>,
    /// Whether candidates see, on the drawn board, what conflicts in what they place.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub show_conflicts: bool,
}

/// How the marks of a worksheet are shared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CellMarks {
    /// Each cell counts for its weight.
    #[default]
    ByCell,
    /// A row counts when all its cells do.
    ByRow,
}

/// The value that a mapping of patterns gives to a cell; the longest pattern wins.
pub fn matching<'a, T>(
    by_pattern: &'a BTreeMap<String, T>,
    row: &str,
    column: &str,
) -> Option<&'a T> {
    by_pattern
        .iter()
        .filter(|(pattern, _)| names_cell(pattern, row, column))
        .max_by_key(|(pattern, _)| pattern.len())
        .map(|(_, value)| value)
}

/// Whether a pattern names a cell: its row, or its row and its column.
pub fn names_cell(pattern: &str, row: &str, column: &str) -> bool {
    fits(pattern, row) || fits(pattern, &format!("{row}.{column}"))
}

/// Whether a text fits a pattern where `*` stands for any text.
pub fn fits(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == text };
    let Some(after) = text.strip_prefix(start) else { return false };
    if rest.is_empty() {
        return true;
    }
    // Patterns and keys are short: trying every place is enough.
    after.char_indices().any(|(place, _)| after.get(place..).is_some_and(|tail| fits(rest, tail)))
        || fits(rest, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_name_rows_and_cells() {
        assert!(names_cell("PI30.BB", "PI30.BB", "S40"));
        assert!(names_cell("PI30.BB.S40", "PI30.BB", "S40"));
        assert!(names_cell("*.BB", "PI30.BB", "S40"));
        assert!(names_cell("*.S40", "PI30.BB", "S40"));
        assert!(names_cell("PI30.*", "PI30.BB", "S40"));
        assert!(!names_cell("PI30.B", "PI30.BB", "S40"));
        assert!(!names_cell("*.S4", "PI30.BB", "S40"));
        assert!(names_cell("*", "x", "y"));
    }
}
