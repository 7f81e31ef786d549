//! The calculation as plain arrays: the same numbers as the worksheet, without its cells.

use rust_decimal::Decimal;

use super::input::{BillLink, LateNeeds, NetRequirementsInput, PlannedItem, Policy, at};
use super::low_level::{low_level_codes, processing_order, uses};
use super::scrap::{increased, rounded};
use crate::domain::planning::data::{LotRule, SafetyStock};
use crate::domain::planning::lot_rule::{grouped_total, order_total};
use crate::domain::planning::worksheet::CalculationError;

/// Plan of one article; each series has one quantity a period.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ItemPlan {
    /// Low-level code.
    pub level: u32,
    /// Gross requirements.
    pub gross: Vec<Decimal>,
    /// Targets of stock at the end of each period.
    pub targets: Vec<Decimal>,
    /// Net requirements.
    pub net: Vec<Decimal>,
    /// Planned orders at their end.
    pub order_receipts: Vec<Decimal>,
    /// Planned orders at their start, scrap included.
    pub order_starts: Vec<Decimal>,
    /// Planned orders that should have started before the horizon.
    pub late_starts: Decimal,
    /// Stock at the end, planned orders included.
    pub stock: Vec<Decimal>,
    /// All that issues components: planned and firm orders at their start, and late ones in the
    /// first period unless they are left out.
    pub issues: Vec<Decimal>,
}

/// Plans every article, each after those in which it is used.
///
/// # Errors
/// What `NetRequirementsInput::check` refuses, a loop in the nomenclatures, or overflow.
pub fn plan(input: &NetRequirementsInput) -> Result<Vec<ItemPlan>, CalculationError> {
    input.check()?;
    let levels = low_level_codes(input)?;
    let uses = uses(input);
    let mut plans = vec![ItemPlan::default(); input.items.len()];
    for rank in processing_order(&levels) {
        let Some(item) = input.items.get(rank) else { continue };
        let links = uses.get(rank).into_iter().flatten().filter_map(|link| input.links.get(*link));
        let gross = gross(input, item, links, &plans)?;
        let mut planned = balance(item, input.policy, gross)?;
        planned.level = levels.get(rank).copied().unwrap_or_default();
        start_orders(item, input.policy, &mut planned)?;
        if let Some(place) = plans.get_mut(rank) {
            *place = planned;
        }
    }
    Ok(plans)
}

fn gross<'a>(
    input: &NetRequirementsInput,
    item: &PlannedItem,
    links: impl Iterator<Item = &'a BillLink>,
    plans: &[ItemPlan],
) -> Result<Vec<Decimal>, CalculationError> {
    let mut gross = vec![Decimal::ZERO; input.periods.len()];
    let mut with_scrap = false;
    for link in links {
        with_scrap |= link.scrap.is_some();
        let Some(parent) = plans.get(link.parent) else { continue };
        for (total, issued) in gross.iter_mut().zip(&parent.issues) {
            if issued.is_zero() {
                continue;
            }
            let needed = issued.checked_mul(link.quantity).ok_or(CalculationError::Overflow)?;
            *total = sum(*total, increased(link.scrap, needed)?)?;
        }
    }
    if with_scrap {
        for one in &mut gross {
            *one = rounded(*one, item.scrap_rounding);
        }
    }
    for (total, independent) in gross.iter_mut().zip(&item.independent) {
        *total = sum(*total, *independent)?;
    }
    Ok(gross)
}

/// Targets, net requirements, planned orders at their end and stocks.
fn balance(
    item: &PlannedItem,
    policy: Policy,
    gross: Vec<Decimal>,
) -> Result<ItemPlan, CalculationError> {
    let targets = targets(item, policy, &gross)?;
    let taken = taken(item, &gross, &targets)?;
    let mut start = item.opening;
    let mut net = Vec::with_capacity(gross.len());
    let mut order_receipts = Vec::with_capacity(gross.len());
    let mut stock = Vec::with_capacity(gross.len());
    for (period, (gross, target)) in gross.iter().zip(&targets).enumerate() {
        let expected = sum(at(&item.launched, period), at(&item.firm, period))?;
        let before = less(sum(start, expected)?, *gross)?;
        let missing = less(*target, before)?;
        let frozen = period < policy.frozen_periods;
        let needed = if frozen { Decimal::ZERO } else { missing.max(Decimal::ZERO) };
        let order = if let LotRule::Grouped { periods, multiple } = item.lot {
            let later = taken.iter().skip(period + 1).take(later_periods(periods)).copied();
            grouped_total(multiple, needed, later)?
        } else {
            order_total(&item.lot, needed)?
        };
        start = sum(before, order)?;
        net.push(needed);
        order_receipts.push(order);
        stock.push(start);
    }
    Ok(ItemPlan { gross, targets, net, order_receipts, stock, ..ItemPlan::default() })
}

