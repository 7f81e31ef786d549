//! The table of a follow-up: one row a movement.

use rust_decimal::Decimal;

use super::policy::PolicyCells;
use super::{Delivery, FollowUpInput, MAX_MOVEMENTS, StockMovement};
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, RowHead, Value, Worksheet, rule,
};

/// The table of the stock, the orders and the available stock after each movement.
///
/// # Errors
/// No movement, too many, or a negative quantity.
pub fn worksheet(input: &FollowUpInput) -> Result<Worksheet, CalculationError> {
    check(input)?;
    let mut table = Table::new(input);
    for (index, movement) in input.movements.iter().enumerate() {
        table.movement(index + 1, movement, &input.unit);
    }
    Ok(table.sheet)
}

fn check(input: &FollowUpInput) -> Result<(), CalculationError> {
    let count = input.movements.len();
    if count == 0 || count > MAX_MOVEMENTS {
        return Err(CalculationError::impossible(format!(
            "il faut de 1 à {MAX_MOVEMENTS} mouvements, pas {count}"
        )));
    }
    let negative = input.movements.iter().any(|movement| {
        let received = match movement.received {
            Delivery::Quantity(quantity) => quantity,
            Delivery::Nothing | Delivery::OldestOrder => Decimal::ZERO,
        };
        received < Decimal::ZERO || movement.issued < Decimal::ZERO
    });
    if negative {
        return Err(CalculationError::impossible("un mouvement a une quantité négative"));
    }
    Ok(())
}

/// Columns of the table.
struct Columns {
    received: usize,
    issued: usize,
    stock: usize,
    ordered: usize,
    on_order: usize,
    available: usize,
}

/// The table being filled, with the state after the last movement.
struct Table {
    sheet: Worksheet,
    columns: Columns,
    policy: PolicyCells,
    stock: CellId,
    on_order: CellId,
    /// Orders placed so far, in order of time.
    orders: Vec<CellId>,
    /// Quantities received so far.
    receipts: Vec<CellId>,
}

impl Table {
    fn new(input: &FollowUpInput) -> Self {
        let title = if input.item.is_empty() {
            "Suivi du stock".to_owned()
        } else {
            format!("Suivi du stock – {}", input.item)
        };
        let mut sheet = Worksheet::new(title);
        let value = sheet.column("valeur", "");
        let columns = Columns {
            received: sheet.column("entree", "Entrée"),
            issued: sheet.column("sortie", "Sortie"),
            stock: sheet.column("stock", "Stock"),
            ordered: sheet.column("commande", "Commande"),
            on_order: sheet.column("encours", "En commande"),
            available: sheet.column("disponible", "Disponible"),
        };
        let unit = input.unit.as_str();
        let policy = PolicyCells::add(&mut sheet, value, input.policy, unit);
        let row = sheet.row(RowHead::new("initial", "Stock initial").short("Initial").unit(unit));
        let stock = sheet.given(row, columns.stock, input.opening);
        let on_order = sheet.given(row, columns.on_order, input.on_order);
        sheet.computed(row, columns.available, stock + on_order);
        let (orders, receipts) = (vec![on_order], Vec::new());
        Self { sheet, columns, policy, stock, on_order, orders, receipts }
    }

    /// Row of a movement.
    fn movement(&mut self, rank: usize, movement: &StockMovement, unit: &str) {
        let head = RowHead::new(format!("M{rank}"), movement.date.as_str()).unit(unit);
        let row = self.sheet.row(head);
        let received = self.received(row, movement.received);
        let (mut stock, mut waiting) = (Formula::from(self.stock), Formula::from(self.on_order));
        if let Some(received) = received {
            self.receipts.push(received);
            stock = stock + received;
            waiting = waiting - received;
        }
        let issued = self.sheet.given(row, self.columns.issued, movement.issued);
        self.stock = self.sheet.computed(row, self.columns.stock, stock - issued);
        let available = self.stock + waiting.clone();
        if let Some(order) = self.policy.order(movement.review, available) {
            let order = self.sheet.computed(row, self.columns.ordered, order);
            self.orders.push(order);
            waiting = waiting + order;
        }
        self.on_order = self.sheet.computed(row, self.columns.on_order, waiting);
        self.sheet.computed(row, self.columns.available, self.stock + self.on_order);
    }

    /// Cell of what comes in, if anything does.
    fn received(&mut self, row: usize, delivery: Delivery) -> Option<CellId> {
        let column = self.columns.received;
        match delivery {
            Delivery::Nothing => None,
            Delivery::Quantity(quantity) => Some(self.sheet.given(row, column, quantity)),
            Delivery::OldestOrder => {
                let formula = oldest_order(&self.orders, &self.receipts);
                Some(self.sheet.computed(row, column, formula))
            }
        }
    }
}

/// What remains of the oldest order not yet received; zero when nothing is on order.
fn oldest_order(orders: &[CellId], receipts: &[CellId]) -> Formula {
    let count = orders.len();
    let arguments = orders.iter().chain(receipts).map(|id| Formula::from(*id)).collect();
    rule(
        arguments,
        move |values| {
            let numbers: Vec<Decimal> =
                values.iter().map(Value::number).collect::<Result<_, _>>()?;
            let (orders, receipts) = numbers.split_at(count.min(numbers.len()));
            let add = |total: Decimal, number: &Decimal| {
                total.checked_add(*number).ok_or(CalculationError::Overflow)
            };
            let received = receipts.iter().try_fold(Decimal::ZERO, add)?;
            let mut ordered = Decimal::ZERO;
            for order in orders {
                ordered = add(ordered, order)?;
                if ordered > received {
                    return Ok((ordered - received).into());
                }
            }
            Ok(Decimal::ZERO.into())
        },
        |_, _| "plus ancienne commande en cours".to_owned(),
    )
}
