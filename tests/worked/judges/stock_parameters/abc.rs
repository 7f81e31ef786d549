//! ABC classifications: order, shares, classes and ratio under each way to cut classes.

use casdecole::domain::planning::stock_parameters::abc::{
    AbcInput, AbcItem, ClassRule, Cut, ItemValue, worksheet,
};
use casdecole::domain::planning::tree::Tree;
use casdecole::domain::planning::worksheet::Rounding;
use rust_decimal::Decimal;

use super::figures::{
    Inputs, Section, Sheet, normalised, numbers, sections, settle, settle_series,
};
use crate::example::Example;
use crate::judgement::Judgement;

/// Judges a classification under the way to cut classes that fits best.
pub fn judge(example: &Example) -> Result<Judgement, String> {
    let items = items(&example.inputs).ok_or("no articles with a value")?;
    let inputs = Inputs::of(&example.inputs);
    let mut found: Option<Judgement> = None;
    let mut refused = "no way to class".to_owned();
    for classes in class_rules(&inputs) {
        let input = |sum_rounding| AbcInput {
            items: items.clone(),
            classes: classes.clone(),
            sum_rounding,
        };
        let exact = Sheet::of(worksheet(&input(None)));
        let rounded = Sheet::of(worksheet(&input(Some(Rounding::nearest(0)))));
        let (exact, rounded) = match (exact, rounded) {
            (Ok(exact), Ok(rounded)) => (exact, rounded),
            (Err(reason), _) | (_, Err(reason)) => {
                refused = reason;
                continue;
            }
        };
        let classification = Classification { example, items: &items, exact, rounded };
        let judgement = classification.judged();
        let errors = |one: &Judgement| one.differences.len() + one.slips.len();
        if found.as_ref().is_none_or(|known| errors(&judgement) < errors(known)) {
            found = Some(judgement);
        }
    }
    found.ok_or(refused)
}

/// Articles under "articles" or "items", else the entries themselves.
fn items(tree: &Tree) -> Option<Vec<AbcItem>> {
    let inputs = Inputs::of(tree);
    let written = inputs.find(&["articles", "items", "references", "produits", "valeurs"]);
    match written.unwrap_or(tree) {
        Tree::Entries(entries) => {
            entries.iter().map(|(code, tree)| item(code.clone(), tree)).collect()
        }
        Tree::List(list) => list
            .iter()
            .enumerate()
            .map(|(index, tree)| {
                let names = ["code", "article", "reference", "nom", "ref", "item", "id", "name"];
                let named = Inputs::of(tree).find(&names).and_then(Tree::text);
                let first = match tree {
                    Tree::List(figures) if figures.len() > 1 => figures.first()?.text(),
                    _ => None,
                };
                let code = named.or(first).unwrap_or_else(|| (index + 1).to_string());
                item(code, tree)
            })
            .collect(),
        _ => None,
    }
}

/// An article: a value, "[code, quantity, cost]", "[code, value]" or named figures.
fn item(code: String, tree: &Tree) -> Option<AbcItem> {
    let value = match tree {
        Tree::Entries(_) => {
            let inputs = Inputs::of(tree);
            let quantity = inputs.number(&[
                "consommation",
                "quantite",
                "volume",
                "demande",
                "consommation_annuelle",
                "qte",
                "annual_demand",
                "D",
                "q",
                "Q",
            ]);
            let cost = inputs.number(&[
                "cout",
                "prix",
                "cout_unitaire",
                "prix_unitaire",
                "unit_cost",
                "pu",
                "cu",
                "u",
                "c",
            ]);
            match (quantity, cost) {
                (Some(quantity), Some(unit_cost)) => ItemValue::Consumption { quantity, unit_cost },
                _ => ItemValue::Stated(inputs.number(&["valeur", "value", "montant", "ca"])?),
            }
        }
        Tree::List(figures) => {
            let figures: Vec<Decimal> = figures.iter().skip(1).filter_map(Tree::number).collect();
            match figures.as_slice() {
                [value] => ItemValue::Stated(*value),
                [quantity, unit_cost] => {
                    ItemValue::Consumption { quantity: *quantity, unit_cost: *unit_cost }
                }
                _ => return None,
            }
        }
        single => ItemValue::Stated(single.number()?),
    };
    Some(AbcItem { code, value })
}

/// The ways to class: by the thresholds of the exercise, else 80 and 95 %, then by number.
fn class_rules(inputs: &Inputs<'_>) -> Vec<ClassRule> {
    let stated = inputs.find(&["seuils", "thresholds", "classes", "limites"]).and_then(numbers);
    let mut thresholds = stated.unwrap_or_else(|| vec![Decimal::from(80), Decimal::from(95)]);
    if thresholds.iter().all(|threshold| *threshold <= Decimal::ONE) {
        for threshold in &mut thresholds {
            *threshold = threshold.saturating_mul(Decimal::ONE_HUNDRED);
        }
    }
    let cuts = [Cut::Nearest, Cut::NotAbove, Cut::Reaching];
    let mut rules: Vec<ClassRule> = cuts
        .into_iter()
        .map(|cut| ClassRule::Value { thresholds: thresholds.clone(), cut })
        .collect();
    rules.push(ClassRule::Zone);
    if let Some(shares) = inputs.list(&["parts_articles", "pourcentages_articles"]) {
        rules.push(ClassRule::Count(shares));
    }
    rules
}

