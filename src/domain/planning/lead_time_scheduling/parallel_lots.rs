//! Parallel lots: a late operation split into equal lots made at the same time, just small enough
//! to end in time. A rule of planning tools at infinite capacity, not of textbooks.

use rust_decimal::Decimal;

use super::durations::StepTimes;
use super::layout::{Board, Column};
use super::{PieceTime, Step, StepDuration};
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Comparison, Formula, Rounding, Value, rule, shown_number,
};

/// Cells of the lots of an operation that must end at a date; gives the duration of one of them.
pub(super) fn split(
    board: &mut Board<'_>,
    row: usize,
    step: &Step,
    times: &StepTimes,
    late_end: CellId,
) -> Option<CellId> {
    let StepDuration::Times { pieces: PieceTime::Each(_), .. } = step.duration else {
        return None;
    };
    let (quantity, today) = (times.quantity?, board.today?);
    let clock = board.clock;
    let free = clock.worked(Formula::from(today), Formula::from(late_end), &step.calendar);
    let one = times.pace?.time(Formula::number(1));
    let setup = times.setup.map_or_else(|| Formula::number(0), Formula::from);
    let symbol = clock.unit.symbol();
    let count = rule(
        vec![Formula::from(quantity), setup, one, free],
        |values| lots(values).map(Value::from),
        move |values, _| {
            let free = values.get(3).and_then(|free| free.number().ok()).unwrap_or_default();
            format!("lots assez petits pour tenir en {} {symbol}", shown_number(free).0)
        },
    );
    let count = board.computed(row, Column::Lots, count)?;
    let size = (quantity / count).rounded(Rounding::UP);
    let size = board.computed(row, Column::LotSize, size)?;
    let time = times.time(Formula::from(size))?;
    let time = Formula::choose(quantity, Comparison::Greater, 0u32, time, 0u32);
    board.computed(row, Column::LotDuration, time)
}

/// Smallest number of equal lots that fit in the time left; one when they fit whole, or when not
/// even one piece fits.
fn lots(values: &[Value]) -> Result<Decimal, CalculationError> {
    let numbers: Vec<Decimal> = values.iter().map(Value::number).collect::<Result<_, _>>()?;
    let [quantity, setup, one, free] = *numbers.as_slice() else {
        return Err(CalculationError::impossible("un temps manque"));
    };
    if one.is_zero() || quantity <= Decimal::ZERO {
        return Ok(Decimal::ONE);
    }
    let left = free.checked_sub(setup).ok_or(CalculationError::Overflow)?;
    let most = left.checked_div(one).ok_or(CalculationError::Overflow)?.floor();
    if most < Decimal::ONE || most >= quantity {
        return Ok(Decimal::ONE);
    }
    Ok(quantity.checked_div(most).ok_or(CalculationError::Overflow)?.ceil())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(numbers: [&str; 4]) -> Decimal {
        let values = numbers.map(|text| Value::from(Decimal::from_str_exact(text).expect("reads")));
        lots(&values).expect("counted")
    }

    #[test]
    fn lots_are_as_few_as_the_time_left_allows() {
        assert_eq!(count(["6", "1", "0.5", "2"]), Decimal::from(3), "lots of two pieces");
        assert_eq!(count(["6", "1", "0.5", "4"]), Decimal::ONE, "it fits whole");
        assert_eq!(count(["6", "1", "0.5", "1.4"]), Decimal::ONE, "not one piece fits");
        assert_eq!(count(["0", "1", "0.5", "2"]), Decimal::ONE);
        assert_eq!(count(["6", "1", "0", "2"]), Decimal::ONE);
        assert_eq!(count(["6", "1", "0.5", "-3"]), Decimal::ONE);
    }
}
