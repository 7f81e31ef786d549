//! The words that explain the quantity of one order.

use rust_decimal::Decimal;

use super::rules::SizingRule;
use crate::domain::planning::worksheet::{Rounding, Value, shown_number};

/// Working of the order of the period of this rank, from 0: "35 + 10 (besoins de S1 à S2)".
///
/// `values`: the requirement of each period, then the parameters of the rule.
pub(super) fn order(
    rule: SizingRule,
    periods: &[String],
    rank: usize,
    values: &[Value],
    result: &Value,
) -> String {
    let number = |value: &Value| value.number().unwrap_or_default();
    let ordered = number(result);
    let needs: Vec<Decimal> = values.iter().take(periods.len()).map(number).collect();
    if ordered.is_zero() {
        let without = needs.get(rank).is_none_or(Decimal::is_zero);
        let words = if without { "aucun besoin" } else { "besoin déjà couvert" };
        return words.to_owned();
    }
    match rule {
        SizingRule::FixedQuantity(_) | SizingRule::EconomicQuantity(_) => {
            lots(ordered, values.get(periods.len()).map(number).unwrap_or_default())
        }
        SizingRule::LotForLot
        | SizingRule::PeriodQuantity { .. }
        | SizingRule::LeastUnitCost
        | SizingRule::LeastTotalCost(_)
        | SizingRule::SilverMeal
        | SizingRule::WagnerWhitin => covered(periods, rank, &needs, ordered),
    }
}

/// "2 lots de 58".
fn lots(ordered: Decimal, lot: Decimal) -> String {
    let count = ordered.checked_div(lot).unwrap_or_default();
    let count = Rounding::nearest(0).apply(count);
    let plural = if count > Decimal::ONE { "s" } else { "" };
    format!("{} lot{plural} de {}", shown_number(count).0, shown_number(lot).0)
}

/// "35 + 10 (besoins de S1 à S2)".
fn covered(periods: &[String], rank: usize, needs: &[Decimal], ordered: Decimal) -> String {
    let mut terms = Vec::new();
    let mut total = Decimal::ZERO;
    let mut last = None;
    for (period, need) in periods.iter().zip(needs).skip(rank) {
        terms.push(shown_number(*need).0);
        last = Some(period);
        total = total.checked_add(*need).unwrap_or(Decimal::MAX);
        if total >= ordered {
            break;
        }
    }
    let first = periods.get(rank).map(String::as_str).unwrap_or_default();
    match last.filter(|_| terms.len() > 1) {
        Some(last) => format!("{} (besoins de {first} à {last})", terms.join(" + ")),
        None => format!("besoin de {first}"),
    }
}
