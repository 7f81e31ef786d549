//! Families of a plan and its periods: options `familles`, or one family written flat, or the
//! articles of the case that have forecasts.

use rust_decimal::Decimal;

use super::series::{by_period, periods};
use super::{Family, StockTarget};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::data::{Demand, Item, Periods, SafetyStock};
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Names of the sales of a family.
const SALES: [&str; 3] = ["ventes", "ventes_prevues", "previsions"];
/// Names of the stock wanted.
const TARGET: [&str; 3] = ["stock_final", "stock_vise", "stocks_vises"];
/// All names of the figures of a family.
const NAMES: [&str; 10] = [
    "ventes",
    "ventes_prevues",
    "previsions",
    "stock_initial",
    "stock_final",
    "stock_vise",
    "stocks_vises",
    "production",
    "designation",
    "unite",
];

/// Periods and families; `None` when none can be read.
pub(super) fn read(
    request: &Request<'_>,
    problems: &mut Problems,
) -> Option<(Periods, Vec<Family>)> {
    let options = &request.options;
    let families = options.field("familles");
    if !families.is_missing() {
        return several(&families, &request.data.periods, problems);
    }
    let sales = options.any_field(&SALES);
    if !sales.is_missing() {
        let series = [sales];
        let periods = periods(&request.data.periods, &series, problems)?;
        let code = options.field("famille").text_or("", problems);
        let family = family(code, options, &periods, problems)?;
        return Some((periods, vec![family]));
    }
    let found = of_case(request, problems);
    if found.is_empty() {
        problems.add(
            options.path(),
            "aucune famille n'a de ventes prévues.",
            "Écrivez « ventes: [100, 120] », « familles », ou des prévisions dans « demande ».",
        );
        return None;
    }
    Some((request.data.periods.clone(), found))
}

fn several(
    node: &Node<'_>,
    known: &Periods,
    problems: &mut Problems,
) -> Option<(Periods, Vec<Family>)> {
    let entries = node.entries(problems);
    let series: Vec<Node<'_>> = entries.iter().map(|(_, entry)| sales_of(entry)).collect();
    let periods = periods(known, &series, problems)?;
    let read: Vec<Option<Family>> = entries
        .into_iter()
        .map(|(code, entry)| {
            if matches!(entry.tree(), Some(Tree::Entries(_))) {
                entry.only(&NAMES, problems);
                return family(code, &entry, &periods, problems);
            }
            let demand = by_period(&entry, &periods, problems)?;
            Some(Family { code, demand, ..Family::default() })
        })
        .collect();
    let families: Option<Vec<Family>> = read.into_iter().collect();
    Some((periods, families?))
}

/// Sales of a family: its entry `ventes`, or the entry itself when it is a list.
fn sales_of<'a>(entry: &Node<'a>) -> Node<'a> {
    match entry.tree() {
        Some(Tree::Entries(_)) => entry.any_field(&SALES),
        _ => entry.clone(),
    }
}

fn family(
    code: String,
    node: &Node<'_>,
    periods: &Periods,
    problems: &mut Problems,
) -> Option<Family> {
    let sales = node.any_field(&SALES);
    sales.require(problems);
    let demand = by_period(&sales, periods, problems);
    let opening_stock = node.field("stock_initial").quantity_or(Decimal::ZERO, problems);
    let wanted = node.any_field(&TARGET);
    let target = match wanted.tree() {
        None => Some(StockTarget::Unchanged),
        Some(Tree::List(_) | Tree::Entries(_)) => {
            by_period(&wanted, periods, problems).map(StockTarget::ByPeriod)
        }
        Some(_) => wanted.quantity(problems).map(StockTarget::Closing),
    };
    let imposed = by_period(&node.field("production"), periods, problems).unwrap_or_default();
    let label = node.field("designation").text_or("", problems);
    let unit = node.field("unite").text_or("", problems);
    Some(Family { code, label, unit, demand: demand?, opening_stock, target: target?, imposed })
}

/// Articles of the case that have forecasts, or those named by the option `articles`.
fn of_case(request: &Request<'_>, problems: &mut Problems) -> Vec<Family> {
    let chosen = request.options.field("articles");
    let listed = matches!(chosen.tree(), Some(Tree::List(_)));
    let nodes = if listed { chosen.items(problems) } else { Vec::new() };
    let mut codes = Vec::with_capacity(nodes.len());
    for node in &nodes {
        let Some(code) = node.required_text(problems) else { continue };
        if request.data.demand_of(&code).is_none_or(|demand| demand.forecast.is_empty()) {
            problems.add(
                node.path(),
                format!("l'article {code} n'a pas de prévisions."),
                "Écrivez-les dans « demande », ou retirez l'article.",
            );
        }
        codes.push(code);
    }
    let asked = |code: &str| !listed || codes.iter().any(|known| known == code);
    let demands = request.data.demand.iter();
    demands
        .filter(|(code, demand)| asked(code) && !demand.forecast.is_empty())
        .map(|(code, demand)| of_article(code, demand, request.data.item(code)))
        .collect()
}

fn of_article(code: &str, demand: &Demand, item: Option<&Item>) -> Family {
    let target = match item.map(|item| &item.safety) {
        Some(SafetyStock::Fixed(stock)) if !stock.is_zero() => StockTarget::Closing(*stock),
        Some(SafetyStock::ByPeriod(stocks)) => StockTarget::ByPeriod(stocks.clone()),
        _ => StockTarget::Unchanged,
    };
    Family {
        code: code.to_owned(),
        label: item.map(|item| item.label.clone()).unwrap_or_default(),
        unit: item.map(|item| item.unit.clone()).unwrap_or_default(),
        demand: demand.forecast.clone(),
        opening_stock: item.and_then(|item| item.stock).unwrap_or_default(),
        target,
        imposed: Vec::new(),
    }
}
