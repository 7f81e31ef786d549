//! What a view shows: texts only, ready to be laid out on paper or on screen.

use serde::{Deserialize, Serialize};

/// Content of a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ViewContent {
    /// A table; every row has as many cells as there are columns.
    Table {
        /// Columns from left to right.
        columns: Vec<ViewColumn>,
        /// Rows of texts, from top to bottom.
        rows: Vec<Vec<String>>,
    },
    /// A tree to draw.
    Tree(TreeNode),
}

/// Head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewColumn {
    /// Title, with the unit of the column.
    pub title: String,
    /// Whether its cells are numbers, aligned right.
    pub numeric: bool,
}

/// Node of a drawn tree: an article, and what enters it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TreeNode {
    /// Code of the article.
    pub code: String,
    /// Designation; may be empty.
    pub label: String,
    /// Quantity for one of the article above ("3", "1,1 m"); empty at the top.
    pub quantity: String,
    /// Components, from left to right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<TreeNode>,
}
