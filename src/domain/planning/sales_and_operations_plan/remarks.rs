//! Remarks on a plan: demand delivered late, final stock not reached, production above what is
//! possible.

use rust_decimal::Decimal;

use super::block::Block;
use super::shared::Shared;
use super::sheet::LEAST_COST;
use crate::domain::planning::data::Periods;
use crate::domain::planning::worksheet::{CellId, Evaluation, Rounding, Worksheet, shown_number};

/// Decimals below which a difference comes from a division that does not end.
const EXACT: Rounding = Rounding::nearest(9);

/// Remarks in French on the strategies; none when a cell has no value.
pub(super) fn remarks(
    sheet: &Worksheet,
    periods: &Periods,
    shared: &Shared,
    blocks: &[Block],
) -> Vec<String> {
    let Ok(values) = sheet.evaluate() else { return Vec::new() };
    let costs_compared = sheet.row_rank(LEAST_COST).is_some();
    let mut found = Vec::new();
    for block in blocks {
        if let Some((period, stock)) =
            first(&values, periods, &block.stock, |stock| EXACT.apply(stock) < Decimal::ZERO)
        {
            found.push(format!(
                "{} : le stock devient négatif en {period} ({}), des livraisons sont en retard.",
                block.title,
                shown_number(stock).0
            ));
        }
        if let Some((stock, wanted)) = below_target(&values, block) {
            let cost = if costs_compared {
                ", son coût ne se compare pas à celui d'un plan qui l'atteint"
            } else {
                ""
            };
            found.push(format!(
                "{} : le stock final ({}) reste sous le stock visé ({}){cost}.",
                block.title,
                shown_number(stock).0,
                shown_number(wanted).0
            ));
        }
        if let Some((period, excess)) = too_much(&values, periods, shared, block) {
            found.push(format!(
                "{} : la production de {period} dépasse de {} ce qui est possible.",
                block.title,
                shown_number(excess).0
            ));
        }
    }
    found
}

/// The first period whose value has a property, and the value.
fn first<'p>(
    values: &Evaluation,
    periods: &'p Periods,
    cells: &[CellId],
    has: impl Fn(Decimal) -> bool,
) -> Option<(&'p str, Decimal)> {
    cells.iter().zip(&periods.names).find_map(|(cell, name)| {
        let value = values.number(*cell)?;
        has(value).then_some((name.as_str(), value))
    })
}

/// The stock of the last period and the one wanted, when it is not reached. Without stock wanted, a
/// shortage says it all.
fn below_target(values: &Evaluation, block: &Block) -> Option<(Decimal, Decimal)> {
    let wanted = values.number(block.wanted?)?;
    let stock = values.number(*block.stock.last()?)?;
    let missing = wanted.checked_sub(stock)?;
    let missed = wanted > Decimal::ZERO && EXACT.apply(missing) > Decimal::ZERO;
    missed.then_some((stock, wanted))
}

/// The first period that produces more than the capacities together, and how much more.
fn too_much<'p>(
    values: &Evaluation,
    periods: &'p Periods,
    shared: &Shared,
    block: &Block,
) -> Option<(&'p str, Decimal)> {
    block.production.iter().zip(&periods.names).enumerate().find_map(|(rank, (cell, name))| {
        let largest = shared.largest(rank)?;
        let largest = largest.evaluate(&|id| Ok(values.value(id).clone())).ok()?.number().ok()?;
        let excess = values.number(*cell)?.checked_sub(largest)?;
        (EXACT.apply(excess) > Decimal::ZERO).then_some((name.as_str(), excess))
    })
}
