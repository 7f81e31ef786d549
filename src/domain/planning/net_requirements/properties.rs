//! What holds for every plan, on random inputs: quantities are conserved, lots and safety stocks
//! are respected, and the worksheet has the numbers of the plan.

use fastrand::Rng;
use proptest::{prop_assert, prop_assert_eq};
use rust_decimal::Decimal;

use super::input::at;
use super::samples::article;
use super::{
    BillLink, Display, ItemPlan, LateNeeds, Layout, NetRequirementsInput, PlannedItem, Policy,
    Quantity, plan, row_key, worksheet,
};
use crate::domain::planning::data::{LotRule, Periods, SafetyStock, ScrapRule};
use crate::domain::planning::worksheet::Rounding;

fn whole(rng: &mut Rng, below: u32) -> Decimal {
    Decimal::from(rng.u32(0..below))
}

fn maybe_series(rng: &mut Rng, periods: usize, wanted: bool) -> Vec<Decimal> {
    if !wanted {
        return Vec::new();
    }
    (0..periods).map(|_| if rng.bool() { whole(rng, 90) } else { Decimal::ZERO }).collect()
}

fn lot(rng: &mut Rng) -> LotRule {
    let size = Decimal::from(rng.u32(1..60));
    match rng.u8(0..6) {
        0 => LotRule::Multiple(size),
        1 => LotRule::SingleLot(size),
        2 => LotRule::Bounded {
            minimum: size,
            maximum: rng.bool().then_some(size + Decimal::from(30)),
            multiple: rng.bool().then_some(Decimal::from(rng.u32(1..30))),
        },
        3 => LotRule::Grouped { periods: rng.u32(1..5), multiple: rng.bool().then_some(size) },
        _ => LotRule::LotForLot,
    }
}

fn scrap(rng: &mut Rng) -> Option<ScrapRule> {
    match rng.u8(0..8) {
        0 => Some(ScrapRule::OfLaunched(whole(rng, 30))),
        1 => Some(ScrapRule::OfGood(whole(rng, 30))),
        _ => None,
    }
}

fn item(rng: &mut Rng, rank: usize, periods: usize) -> PlannedItem {
    let safety = match rng.u8(0..5) {
        0 => SafetyStock::Fixed(whole(rng, 30)),
        1 => SafetyStock::PercentOfRequirement(whole(rng, 40)),
        2 => SafetyStock::ByPeriod(maybe_series(rng, periods, true)),
        _ => SafetyStock::default(),
    };
    let flags = [rng.bool(), rng.u8(0..4) == 0, rng.u8(0..4) == 0];
    PlannedItem {
        safety,
        lot: lot(rng),
        scrap: scrap(rng),
        scrap_rounding: Some(Rounding::UP),
        independent: maybe_series(rng, periods, rank == 0 || flags[0]),
        independent_row: rng.bool(),
        launched: maybe_series(rng, periods, flags[1]),
        firm: maybe_series(rng, periods, flags[2]),
        ..article(&format!("P{rank}"), i64::from(rng.u8(0..80)), rng.u32(0..4))
    }
}

/// A random input; the same seed gives the same one.
fn random(seed: u64) -> NetRequirementsInput {
    let mut rng = Rng::with_seed(seed);
    let (periods, count) = (rng.usize(1..9), rng.usize(1..7));
    let items = (0..count).map(|rank| item(&mut rng, rank, periods)).collect();
    let upwards = rng.bool();
    let mut links = Vec::new();
    for component in 1..count {
        for parent in 0..component {
            if rng.u8(0..3) == 0 {
                let place = |rank: usize| if upwards { count - 1 - rank } else { rank };
                links.push(BillLink {
                    parent: place(parent),
                    component: place(component),
                    quantity: Decimal::from(rng.u32(1..4)),
                    scrap: scrap(&mut rng),
                });
            }
        }
    }
    let names = Layout::names();
    let layout = names.get(rng.usize(0..names.len())).and_then(|name| Layout::named(name));
    NetRequirementsInput {
        periods: Periods::numbered(periods),
        items,
        links,
        policy: Policy {
            safety_consumable: rng.u8(0..4) == 0,
            frozen_periods: rng.usize(0..3),
            late_needs: if rng.bool() { LateNeeds::FirstPeriod } else { LateNeeds::LeftOut },
        },
        display: Display {
            layout: layout.unwrap_or_default(),
            shown: Vec::new(),
            late_column: rng.bool().then_some(true),
        },
    }
}

