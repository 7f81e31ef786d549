//! Flow: takt time, line balancing, kanban.

pub mod balancing;
pub mod kanban;
pub mod takt;
