//! Planning: every calculator takes typed inputs and returns a `Worksheet`, a table of named cells
//! given or computed by a rule from named cells. Evaluated as it is, a worksheet is the key;
//! evaluated from a candidate's own cells, it marks with follow-through.
//!
//! What belongs here: the worksheet (`worksheet`), planning data as written (`tree`), and one
//! calculator a file. Nothing here knows an exam, a question or a mark.

pub mod calculator;
pub mod data;
pub mod tree;
pub mod worksheet;
