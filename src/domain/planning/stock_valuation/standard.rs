//! Issues and stock at a standard cost; the price variance of each receipt.

use rust_decimal::Decimal;

use super::stock_card::{FlowCells, StockCard};
use crate::domain::planning::worksheet::{Formula, RowHead};

/// Adds the standard cost, the values, the variances of receipts (positive when dearer than the
/// standard) and the totals.
pub(super) fn add(card: &mut StockCard, standard: Decimal) {
    let column = card.sheet.column("ecart", "Écart sur prix");
    let row = card.sheet.row(RowHead::new("cout_standard", "Coût standard").unit("€"));
    let standard = card.sheet.given(row, card.stock.price, standard);
    let (mut issued, mut variances) = (Vec::new(), Vec::new());
    for movement in card.movements.clone() {
        let row = movement.row;
        match movement.flow {
            FlowCells::In(lot) => {
                let expected = lot.quantity * standard;
                variances.push(card.sheet.computed(row, column, lot.value - expected));
            }
            FlowCells::Out(quantity) => {
                let price = card.sheet.computed(row, card.issues.price, standard);
                issued.push(card.sheet.computed(row, card.issues.value, quantity * price));
            }
        }
        let price = card.sheet.computed(row, card.stock.price, standard);
        card.sheet.computed(row, card.stock.value, movement.stock * price);
    }
    let last = card.movements.last().map(|movement| Formula::from(movement.stock));
    let last = last.or_else(|| card.opening_sum(|lot| lot.quantity));
    let last = last.unwrap_or_else(|| Formula::number(0));
    card.totals(issued, last * standard);
    if let Some(row) = card.sheet.row_rank("total") {
        card.sheet.computed(row, column, Formula::sum(variances));
    }
}
