//! The table of a schedule: the family, then each article, then remarks.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::frame::{FamilyCells, Frame, opening_name};
use super::item_rows::ItemRows;
use super::remarks::remarks;
use super::{FamilyPlan, MAX_SCHEDULE_CELLS, MasterScheduleInput, Plan, Quantities, ScheduledItem};
use crate::domain::planning::data::SafetyStock;
use crate::domain::planning::lot_rule;
use crate::domain::planning::worksheet::{CalculationError, Worksheet};

/// The table of demand, receipts, stock and available to promise of each article.
///
/// # Errors
/// No period or article, series of another length, negative figures, an article without demand or
/// without its share of the family, a lot rule that fits no quantity, or a schedule above
/// `MAX_SCHEDULE_CELLS`.
pub fn worksheet(input: &MasterScheduleInput) -> Result<Worksheet, CalculationError> {
    check(input)?;
    let mut frame = Frame::new(&input.periods);
    let family = FamilyCells::add(&mut frame, input);
    let mut plans = Vec::with_capacity(input.items.len());
    for item in &input.items {
        let mut rows = ItemRows::new(&mut frame, input, item, family.as_ref());
        let series = rows.series();
        let plan = rows.plan(series);
        rows.promise(&plan);
        plans.push(plan);
    }
    frame.sheet.remarks = remarks(&frame.sheet, input, &plans);
    Ok(frame.sheet)
}

fn refused(reason: impl Into<String>) -> Result<(), CalculationError> {
    Err(CalculationError::impossible(reason))
}

fn check(input: &MasterScheduleInput) -> Result<(), CalculationError> {
    let count = input.periods.len();
    if count == 0 {
        return refused("aucune période n'est définie");
    }
    if input.items.is_empty() {
        return refused("aucun article n'est à planifier");
    }
    if count * input.items.len() > MAX_SCHEDULE_CELLS {
        return refused(format!(
            "le programme est trop grand : restez à {MAX_SCHEDULE_CELLS} périodes × articles"
        ));
    }
    let mut columns: HashSet<&str> = HashSet::from([opening_name(&input.periods)]);
    if let Some(name) = input.periods.names.iter().find(|name| !columns.insert(name.as_str())) {
        return refused(format!("la colonne « {name} » existe deux fois"));
    }
    if let Some(family) = &input.family {
        check_family(family, count)?;
    }
    let mut codes: HashSet<&str> = HashSet::from(["PIC"]);
    for item in &input.items {
        if !codes.insert(item.code.as_str()) {
            return refused(format!("l'article « {} » existe deux fois", item.code));
        }
        if input.items.len() > 1 && item.code.is_empty() {
            return refused("un article n'a pas de code");
        }
        check_item(input, item)?;
    }
    Ok(())
}

fn check_family(family: &FamilyPlan, count: usize) -> Result<(), CalculationError> {
    let covered = family
        .buckets
        .iter()
        .try_fold(0usize, |total, bucket| total.checked_add(bucket.periods))
        .filter(|covered| *covered == count);
    if covered.is_none() || family.buckets.iter().any(|bucket| bucket.periods == 0) {
        return refused(format!("le PIC ne couvre pas exactement les {count} périodes"));
    }
    if family.buckets.iter().any(|bucket| bucket.quantity < Decimal::ZERO) {
        return refused("une quantité du PIC est négative");
    }
    Ok(())
}

fn check_item(input: &MasterScheduleInput, item: &ScheduledItem) -> Result<(), CalculationError> {
    let count = input.periods.len();
    let name = if item.code.is_empty() { "l'article" } else { item.code.as_str() };
    if item.forecast == Quantities::None && item.orders.is_empty() {
        return refused(format!("{name} n'a ni prévision ni commande"));
    }
    let shared = item.forecast == Quantities::ShareOfFamily || item.plan == Plan::ShareOfFamily;
    if shared && (item.share.is_none() || input.family.is_none()) {
        return refused(format!("{name} n'a pas de part dans un PIC"));
    }
    if let Quantities::ByPeriod(values) = &item.forecast {
        series(values, count, name)?;
    }
    for values in [&item.orders, &item.receipts] {
        if !values.is_empty() {
            series(values, count, name)?;
        }
    }
    if let Plan::Computed { fixed } = &item.plan {
        if fixed.len() > count {
            return refused(format!("{name} a plus de réceptions fixées que de périodes"));
        }
        series(fixed, fixed.len(), name)?;
    }
    let safety = match &item.safety {
        SafetyStock::ByPeriod(values) => {
            series(values, count, name)?;
            Decimal::ZERO
        }
        SafetyStock::Fixed(value) | SafetyStock::PercentOfRequirement(value) => *value,
    };
    let share = item.share.unwrap_or_default();
    if [item.opening_stock, safety, share].iter().any(|value| *value < Decimal::ZERO) {
        return refused(format!("une valeur de {name} est négative"));
    }
    lot_rule::check(&item.lot)
}

/// Checks a series of quantities.
fn series(values: &[Decimal], count: usize, name: &str) -> Result<(), CalculationError> {
    if values.len() != count {
        return refused(format!(
            "{name} a une série de {} valeurs pour {count} périodes",
            values.len()
        ));
    }
    if values.iter().any(|value| *value < Decimal::ZERO) {
        return refused(format!("une valeur de {name} est négative"));
    }
    Ok(())
}
