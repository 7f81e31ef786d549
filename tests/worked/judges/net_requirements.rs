//! Judge of net requirements (CBN): several levels, one article, or lot rules alone.

mod cases;
mod figures;
mod inputs;
mod leaves;
mod lots;
mod rows;
mod solved;

use casdecole::domain::planning::net_requirements::{LateNeeds, plan};
use casdecole::domain::planning::tree::Problems;

use crate::example::{Example, understood};
use crate::judgement::Judgement;
use solved::Solved;

/// Judges an example of net requirements.
pub fn judge(example: &Example) -> Option<Result<Judgement, String>> {
    let topic = example.topic.to_uppercase();
    (topic.starts_with("MRP") || topic.starts_with("CBN")).then(|| verdict(example))
}

fn verdict(example: &Example) -> Result<Judgement, String> {
    let inputs = example.input();
    let cases = inputs.any_field(&["cases", "cas"]);
    if !cases.is_missing() {
        return cases::judge(example, &cases);
    }
    let mut problems = Problems::default();
    let read = inputs::read(&inputs, &mut problems);
    let mut input = understood(read, &problems)?;
    let judgement = figures::judge(example, &Solved::of(&input)?);
    let plans = plan(&input).map_err(|error| error.to_string())?;
    let some_late = plans.iter().any(|plan| !plan.late_starts.is_zero());
    if judgement.differences.is_empty() || !some_late {
        return Ok(judgement);
    }
    // The components of late orders may be left out: the figures tell which convention it is.
    input.policy.late_needs = LateNeeds::LeftOut;
    let other = figures::judge(example, &Solved::of(&input)?);
    let better = other.differences.len() < judgement.differences.len();
    Ok(if better { other } else { judgement })
}
