//! Exercises of lot rules alone: a list of small cases, and one figure a case.

use casdecole::domain::planning::data::{LotRule, Periods};
use casdecole::domain::planning::lot_rule::{order_quantities, order_total};
use casdecole::domain::planning::net_requirements::{NetRequirementsInput, PlannedItem};
use casdecole::domain::planning::tree::{Node, Problems, Tree};
use rust_decimal::Decimal;

use super::lots;
use super::rows::Row;
use super::solved::Solved;
use crate::example::Example;
use crate::judgement::Judgement;

/// Judges the figures of all cases, rank by rank.
pub fn judge(example: &Example, cases: &Node<'_>) -> Result<Judgement, String> {
    let mut problems = Problems::default();
    let mut judgement = Judgement::default();
    let nodes = cases.items(&mut problems);
    let figures = [example.published(), example.recomputed()];
    if figures.iter().all(Option::is_none) {
        return Err("no figure published nor recomputed".to_owned());
    }
    for (name, tree) in ["published", "recomputed"].into_iter().zip(figures) {
        let Some(tree) = tree else { continue };
        let Tree::List(expected) = tree else {
            judgement.unknown(format!("expected.{name}"));
            continue;
        };
        if expected.len() != nodes.len() {
            return Err(format!("{} cases and {} figures", nodes.len(), expected.len()));
        }
        for (rank, (node, expected)) in nodes.iter().zip(expected).enumerate() {
            let path = format!("{name} case {}", rank + 1);
            let orders = orders(node, &mut problems)?;
            compare(&mut judgement, &path, expected, &orders);
        }
    }
    if problems.is_empty() {
        Ok(judgement)
    } else {
        Err(problems.found.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | "))
    }
}

fn compare(judgement: &mut Judgement, path: &str, expected: &Tree, orders: &[Decimal]) {
    let total: Decimal = orders.iter().copied().sum();
    match expected {
        Tree::List(_) => judgement.series(path, expected, orders),
        Tree::Entries(entries) => {
            for (key, tree) in entries {
                let path = format!("{path} {key}");
                match (key.as_str(), tree) {
                    ("orders" | "ordres" | "lots", Tree::List(_)) => {
                        judgement.series(&path, tree, orders);
                    }
                    ("orders" | "ordres" | "nombre" | "count", _) => {
                        judgement.leaf(path, tree, Decimal::from(orders.len()));
                    }
                    ("total" | "quantite" | "quantity", _) => judgement.leaf(path, tree, total),
                    _ => judgement.unknown(path),
                }
            }
        }
        _ => judgement.leaf(path, expected, total),
    }
}

/// Orders of one case: of one net requirement, or of the demands of a few days.
fn orders(case: &Node<'_>, problems: &mut Problems) -> Result<Vec<Decimal>, String> {
    let net = case.any_field(&["net", "besoin_net", "besoin", "need"]);
    if !net.is_missing() {
        let rule = rule(case, problems);
        let need = net.quantity(problems).unwrap_or_default();
        let orders = order_quantities(&rule, need).map_err(|error| error.to_string())?;
        let total = order_total(&rule, need).map_err(|error| error.to_string())?;
        if orders.iter().copied().sum::<Decimal>() != total {
            return Err(format!("{} : the orders are not their total", case.path()));
        }
        return Ok(orders);
    }
    let demands = demands(case, problems);
    let last = demands
        .iter()
        .map(|(day, _, _)| *day)
        .max()
        .ok_or_else(|| format!("{} : neither a net requirement nor demands", case.path()))?;
    let mut item = PlannedItem {
        lot: rule(case, problems),
        opening: case.any_field(&["stock", "stock_initial"]).quantity(problems).unwrap_or_default(),
        independent: vec![Decimal::ZERO; last],
        launched: vec![Decimal::ZERO; last],
        ..PlannedItem::default()
    };
    for (day, demand, receipt) in demands {
        let rank = day.checked_sub(1).ok_or("days are counted from 1")?;
        if let (Some(independent), Some(launched)) =
            (item.independent.get_mut(rank), item.launched.get_mut(rank))
        {
            *independent += demand;
            *launched += receipt;
        }
    }
    let input = NetRequirementsInput {
        periods: Periods::numbered(last),
        items: vec![item],
        ..NetRequirementsInput::default()
    };
    let orders = Solved::of(&input)?.series(0, Row::Receipts);
    Ok(orders.into_iter().filter(|order| !order.is_zero()).collect())
}

fn rule(case: &Node<'_>, problems: &mut Problems) -> LotRule {
    let written = case.any_field(&["regle_lot", "lot", "lot_rule"]);
    if !written.is_missing() {
        return lots::read(&written, problems);
    }
    let grouping = ["group_days", "jours", "periodes", "nb_periodes"];
    if case.any_field(&grouping).is_missing() {
        lots::bounded(case, problems)
    } else {
        lots::grouped(case, problems)
    }
}

/// Day, demand and receipt, from demands by day or told in words: those of a same day, then one
/// after the days grouped.
fn demands(case: &Node<'_>, problems: &mut Problems) -> Vec<(usize, Decimal, Decimal)> {
    let mut demands = Vec::new();
    for (day, node) in case.any_field(&["demands", "demandes", "besoins"]).entries(problems) {
        match day.parse() {
            Ok(day) => {
                let demand = node.quantity(problems).unwrap_or_default();
                demands.push((day, demand, Decimal::ZERO));
            }
            Err(_) => problems.add(node.path(), "le jour n'est pas un nombre.", ""),
        }
    }
    for node in case.field("same_day_demands").items(problems) {
        demands.push((1, node.quantity(problems).unwrap_or_default(), Decimal::ZERO));
    }
    if let Some(receipt) = case.field("same_day_receipt").quantity(problems) {
        demands.push((1, Decimal::ZERO, receipt));
    }
    if let Some(later) = case.field("later_demand").quantity(problems) {
        let days = case.field("group_days").whole(problems).unwrap_or(1);
        let after = usize::try_from(days).unwrap_or(0) + 1;
        demands.push((after, later, Decimal::ZERO));
    }
    demands
}
