//! How the options of `pareto` are read.

use rust_decimal::Decimal;

use super::{Cause, Combination, Crossing, ParetoInput};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::follow_up::named::{Named, named, row_key};
use crate::domain::planning::follow_up::table::Series;
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Names of the options.
pub const OPTIONS: &[&str] = &["causes", "mesure", "unite", "croiser", "classes", "franchissement"];

/// Names inside a cause that are no number.
const WORDS: [&str; 4] = ["code", "nom", "libelle", "valeur"];

/// Reads the options; `None` when problems were noted.
pub(super) fn read(request: &Request<'_>, problems: &mut Problems) -> Option<ParetoInput> {
    let before = problems.found.len();
    let node = &request.options;
    node.field("causes").require(problems);
    let found = named(&node.field("causes"), problems);
    let details = details(&found);
    let combinations = [("somme", Combination::Sum), ("produit", Combination::Product)];
    let crossings = [("exclu", Crossing::Excluded), ("inclus", Crossing::Included)];
    let input = ParetoInput {
        measure: node.field("mesure").text_or("Valeur", problems),
        unit: node.field("unite").text_or("", problems),
        causes: found
            .iter()
            .map(|cause| Cause {
                code: cause.code.clone(),
                label: cause.label.clone(),
                numbers: numbers(cause, &details, problems),
            })
            .collect(),
        details: details
            .into_iter()
            .map(|name| Series { key: row_key(&name), label: name })
            .collect(),
        combined: node.field("croiser").one_of(&combinations, problems).unwrap_or_default(),
        classes: classes(&node.field("classes"), problems),
        crossing: node.field("franchissement").one_of(&crossings, problems).unwrap_or_default(),
    };
    (problems.found.len() == before).then_some(input)
}

/// Names of the numbers inside the causes, in the order met.
fn details(causes: &[Named<'_>]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for cause in causes {
        if let Some(Tree::Entries(entries)) = cause.node.tree() {
            for (name, _) in entries {
                if !WORDS.contains(&name.as_str()) && !names.contains(name) {
                    names.push(name.clone());
                }
            }
        }
    }
    names
}

fn numbers(cause: &Named<'_>, details: &[String], problems: &mut Problems) -> Vec<Decimal> {
    if details.is_empty() {
        let inner = cause.node.field("valeur");
        let place = if inner.is_missing() { &cause.node } else { &inner };
        return place.required_quantity(problems).into_iter().collect();
    }
    let zero = Decimal::ZERO;
    details.iter().map(|name| cause.node.field(name).quantity_or(zero, problems)).collect()
}

fn classes(node: &Node<'_>, problems: &mut Problems) -> Vec<(String, Decimal)> {
    if node.is_missing() {
        let usual = [("A", 80), ("B", 95), ("C", 100)];
        return usual.map(|(name, limit)| (name.to_owned(), Decimal::from(limit))).into();
    }
    node.entries(problems)
        .into_iter()
        .filter_map(|(name, limit)| Some((name, limit.required_quantity(problems)?)))
        .collect()
}
