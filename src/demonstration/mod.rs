//! A session of demonstration on any case: varied copies and a simulated jury, so that every role
//! can be played without preparing anything.
//!
//! The levels and decisions in here stand for people in a story. Nothing else in the program
//! judges or decides by itself.

mod computed_answers;
mod copies;
mod folder;
mod jury;
mod people;

pub use folder::{JuryWork, create, evaluate};
