//! Times of the operations, in the unit of the calculation.

use rust_decimal::Decimal;

use crate::domain::planning::data::Operation;
use crate::domain::planning::lead_time_scheduling::{DurationUnit, PieceTime, StepDuration};
use crate::domain::planning::tree::{Node, Problems};

/// Decimals kept when a time of a gamme, held in hours, is shown in another unit.
const KEPT_DECIMALS: u32 = 12;

/// A fixed duration, or set-up and pieces.
pub(super) fn written(node: &Node<'_>, problems: &mut Problems) -> Option<StepDuration> {
    let fixed = node.field("duree");
    if !fixed.is_missing() {
        return fixed.quantity(problems).map(StepDuration::Fixed);
    }
    let setup = node.any_field(&["temps_serie", "ts", "duree_fixe"]).quantity(problems);
    let each = node.any_field(&["temps_unitaire", "tu", "duree_par_piece"]);
    let rate = node.field("cadence");
    let pieces = match (each.is_missing(), rate.is_missing()) {
        (false, _) => PieceTime::Each(each.quantity(problems)?),
        (true, false) => PieceTime::Rate(rate.positive(problems)?),
        (true, true) => {
            if let Some(setup) = setup {
                return Some(StepDuration::Fixed(setup));
            }
            problems.add(
                node.path(),
                "l'opération n'a aucun temps.",
                "Écrivez duree, temps_serie, temps_unitaire ou cadence.",
            );
            return None;
        }
    };
    Some(StepDuration::Times { setup, pieces })
}

/// Times of an operation of a gamme.
pub(super) fn of_operation(operation: &Operation, unit: DurationUnit) -> StepDuration {
    let setup = Some(operation.setup_hours).filter(|hours| !hours.is_zero());
    StepDuration::Times {
        setup: setup.map(|hours| in_unit(hours, unit)),
        pieces: PieceTime::Each(in_unit(operation.unit_hours, unit)),
    }
}

/// Hours in another unit.
pub(super) fn in_unit(hours: Decimal, unit: DurationUnit) -> Decimal {
    let minutes = hours.checked_mul(Decimal::from(60u32));
    let time = minutes.and_then(|minutes| minutes.checked_div(Decimal::from(unit.minutes())));
    time.unwrap_or(hours).round_dp(KEPT_DECIMALS).normalize()
}
