//! Depreciation of stocks (`depreciation`): what articles are worth once the rate of their age or of
//! their obsolescence is taken off.

use rust_decimal::Decimal;

use super::options::{calculated, complete};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::tree::{Node, Problems};
use crate::domain::planning::worksheet::{CalculationError, Formula, RowHead, Worksheet};

/// Options read. A line is `{quantite: 40, cout: 12, taux: 30}`, the rate in percent.
pub const OPTIONS: &[&str] = &["lignes"];

/// Largest number of lines.
pub const MAX_LINES: usize = 300;

/// Lines of stock and their rates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepreciationInput {
    /// The lines.
    pub lines: Vec<DepreciatedLine>,
}

/// A line of stock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepreciatedLine {
    /// Article or family.
    pub code: String,
    /// Quantity in stock.
    pub quantity: Decimal,
    /// Cost of one unit, in euros.
    pub unit_cost: Decimal,
    /// Rate taken off, in percent.
    pub rate: Decimal,
}

/// The table of values, depreciations and net values.
///
/// # Errors
/// No line, too many, or a rate above 100 %.
pub fn worksheet(input: &DepreciationInput) -> Result<Worksheet, CalculationError> {
    let count = input.lines.len();
    if count == 0 || count > MAX_LINES {
        return Err(CalculationError::impossible(format!("il faut de 1 à {MAX_LINES} lignes")));
    }
    if let Some(line) = input.lines.iter().find(|line| line.rate > Decimal::ONE_HUNDRED) {
        return Err(CalculationError::impossible(format!(
            "le taux de « {} » dépasse 100 %",
            line.code
        )));
    }
    let mut sheet = Worksheet::new("Dépréciation des stocks");
    let quantity = sheet.column("quantite", "Quantité");
    let cost = sheet.column("cout", "Coût unitaire");
    let value = sheet.column("valeur", "Valeur");
    let rate = sheet.column("taux", "Taux (%)");
    let depreciation = sheet.column("depreciation", "Dépréciation");
    let net = sheet.column("nette", "Valeur nette");
    let (mut values, mut depreciations, mut nets) = (Vec::new(), Vec::new(), Vec::new());
    for line in &input.lines {
        let row = sheet.row(RowHead::new(line.code.replace(' ', "_"), line.code.as_str()));
        let units = sheet.given(row, quantity, line.quantity);
        let unit_cost = sheet.given(row, cost, line.unit_cost);
        let gross = sheet.computed(row, value, units * unit_cost);
        let taken = sheet.given(row, rate, line.rate);
        let loss = sheet.computed(row, depreciation, gross * taken / 100u32);
        nets.push(sheet.computed(row, net, gross - loss));
        values.push(gross);
        depreciations.push(loss);
    }
    let row = sheet.row(RowHead::new("total", "Total"));
    for (column, cells) in [(value, values), (depreciation, depreciations), (net, nets)] {
        sheet.computed(row, column, Formula::sum(cells));
    }
    Ok(sheet)
}

/// Reads the options and builds the table.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    calculated(request, problems, read, worksheet)
}

fn read(request: &Request<'_>, problems: &mut Problems) -> Option<DepreciationInput> {
    let lines = request.options.field("lignes");
    lines.require(problems);
    let entries = lines.entries(problems);
    let read = entries
        .into_iter()
        .map(|(code, node)| {
            let known = request.data.item(&code).and_then(|item| item.unit_cost);
            line(code, &node, known, problems)
        })
        .collect();
    Some(DepreciationInput { lines: complete(read)? })
}

fn line(
    code: String,
    node: &Node<'_>,
    known_cost: Option<Decimal>,
    problems: &mut Problems,
) -> Option<DepreciatedLine> {
    node.only(&["quantite", "cout", "taux"], problems);
    let quantity = node.field("quantite").required_quantity(problems);
    let cost = node.field("cout");
    let unit_cost = match known_cost {
        Some(known) if cost.is_missing() => Some(known),
        _ => cost.required_quantity(problems),
    };
    let rate = node.field("taux").quantity_or(Decimal::ZERO, problems);
    Some(DepreciatedLine { code, quantity: quantity?, unit_cost: unit_cost?, rate })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_taken_off_the_value() {
        let line = |code: &str, quantity: i64, rate: i64| DepreciatedLine {
            code: code.to_owned(),
            quantity: Decimal::from(quantity),
            unit_cost: Decimal::from(12),
            rate: Decimal::from(rate),
        };
        let mut input = DepreciationInput { lines: vec![line("P1", 40, 30), line("P2", 10, 0)] };
        let sheet = worksheet(&input).expect("a table");
        let values = sheet.evaluate().expect("evaluates");
        let number = |row: &str, column: &str| {
            values.number(sheet.find(row, column).expect("the cell is there"))
        };
        assert_eq!(number("P1", "depreciation"), Some(Decimal::from(144)));
        assert_eq!(number("total", "nette"), Some(Decimal::from(456)));
        input.lines.push(line("P3", 1, 101));
        let said = worksheet(&input).expect_err("refused").to_string();
        assert_eq!(said, "le taux de « P3 » dépasse 100 %");
    }
}
