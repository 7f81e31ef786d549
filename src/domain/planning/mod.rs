//! Planning: every calculator takes typed inputs and returns a `Worksheet`, a table of named cells
//! given or computed by a rule from named cells. Evaluated as it is, a worksheet is the key;
//! evaluated from a candidate's own cells, it marks with follow-through.
//!
//! What belongs here: the worksheet (`worksheet`), planning data as written (`tree`) and typed
//! (`data`), their views (`views`), the language of authors (`expression`), one calculator a file
//! or folder, and the calculations of a case in order (`workbook`). Nothing here knows an exam, a
//! question or a mark.

pub mod calculator;
pub mod catalogue;
pub mod data;
pub mod effectiveness;
pub mod expression;
pub mod finite_scheduling;
pub mod flow;
pub mod follow_up;
pub mod forecasting;
pub mod free_sheet;
pub mod improvement;
pub mod lead_time_scheduling;
pub mod load;
pub mod lot_rule;
pub mod lot_sizing;
pub mod master_schedule;
pub mod net_requirements;
pub mod project_network;
pub mod quality;
pub mod sales_and_operations_plan;
pub mod schedule_check;
pub mod stock_parameters;
pub mod stock_valuation;
pub mod team;
pub mod tree;
#[cfg(test)]
mod trial;
pub mod views;
pub mod workbook;
pub mod working_time;
pub mod worksheet;
