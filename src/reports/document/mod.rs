//! A report as data: blocks, before any layout. The same blocks are tested as text.
//!
//! `page` says what stands around the content, `block` what it is made of, `table` and `cell` what
//! a table holds, `timeline` what a sitting was made of, `sign` what is said by a sign or a colour.

mod block;
mod cell;
mod page;
mod sign;
mod table;
mod timeline;

pub use block::{Block, ListItem};
pub use cell::{CellContent, TableCell};
pub use page::{BodySize, HeaderRight, Orientation, PageFrame};
pub use sign::{Chip, Sign, Tone};
pub use table::{CellAlign, ColumnWidth, Table, TableColumn, TableRow, TableStyle};
pub use timeline::{TimelineKind, TimelineSegment};

/// A whole document, ready to be laid out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// Title in the metadata of the file.
    pub title: String,
    /// Subject in the metadata of the file.
    pub subject: String,
    /// Header and footer of every page.
    pub frame: PageFrame,
    /// Size of the running text.
    pub body: BodySize,
    /// The content, from top to bottom.
    pub blocks: Vec<Block>,
}
