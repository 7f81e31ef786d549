//! Remarks on a schedule: stock-outs, starts due before the horizon.

use rust_decimal::Decimal;

use super::plan_rows::PlanCells;
use super::{MasterScheduleInput, ScheduledItem};
use crate::domain::planning::worksheet::{Worksheet, shown_number};

/// Remarks in French on the articles; none when a cell has no value.
pub(super) fn remarks(
    sheet: &Worksheet,
    input: &MasterScheduleInput,
    plans: &[PlanCells],
) -> Vec<String> {
    let Ok(values) = sheet.evaluate() else { return Vec::new() };
    let mut found = Vec::new();
    for (item, plan) in input.items.iter().zip(plans) {
        let name = prefix(item);
        let short = plan.stock.iter().zip(&input.periods.names).find_map(|(cell, period)| {
            let stock = values.number(*cell).filter(|stock| *stock < Decimal::ZERO)?;
            Some((period, stock))
        });
        if let Some((period, stock)) = short {
            found.push(format!(
                "{name}le stock projeté devient négatif en {period} ({}).",
                shown_number(stock).0
            ));
        }
        let overdue = plan.overdue.and_then(|cell| values.number(cell));
        if let Some(quantity) = overdue.filter(|quantity| *quantity > Decimal::ZERO) {
            found.push(format!(
                "{name}{} à lancer avant la première période : le délai ne suffit plus.",
                shown_number(quantity).0
            ));
        }
    }
    found
}

/// "BZ60 : ", or nothing for an article without code.
fn prefix(item: &ScheduledItem) -> String {
    if item.code.is_empty() { String::new() } else { format!("{} : ", item.code) }
}
