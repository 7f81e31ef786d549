//! « Préparer »: a trainer writes a case study with its corrigé.
//!
//! - `model`: the case on the desk, what follows from it, what the person looks at; plain data,
//!   tested without a window;
//! - `commands`: what a person may ask, and how it changes the case (always by an `Edit`);
//! - `panels`: draw the models and ask;
//! - `keys`: asks from the keyboard; `export`: documents written in the background;
//! - `new_case`: the choice of a titre and a scheme, before the workspace opens;
//! - `workspace` joins them.

mod commands;
mod export;
mod keys;
mod model;
mod new_case;
mod panels;
mod workspace;

pub use new_case::{NewCase, NewCaseChoice, NewCaseForm};
pub use workspace::AuthorWorkspace;
