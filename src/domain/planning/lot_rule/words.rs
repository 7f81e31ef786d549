//! Lot rules in French words: for a table, and for the working of one order.

use rust_decimal::Decimal;

use super::split::Split;
use super::stated;
use crate::domain::planning::data::LotRule;
use crate::domain::planning::worksheet::{Value, shown_number};

/// Orders of the same size listed one by one in a working; more are counted.
const LISTED_ORDERS: usize = 4;

/// The rule in French words for a table: "multiple de 50", "lot pour lot".
pub fn describe(rule: &LotRule) -> String {
    match rule {
        LotRule::LotForLot => "lot pour lot".to_owned(),
        LotRule::Multiple(lot) => format!("multiple de {}", words(*lot)),
        LotRule::SingleLot(lot) => format!("un seul lot de {}", words(*lot)),
        LotRule::Bounded { minimum, maximum, multiple } => {
            let parts = [
                stated(Some(*minimum)).map(|value| format!("minimum {}", words(value))),
                stated(*maximum).map(|value| format!("maximum {}", words(value))),
                stated(*multiple).map(|value| format!("multiple de {}", words(value))),
            ];
            let parts: Vec<_> = parts.into_iter().flatten().collect();
            if parts.is_empty() { "lot pour lot".to_owned() } else { parts.join(", ") }
        }
        LotRule::Grouped { periods, multiple } => {
            let grouping = format!("besoins de {periods} périodes regroupés");
            match stated(*multiple) {
                Some(multiple) => format!("{grouping}, multiple de {}", words(multiple)),
                None => grouping,
            }
        }
    }
}

/// The working of one order without its result: "65 arrondi au multiple de 50 supérieur".
pub(super) fn explain(lot: &LotRule, net: Decimal, result: &Value) -> String {
    if net <= Decimal::ZERO {
        return "0".to_owned();
    }
    match lot {
        LotRule::Bounded { minimum, maximum, multiple } => {
            explain_bounded(net, *minimum, *maximum, *multiple)
        }
        _ if result.number() == Ok(net) => words(net),
        LotRule::LotForLot => words(net),
        LotRule::Multiple(lot) => rounding_words(&words(net), *lot),
        LotRule::SingleLot(lot) => {
            format!("un seul lot de {} pour un besoin de {}", words(*lot), words(net))
        }
        LotRule::Grouped { multiple, .. } => {
            rounding_words(&words(net), multiple.unwrap_or_default())
        }
    }
}

/// The working of a grouped order: what each period takes, the first being the net requirement.
pub(super) fn explain_grouped(
    multiple: Option<Decimal>,
    taken: &[Decimal],
    result: &Value,
) -> String {
    let net = taken.first().copied().unwrap_or_default();
    if net <= Decimal::ZERO {
        return "0".to_owned();
    }
    let (mut needs, mut total, mut short) = (vec![words(net)], net, Decimal::ZERO);
    for quantity in taken.iter().skip(1) {
        short = short.saturating_add(*quantity);
        if short > Decimal::ZERO {
            needs.push(words(short));
            total = total.saturating_add(short);
            short = Decimal::ZERO;
        }
    }
    let sum = needs.join(" + ");
    match stated(multiple) {
        Some(multiple) if result.number() != Ok(total) => rounding_words(&sum, multiple),
        _ => sum,
    }
}

fn explain_bounded(
    net: Decimal,
    minimum: Decimal,
    maximum: Option<Decimal>,
    multiple: Option<Decimal>,
) -> String {
    let shown = words(net);
    let Ok(split) = Split::of(net, minimum, maximum, multiple) else { return shown };
    if split.count.is_zero() {
        return match stated(multiple) {
            _ if split.last == net => shown,
            Some(multiple) if net > minimum => rounding_words(&shown, multiple),
            _ => format!("{shown} porté au minimum de {}", words(minimum)),
        };
    }
    let size = words(split.size);
    let mut orders = match usize::try_from(split.count) {
        Ok(count) if count <= LISTED_ORDERS => vec![size.as_str(); count].join(" + "),
        _ => format!("{} × {size}", words(split.count)),
    };
    if !split.last.is_zero() {
        orders = format!("{orders} + {}", words(split.last));
    }
    let bounds = match stated(Some(minimum)) {
        Some(minimum) => format!("de {} à {size}", words(minimum)),
        None => format!("de {size} au plus"),
    };
    format!("{shown} en ordres {bounds} : {orders}")
}

fn rounding_words(quantity: &str, multiple: Decimal) -> String {
    format!("{quantity} arrondi au multiple de {} supérieur", words(multiple))
}

fn words(number: Decimal) -> String {
    shown_number(number).0
}
