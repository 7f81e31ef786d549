//! One judge a family of exercises.

mod effectiveness;
mod flow;
mod follow_up;
mod forecasting;
mod lead_time_scheduling;
mod load;
mod lot_sizing;
mod net_requirements;
mod pdp;
mod pic;
mod project_network;
mod quality;
mod scheduling;
mod stock_parameters;
mod stock_valuation;

use crate::example::Example;
use crate::judgement::{Judgement, Verdict};

/// A judge: `None` when the example is not of its family.
type Judge = fn(&Example) -> Option<Result<Judgement, String>>;

const JUDGES: &[Judge] = &[
    effectiveness::judge,
    flow::judge,
    follow_up::judge,
    quality::judge,
    forecasting::judge,
    load::judge,
    lead_time_scheduling::judge,
    pdp::judge,
    pic::judge,
    lot_sizing::judge,
    net_requirements::judge,
    project_network::judge,
    scheduling::judge,
    stock_parameters::judge,
    stock_valuation::judge,
];

/// Judges an example by the first judge whose family it is.
pub fn judge(example: &Example) -> Verdict {
    JUDGES
        .iter()
        .find_map(|judge| judge(example))
        .unwrap_or_else(|| Err(format!("topic « {} » unknown", example.topic)))
        .into()
}
