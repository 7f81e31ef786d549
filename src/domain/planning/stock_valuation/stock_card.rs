//! The stock sheet being filled: its columns, the rows written by the author, and running
//! quantities. Methods of valuation add values to it.

use super::{Flow, Lot, ValuationInput};
use crate::domain::planning::worksheet::{CellId, Formula, RowHead, Worksheet};

/// Columns of quantity, unit cost and value.
#[derive(Debug, Clone, Copy)]
pub(super) struct ThreeColumns {
    /// Quantities.
    pub(super) quantity: usize,
    /// Unit costs.
    pub(super) price: usize,
    /// Values.
    pub(super) value: usize,
}

/// Cells of a quantity at a price.
#[derive(Debug, Clone, Copy)]
pub(super) struct LotCells {
    /// Quantity.
    pub(super) quantity: CellId,
    /// Unit cost.
    pub(super) price: CellId,
    /// Value.
    pub(super) value: CellId,
}

/// Cells that the author writes for a movement.
#[derive(Debug, Clone, Copy)]
pub(super) enum FlowCells {
    /// Of a receipt.
    In(LotCells),
    /// Quantity of an issue.
    Out(CellId),
}

/// A row of a movement.
#[derive(Debug, Clone, Copy)]
pub(super) struct MovementRow {
    /// Its rank in the sheet.
    pub(super) row: usize,
    /// Its written cells.
    pub(super) flow: FlowCells,
    /// Quantity in stock after it.
    pub(super) stock: CellId,
}

/// The stock sheet being filled.
pub(super) struct StockCard {
    /// The worksheet.
    pub(super) sheet: Worksheet,
    /// Columns of receipts.
    pub(super) receipts: ThreeColumns,
    /// Columns of issues.
    pub(super) issues: ThreeColumns,
    /// Columns of the stock.
    pub(super) stock: ThreeColumns,
    /// Opening lots.
    pub(super) opening: Vec<LotCells>,
    /// Movements.
    pub(super) movements: Vec<MovementRow>,
    unit: String,
}

impl StockCard {
    /// The sheet with the opening lots, the movements and the running quantities.
    pub(super) fn new(input: &ValuationInput) -> Self {
        let method = input.method.name();
        let title = if input.item.is_empty() {
            format!("Valorisation du stock – {method}")
        } else {
            format!("Valorisation du stock – {} – {method}", input.item)
        };
        let mut sheet = Worksheet::new(title);
        let mut three = |key: &str, label: &str| ThreeColumns {
            quantity: sheet.column(format!("{key}_q"), format!("{label} : quantité")),
            price: sheet.column(format!("{key}_pu"), format!("{label} : coût unitaire")),
            value: sheet.column(format!("{key}_v"), format!("{label} : valeur")),
        };
        let receipts = three("entree", "Entrée");
        let issues = three("sortie", "Sortie");
        let stock = three("stock", "Stock");
        let unit = input.unit.clone();
        let (opening, movements) = (Vec::new(), Vec::new());
        let mut card = Self { sheet, receipts, issues, stock, opening, movements, unit };
        card.add_opening(&input.opening);
        card.add_movements(input);
        card
    }

    /// Rows of the opening lots; one is the opening stock itself.
    fn add_opening(&mut self, lots: &[Lot]) {
        for (index, lot) in lots.iter().enumerate() {
            let (key, label) = match lots.len() {
                1 => ("SI".to_owned(), "Stock initial".to_owned()),
                _ => (format!("SI{}", index + 1), format!("Stock initial, lot {}", index + 1)),
            };
            let row = self.sheet.row(RowHead::new(&*key, label).short(&*key).unit(&*self.unit));
            let cells = self.lot(row, self.stock, *lot);
            self.opening.push(cells);
        }
    }

    fn lot(&mut self, row: usize, columns: ThreeColumns, lot: Lot) -> LotCells {
        let quantity = self.sheet.given(row, columns.quantity, lot.quantity);
        let price = self.sheet.given(row, columns.price, lot.price);
        let value = self.sheet.computed(row, columns.value, quantity * price);
        LotCells { quantity, price, value }
    }

    /// Rows of the movements with their written cells and the quantity in stock after each.
    fn add_movements(&mut self, input: &ValuationInput) {
        let mut before = self.opening_sum(|lot| lot.quantity);
        for (index, movement) in input.movements.iter().enumerate() {
            let label = [movement.date.as_str(), movement.label.as_str()];
            let label: Vec<&str> = label.into_iter().filter(|part| !part.is_empty()).collect();
            let key = format!("M{}", index + 1);
            let short = if movement.date.is_empty() { &*key } else { movement.date.as_str() };
            let head = RowHead::new(&*key, label.join(" – ")).short(short).unit(&*self.unit);
            let row = self.sheet.row(head);
            let (flow, after) = match movement.flow {
                Flow::In(lot) => {
                    let cells = self.lot(row, self.receipts, lot);
                    let after = match before {
                        Some(before) => before + cells.quantity,
                        None => cells.quantity.into(),
                    };
                    (FlowCells::In(cells), after)
                }
                Flow::Out(quantity) => {
                    let quantity = self.sheet.given(row, self.issues.quantity, quantity);
                    let before = before.unwrap_or_else(|| Formula::number(0));
                    (FlowCells::Out(quantity), before - quantity)
                }
            };
            let stock = self.sheet.computed(row, self.stock.quantity, after);
            before = Some(stock.into());
            self.movements.push(MovementRow { row, flow, stock });
        }
    }

    /// Sum over the opening lots; `None` for an empty stock.
    pub(super) fn opening_sum(&self, part: impl Fn(&LotCells) -> CellId) -> Option<Formula> {
        match self.opening.as_slice() {
            [] => None,
            [only] => Some(part(only).into()),
            lots => Some(Formula::sum(lots.iter().map(part))),
        }
    }

    /// Cells of all receipts.
    pub(super) fn receipt_cells(&self) -> Vec<LotCells> {
        let cells = self.movements.iter().filter_map(|movement| match movement.flow {
            FlowCells::In(cells) => Some(cells),
            FlowCells::Out(_) => None,
        });
        cells.collect()
    }

    /// Row of the totals; `issued` holds the value of each issue, `value` that of the last stock.
    pub(super) fn totals(&mut self, issued: Vec<CellId>, value: Formula) {
        let receipts = self.receipt_cells();
        let quantities: Vec<CellId> = self
            .movements
            .iter()
            .filter_map(|movement| match movement.flow {
                FlowCells::Out(quantity) => Some(quantity),
                FlowCells::In(_) => None,
            })
            .collect();
        let last = self.movements.last().map(|movement| movement.stock);
        let row = self.sheet.row(RowHead::new("total", "Total").unit(&*self.unit));
        let received = Formula::sum(receipts.iter().map(|cells| cells.quantity));
        self.sheet.computed(row, self.receipts.quantity, received);
        let bought = Formula::sum(receipts.iter().map(|cells| cells.value));
        self.sheet.computed(row, self.receipts.value, bought);
        self.sheet.computed(row, self.issues.quantity, Formula::sum(quantities));
        self.sheet.computed(row, self.issues.value, Formula::sum(issued));
        let quantity = last.map(Formula::from).or_else(|| self.opening_sum(|lot| lot.quantity));
        let quantity = quantity.unwrap_or_else(|| Formula::number(0));
        self.sheet.computed(row, self.stock.quantity, quantity);
        self.sheet.computed(row, self.stock.value, value);
    }
}
