//! Valuation of stocks: issues, averages, lots and final stock by each method; inventory
//! differences.

mod counts;
mod movements;

use casdecole::domain::planning::stock_valuation::{Method, ValuationInput, worksheet};
use casdecole::domain::planning::tree::Tree;
use casdecole::domain::planning::worksheet::Rounding;
use rust_decimal::Decimal;

use self::counts::counted;
use self::movements::{Kind, method_named, read, stated_method};
use super::stock_parameters::figures::{
    Inputs, Section, Sheet, normalised, sections, settle, settle_series,
};
use crate::example::Example;
use crate::judgement::Judgement;

/// Judges the topic "Valorisation des stocks".
pub fn judge(example: &Example) -> Option<Result<Judgement, String>> {
    let topic = normalised(&example.topic);
    if topic.contains("inventaire") {
        return Some(counted(example));
    }
    topic.contains("valorisation").then(|| judged(example))
}

fn judged(example: &Example) -> Result<Judgement, String> {
    let inputs = Inputs::of(&example.inputs);
    let Ok(input) = read(&inputs) else { return counted(example) };
    let of_period = method_named(&normalised(&example.conventions), &inputs);
    let default = of_period
        .filter(|method| *method == Method::PeriodAverage)
        .unwrap_or(Method::MovingAverage);
    let mut judgement = Judgement::default();
    for section in sections(example) {
        let Tree::Entries(entries) = section.tree else { continue };
        for (name, tree) in entries {
            let method = method_named(&normalised(name), &inputs);
            match (method, tree) {
                (Some(method), Tree::Entries(parts)) => {
                    let method = of_parts(method, parts, &inputs);
                    let valuation = Valuation::new(example, &input, method)?;
                    for (part, tree) in parts {
                        valuation.figure(&mut judgement, section, &[name, part], tree);
                    }
                }
                (method, tree) => {
                    let stated = method.or_else(|| stated_method(&inputs));
                    let method = stated.unwrap_or(default);
                    let valuation = Valuation::new(example, &input, method)?;
                    valuation.figure(&mut judgement, section, &[name], tree);
                }
            }
        }
    }
    Ok(judgement)
}

/// The method of a group of figures: an average is of the period when one of them says so.
fn of_parts(method: Method, parts: &[(String, Tree)], inputs: &Inputs<'_>) -> Method {
    let mut named = parts.iter().filter_map(|(part, _)| method_named(&normalised(part), inputs));
    let of_period = named.any(|named| named == Method::PeriodAverage);
    if method == Method::MovingAverage && of_period { Method::PeriodAverage } else { method }
}

/// Movements valued by one method: exactly, and with the average rounded to two decimals.
struct Valuation<'a> {
    example: &'a Example,
    input: ValuationInput,
    exact: Sheet,
    rounded: Sheet,
}

impl<'a> Valuation<'a> {
    fn new(example: &'a Example, input: &ValuationInput, method: Method) -> Result<Self, String> {
        let input = ValuationInput { method, ..input.clone() };
        let rounding = Some(Rounding::nearest(2));
        let rounded = Sheet::of(worksheet(&ValuationInput { rounding, ..input.clone() }))?;
        let exact = Sheet::of(worksheet(&input))?;
        Ok(Self { example, input, exact, rounded })
    }

