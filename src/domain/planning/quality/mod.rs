//! Quality: Pareto of causes, control charts, process capability, criticality of failure modes.

pub mod capability;
pub mod control_chart;
pub mod failure_modes;
pub mod pareto;
mod statistics;
