//! Rows of the costs of a strategy, period by period and in all.

use super::block::Block;
use super::frame::Frame;
use super::shared::Shared;
use crate::domain::planning::worksheet::{CellId, Formula};

/// Quantities of one cost, one a period or none, and the cost of one unit.
struct Item {
    key: &'static str,
    label: &'static str,
    quantities: Vec<Option<Formula>>,
    unit_cost: CellId,
}

/// Adds the rows of costs; gives the cell of the cost in all, `None` when no cost is stated.
pub(super) fn add(frame: &mut Frame, shared: &Shared, block: &Block) -> Option<CellId> {
    let items = items(frame, shared, block);
    if items.is_empty() {
        return None;
    }
    let mut by_period: Vec<Vec<CellId>> = vec![Vec::new(); block.production.len()];
    let mut totals = Vec::with_capacity(items.len());
    for item in items {
        let row = frame.sheet.row(block.names.head(item.key, item.label).unit("€"));
        let mut cells = Vec::with_capacity(by_period.len());
        for (rank, (quantity, period)) in
            item.quantities.into_iter().zip(&mut by_period).enumerate()
        {
            let Some(quantity) = quantity else { continue };
            let column = frame.column(rank);
            let cell = frame.sheet.computed(row, column, quantity * item.unit_cost);
            cells.push(cell);
            period.push(cell);
        }
        totals.push(frame.total(row, &cells));
    }
    let sums = by_period.into_iter().map(Formula::sum);
    let (_, row) = frame.computed_row(block.names.head("COUT", "Coût").unit("€"), sums);
    Some(frame.total(row, &totals))
}

fn items(frame: &mut Frame, shared: &Shared, block: &Block) -> Vec<Item> {
    let costs = &shared.costs;
    let plain = |cells: &[CellId]| -> Vec<Option<Formula>> {
        cells.iter().map(|cell| Some((*cell).into())).collect()
    };
    let held = |cells: &[CellId]| -> Vec<Option<Formula>> {
        cells.iter().map(|cell| Some(Formula::from(*cell).at_least_zero())).collect()
    };
    let mut items = Vec::new();
    let mut add = |key, label, quantities: Vec<Option<Formula>>, unit_cost: Option<CellId>| {
        if let Some(unit_cost) = unit_cost.filter(|_| !quantities.is_empty()) {
            items.push(Item { key, label, quantities, unit_cost });
        }
    };
    add("COUT_NORMAL", "Coût des heures normales", plain(&block.normal), costs.normal);
    let label = "Coût des heures supplémentaires";
    add("COUT_HS", label, plain(&block.overtime), costs.overtime);
    let label = "Coût de la sous-traitance";
    add("COUT_ST", label, plain(&block.subcontracting), costs.subcontracting);
    add("COUT_STOCK", "Coût du stock", held(&block.stock), costs.stock);
    if costs.backlog.is_some() {
        let late: Vec<Formula> =
            block.stock.iter().map(|stock| (Formula::number(0) - *stock).at_least_zero()).collect();
        let (late, _) = frame.computed_row(block.names.head("RETARD", "Demande en retard"), late);
        add("COUT_RETARD", "Coût du retard", plain(&late), costs.backlog);
    }
    let previous = costs.previous_production;
    for (rise, unit_cost) in [(true, costs.rise), (false, costs.fall)] {
        if unit_cost.is_none() {
            continue;
        }
        let changes = changes(frame, block, previous, rise);
        let (key, label) = if rise {
            ("COUT_HAUSSE", "Coût des hausses de production")
        } else {
            ("COUT_BAISSE", "Coût des baisses de production")
        };
        add(key, label, changes, unit_cost);
    }
    items
}

/// Row of the rises or falls of production; the first period has none without a production before.
fn changes(
    frame: &mut Frame,
    block: &Block,
    previous: Option<CellId>,
    rise: bool,
) -> Vec<Option<Formula>> {
    let head = if rise {
        block.names.head("HAUSSE", "Hausse de la production")
    } else {
        block.names.head("BAISSE", "Baisse de la production")
    };
    let row = frame.sheet.row(head);
    let mut before = previous;
    let mut found = Vec::with_capacity(block.production.len());
    for (rank, now) in block.production.iter().enumerate() {
        let column = frame.column(rank);
        let change = before.map(|before| {
            let difference = if rise { *now - before } else { before - *now };
            frame.sheet.computed(row, column, difference.at_least_zero())
        });
        found.push(change.map(Formula::from));
        before = Some(*now);
    }
    found
}