/// An evaluated classification.
struct Classification<'a> {
    example: &'a Example,
    items: &'a [AbcItem],
    exact: Sheet,
    /// With the sum of cumulated percentages rounded to the unit.
    rounded: Sheet,
}

impl Classification<'_> {
    fn judged(&self) -> Judgement {
        let mut judgement = Judgement::default();
        for section in sections(self.example) {
            if let Tree::Entries(entries) = section.tree {
                for (name, tree) in entries {
                    self.figure(&mut judgement, section, name, tree);
                }
            }
        }
        judgement
    }

    fn figure(&self, judgement: &mut Judgement, section: Section<'_>, name: &str, tree: &Tree) {
        let both = |row: &str| -> Vec<Decimal> {
            let sheets = [&self.exact, &self.rounded];
            sheets.iter().filter_map(|sheet| sheet.number(row, "valeur")).collect()
        };
        match normalised(name).as_str() {
            "ordre" | "classement" | "order" | "tri" => {
                let codes = self.column_words("article");
                Self::words(judgement, name, tree, &codes);
            }
            "classes" | "classe" => self.classes(judgement, name, tree),
            "cumul_pct"
            | "cumuls_pct"
            | "cumul_pourcent"
            | "pourcentages_cumules"
            | "cumulated" => {
                self.column(judgement, section, name, tree, "cumul_pct");
            }
            "cumul" | "cumuls" | "valeurs_cumulees" | "cumul_valeur" => {
                self.column(judgement, section, name, tree, "cumul");
            }
            "articles_pct" | "cumul_articles" | "pct_articles" => {
                self.column(judgement, section, name, tree, "articles_pct");
            }
            "valeurs" | "valeur" | "values" | "montants" => {
                self.column(judgement, section, name, tree, "valeur");
            }
            "rd" | "gini" | "ratio" | "ratio_discrimination" | "coefficient_gini" => {
                settle(judgement, self.example, section, &[name], tree, &both("RD"));
            }
            "zone" => settle(judgement, self.example, section, &[name], tree, &both("zone")),
            "total" | "valeur_totale" => {
                settle(judgement, self.example, section, &[name], tree, &both("total"));
            }
            "somme_cumul_pct" | "somme_pct" | "somme" => {
                let sums = [&self.exact, &self.rounded]
                    .iter()
                    .filter_map(|sheet| sheet.number("somme_pct", "cumul_pct"))
                    .collect::<Vec<_>>();
                settle(judgement, self.example, section, &[name], tree, &sums);
            }
            _ => judgement.unknown(name),
        }
    }

    fn ranks(&self) -> impl Iterator<Item = String> {
        (1..=self.items.len()).map(|rank| format!("rang{rank}"))
    }

    fn column_words(&self, column: &str) -> Vec<String> {
        self.ranks().filter_map(|row| self.exact.words(&row, column)).collect()
    }

    /// Compares a list by rank, or named figures by article.
    fn column(
        &self,
        judgement: &mut Judgement,
        section: Section<'_>,
        name: &str,
        tree: &Tree,
        column: &str,
    ) {
        match tree {
            Tree::List(figures) => {
                let answers: Vec<Decimal> =
                    self.ranks().filter_map(|row| self.exact.number(&row, column)).collect();
                settle_series(judgement, self.example, section, &[name], figures, &answers);
            }
            Tree::Entries(entries) => {
                let codes = self.column_words("article");
                for (code, figure) in entries {
                    let rank = codes.iter().position(|known| known == code);
                    let row = rank.map(|rank| format!("rang{}", rank + 1)).unwrap_or_default();
                    let answer: Vec<Decimal> =
                        self.exact.number(&row, column).into_iter().collect();
                    settle(judgement, self.example, section, &[name, code], figure, &answer);
                }
            }
            _ => judgement.unknown(name),
        }
    }

    /// Compares "A: [codes]", "code: A", or the classes by rank.
    fn classes(&self, judgement: &mut Judgement, name: &str, tree: &Tree) {
        let codes = self.column_words("article");
        let classes = self.column_words("classe");
        match tree {
            Tree::List(_) => Self::words(judgement, name, tree, &classes),
            Tree::Entries(entries) => {
                for (key, written) in entries {
                    let cell = format!("{name}.{key}");
                    if matches!(written, Tree::List(_)) {
                        let of_class: Vec<String> = codes
                            .iter()
                            .zip(&classes)
                            .filter(|(_, class)| *class == key)
                            .map(|(code, _)| code.clone())
                            .collect();
                        Self::words(judgement, &cell, written, &of_class);
                    } else {
                        let rank = codes.iter().position(|code| code == key);
                        let class = rank.and_then(|rank| classes.get(rank));
                        let class = class.map(String::as_str).unwrap_or_default();
                        judgement.words(cell, &written.text().unwrap_or_default(), class);
                    }
                }
            }
            _ => judgement.unknown(name),
        }
    }

    /// Compares a list of words.
    fn words(judgement: &mut Judgement, name: &str, tree: &Tree, found: &[String]) {
        let Tree::List(items) = tree else {
            judgement.unknown(name);
            return;
        };
        let expected: Vec<String> = items.iter().filter_map(Tree::text).collect();
        judgement.words(name, &expected.join(", "), &found.join(", "));
    }
}