/// The series of a plan that a row holds.
fn series_of(plan: &ItemPlan, quantity: Quantity) -> Option<&[Decimal]> {
    Some(match quantity {
        Quantity::Gross => &plan.gross,
        Quantity::Net => &plan.net,
        Quantity::OrderReceipt => &plan.order_receipts,
        Quantity::OrderStart => &plan.order_starts,
        Quantity::Stock => &plan.stock,
        _ => return None,
    })
}

fn respects(rule: &LotRule, order: Decimal) -> bool {
    match rule {
        LotRule::Multiple(lot) | LotRule::Grouped { multiple: Some(lot), .. } => {
            (order / lot).fract().is_zero()
        }
        LotRule::SingleLot(lot) => order.is_zero() || order == *lot,
        LotRule::Bounded { minimum, .. } => order.is_zero() || order >= *minimum,
        LotRule::LotForLot | LotRule::Grouped { multiple: None, .. } => true,
    }
}

proptest::proptest! {
    #[test]
    fn the_worksheet_has_the_numbers_of_the_plan(seed in proptest::num::u64::ANY) {
        let input = random(seed);
        let Ok(plans) = plan(&input) else { return Ok(()) };
        let sheet = worksheet(&input).expect("a worksheet");
        let values = sheet.evaluate().expect("evaluates");
        for (item, plan) in input.items.iter().zip(&plans) {
            for row in &input.display.layout.rows {
                let Some(series) = series_of(plan, row.quantity) else { continue };
                let key = row_key(&item.code, &row.key);
                prop_assert!(sheet.row_rank(&key).is_some());
                for (expected, period) in series.iter().zip(&input.periods.names) {
                    let found = sheet.find(&key, period).and_then(|id| values.number(id));
                    prop_assert_eq!(found.unwrap_or_default(), *expected, "{} {}", key, period);
                }
            }
            let late = sheet.find(&row_key(&item.code, "OPD"), "retard");
            let late = late.and_then(|id| values.number(id)).unwrap_or_default();
            prop_assert_eq!(late, plan.late_starts);
        }
    }

    #[test]
    fn quantities_are_conserved(seed in proptest::num::u64::ANY) {
        let input = random(seed);
        let Ok(plans) = plan(&input) else { return Ok(()) };
        for (item, plan) in input.items.iter().zip(&plans) {
            let mut stock = item.opening;
            for (period, left) in plan.stock.iter().enumerate() {
                stock += at(&item.launched, period) + at(&item.firm, period);
                stock += at(&plan.order_receipts, period) - at(&plan.gross, period);
                prop_assert_eq!(stock, *left);
            }
        }
    }

    #[test]
    fn requirements_of_components_are_launches_times_quantity(seed in proptest::num::u64::ANY) {
        let mut input = random(seed);
        input.links.iter_mut().for_each(|link| link.scrap = None);
        let Ok(plans) = plan(&input) else { return Ok(()) };
        for (rank, (item, plan)) in input.items.iter().zip(&plans).enumerate() {
            for (period, gross) in plan.gross.iter().enumerate() {
                let mut expected = at(&item.independent, period);
                for link in input.links.iter().filter(|link| link.component == rank) {
                    let parent = plans.get(link.parent).expect("a plan");
                    expected += at(&parent.issues, period) * link.quantity;
                }
                prop_assert_eq!(expected, *gross);
            }
            let below = input.links.iter().filter(|link| link.parent == rank);
            for component in below.filter_map(|link| plans.get(link.component)) {
                prop_assert!(component.level > plan.level);
            }
        }
    }

    #[test]
    fn lots_and_safety_stocks_are_respected(seed in proptest::num::u64::ANY) {
        let input = random(seed);
        let Ok(plans) = plan(&input) else { return Ok(()) };
        for (item, plan) in input.items.iter().zip(&plans) {
            for period in 0..input.periods.len() {
                let (net, order) = (at(&plan.net, period), at(&plan.order_receipts, period));
                prop_assert!(net >= Decimal::ZERO);
                prop_assert_eq!(net.is_zero(), order.is_zero());
                prop_assert!(respects(&item.lot, order));
                let free = period >= input.policy.frozen_periods;
                if free && !matches!(item.lot, LotRule::SingleLot(_)) {
                    prop_assert!(at(&plan.stock, period) >= at(&plan.targets, period));
                }
            }
        }
    }

    #[test]
    fn with_enough_stock_nothing_is_ordered(seed in proptest::num::u64::ANY) {
        let mut input = random(seed);
        for item in &mut input.items {
            item.opening = Decimal::from(1_000_000_000);
        }
        let plans = plan(&input);
        let Ok(plans) = plans else { return Ok(()) };
        for plan in plans {
            prop_assert!(plan.net.iter().chain(&plan.order_starts).all(Decimal::is_zero));
        }
    }
}
