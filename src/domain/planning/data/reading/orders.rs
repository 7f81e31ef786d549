//! Section `ordres`: orders launched or firm, with the period in which each ends.

use super::entries::{self, Choices};
use super::known::Known;
use super::periods::Horizon;
use crate::domain::planning::data::{Order, OrderState};
use crate::domain::planning::tree::{Node, Problems};

const STATES: Choices<'static, OrderState> =
    &[(&["lance", "ol"], OrderState::Launched), (&["affermi", "ferme"], OrderState::Firm)];

/// Orders in the order written.
pub(super) fn read(
    section: &Node<'_>,
    horizon: &Horizon,
    known: &Known,
    problems: &mut Problems,
) -> Vec<Order> {
    let mut orders: Vec<Order> = Vec::new();
    for node in section.items(problems) {
        let Some(order) = order(&node, horizon, known, problems) else { continue };
        let same = |other: &Order| !order.number.is_empty() && other.number == order.number;
        if orders.iter().any(same) {
            problems.add(
                node.field("numero").path(),
                format!("l'ordre {} est écrit deux fois.", order.number),
                "Donnez à chaque ordre un numéro différent.",
            );
        }
        orders.push(order);
    }
    orders
}

fn order(
    node: &Node<'_>,
    horizon: &Horizon,
    known: &Known,
    problems: &mut Problems,
) -> Option<Order> {
    entries::check_names(node, &["numero", "article", "quantite", "fin", "etat"], problems);
    let article = node.field("article");
    let item = article.required_text(problems);
    if let Some(code) = &item {
        known.check_item(article.path(), code, problems);
    }
    let amount = node.field("quantite");
    let quantity = amount.positive(problems);
    if let (Some(code), Some(quantity)) = (&item, quantity) {
        known.check_whole(&amount, code, quantity, problems);
    }
    let due = due(&node.field("fin"), horizon, problems);
    let state = entries::choice(&node.field("etat"), STATES, problems);
    Some(Order {
        number: node.field("numero").text_or("", problems),
        item: item?,
        quantity: quantity?,
        due: due?,
        state: state.unwrap_or(OrderState::Launched),
    })
}

fn due(node: &Node<'_>, horizon: &Horizon, problems: &mut Problems) -> Option<usize> {
    let name = node.required_text(problems)?;
    if horizon.periods.is_empty() {
        horizon.require(problems);
        return None;
    }
    let rank = horizon.periods.rank(&name);
    if rank.is_none() {
        horizon.outside(node.path(), &name, problems);
    }
    rank
}
