//! Options of a filling of days by a daily rate.

use super::{calendars, direction};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::lead_time_scheduling::day_filling::DayFillingInput;
use crate::domain::planning::lead_time_scheduling::{Direction, DurationUnit};
use crate::domain::planning::tree::Problems;

/// Reads `{cadence_jour: 500, quantite: 750, echeance: 2027-07-30}`.
pub(super) fn read(request: &Request<'_>, problems: &mut Problems) -> Option<DayFillingInput> {
    let options = &request.options;
    let daily_rate = options.field("cadence_jour").positive(problems);
    let quantity = options.field("quantite").positive(problems);
    let due = options.any_field(&["echeance", "date_fin"]);
    let release = options.any_field(&["lancement", "date_debut"]);
    let forward = direction(options, &[], problems) == Direction::Forward;
    let backward = !due.is_missing() && (release.is_missing() || !forward);
    let date = if backward { due } else { release };
    date.require(problems);
    let date = date.date(problems);
    let calendar = calendars::of_post(request, "", DurationUnit::Days, problems);
    Some(DayFillingInput {
        quantity: quantity?,
        daily_rate: daily_rate?,
        date: date?,
        backward,
        calendar,
    })
}
