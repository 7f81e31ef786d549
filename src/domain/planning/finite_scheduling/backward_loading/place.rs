//! The place of one order among those already on the machine.

use rust_decimal::Decimal;

use crate::domain::planning::worksheet::CalculationError;

/// What bounds the place of an order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bounds {
    /// Start and end of what is already on the machine.
    pub busy: Vec<(Decimal, Decimal)>,
    /// How long before the need the order may end.
    pub most_early: Option<Decimal>,
    /// Date before which nothing starts.
    pub not_before: Option<Decimal>,
}

/// Start of an order: as late as it ends by its need, not earlier than the bounds allow; when no
/// place is left there, as soon as the machine is free afterwards.
///
/// # Errors
/// When dates have too many digits.
pub fn latest_place(
    need: Decimal,
    duration: Decimal,
    bounds: &Bounds,
) -> Result<Decimal, CalculationError> {
    let less =
        |date: Decimal, time: Decimal| date.checked_sub(time).ok_or(CalculationError::Overflow);
    let earliest_end = bounds.most_early.map(|early| less(need, early)).transpose()?;
    let mut ends: Vec<Decimal> = bounds.busy.iter().map(|(start, _)| *start).collect();
    ends.push(need);
    ends.retain(|end| *end <= need && earliest_end.is_none_or(|first| *end >= first));
    ends.sort_unstable();
    for end in ends.into_iter().rev() {
        let start = less(end, duration)?;
        if bounds.allow(start, end) {
            return Ok(start);
        }
    }
    let latest = less(need, duration)?;
    let first = bounds.not_before.map_or(latest, |today| today.max(latest));
    let mut starts: Vec<Decimal> = bounds.busy.iter().map(|(_, end)| *end).collect();
    starts.push(first);
    starts.retain(|start| *start >= first);
    starts.sort_unstable();
    for start in &starts {
        let end = start.checked_add(duration).ok_or(CalculationError::Overflow)?;
        if bounds.allow(*start, end) {
            return Ok(*start);
        }
    }
    // After all that is on the machine.
    Ok(starts.last().copied().unwrap_or(first))
}

impl Bounds {
    /// Whether the machine is free from a start to an end, not too early.
    fn allow(&self, start: Decimal, end: Decimal) -> bool {
        self.not_before.is_none_or(|today| start >= today)
            && self.busy.iter().all(|(from, to)| end <= *from || *to <= start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i64) -> Decimal {
        Decimal::new(number, 1)
    }

    fn bounds(busy: &[(i64, i64)]) -> Bounds {
        let busy = busy.iter().map(|(start, end)| (day(*start), day(*end))).collect();
        Bounds { busy, ..Bounds::default() }
    }

    #[test]
    fn an_order_goes_as_late_as_it_fits() {
        assert_eq!(latest_place(day(190), day(10), &bounds(&[])), Ok(day(180)));
        assert_eq!(latest_place(day(190), day(10), &bounds(&[(180, 190)])), Ok(day(170)));
        // The gap from 16.5 to 17 is too short.
        let busy = bounds(&[(180, 190), (170, 180), (155, 165)]);
        assert_eq!(latest_place(day(190), day(10), &busy), Ok(day(145)));
    }

    #[test]
    fn an_order_that_would_be_too_early_is_late() {
        let mut busy = bounds(&[(180, 190), (170, 180), (155, 165), (145, 155)]);
        busy.most_early = Some(day(40));
        assert_eq!(latest_place(day(190), day(10), &busy), Ok(day(190)));
        let mut today = bounds(&[(10, 20)]);
        today.not_before = Some(day(5));
        assert_eq!(latest_place(day(20), day(10), &today), Ok(day(20)));
        assert_eq!(latest_place(day(0), day(3), &today), Ok(day(5)));
    }

    proptest::proptest! {
        #[test]
        fn places_never_overlap(
            orders in proptest::collection::vec((0_i64..300, 1_i64..30), 1..12),
            early in proptest::option::of(0_i64..50),
        ) {
            let mut known = Bounds {
                most_early: early.map(day),
                not_before: Some(day(0)),
                ..Bounds::default()
            };
            for (need, duration) in orders {
                let start = latest_place(day(need), day(duration), &known).expect("small dates");
                let end = start + day(duration);
                proptest::prop_assert!(known.allow(start, end), "{known:?} {start} {end}");
                proptest::prop_assert!(
                    end > day(need) || known.most_early.is_none_or(|e| end >= day(need) - e)
                );
                known.busy.push((start, end));
            }
        }
    }
}
