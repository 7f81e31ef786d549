//! Rows of the quantities to make, shared by all centres.

use super::board::{Board, ItemCells};
use super::{LoadedItem, SeriesCount};
use crate::domain::planning::worksheet::{CellId, Rounding, RowHead};

/// Quantities, rework and number of series of every article.
pub(super) fn items(board: &mut Board<'_>) {
    let input = board.input;
    for item in &input.items {
        let quantities = quantities(board, item);
        let rework = item.rework_percent.map(|percent| {
            let label = format!("Pièces reprises {}", item.label);
            let row = board.sheet.row(RowHead::new(key(item, "reprise"), label).unit("%"));
            board.sheet.given(row, board.shared, percent)
        });
        let series = series(board, item, &quantities);
        board.items.push(ItemCells { quantities, series, rework });
    }
}

fn key(item: &LoadedItem, name: &str) -> String {
    format!("{}.{name}", item.code)
}

fn quantities(board: &mut Board<'_>, item: &LoadedItem) -> Vec<Option<CellId>> {
    let label = format!("Quantité {}", item.label);
    let row = board.sheet.row(RowHead::new(key(item, "quantite"), label).unit(&*item.unit));
    let mut cells = Vec::with_capacity(item.quantities.len());
    for (period, quantity) in item.quantities.iter().enumerate() {
        let column = board.overall_column(period);
        cells.push(quantity.as_ref().map(|figure| figure.put(&mut board.sheet, row, column)));
    }
    board.total(row, &cells);
    cells
}

/// Number of series of each period, when quantities are made by lots.
fn series(
    board: &mut Board<'_>,
    item: &LoadedItem,
    quantities: &[Option<CellId>],
) -> Vec<Option<CellId>> {
    let (size, whole) = match item.series {
        SeriesCount::OneIfAny | SeriesCount::One => return vec![None; quantities.len()],
        SeriesCount::Lots(size) => (size, true),
        SeriesCount::MeanLots(size) => (size, false),
    };
    let label = format!("Taille de série {}", item.label);
    let row = board.sheet.row(RowHead::new(key(item, "lot"), label).unit(&*item.unit));
    let size = board.sheet.given(row, board.shared, size);
    let label = format!("Séries {}", item.label);
    let row = board.sheet.row(RowHead::new(key(item, "series"), label));
    let mut cells = Vec::with_capacity(quantities.len());
    for (period, quantity) in quantities.iter().enumerate() {
        let column = board.overall_column(period);
        cells.push(quantity.map(|quantity| {
            let count = quantity / size;
            let count = if whole { count.rounded(Rounding::UP) } else { count };
            board.sheet.computed(row, column, count)
        }));
    }
    board.total(row, &cells);
    cells
}
