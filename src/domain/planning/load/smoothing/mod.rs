//! Smoothing (lissage) of an overloaded centre: for each overloaded period, the means in the order
//! of their cost an hour, each within what is free, with pieces, hours and costs.
//!
//! What belongs here: advance of pieces to earlier periods, overtime, further teams, subcontracting.
//! Periods are treated from the first to the last; free capacity used for one is used up for the
//! next. Fixed costs (transport) are counted but do not change the order of the means.

mod allocation;
mod allocation_rows;
mod cost_rows;
mod frame;
mod input;
mod reading;
mod spending_rows;

pub use input::{Means, MeansKind, NamedLoad, PeriodCapacity, SmoothingInput, UnitCost};
pub use reading::{OPTIONS, calculate};

use std::collections::HashSet;

use crate::domain::planning::data::MAX_PERIODS;
use crate::domain::planning::worksheet::{CalculationError, Worksheet};

/// Longest advance of pieces, in periods.
pub const LONGEST_ADVANCE: u32 = 12;

/// Largest number of means, each period of advance counting for one.
const MOST_WAYS: usize = 16;

/// The table of a smoothing.
///
/// # Errors
/// When series do not cover the periods, when a name is used twice, or when a cost by piece has no
/// rate to convert it.
pub fn worksheet(input: &SmoothingInput) -> Result<Worksheet, CalculationError> {
    check(input)?;
    let mut frame = frame::Frame::new(input);
    let situation = frame.situation(input);
    let means = cost_rows::means(&mut frame, input);
    allocation_rows::mix(&mut frame, input, &situation, &means);
    Ok(frame.finish())
}

fn check(input: &SmoothingInput) -> Result<(), CalculationError> {
    let refuse = |reason: &str| Err(CalculationError::impossible(reason));
    let count = input.periods.len();
    if count == 0 || count > MAX_PERIODS {
        return refuse("le lissage demande au moins une période");
    }
    let capacity = match &input.capacity {
        PeriodCapacity::Hours(hours) => hours.len(),
        PeriodCapacity::Days { days, .. } => days.len(),
    };
    let loads = input.loads.iter().all(|load| load.hours.len() == count);
    if capacity != count || input.frozen.len() != count || !loads || input.loads.is_empty() {
        return refuse("la charge ou la capacité n'a pas une valeur par période");
    }
    let ways = input.means.iter().map(|means| match means.kind {
        MeansKind::Advance { periods } => usize::try_from(periods).unwrap_or(MOST_WAYS),
        MeansKind::Hours { .. } => 1,
    });
    if ways.fold(0_usize, usize::saturating_add) > MOST_WAYS {
        return refuse("il y a trop de moyens de lissage, ou une avance trop longue");
    }
    let mut seen = HashSet::from(["charge", "capacite", "ecart", "surcharge", "marge", "cadence"]);
    let keys = input.loads.iter().map(|load| load.key.as_str());
    for key in keys.chain(input.means.iter().map(|means| means.key.as_str())) {
        let alone = input.loads.len() == 1 && key == "charge";
        if !seen.insert(key) && !alone {
            return refuse("deux lignes du lissage portent le même nom");
        }
    }
    for means in &input.means {
        if input.rate.is_none() && matches!(means.cost, UnitCost::PerPiece(_)) {
            return refuse("un coût par pièce demande la cadence du poste");
        }
        if let MeansKind::Advance { periods } = means.kind
            && !(1..=LONGEST_ADVANCE).contains(&periods)
        {
            return refuse("une avance va de 1 à 12 périodes");
        }
    }
    Ok(())
}