    fn figure(&self, judgement: &mut Judgement, section: Section<'_>, path: &[&str], tree: &Tree) {
        let name = normalised(path.last().copied().unwrap_or_default());
        if let Some(rank) = self.dated(&name) {
            return self.state(judgement, section, path, tree, &rank);
        }
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if has(&["lot"]) {
            self.lots(judgement, section, path, tree);
        } else if has(&["sortie", "issue", "consommation", "cout_total_ventes", "cout_ventes"]) {
            self.listed(judgement, section, path, tree, Kind::Out, "sortie_v");
        } else if has(&["avant"]) && has(&["cmup", "cump", "pmp"]) {
            let answers = self.average_before_first_issue();
            settle(judgement, self.example, section, path, tree, &answers);
        } else if has(&["cmup", "cump", "pmp", "cout_moyen", "average_cost", "fin_periode"]) {
            self.averages(judgement, section, path, tree);
        } else if has(&["ecart", "variance"]) {
            self.listed(judgement, section, path, tree, Kind::In, "ecart");
        } else if has(&["entree", "achat", "receipt"]) {
            self.listed(judgement, section, path, tree, Kind::In, "entree_v");
        } else if has(&["quantite"]) {
            let answers = self.both("total", "stock_q");
            settle(judgement, self.example, section, path, tree, &answers);
        } else if has(&["stock", "valeur", "sf", "inventory", "fifo", "lifo", "peps", "deps"]) {
            self.stocks(judgement, section, path, tree);
        } else {
            judgement.unknown(path.join("."));
        }
    }

    /// The value of a cell, exactly and with the rounded average.
    fn both(&self, row: &str, column: &str) -> Vec<Decimal> {
        let sheets = [&self.exact, &self.rounded];
        sheets.iter().filter_map(|sheet| sheet.number(row, column)).collect()
    }

    /// Keys of the rows of movements of a kind.
    fn rows(&self, kind: Kind) -> Vec<String> {
        let movements = (1..).zip(&self.input.movements);
        let kept = movements.filter(|(_, movement)| kind.is_of(movement));
        kept.map(|(rank, _): (usize, _)| format!("M{rank}")).collect()
    }

    /// The last movement whose date ends the name of a figure: `stock_15_09`.
    fn dated(&self, name: &str) -> Option<String> {
        let movements = (1..).zip(&self.input.movements);
        let found = movements.filter(|(_, movement)| {
            let date = without_zeros(&normalised(&movement.date));
            !date.is_empty() && without_zeros(name).ends_with(&format!("_{date}"))
        });
        found.map(|(rank, _): (usize, _)| format!("M{rank}")).last()
    }

    /// Compares the stock after a movement: its average cost, its value, or quantity, price, value.
    fn state(
        &self,
        judgement: &mut Judgement,
        section: Section<'_>,
        path: &[&str],
        tree: &Tree,
        row: &str,
    ) {
        let name = normalised(path.last().copied().unwrap_or_default());
        let average = ["pmp", "cmup", "cump"].iter().any(|word| name.contains(word));
        match tree {
            Tree::List(figures) => {
                let answers = [
                    self.exact.number(row, "stock_q"),
                    self.unit_value(row),
                    self.exact.number(row, "stock_v"),
                ];
                let answers: Vec<Decimal> = answers.into_iter().flatten().collect();
                settle_series(judgement, self.example, section, path, figures, &answers);
            }
            _ if average => {
                settle(judgement, self.example, section, path, tree, &self.both(row, "stock_pu"));
            }
            _ => settle(judgement, self.example, section, path, tree, &self.both(row, "stock_v")),
        }
    }

    /// Average cost of the stock after a movement, lots being one price there.
    fn unit_value(&self, row: &str) -> Option<Decimal> {
        let stated = self.exact.number(row, "stock_pu");
        stated.or_else(|| {
            let value = self.exact.number(row, "stock_v")?;
            value.checked_div(self.exact.number(row, "stock_q")?)
        })
    }

    /// Compares a list of the values of movements, or their total.
    fn listed(
        &self,
        judgement: &mut Judgement,
        section: Section<'_>,
        path: &[&str],
        tree: &Tree,
        kind: Kind,
        column: &str,
    ) {
        let Tree::List(figures) = tree else {
            let answers = self.both("total", column);
            settle(judgement, self.example, section, path, tree, &answers);
            return;
        };
        let rows = self.rows(kind);
        if rows.len() != figures.len() {
            judgement.unknown(format!("{}: {} movements", path.join("."), rows.len()));
        }
        for ((index, figure), row) in figures.iter().enumerate().zip(&rows) {
            let rank = (index + 1).to_string();
            let mut path = path.to_vec();
            path.push(&rank);
            settle(judgement, self.example, section, &path, figure, &self.both(row, column));
        }
    }

