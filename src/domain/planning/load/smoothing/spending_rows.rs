//! Rows of pieces and costs of each means, and of what one means alone would cost.

use super::cost_rows::MeansCells;
use super::frame::{Frame, Situation};
use super::{SmoothingInput, UnitCost};
use crate::domain::planning::worksheet::{CellId, Comparison, Formula, Rounding, RowHead};

/// Pieces, rounded up when asked.
pub(super) fn whole(input: &SmoothingInput, pieces: Formula) -> Formula {
    if input.whole_pieces { pieces.rounded(Rounding::UP) } else { pieces }
}

/// Rows of pieces and cost of a means; gives the cells of its cost.
pub(super) fn costs(
    frame: &mut Frame,
    input: &SmoothingInput,
    means: &MeansCells<'_>,
    hours: &[Option<CellId>],
) -> Vec<Option<CellId>> {
    let pieces = pieces(frame, input, means, hours);
    let head = RowHead::new(format!("{}.cout", means.key), format!("{} : coût", means.label));
    let row = frame.row(head.unit("€"));
    let mut cells = Vec::with_capacity(hours.len());
    for (period, hours) in hours.iter().enumerate() {
        let counted = pieces.get(period).copied().flatten();
        let cell = hours.and_then(|hours| {
            let used = match (means.means.cost, counted, means.piece) {
                (UnitCost::PerPiece(_), Some(count), Some(piece)) if means.advance > 1 => {
                    count * piece * means.advance
                }
                (UnitCost::PerPiece(_), Some(count), Some(piece)) => count * piece,
                _ => hours * means.hourly,
            };
            frame.cell(row, period, with_fixed(used, hours, means.fixed))
        });
        cells.push(cell);
    }
    frame.total(row, cells.iter().flatten().copied().collect());
    cells
}

/// The fixed cost is counted when the means is used.
fn with_fixed(cost: Formula, hours: CellId, fixed: Option<CellId>) -> Formula {
    match fixed {
        Some(fixed) => Formula::choose(hours, Comparison::Greater, 0u32, cost + fixed, 0u32),
        None => cost,
    }
}

fn pieces(
    frame: &mut Frame,
    input: &SmoothingInput,
    means: &MeansCells<'_>,
    hours: &[Option<CellId>],
) -> Vec<Option<CellId>> {
    let Some(rate) = means.rate else { return vec![None; hours.len()] };
    let head = RowHead::new(format!("{}.pieces", means.key), format!("{} : pièces", means.label));
    let row = frame.row(head.unit("pièces"));
    let mut cells = Vec::with_capacity(hours.len());
    for (period, hours) in hours.iter().enumerate() {
        let cell = hours.and_then(|hours| frame.cell(row, period, whole(input, hours * rate)));
        cells.push(cell);
    }
    frame.total(row, cells.iter().flatten().copied().collect());
    cells
}

/// What each unbounded means would cost if it took all the overloads, and what the mix saves.
pub(super) fn alone(
    frame: &mut Frame,
    input: &SmoothingInput,
    situation: &Situation,
    means: &[MeansCells<'_>],
    mix: CellId,
) {
    for means in means.iter().filter(|means| means.advance == 0 && means.cap.is_none()) {
        let label = format!("Tout par : {}", means.label);
        let row = frame.row(RowHead::new(format!("seul_{}", means.key), label).unit("€"));
        let mut cells = Vec::with_capacity(situation.overloads.len());
        for (period, overload) in situation.overloads.iter().enumerate() {
            let cost = match (means.piece, means.rate) {
                (Some(piece), Some(rate)) => whole(input, *overload * rate) * piece,
                _ => *overload * means.hourly,
            };
            cells.extend(frame.cell(row, period, with_fixed(cost, *overload, means.fixed)));
        }
        let total = frame.total(row, cells);
        let label = format!("Économie sur : {}", means.label);
        let head = RowHead::new(format!("economie_{}", means.key), label).unit("€");
        frame.overall(head, total - mix);
    }
}
