//! Articles of an ABC classification, and the ways to class them, as exercises write them.

use casdecole::domain::planning::stock_parameters::abc::{AbcItem, ClassRule, Cut, ItemValue};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::figures::{Inputs, numbers};

/// Articles under "articles" or "items", else the entries themselves.
pub fn items(tree: &Tree) -> Option<Vec<AbcItem>> {
    let inputs = Inputs::of(tree);
    let written = inputs.find(&["articles", "items", "references", "produits", "valeurs"]);
    match written.unwrap_or(tree) {
        Tree::Entries(entries) => {
            entries.iter().map(|(code, tree)| item(code.clone(), tree, 0)).collect()
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
                item(code, tree, 1)
            })
            .collect(),
        _ => None,
    }
}

/// An article: a value, "[quantity, cost]" after so many other elements, or named figures.
fn item(code: String, tree: &Tree, before: usize) -> Option<AbcItem> {
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
            let figures: Vec<Decimal> =
                figures.iter().skip(before).filter_map(Tree::number).collect();
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

/// The ways to class: by the thresholds of the exercise or of its conventions, else 80 and 95 %,
/// then by number.
pub fn class_rules(inputs: &Inputs<'_>, conventions: &str) -> Vec<ClassRule> {
    let stated = inputs.find(&["seuils", "thresholds", "classes", "limites"]).and_then(numbers);
    let said = || thresholds_said(conventions);
    let usual = || vec![Decimal::from(80), Decimal::from(95)];
    let mut thresholds = stated.or_else(said).unwrap_or_else(usual);
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
    let shares = ["parts_articles", "pourcentages_articles", "part", "parts", "pct_articles"];
    if let Some(shares) = inputs.list(&shares) {
        rules.push(ClassRule::Count(shares));
    }
    rules
}

/// The two cumulated shares that a convention names: "A 70 %, B 90 %", "80 / 95"; shares of each
/// class ("72 %, 23 %, 5 %") are added up.
fn thresholds_said(conventions: &str) -> Option<Vec<Decimal>> {
    let words = conventions.split(|c: char| !c.is_ascii_digit() && c != '.');
    let shares: Vec<Decimal> = words
        .filter_map(|word| Decimal::from_str_exact(word.trim_matches('.')).ok())
        .filter(|share| *share >= Decimal::ONE && *share < Decimal::ONE_HUNDRED)
        .take(3)
        .collect();
    match shares.as_slice() {
        [first, second, third] if first + second + third == Decimal::ONE_HUNDRED => {
            Some(vec![*first, first + second])
        }
        [first, second, ..] if first < second && *first >= Decimal::from(50) => {
            Some(vec![*first, *second])
        }
        _ => None,
    }
}
