//! Inputs of a master schedule, read by meaning: one exercise, or several by name.

use casdecole::domain::planning::data::{LotRule, Periods, SafetyStock};
use casdecole::domain::planning::master_schedule::{
    DemandRule, MasterScheduleInput, Plan, Presentation, Promise, Quantities, ScheduledItem,
    Trigger,
};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use crate::judges::pic::figures::{by_rank, entries, folded, named, rank_in};

/// One article of one exercise.
pub struct Exercise {
    /// Name, folded; empty when there is one exercise.
    pub name: String,
    /// Number of the first period.
    pub first: usize,
    /// Demand fence, when stated.
    pub fence: Option<usize>,
    /// What is planned.
    pub input: MasterScheduleInput,
}

const FORECAST: [&str; 5] =
    ["previsions", "prevision", "forecast", "demande_prevue", "demande_previsionnelle"];
const ORDERS: [&str; 6] =
    ["commandes_fermes", "commandes", "customer_orders", "orders", "booked_orders", "carnet"];
const PLAN: [&str; 5] = ["receptions_planifiees", "receptions", "pdp", "mps", "planned_receipts"];
const RECEIPTS: [&str; 3] = ["receptions_attendues", "scheduled_receipts", "ordres_lances"];
const SERIES: [&[&str]; 4] = [&FORECAST, &ORDERS, &PLAN, &RECEIPTS];

/// The exercises of some inputs.
pub fn read(inputs: &Tree) -> Result<Vec<Exercise>, String> {
    if is_exercise(inputs) {
        return Ok(vec![exercise(String::new(), inputs)?]);
    }
    let several: Vec<_> = entries(inputs).iter().filter(|(_, tree)| is_exercise(tree)).collect();
    if several.is_empty() {
        return Err("no forecasts nor orders in the inputs".to_owned());
    }
    if several.iter().any(|(_, tree)| opening(tree).is_none()) {
        return Ok(vec![exercise(String::new(), &phases(inputs))?]);
    }
    several.into_iter().map(|(name, tree)| exercise(folded(name), tree)).collect()
}

/// The phases of one exercise put together, when only the first of them has a stock.
fn phases(inputs: &Tree) -> Tree {
    let all = entries(inputs).iter().flat_map(|(name, tree)| match tree {
        Tree::Entries(inner) if is_exercise(tree) => inner.clone(),
        other => vec![(name.clone(), other.clone())],
    });
    Tree::Entries(all.collect())
}

fn opening(inputs: &Tree) -> Option<Decimal> {
    named(inputs, &["stock_initial", "stock_depart", "on_hand", "opening_stock"])
        .and_then(Tree::number)
        .or_else(|| inputs.get("stock").and_then(Tree::number))
}

fn is_exercise(tree: &Tree) -> bool {
    named(tree, &FORECAST).is_some() || named(tree, &ORDERS).is_some()
}

fn exercise(name: String, inputs: &Tree) -> Result<Exercise, String> {
    let (first, count) = horizon(inputs)?;
    let series = |words: &[&str]| match named(inputs, words) {
        Some(tree) => shifted(tree, first, count).map(Some).ok_or("a series cannot be read"),
        None => Ok(None),
    };
    // "receptions" alone is the plan; launched orders are another series.
    let launched = named(inputs, &RECEIPTS);
    let planned = named(inputs, &PLAN);
    let is_plan = planned.zip(launched).is_none_or(|(one, other)| !std::ptr::eq(one, other));
    let fixed = if is_plan { series(&PLAN)?.unwrap_or_default() } else { Vec::new() };
    let number = |words: &[&str]| named(inputs, words).and_then(Tree::number);
    let whole = |words: &[&str]| number(words).and_then(|number| usize::try_from(number).ok());
    let lots = ["lot", "taille_lot", "quantite_lot", "lot_size", "lot_fixe", "regle_lot"];
    let size = |tree: &Tree| {
        tree.number().or_else(|| named(tree, &["q", "quantite", "taille", "lot"])?.number())
    };
    let lot = named(inputs, &lots).and_then(size);
    let safety = number(&["stock_securite", "stock_de_securite", "safety_stock"]);
    let lead_time = number(&["delai", "lead_time"]);
    let item = ScheduledItem {
        opening_stock: opening(inputs).unwrap_or_default(),
        forecast: series(&FORECAST)?.map_or(Quantities::None, Quantities::ByPeriod),
        orders: series(&ORDERS)?.unwrap_or_default(),
        receipts: series(&RECEIPTS)?.unwrap_or_default(),
        plan: Plan::Computed { fixed },
        safety: SafetyStock::Fixed(safety.unwrap_or_default()),
        lot: lot.filter(|lot| !lot.is_zero()).map_or(LotRule::LotForLot, LotRule::Multiple),
        lead_time: lead_time.and_then(|lead_time| u32::try_from(lead_time).ok()),
        ..ScheduledItem::default()
    };
    Ok(Exercise {
        name,
        first,
        fence: whole(&["zone_figee", "zone_gelee", "demand_time_fence", "dtf"]),
        input: MasterScheduleInput {
            periods: Periods::numbered(count),
            items: vec![item],
            family: None,
            demand: DemandRule::Greatest,
            fence: 0,
            trigger: Trigger::BelowSafety,
            promise: Promise::Cumulative,
            presentation: Presentation::Standard,
        },
    })
}

/// Number of the first period and number of periods.
fn horizon(inputs: &Tree) -> Result<(usize, usize), String> {
    let stated = named(inputs, &["periodes", "horizon", "semaines", "periods", "weeks"]);
    let stated = match stated {
        Some(Tree::List(names)) => Some(names.len()),
        Some(other) => other.number().and_then(|number| usize::try_from(number).ok()),
        None => None,
    };
    let written = SERIES.iter().filter_map(|words| named(inputs, words));
    let (mut longest, mut ranks) = (0, Vec::new());
    for series in written {
        match series {
            Tree::List(items) => longest = longest.max(items.len()),
            other => ranks.extend(entries(other).iter().filter_map(|(key, _)| rank_in(key))),
        }
    }
    let (lowest, highest) = (ranks.iter().min(), ranks.iter().max());
    let known = stated.unwrap_or(longest);
    // Weeks numbered from the year ("S40") start where their numbers do.
    let first = match (lowest, highest) {
        (Some(lowest), Some(highest)) if known > 0 && *highest > known => *lowest,
        (Some(lowest), Some(_)) if known == 0 && *lowest > 12 => *lowest,
        _ => 1,
    };
    let reached = highest.map_or(0, |highest| (highest + 1).saturating_sub(first));
    let count = known.max(reached);
    if count == 0 { Err("no period in the inputs".to_owned()) } else { Ok((first, count)) }
}

/// One number a period, periods being numbered from `first`.
fn shifted(tree: &Tree, first: usize, count: usize) -> Option<Vec<Decimal>> {
    let Tree::Entries(entries) = tree else { return by_rank(tree, count) };
    let mut values = vec![Decimal::ZERO; count];
    for (key, value) in entries {
        let rank = rank_in(key)?.checked_sub(first)?;
        *values.get_mut(rank)? = value.number()?;
    }
    Some(values)
}
