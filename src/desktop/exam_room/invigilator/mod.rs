//! The invigilator's panel, behind the room code.
//!
//! Models, plain data tested without a window:
//! - `gate`: the code, checked in the background, and the wait after three wrong ones;
//! - `draft`: what is being filled, read into a `deed`;
//! - `sight`: what the panel sees of the sitting; `ledger_words`: its ledger in words.
//!
//! `*_panel` files only draw. `surveillance` joins them and gives the caller what to do.

mod deed;
mod draft;
mod draft_panel;
mod gate;
mod gate_panel;
mod ledger_panel;
mod ledger_words;
mod main_panel;
mod sight;
mod surveillance;

pub use deed::InvigilatorDeed;
pub use ledger_words::{Loss, loss_of, person_reason};
pub use sight::Sight;
pub use surveillance::Invigilator;
