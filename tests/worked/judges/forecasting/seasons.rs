//! Seasonal coefficients: printed coefficients are followed into the seasons that they give.

use std::collections::HashMap;

use casdecole::domain::planning::forecasting::{
    ForecastInput, SeasonalForecast, SeasonalMethod, worksheet,
};
use casdecole::domain::planning::tree::Tree;
use casdecole::domain::planning::worksheet::{
    CellId, Evaluation, Rounding, RoundingMode, Value, Worksheet,
};
use rust_decimal::Decimal;

use super::inputs::Years;
use crate::example::Example;
use crate::judgement::{Judgement, as_printed};
use crate::judges::pic::figures::{Checks, best, entries, folded, numbers, rank_in};

/// What is done of coefficients before they are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coefficients {
    /// Used as printed by the source, when the print is right.
    Printed,
    /// Used with all their digits.
    Exact,
    /// Rounded to two decimals, the last one completing the others or not.
    Rounded { mode: RoundingMode, last_completes: bool },
}

/// Judges coefficients and seasons: the use of coefficients that gives most figures is kept.
pub fn judged(years: &Years, example: &Example) -> Result<Judgement, String> {
    let mut uses = vec![Coefficients::Printed, Coefficients::Exact];
    for mode in [RoundingMode::Nearest, RoundingMode::Truncated] {
        for last_completes in [true, false] {
            uses.push(Coefficients::Rounded { mode, last_completes });
        }
    }
    let mut tried = Vec::new();
    for coefficients in uses {
        let table = Table::new(years, coefficients)?;
        let mut walk = Walk { table: &table, checks: Checks::default() };
        walk.tree(&example.expected, "", true, &example.expected);
        tried.push(walk.checks.settle(example));
    }
    best(tried).ok_or_else(|| "no use of coefficients to try".to_owned())
}

/// The worksheet under one use of coefficients.
struct Table {
    sheet: Worksheet,
    values: Evaluation,
    coefficients: Coefficients,
    seasons: usize,
}

impl Table {
    fn new(years: &Years, coefficients: Coefficients) -> Result<Self, String> {
        let seasons = years.years.first().map_or(0, Vec::len);
        let (rounding, last_completes) = match coefficients {
            Coefficients::Printed | Coefficients::Exact => (None, false),
            Coefficients::Rounded { mode, last_completes } => {
                (Some(Rounding { mode, decimals: 2 }), last_completes)
            }
        };
        let named = years.years.iter().enumerate();
        let input = SeasonalForecast {
            unit: String::new(),
            seasons: (1..=seasons).map(|rank| rank.to_string()).collect(),
            years: named.map(|(rank, year)| (format!("A{}", rank + 1), year.clone())).collect(),
            methods: vec![SeasonalMethod::Simple, SeasonalMethod::Mean],
            rounding,
            last_completes,
            annual: years.annual,
        };
        let sheet = worksheet(&ForecastInput::Seasons(input)).map_err(|error| error.to_string())?;
        let values = sheet.evaluate().map_err(|error| error.to_string())?;
        Ok(Self { sheet, values, coefficients, seasons })
    }

    fn number(&self, row: &str, column: &str) -> Option<Decimal> {
        self.values.number(self.sheet.find(row, column)?)
    }

    /// A season from the coefficients that the source prints: one that is no print of ours is
    /// replaced by ours, with as many decimals.
    fn followed(&self, method: &str, column: &str, printed: &[Decimal]) -> Option<Decimal> {
        let mut replaced: HashMap<CellId, Value> = HashMap::new();
        for (rank, printed) in printed.iter().enumerate() {
            let id = self.sheet.find(&format!("{method}.COEF"), &(rank + 1).to_string())?;
            let ours = self.values.number(id)?;
            let decimals = printed.normalize().scale();
            let right = as_printed(*printed, ours);
            let used = if right { *printed } else { Rounding::nearest(decimals).apply(ours) };
            replaced.insert(id, Value::Number(used));
        }
        let values = self.sheet.evaluate_with(&replaced).ok()?;
        values.number(self.sheet.find(&format!("{method}.PREV"), column)?)
    }
}

struct Walk<'a> {
    table: &'a Table,
    checks: Checks,
}

impl Walk<'_> {
    fn tree(&mut self, tree: &Tree, path: &str, published: bool, parent: &Tree) {
        for (key, value) in entries(tree) {
            let name = folded(key);
            let here = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            if name.starts_with("published") || name.starts_with("recomputed") {
                self.tree(value, &here, name.starts_with("published"), value);
                continue;
            }
            let items: Vec<(String, &Tree)> = match value {
                Tree::List(items) => {
                    items.iter().enumerate().map(|(rank, item)| (column_of(rank), item)).collect()
                }
                Tree::Entries(items) if items.iter().all(|(key, _)| self.column(key).is_some()) => {
                    let column = |key: &str| self.column(key).unwrap_or_default();
                    items.iter().map(|(key, item)| (column(key), item)).collect()
                }
                Tree::Entries(_) => {
                    self.tree(value, &here, published, parent);
                    continue;
                }
                single => {
                    let column = rank_in(key).map(|rank| rank.to_string());
                    vec![(column.unwrap_or_else(|| "total".to_owned()), single)]
                }
            };
            for (column, item) in items {
                let found = self.found(&name, &column, parent);
                let cell = format!("{name} {column}");
                self.checks.add(&format!("{here} {column}"), published, item, &cell, found);
            }
        }
    }

    fn column(&self, key: &str) -> Option<String> {
        let rank = rank_in(key).filter(|rank| (1..=self.table.seasons).contains(rank));
        let total = || folded(key).starts_with("total").then(|| "total".to_owned());
        rank.map(|rank| rank.to_string()).or_else(total)
    }

    fn found(&self, name: &str, column: &str, parent: &Tree) -> Option<Decimal> {
        let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
        let method = if name.contains("simple") { "SIMPLE" } else { "MOYEN" };
        if says(&["desaisonnal", "base"]) {
            return self.table.number("MOYEN.BASE", "valeur");
        }
        if says(&["moyenne"]) {
            return self.table.number("MOYEN.MOY", column);
        }
        if says(&["totaux", "total"]) && !says(&["simple", "moyen"]) {
            return self.table.number("SIMPLE.TOTAL", column);
        }
        if !says(&["simple", "moyen"]) {
            return None;
        }
        if !says(&["trimestre", "prevision", "saison", "mois", "forecast"]) {
            let row = format!("{method}.COEF");
            return self.table.number(&row, column);
        }
        let printed = printed(parent, method);
        match printed.filter(|_| self.table.coefficients == Coefficients::Printed) {
            Some(printed) => self.table.followed(method, column, &printed),
            None => self.table.number(&format!("{method}.PREV"), column),
        }
    }
}

/// Coefficients that a source prints for a method, beside its seasons.
fn printed(parent: &Tree, method: &str) -> Option<Vec<Decimal>> {
    let word = if method == "SIMPLE" { "simple" } else { "moyen" };
    let is_coefficient = |key: &str| {
        let key = folded(key);
        let seasons = ["trimestre", "prevision", "moyenne", "mois", "forecast"];
        key.contains(word) && !seasons.iter().any(|season| key.contains(season))
    };
    let found = entries(parent).iter().find(|(key, _)| is_coefficient(key));
    found.and_then(|(_, tree)| numbers(tree))
}

fn column_of(rank: usize) -> String {
    (rank + 1).to_string()
}
