//! Follow-up of production: orders, cost prices and their variances, indicators; and the tables and
//! named lists that calculators of this family share (`table`, `named`).

pub mod cost;
mod grid;
pub mod indicators;
pub mod named;
pub mod orders;
pub mod table;
