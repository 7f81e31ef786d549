//! Improvement: cost and gain of actions, shorter changes of series (SMED).

pub mod actions;
pub mod changeover;
