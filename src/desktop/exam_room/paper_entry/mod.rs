//! A copy written on paper is typed in afterwards: the same forms as a sitting, no timer, who
//! typed it, and a second reading of each question. It is sealed to the jury like the others.
//!
//! - `notes`: who typed, who read again, what was read again; kept in the journal, the names in the
//!   copy too;
//! - `entry`: the copy being typed in; `deed`: what a person may ask for;
//! - `*_panel` files only draw; `screen` joins them.

mod bars_panel;
mod deed;
mod entry;
mod finish_panel;
mod names_panel;
mod notes;
mod question_panel;
mod screen;

pub use entry::PaperEntry;
