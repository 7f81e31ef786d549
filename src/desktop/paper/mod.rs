//! Draws the domain's documents with the house's widgets: texts, annexes, answers to write or to
//! read. Shared by the three workspaces.

mod answer_form;
mod answer_reading;
mod drawn_tree;
mod exhibit;
mod rich;
mod table;

pub use answer_form::{AnswerInput, answer_form};
pub use answer_reading::answer_reading;
pub use exhibit::exhibit;
pub use rich::rich;
pub use table::columns as grid_columns;

/// French typography of an interface text.
pub fn fr(text: &str) -> String {
    crate::domain::french::typeset(text)
}
