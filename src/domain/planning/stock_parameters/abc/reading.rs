//! Options of `abc`, read with every problem at once.

use rust_decimal::Decimal;

use super::super::options::{calculated, complete};
use super::{AbcInput, AbcItem, ClassRule, Cut, ItemValue, worksheet};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::{Rounding, Worksheet};

/// Options read. `lignes: {P1: {consommation: 600, cout: 40}}`, or `{P1: 24000}` for a value;
/// without `cout`, the unit cost of the article is taken.
pub const OPTIONS: &[&str] =
    &["lignes", "seuils", "coupure", "parts_articles", "classes", "decimales_somme"];

/// Reads the options and builds the table.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    calculated(request, problems, read, worksheet)
}

fn read(request: &Request<'_>, problems: &mut Problems) -> Option<AbcInput> {
    let options = &request.options;
    let lines = options.field("lignes");
    lines.require(problems);
    let read = lines
        .entries(problems)
        .into_iter()
        .map(|(code, node)| {
            let value = value(request, &code, &node, problems);
            Some(AbcItem { code, value: value? })
        })
        .collect();
    let items = complete(read);
    let classes = classes(options, problems);
    let decimals = options.field("decimales_somme").whole(problems);
    let sum_rounding = decimals.map(|decimals| Rounding::nearest(decimals.min(6)));
    Some(AbcInput { items: items?, classes: classes?, sum_rounding })
}

fn value(
    request: &Request<'_>,
    code: &str,
    node: &Node<'_>,
    problems: &mut Problems,
) -> Option<ItemValue> {
    if !matches!(node.tree(), Some(Tree::Entries(_))) {
        return node.required_quantity(problems).map(ItemValue::Stated);
    }
    node.only(&["consommation", "cout", "valeur"], problems);
    let value = node.field("valeur");
    if !value.is_missing() {
        return value.quantity(problems).map(ItemValue::Stated);
    }
    let quantity = node.field("consommation").required_quantity(problems);
    let cost = node.field("cout");
    let unit_cost = match request.data.item(code).and_then(|item| item.unit_cost) {
        Some(known) if cost.is_missing() => Some(known),
        _ => cost.required_quantity(problems),
    };
    Some(ItemValue::Consumption { quantity: quantity?, unit_cost: unit_cost? })
}

/// `seuils: [80, 95]` (the default), `parts_articles: [20, 20, 60]` or `classes: zone`.
fn classes(options: &Node<'_>, problems: &mut Problems) -> Option<ClassRule> {
    let by_zone = options.field("classes").one_of(&[("zone", true), ("seuils", false)], problems);
    if by_zone == Some(true) {
        return Some(ClassRule::Zone);
    }
    let counts = options.field("parts_articles");
    if !counts.is_missing() {
        return percentages(&counts, problems).map(ClassRule::Count);
    }
    let choices = [
        ("plus_proche", Cut::Nearest),
        ("sans_depasser", Cut::NotAbove),
        ("en_atteignant", Cut::Reaching),
    ];
    let cut = options.field("coupure").one_of(&choices, problems).unwrap_or_default();
    let thresholds = options.field("seuils");
    let thresholds = if thresholds.is_missing() {
        vec![Decimal::from(80), Decimal::from(95)]
    } else {
        percentages(&thresholds, problems)?
    };
    Some(ClassRule::Value { thresholds, cut })
}

fn percentages(node: &Node<'_>, problems: &mut Problems) -> Option<Vec<Decimal>> {
    let nodes = node.items(problems);
    complete(nodes.iter().map(|node| node.required_quantity(problems)).collect())
}
