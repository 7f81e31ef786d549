//! Remarks that go with the table: late orders, and stocks that run out all the same.

use rust_decimal::Decimal;

use super::input::{NetRequirementsInput, PlannedItem, at};
use super::plan::ItemPlan;
use crate::domain::planning::worksheet::shown_number;

/// Most remarks given.
const MAX_REMARKS: usize = 50;

/// Remarks on the articles shown, in the order written.
pub(super) fn remarks(input: &NetRequirementsInput, plans: &[ItemPlan]) -> Vec<String> {
    let mut remarks = Vec::new();
    let shown = &input.display.shown;
    for (rank, (item, plan)) in input.items.iter().zip(plans).enumerate() {
        if !shown.is_empty() && !shown.contains(&rank) {
            continue;
        }
        let proposed = late_orders(input, item, &plan.order_receipts, "l'ordre proposé");
        let firm = late_orders(input, item, &item.firm, "l'ordre affermi");
        remarks.extend(proposed.chain(firm));
        remarks.extend(shortage(input, item, plan));
        if remarks.len() >= MAX_REMARKS {
            break;
        }
    }
    remarks.truncate(MAX_REMARKS);
    remarks
}

fn late_orders<'a>(
    input: &'a NetRequirementsInput,
    item: &'a PlannedItem,
    receipts: &'a [Decimal],
    order: &'a str,
) -> impl Iterator<Item = String> + 'a {
    let lead = item.lead();
    let late = receipts.iter().enumerate().take(lead).filter(|(_, quantity)| !quantity.is_zero());
    late.map(move |(period, quantity)| {
        let early = lead - period;
        let periods = if early == 1 { "période" } else { "périodes" };
        format!(
            "{}{order} de {} attendu en {} est en retard : il devait être lancé {early} {periods} \
             avant {}.",
            head(item),
            shown_number(*quantity).0,
            name(input, period),
            name(input, 0),
        )
    })
}

/// A stock below zero: one lot was not enough, or the plan was frozen.
fn shortage(input: &NetRequirementsInput, item: &PlannedItem, plan: &ItemPlan) -> Option<String> {
    let short = (0..plan.stock.len()).filter(|period| at(&plan.stock, *period) < Decimal::ZERO);
    let names: Vec<_> = short.map(|period| name(input, period)).collect();
    if names.is_empty() {
        return None;
    }
    Some(format!("{}le stock projeté est négatif en {}.", head(item), names.join(", ")))
}

fn head(item: &PlannedItem) -> String {
    if item.code.is_empty() { String::new() } else { format!("{} : ", item.code) }
}

fn name(input: &NetRequirementsInput, period: usize) -> &str {
    input.periods.names.get(period).map_or("", String::as_str)
}
