//! Cost of an order and rate of possession (`couts_stock`) from the named expenses of a year:
//! expenses of purchasing over the number of orders, expenses of stocks over the average stock.

use rust_decimal::Decimal;

use super::options::{calculated, complete};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::{CalculationError, CellId, Formula, RowHead, Worksheet};

/// Options read. An expense is a number, or `{montant: 9000, nombre: 1, mois: 12, part: 50}` with
/// the share charged in percent.
pub const OPTIONS: &[&str] = &["achats", "stocks_frais", "nombre_commandes", "stock_moyen"];

/// Largest number of expenses of one kind.
pub const MAX_EXPENSES: usize = 100;

/// Expenses of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpensesInput {
    /// Expenses of purchasing.
    pub purchasing: Vec<Expense>,
    /// Expenses of stocks.
    pub stocks: Vec<Expense>,
    /// Orders of the year.
    pub orders: Decimal,
    /// Value of the average stock, in euros.
    pub average_stock: Decimal,
}

/// An expense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expense {
    /// What it is.
    pub label: String,
    /// Amount, in euros.
    pub amount: Decimal,
    /// What multiplies the amount: people, months of the year…
    pub factors: Vec<Factor>,
}

/// What multiplies the amount of an expense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Factor {
    /// So many of it.
    Count(Decimal),
    /// So many months.
    Months(Decimal),
    /// A share, in percent.
    Share(Decimal),
}

/// The table of expenses, of the cost of an order and of the rate of possession.
///
/// # Errors
/// No expense at all, or too many.
pub fn worksheet(input: &ExpensesInput) -> Result<Worksheet, CalculationError> {
    let longest = input.purchasing.len().max(input.stocks.len());
    if longest == 0 || longest > MAX_EXPENSES {
        return Err(CalculationError::impossible(format!(
            "il faut de 1 à {MAX_EXPENSES} frais d'achats ou de stocks"
        )));
    }
    let mut table = Table::new();
    let purchasing = table.expenses("achats", "Achats", &input.purchasing);
    let stocks = table.expenses("stocks", "Stocks", &input.stocks);
    let orders = RowHead::new("nombre_commandes", "Nombre de commandes");
    let orders = table.given(orders, input.orders);
    let head = RowHead::new("cout_passation", "Coût de passation d'une commande").unit("€");
    table.computed(head, purchasing / orders);
    let average = RowHead::new("stock_moyen", "Valeur du stock moyen").unit("€");
    let average = table.given(average, input.average_stock);
    let head = RowHead::new("taux_possession", "Taux de possession").unit("%");
    table.computed(head, stocks * 100u32 / average);
    Ok(table.sheet)
}

/// The table being filled.
struct Table {
    sheet: Worksheet,
    amount: usize,
    count: usize,
    months: usize,
    share: usize,
    total: usize,
}

impl Table {
    fn new() -> Self {
        let mut sheet = Worksheet::new("Coûts de passation et de possession");
        Self {
            amount: sheet.column("montant", "Montant"),
            count: sheet.column("nombre", "Nombre"),
            months: sheet.column("mois", "Mois"),
            share: sheet.column("part", "Part (%)"),
            total: sheet.column("total", "Total annuel"),
            sheet,
        }
    }

    fn given(&mut self, head: RowHead, value: Decimal) -> CellId {
        let row = self.sheet.row(head);
        self.sheet.given(row, self.total, value)
    }

    fn computed(&mut self, head: RowHead, formula: Formula) -> CellId {
        let row = self.sheet.row(head);
        self.sheet.computed(row, self.total, formula)
    }

    /// Rows of expenses of one kind; gives the cell of their total.
    fn expenses(&mut self, key: &str, group: &str, expenses: &[Expense]) -> CellId {
        let mut totals = Vec::with_capacity(expenses.len());
        for (index, expense) in expenses.iter().enumerate() {
            let head = RowHead::new(format!("{key}.{}", index + 1), expense.label.as_str());
            let row = self.sheet.row(head.group(group).unit("€"));
            let amount = self.sheet.given(row, self.amount, expense.amount);
            let mut total = Formula::from(amount);
            for factor in &expense.factors {
                total = match *factor {
                    Factor::Count(value) => total * self.sheet.given(row, self.count, value),
                    Factor::Months(value) => total * self.sheet.given(row, self.months, value),
                    Factor::Share(value) => {
                        total * self.sheet.given(row, self.share, value) / 100u32
                    }
                };
            }
            totals.push(self.sheet.computed(row, self.total, total));
        }
        let head = RowHead::new(format!("{key}.total"), format!("Total {}", group.to_lowercase()));
        self.computed(head.group(group).unit("€"), Formula::sum(totals))
    }
}

/// Reads the options and builds the table.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    calculated(request, problems, read, worksheet)
}

fn read(request: &Request<'_>, problems: &mut Problems) -> Option<ExpensesInput> {
    let options = &request.options;
    let purchasing = expenses(&options.field("achats"), problems);
    let stocks = expenses(&options.field("stocks_frais"), problems);
    let orders = options.field("nombre_commandes").positive(problems);
    let average_stock = options.field("stock_moyen").positive(problems);
    Some(ExpensesInput {
        purchasing: purchasing?,
        stocks: stocks?,
        orders: orders?,
        average_stock: average_stock?,
    })
}

fn expenses(node: &Node<'_>, problems: &mut Problems) -> Option<Vec<Expense>> {
    let entries = node.entries(problems);
    complete(entries.into_iter().map(|(label, node)| expense(label, &node, problems)).collect())
}

fn expense(label: String, node: &Node<'_>, problems: &mut Problems) -> Option<Expense> {
    if !matches!(node.tree(), Some(Tree::Entries(_))) {
        let amount = node.required_quantity(problems)?;
        return Some(Expense { label, amount, factors: Vec::new() });
    }
    node.only(&["montant", "nombre", "mois", "part"], problems);
    let amount = node.field("montant").required_quantity(problems);
    let factors = [
        node.field("nombre").quantity(problems).map(Factor::Count),
        node.field("mois").quantity(problems).map(Factor::Months),
        node.field("part").quantity(problems).map(Factor::Share),
    ];
    Some(Expense { label, amount: amount?, factors: factors.into_iter().flatten().collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expense(label: &str, amount: i64, factors: Vec<Factor>) -> Expense {
        Expense { label: label.to_owned(), amount: Decimal::from(amount), factors }
    }

    #[test]
    fn expenses_give_the_cost_of_an_order_and_the_rate() {
        let half = vec![Factor::Months(Decimal::from(12)), Factor::Share(Decimal::from(50))];
        let input = ExpensesInput {
            purchasing: vec![
                expense("responsable", 9_000, half.clone()),
                expense("autres", 696_000, Vec::new()),
            ],
            stocks: vec![
                expense("responsable", 9_000, half),
                expense("autres", 1_821_000, Vec::new()),
            ],
            orders: Decimal::from(10_000),
            average_stock: Decimal::from(7_500_000),
        };
        let sheet = worksheet(&input).expect("a table");
        let values = sheet.evaluate().expect("evaluates");
        let number = |row: &str| {
            values.number(sheet.find(row, "total").expect("the cell is there")).expect("a number")
        };
        assert_eq!(number("achats.1"), Decimal::from(54_000));
        assert_eq!(number("achats.total"), Decimal::from(750_000));
        assert_eq!(number("cout_passation"), Decimal::from(75));
        assert_eq!(number("taux_possession"), Decimal::from(25));
        let none = ExpensesInput { purchasing: Vec::new(), stocks: Vec::new(), ..input };
        assert!(worksheet(&none).is_err());
    }
}