fn targets(
    item: &PlannedItem,
    policy: Policy,
    gross: &[Decimal],
) -> Result<Vec<Decimal>, CalculationError> {
    if policy.safety_consumable {
        return Ok(vec![Decimal::ZERO; gross.len()]);
    }
    match &item.safety {
        SafetyStock::Fixed(target) => Ok(vec![*target; gross.len()]),
        SafetyStock::ByPeriod(targets) => {
            Ok((0..gross.len()).map(|period| at(targets, period)).collect())
        }
        SafetyStock::PercentOfRequirement(rate) => gross
            .iter()
            .map(|gross| {
                let scaled = gross.checked_mul(*rate).ok_or(CalculationError::Overflow)?;
                scaled.checked_div(Decimal::ONE_HUNDRED).ok_or(CalculationError::Overflow)
            })
            .collect(),
    }
}

/// What each period takes from the stock, for orders that group periods; nothing else needs it.
fn taken(
    item: &PlannedItem,
    gross: &[Decimal],
    targets: &[Decimal],
) -> Result<Vec<Decimal>, CalculationError> {
    if !matches!(item.lot, LotRule::Grouped { .. }) {
        return Ok(Vec::new());
    }
    let mut previous = targets.first().copied().unwrap_or_default();
    let mut taken = Vec::with_capacity(gross.len());
    for (period, (gross, target)) in gross.iter().zip(targets).enumerate() {
        let expected = sum(at(&item.launched, period), at(&item.firm, period))?;
        taken.push(sum(less(*gross, expected)?, less(*target, previous)?)?);
        previous = *target;
    }
    Ok(taken)
}

/// Places planned and firm orders at their start.
fn start_orders(
    item: &PlannedItem,
    policy: Policy,
    planned: &mut ItemPlan,
) -> Result<(), CalculationError> {
    let horizon = planned.order_receipts.len();
    let lead_time = item.lead().min(horizon);
    let launch = |receipts: &[Decimal]| -> Result<Vec<Decimal>, CalculationError> {
        receipts
            .iter()
            .map(|one| Ok(rounded(increased(item.scrap, *one)?, item.launch_rounding())))
            .collect()
    };
    let planned_launches = launch(&planned.order_receipts)?;
    let firm_launches = launch(&item.firm)?;
    let (late, on_time) = planned_launches.split_at(lead_time);
    planned.late_starts = late.iter().try_fold(Decimal::ZERO, |total, one| sum(total, *one))?;
    planned.order_starts = vec![Decimal::ZERO; horizon];
    for (place, one) in planned.order_starts.iter_mut().zip(on_time) {
        *place = *one;
    }
    planned.issues = planned.order_starts.clone();
    for (place, one) in planned.issues.iter_mut().zip(firm_launches.iter().skip(lead_time)) {
        *place = sum(*place, *one)?;
    }
    if policy.late_needs == LateNeeds::FirstPeriod
        && let Some(first) = planned.issues.first_mut()
    {
        let firm = firm_launches.iter().take(lead_time);
        *first =
            firm.chain([&planned.late_starts]).try_fold(*first, |total, one| sum(total, *one))?;
    }
    Ok(())
}

/// Periods of a group after the first.
pub(super) fn later_periods(periods: u32) -> usize {
    usize::try_from(periods).unwrap_or(usize::MAX).saturating_sub(1)
}

fn sum(left: Decimal, right: Decimal) -> Result<Decimal, CalculationError> {
    left.checked_add(right).ok_or(CalculationError::Overflow)
}

fn less(left: Decimal, right: Decimal) -> Result<Decimal, CalculationError> {
    left.checked_sub(right).ok_or(CalculationError::Overflow)
}
