//! Annexes: rich text, tables and pictures.

use serde::{Deserialize, Serialize};

use super::Column;
use crate::domain::identifier::ExhibitId;
use crate::domain::planning::tree::Tree;
use crate::domain::planning::views::TreeNode;

/// Annexe of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exhibit {
    /// Identifier ("A3").
    pub id: ExhibitId,
    /// Title.
    pub title: String,
    /// What it shows, from top to bottom.
    pub content: Vec<ExhibitBlock>,
}

/// One block of an annexe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ExhibitBlock {
    /// Light Markdown.
    Text {
        /// The text.
        markdown: String,
    },
    /// A table to read.
    Table {
        /// Title above the table.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        caption: String,
        /// Columns.
        columns: Vec<Column>,
        /// Rows of texts, as many cells as columns.
        rows: Vec<Vec<ReadCell>>,
    },
    /// A view of the data of the case; becomes a table or a drawn tree when the case is solved.
    Data {
        /// Title above it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        caption: String,
        /// Which view, of what, with which columns.
        view: Tree,
    },
    /// A drawn nomenclature; only in a solved case.
    DrawnTree {
        /// Title above it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        caption: String,
        /// The top of the tree.
        top: TreeNode,
    },
    /// A picture, kept in a file beside the case.
    Picture {
        /// File name, relative to the case (PNG or JPEG).
        file: String,
        /// What the picture shows, for those who cannot see it.
        description: String,
    },
}

/// Text of a cell to read; numbers may be written bare in YAML.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct ReadCell(pub String);

impl From<&str> for ReadCell {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl<'de> Deserialize<'de> for ReadCell {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(super::table_writing::ScalarText).map(Self)
    }
}