    /// Compares the averages after each receipt, or the last one.
    fn averages(
        &self,
        judgement: &mut Judgement,
        section: Section<'_>,
        path: &[&str],
        tree: &Tree,
    ) {
        let of_period = self.both("CUMP", "stock_pu");
        if let Tree::List(figures) = tree {
            let rows = self.rows(Kind::In);
            let mut answers: Vec<Decimal> =
                rows.iter().filter_map(|row| self.exact.number(row, "stock_pu")).collect();
            if answers.is_empty() {
                answers = of_period;
            }
            settle_series(judgement, self.example, section, path, figures, &answers);
        } else {
            let last = self.rows(Kind::In).pop();
            let last = last.map(|row| self.both(&row, "stock_pu")).unwrap_or_default();
            let mut answers = if of_period.is_empty() { last } else { of_period };
            // The method alone may also name the value of the final stock.
            answers.extend(self.both("total", "stock_v").into_iter().filter(|_| path.len() == 1));
            settle(judgement, self.example, section, path, tree, &answers);
        }
    }

    /// Average cost just before the first issue.
    fn average_before_first_issue(&self) -> Vec<Decimal> {
        let first = self.input.movements.iter().position(|movement| Kind::Out.is_of(movement));
        match first {
            None | Some(0) => self.both("SI", "stock_pu"),
            Some(rank) => self.both(&format!("M{rank}"), "stock_pu"),
        }
    }

    /// Compares the value of the final stock, or that after each movement.
    fn stocks(&self, judgement: &mut Judgement, section: Section<'_>, path: &[&str], tree: &Tree) {
        let Tree::List(figures) = tree else {
            let answers = self.both("total", "stock_v");
            settle(judgement, self.example, section, path, tree, &answers);
            return;
        };
        let answers: Vec<Decimal> = (1..=self.input.movements.len())
            .filter_map(|rank| self.exact.number(&format!("M{rank}"), "stock_v"))
            .collect();
        settle_series(judgement, self.example, section, path, figures, &answers);
    }

    /// Compares the lots that remain, "[quantity, price]" each.
    fn lots(&self, judgement: &mut Judgement, section: Section<'_>, path: &[&str], tree: &Tree) {
        let Tree::List(figures) = tree else {
            judgement.unknown(path.join("."));
            return;
        };
        let mut left: Vec<[Decimal; 2]> = Vec::new();
        for rank in 1.. {
            let row = format!("lot{rank}");
            let quantity = self.exact.number(&row, "stock_q");
            let price = self.exact.number(&row, "stock_pu");
            let (Some(quantity), Some(price)) = (quantity, price) else { break };
            if !quantity.is_zero() {
                left.push([quantity, price]);
            }
        }
        if left.len() != figures.len() {
            judgement.unknown(format!("{}: {} lots", path.join("."), left.len()));
        }
        for ((index, figure), lot) in figures.iter().enumerate().zip(&left) {
            let rank = (index + 1).to_string();
            let mut path = path.to_vec();
            path.push(&rank);
            match figure {
                Tree::List(pair) => {
                    settle_series(judgement, self.example, section, &path, pair, lot);
                }
                _ => judgement.unknown(path.join(".")),
            }
        }
    }
}

/// `15_09` and `15_9` alike: numbers without leading zeros.
fn without_zeros(name: &str) -> String {
    let parts = name.split('_').map(|part| {
        let bare = part.trim_start_matches('0');
        if bare.is_empty() { part } else { bare }
    });
    parts.collect::<Vec<_>>().join("_")
}
