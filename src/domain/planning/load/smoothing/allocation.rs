//! Which hours each means takes of an overload: the cheapest an hour first, each up to what it has.

use rust_decimal::Decimal;

use crate::domain::planning::worksheet::{CalculationError, Value, shown_number};

/// One means for one overload: cost of an hour and hours it has, `None` when unbounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Offer {
    pub(super) cost: Decimal,
    pub(super) available: Option<Decimal>,
}

/// Hours taken from each offer; at equal cost the first written goes first.
pub(super) fn hours(overload: Decimal, offers: &[Offer]) -> Result<Vec<Decimal>, CalculationError> {
    let mut order: Vec<usize> = (0..offers.len()).collect();
    order.sort_by_key(|rank| offers.get(*rank).map(|offer| offer.cost));
    let mut left = overload.max(Decimal::ZERO);
    let mut taken = vec![Decimal::ZERO; offers.len()];
    for rank in order {
        let (Some(offer), Some(place)) = (offers.get(rank), taken.get_mut(rank)) else { continue };
        let most = offer.available.map_or(left, |available| available.max(Decimal::ZERO));
        *place = left.min(most);
        left = left.checked_sub(*place).ok_or(CalculationError::Overflow)?;
    }
    Ok(taken)
}

/// Overload and offers from the values of cells: the overload, then a cost and the hours available
/// of each means.
pub(super) fn read(values: &[Value]) -> Result<(Decimal, Vec<Offer>), CalculationError> {
    let Some((overload, pairs)) = values.split_first() else {
        return Err(CalculationError::impossible("aucune surcharge à répartir"));
    };
    let mut offers = Vec::with_capacity(pairs.len() / 2);
    for pair in pairs.chunks(2) {
        let [cost, available] = pair else { continue };
        let available = match available {
            Value::Empty => None,
            other => Some(other.number()?),
        };
        offers.push(Offer { cost: cost.number()?, available });
    }
    Ok((overload.number()?, offers))
}

/// "6 h à résorber, 4 h disponibles", for the means of this rank.
pub(super) fn words(values: &[Value], rank: usize) -> String {
    let Ok((overload, offers)) = read(values) else { return String::new() };
    let Some(own) = offers.get(rank).copied() else { return String::new() };
    let before: Decimal = match hours(overload, &offers) {
        Ok(taken) => taken
            .iter()
            .zip(&offers)
            .enumerate()
            .filter(|(other, (_, offer))| (offer.cost, *other) < (own.cost, rank))
            .fold(Decimal::ZERO, |sum, (_, (hours, _))| sum.saturating_add(*hours)),
        Err(_) => Decimal::ZERO,
    };
    let left = overload.max(Decimal::ZERO).saturating_sub(before);
    let left = shown_number(left).0;
    match own.available {
        Some(available) => {
            format!("{left} h à résorber, {} h disponibles", shown_number(available).0)
        }
        None => format!("{left} h à résorber"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer(cost: i64, available: Option<i64>) -> Offer {
        Offer { cost: Decimal::from(cost), available: available.map(Decimal::from) }
    }

    #[test]
    fn the_cheapest_hours_go_first_and_a_tie_goes_to_the_first_written() {
        let offers = [offer(78, None), offer(3, Some(4)), offer(70, Some(4))];
        let taken = hours(Decimal::from(6), &offers).expect("shared");
        assert_eq!(taken, [0, 4, 2].map(Decimal::from));
        let taken = hours(Decimal::from(10), &offers).expect("shared");
        assert_eq!(taken, [2, 4, 4].map(Decimal::from));
        let tie = [offer(5, Some(1)), offer(5, None)];
        assert_eq!(hours(Decimal::from(3), &tie).expect("shared"), [1, 2].map(Decimal::from));
        assert_eq!(hours(Decimal::from(-3), &tie).expect("shared"), [0, 0].map(Decimal::from));
        let negative = [offer(5, Some(-2))];
        assert_eq!(hours(Decimal::ONE, &negative).expect("shared"), [Decimal::ZERO]);
    }

    #[test]
    fn words_say_what_is_left_and_what_is_free() {
        let values: Vec<Value> =
            [6, 3, 4, 70, 4].into_iter().map(|number| Value::from(Decimal::from(number))).collect();
        assert_eq!(words(&values, 0), "6 h à résorber, 4 h disponibles");
        assert_eq!(words(&values, 1), "2 h à résorber, 4 h disponibles");
        assert_eq!(words(&[], 0), "");
    }
}
