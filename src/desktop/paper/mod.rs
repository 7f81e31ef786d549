//! Draws the domain's documents with the house's widgets: texts, annexes, answers to write or to
//! read. Shared by the three workspaces.

mod answer_form;
mod answer_reading;
mod assignment_grid;
mod drawn_tree;
mod exhibit;
mod fill_sheet;
mod inside_clipboard;
mod rich;
mod schedule_board;
mod table;

pub use answer_form::{
    AnswerInput, FillOptions, answer_form, answer_form_with, focus_form_that_follows, room_left,
    with_pastes,
};
pub use answer_reading::answer_reading;
pub use exhibit::{ExhibitLook, Spot, exhibit, exhibit_as, heading_as, rich_as};
pub use inside_clipboard::{refuse_outside_pastes, watch_copies};
pub use rich::{rich, typed_text};
pub use table::columns as grid_columns;

/// French typography of an interface text.
pub fn fr(text: &str) -> String {
    crate::domain::french::typeset(text)
}
