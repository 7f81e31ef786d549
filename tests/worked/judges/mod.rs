//! One judge a family of exercises.

mod net_requirements;

use crate::example::Example;
use crate::judgement::{Judgement, Verdict};

/// A judge: `None` when the example is not of its family.
type Judge = fn(&Example) -> Option<Result<Judgement, String>>;

const JUDGES: &[Judge] = &[net_requirements::judge];

/// Judges an example by the first judge whose family it is.
pub fn judge(example: &Example) -> Verdict {
    JUDGES
        .iter()
        .find_map(|judge| judge(example))
        .unwrap_or_else(|| Err(format!("topic « {} » unknown", example.topic)))
        .into()
}
