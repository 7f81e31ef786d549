//! View models of « Préparer »: plain data, tested without a window.

mod block_views;
pub mod cell_nature;
mod coverage;
mod derived;
mod drafts;
mod open_case;
mod outline;
mod pictures;
pub mod readings;
mod save_keeper;
mod scratch;
mod search;
mod spot;
mod table_shape;
mod view;
mod words;

#[cfg(test)]
pub mod example;

pub use block_views::{BlockView, BlockViews};
pub use coverage::{CompetenceCoverage, Coverage};
pub use derived::{Minutes, appeared};
pub use drafts::{Drafts, FieldKey};
pub use open_case::{OpenCase, Run};
pub use outline::{OutlineLine, ProblemCount};
pub use save_keeper::SaveState;
pub use scratch::Scratch;
pub use search::fold;
pub use spot::Spot;
pub use table_shape::{ReadTable, ShapeChange};
pub use view::{Asking, FocusWish, SideTab, View};
pub use words::{counted, kind_words, place_words, scheme_words, sentence};
