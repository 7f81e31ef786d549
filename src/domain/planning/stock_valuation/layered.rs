//! Issues at the price of lots, and the lots that remain.

use super::layers::{EventKind, Layers};
use super::stock_card::{FlowCells, StockCard};
use super::{Flow, ValuationInput};
use crate::domain::planning::worksheet::{CellId, Formula, RowHead, Value, rule};

/// Events of the stock so far: their kinds, and the cells of their figures.
#[derive(Default)]
struct Events {
    kinds: Vec<EventKind>,
    figures: Vec<Formula>,
}

impl Events {
    fn lot(&mut self, quantity: CellId, price: CellId) {
        self.kinds.push(EventKind::In);
        self.figures.extend([Formula::from(quantity), Formula::from(price)]);
    }

    fn issue(&mut self, quantity: CellId) {
        self.kinds.push(EventKind::Out);
        self.figures.push(quantity.into());
    }

    /// Value of the last issue.
    fn last_value(&self, newest_first: bool) -> Formula {
        let (kinds, explained) = (self.kinds.clone(), self.kinds.clone());
        rule(
            self.figures.clone(),
            move |values| Ok(Layers::play(&kinds, values, newest_first)?.last_value()?.into()),
            move |values, _| {
                let played = Layers::play(&explained, values, newest_first).unwrap_or_default();
                played.last_words()
            },
        )
    }

    /// What remains of the lot of this rank, from 0.
    fn remaining(&self, rank: usize, newest_first: bool) -> Formula {
        let kinds = self.kinds.clone();
        rule(
            self.figures.clone(),
            move |values| {
                let played = Layers::play(&kinds, values, newest_first)?;
                Ok(played.lots.get(rank).map_or(Value::Empty, |lot| lot.quantity.into()))
            },
            |_, _| "reste du lot après les sorties".to_owned(),
        )
    }
}

/// Adds the values of the issues and of the stock, the totals and the lots that remain.
pub(super) fn add(card: &mut StockCard, input: &ValuationInput, newest_first: bool) {
    let mut events = Events::default();
    for lot in &card.opening {
        events.lot(lot.quantity, lot.price);
    }
    let mut value = card.opening_sum(|lot| lot.value).unwrap_or_else(|| Formula::number(0));
    let mut issued = Vec::new();
    for movement in card.movements.clone() {
        let after = match movement.flow {
            FlowCells::In(lot) => {
                events.lot(lot.quantity, lot.price);
                value + lot.value
            }
            FlowCells::Out(quantity) => {
                events.issue(quantity);
                let formula = events.last_value(newest_first);
                let taken = card.sheet.computed(movement.row, card.issues.value, formula);
                card.sheet.computed(movement.row, card.issues.price, taken / quantity);
                issued.push(taken);
                value - taken
            }
        };
        let after = card.sheet.computed(movement.row, card.stock.value, after);
        value = after.into();
    }
    card.totals(issued, value);
    remaining_lots(card, input, &events, newest_first);
}

/// Rows of the lots that remain, one a lot even when nothing is left of it.
fn remaining_lots(
    card: &mut StockCard,
    input: &ValuationInput,
    events: &Events,
    newest_first: bool,
) {
    let mut lots: Vec<(String, CellId)> = Vec::new();
    for lot in &card.opening {
        lots.push(("Lot du stock initial".to_owned(), lot.price));
    }
    for (movement, written) in card.movements.iter().zip(&input.movements) {
        if let (FlowCells::In(cells), Flow::In(_)) = (movement.flow, written.flow) {
            lots.push((format!("Lot du {}", written.date), cells.price));
        }
    }
    for (index, (label, price)) in lots.into_iter().enumerate() {
        let key = format!("lot{}", index + 1);
        let head = RowHead::new(key, label).short(format!("Lot {}", index + 1));
        let row = card.sheet.row(head.group("Lots restants").unit(&*input.unit));
        let formula = events.remaining(index, newest_first);
        let quantity = card.sheet.computed(row, card.stock.quantity, formula);
        let price = card.sheet.computed(row, card.stock.price, price);
        card.sheet.computed(row, card.stock.value, quantity * price);
    }
}
