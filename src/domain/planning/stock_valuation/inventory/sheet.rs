//! The table of an inventory.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::{BookStock, CountedLine, InventoryInput, MAX_LINES};
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Comparison, Formula, RowHead, Worksheet,
};

/// The table of differences, of values, and of the share of articles without difference.
///
/// # Errors
/// No article, too many, or two of one code.
pub fn worksheet(input: &InventoryInput) -> Result<Worksheet, CalculationError> {
    let count = input.lines.len();
    if count == 0 || count > MAX_LINES {
        return Err(CalculationError::impossible(format!("il faut de 1 à {MAX_LINES} articles")));
    }
    let mut codes = HashSet::new();
    if let Some(twice) = input.lines.iter().find(|line| !codes.insert(line.code.as_str())) {
        return Err(CalculationError::impossible(format!(
            "l'article « {} » est compté deux fois",
            twice.code
        )));
    }
    let mut table = Table::new(&input.lines);
    for line in &input.lines {
        table.line(line);
    }
    table.totals();
    Ok(table.sheet)
}

/// The table being filled.
struct Table {
    sheet: Worksheet,
    flow: Option<[usize; 3]>,
    book: usize,
    counted: usize,
    difference: usize,
    cost: usize,
    difference_value: usize,
    book_value: usize,
    value: usize,
    exact: usize,
    depreciation: Option<[usize; 3]>,
    /// Cells to be added up, by column.
    added: Vec<(usize, CellId)>,
}

impl Table {
    fn new(lines: &[CountedLine]) -> Self {
        let mut sheet = Worksheet::new("Inventaire");
        let flows = lines.iter().any(|line| matches!(line.book, BookStock::Flow { .. }));
        let flow = flows.then(|| {
            [("initial", "Stock initial"), ("entrees", "Entrées"), ("sorties", "Sorties")]
                .map(|(key, label)| sheet.column(key, label))
        });
        let book = sheet.column("theorique", "Stock théorique");
        let counted = sheet.column("compte", "Stock compté");
        let difference = sheet.column("ecart", "Écart");
        let cost = sheet.column("cout", "Coût unitaire");
        let difference_value = sheet.column("valeur_ecart", "Valeur de l'écart");
        let book_value = sheet.column("valeur_theorique", "Valeur théorique");
        let value = sheet.column("valeur", "Valeur comptée");
        let exact = sheet.column("juste", "Sans écart");
        let depreciation = lines.iter().any(|line| line.rate.is_some()).then(|| {
            [("taux", "Taux (%)"), ("depreciation", "Dépréciation"), ("nette", "Valeur nette")]
                .map(|(key, label)| sheet.column(key, label))
        });
        let added = Vec::new();
        Self {
            sheet,
            flow,
            book,
            counted,
            difference,
            cost,
            difference_value,
            book_value,
            value,
            exact,
            depreciation,
            added,
        }
    }

    fn line(&mut self, line: &CountedLine) {
        let head = RowHead::new(line.code.replace(' ', "_"), line.code.as_str());
        let row = self.sheet.row(head);
        let book = self.book(row, line.book);
        let counted = self.sheet.given(row, self.counted, line.counted);
        let difference = self.sheet.computed(row, self.difference, counted - book);
        let cost = self.sheet.given(row, self.cost, line.unit_cost);
        self.added(row, self.difference_value, difference * cost);
        self.added(row, self.book_value, book * cost);
        let value = self.added(row, self.value, counted * cost);
        let exact = Formula::choose(difference, Comparison::Equal, 0u32, 1u32, 0u32);
        self.added(row, self.exact, exact);
        if let Some([rate_column, loss_column, net_column]) = self.depreciation {
            let rate = line.rate.unwrap_or(Decimal::ZERO);
            let rate = self.sheet.given(row, rate_column, rate);
            let loss = self.added(row, loss_column, value * rate / 100u32);
            self.added(row, net_column, value - loss);
        }
    }

    /// Cell of the stock of the records.
    fn book(&mut self, row: usize, book: BookStock) -> CellId {
        match (book, self.flow) {
            (BookStock::Flow { opening, received, issued }, Some([first, second, third])) => {
                let opening = self.sheet.given(row, first, opening);
                let received = self.sheet.given(row, second, received);
                let issued = self.sheet.given(row, third, issued);
                self.sheet.computed(row, self.book, opening + received - issued)
            }
            (BookStock::Flow { opening: stated, .. } | BookStock::Stated(stated), _) => {
                self.sheet.given(row, self.book, stated)
            }
        }
    }

    /// A computed cell that counts in the total of its column.
    fn added(&mut self, row: usize, column: usize, formula: Formula) -> CellId {
        let cell = self.sheet.computed(row, column, formula);
        self.added.push((column, cell));
        cell
    }

    /// Row of the totals, and share of the articles without difference.
    fn totals(&mut self) {
        let row = self.sheet.row(RowHead::new("total", "Total"));
        let mut columns: Vec<usize> = self.added.iter().map(|(column, _)| *column).collect();
        columns.sort_unstable();
        columns.dedup();
        for column in columns {
            let cells: Vec<CellId> = self
                .added
                .iter()
                .filter(|(found, _)| *found == column)
                .map(|(_, cell)| *cell)
                .collect();
            let count = cells.len();
            let total = self.sheet.computed(row, column, Formula::sum(cells));
            if column == self.exact {
                let head = RowHead::new("fiabilite", "Fiabilité des stocks").unit("%");
                let reliable = self.sheet.row(head);
                let share = total * 100u32 / Formula::number(count);
                self.sheet.computed(reliable, column, share);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_are_valued_and_losses_taken_off() {
        let decimal = |number: i64| Decimal::from(number);
        let flow =
            BookStock::Flow { opening: decimal(100), received: decimal(50), issued: decimal(30) };
        let line = |code: &str, book, counted: i64, rate: Option<i64>| CountedLine {
            code: code.to_owned(),
            book,
            counted: decimal(counted),
            unit_cost: decimal(4),
            rate: rate.map(decimal),
        };
        let stated = BookStock::Stated(decimal(20));
        let mut input = InventoryInput {
            lines: vec![line("P1", flow, 117, Some(50)), line("P2", stated, 20, None)],
        };
        let sheet = worksheet(&input).expect("a table");
        let values = sheet.evaluate().expect("evaluates");
        let number = |row: &str, column: &str| {
            values.number(sheet.find(row, column).expect("the cell is there")).expect("a number")
        };
        assert_eq!(number("P1", "theorique"), decimal(120));
        assert_eq!(number("P1", "ecart"), decimal(-3));
        assert_eq!(number("P1", "valeur_ecart"), decimal(-12));
        assert_eq!(number("P1", "nette"), decimal(234));
        assert_eq!(number("total", "valeur"), decimal(548));
        assert_eq!(number("total", "nette"), decimal(314));
        assert_eq!(number("fiabilite", "juste"), decimal(50));
        let id = sheet.find("P1", "ecart").expect("the cell is there");
        assert_eq!(sheet.working(id, &values), "P1 Écart = 117 − 120 = −3");
        input.lines.push(line("P2", stated, 1, None));
        let said = worksheet(&input).expect_err("refused").to_string();
        assert_eq!(said, "l'article « P2 » est compté deux fois");
    }
}
