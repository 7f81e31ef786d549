//! Rows of the available to promise (disponible à la vente, DAV), from firm orders.

use super::Promise;
use super::item_rows::ItemRows;
use super::plan_rows::PlanCells;
use super::presentation::Row;
use crate::domain::planning::worksheet::{CellId, Comparison, Formula, Value};

impl ItemRows<'_> {
    /// Adds the rows of the available to promise; none for an article without orders.
    pub(super) fn promise(&mut self, cells: &PlanCells) {
        if cells.orders.is_empty() {
            return;
        }
        match self.input.promise {
            Promise::None => {}
            Promise::Cumulative => self.cumulative(cells),
            Promise::Discrete { opening_stock, carry_back, running } => {
                let served = self.served(cells);
                let opening = opening_stock.then_some(cells.opening);
                let receipts: Vec<Formula> =
                    (0..served.len()).map(|rank| cells.supply(rank)).collect();
                let promise = if carry_back {
                    self.carried_back(opening, &receipts, &served)
                } else {
                    let formulas = discrete(opening, &receipts, &served);
                    self.row(Row::Promise, formulas)
                };
                if running {
                    self.running(&promise);
                }
            }
            Promise::ByPeriod { opening_stock } => {
                let orders = cells.orders.iter().enumerate();
                let formulas = orders
                    .map(|(rank, orders)| match rank {
                        0 if opening_stock => cells.opening + cells.supply(rank) - *orders,
                        _ => cells.supply(rank) - *orders,
                    })
                    .collect();
                self.row(Row::Promise, formulas);
            }
        }
    }

    /// A row of the presentation, one formula a period.
    fn row(&mut self, row: Row, formulas: Vec<Formula>) -> Vec<CellId> {
        let rank = self.frame.sheet.row(self.names.row(row));
        self.cells(rank, formulas)
    }

    fn cells(&mut self, row: usize, formulas: Vec<Formula>) -> Vec<CellId> {
        self.frame
            .periods
            .iter()
            .zip(formulas)
            .map(|(column, formula)| self.frame.sheet.computed(row, *column, formula))
            .collect()
    }

    /// Cells of a row from the last period to the first, each reading the one after it; given back
    /// in the order of the periods.
    fn backwards(
        &mut self,
        row: usize,
        count: usize,
        formula: impl Fn(usize, Option<CellId>) -> Option<Formula>,
    ) -> Vec<Option<CellId>> {
        let mut after = None;
        let mut found = Vec::with_capacity(count);
        for rank in (0..count).rev() {
            let column = self.frame.periods.get(rank).copied();
            let cell = formula(rank, after)
                .zip(column)
                .map(|(formula, column)| self.frame.sheet.computed(row, column, formula));
            after = cell.or(after);
            found.push(cell);
        }
        found.reverse();
        found
    }

    /// The least stock on firm orders from each period to the horizon.
    fn cumulative(&mut self, cells: &PlanCells) {
        let stock = if cells.on_orders { cells.stock.clone() } else { self.stock_on_orders(cells) };
        let row = self.frame.sheet.row(self.names.row(Row::Promise));
        self.backwards(row, stock.len(), |rank, after| {
            let stock = Formula::from(*stock.get(rank)?);
            Some(match after {
                Some(after) => stock.min(after),
                None => stock,
            })
        });
    }

    fn stock_on_orders(&mut self, cells: &PlanCells) -> Vec<CellId> {
        let row = self.frame.sheet.row(self.names.row(Row::StockOnOrders));
        let opening = self.frame.opening;
        let mut before = self.frame.sheet.computed(row, opening, cells.opening);
        let columns = self.frame.periods.clone();
        let mut stock = Vec::with_capacity(columns.len());
        for (rank, (column, orders)) in columns.into_iter().zip(&cells.orders).enumerate() {
            let received = before + cells.supply(rank);
            before = self.frame.sheet.computed(row, column, received - *orders);
            stock.push(before);
        }
        stock
    }

    /// Row of the orders from each period until the next receipt.
    fn served(&mut self, cells: &PlanCells) -> Vec<CellId> {
        let head = self.names.head("CF_SUIV", "Commandes jusqu'au prochain PDP");
        let row = self.frame.sheet.row(head.short("Commandes à servir"));
        let served = self.backwards(row, cells.orders.len(), |rank, after| {
            let orders = *cells.orders.get(rank)?;
            Some(match after {
                Some(after) => Formula::choose(
                    cells.supply(rank + 1),
                    Comparison::Greater,
                    0u32,
                    orders,
                    orders + after,
                ),
                None => orders.into(),
            })
        });
        served.into_iter().flatten().collect()
    }

    /// Row of the available to promise whose shortages are taken from those before.
    fn carried_back(
        &mut self,
        opening: Option<CellId>,
        receipts: &[Formula],
        served: &[CellId],
    ) -> Vec<CellId> {
        let head = self.names.head("DAV_BRUT", "DAV avant report des manques").short("DAV brut");
        let row = self.frame.sheet.row(head);
        let raw = self.cells(row, discrete(opening, receipts, served));
        let head = self.names.head("REPORT", "Manque à prendre avant").short("Manque");
        let row = self.frame.sheet.row(head);
        // The shortage of what follows, negative or zero; nothing follows the last period.
        let carried = self.backwards(row, raw.len(), |rank, after| {
            let next = *raw.get(rank + 1)?;
            let shortage = match after {
                Some(after) => next + after,
                None => next.into(),
            };
            Some(Formula::number(0).min(shortage))
        });
        let parts = raw.iter().zip(&carried).zip(receipts).enumerate();
        let formulas = parts
            .map(|(rank, ((raw, carried), receipts))| {
                let left = match carried {
                    Some(carried) => *raw + *carried,
                    None => Formula::from(*raw),
                };
                if rank == 0 { left } else { when_received(receipts, left.at_least_zero()) }
            })
            .collect();
        self.row(Row::Promise, formulas)
    }

    fn running(&mut self, promise: &[CellId]) {
        let head = self.names.head("DAV_CUMUL", "DAV cumulé");
        let row = self.frame.sheet.row(head);
        let columns = self.frame.periods.clone();
        let mut before: Option<CellId> = None;
        for (column, promise) in columns.into_iter().zip(promise) {
            let formula = match before {
                Some(before) => before + *promise,
                None => Formula::from(*promise),
            };
            before = Some(self.frame.sheet.computed(row, column, formula));
        }
    }
}

/// Receipt less the orders until the next one; the first period counts without receipt too.
fn discrete(opening: Option<CellId>, receipts: &[Formula], served: &[CellId]) -> Vec<Formula> {
    let pairs = receipts.iter().zip(served).enumerate();
    pairs
        .map(|(rank, (receipts, served))| match (rank, opening) {
            (0, Some(opening)) => opening + receipts.clone() - *served,
            (0, None) => receipts.clone() - *served,
            _ => when_received(receipts, receipts.clone() - *served),
        })
        .collect()
}

/// The formula in a period of receipt, blank in another.
fn when_received(receipts: &Formula, formula: Formula) -> Formula {
    let blank = Formula::Constant(Value::Empty);
    Formula::choose(receipts.clone(), Comparison::Greater, 0u32, formula, blank)
}
