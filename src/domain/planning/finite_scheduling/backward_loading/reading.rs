//! How the options of backward loading are read.

use rust_decimal::Decimal;

use super::super::task_reading::named_rows;
use super::{BackwardInput, BackwardOrder};
use crate::domain::planning::tree::{Node, Problems};

/// Names of the options.
pub const OPTIONS: &[&str] =
    &["commandes", "duree", "livraison", "avance_max", "aujourdhui", "unite"];

/// Orders and bounds; `None` when there is a problem. Orders are loaded by increasing `priorite`,
/// as they are written among equals.
pub fn read_input(options: &Node<'_>, problems: &mut Problems) -> Option<BackwardInput> {
    let before = problems.found.len();
    let node = options.field("commandes");
    node.require(problems);
    let duration = options.field("duree").quantity(problems);
    let delivery = options.field("livraison").quantity(problems).unwrap_or_default();
    let mut orders: Vec<(Decimal, BackwardOrder)> = named_rows(&node, problems)
        .into_iter()
        .map(|(code, row)| {
            let own = row.field("duree");
            let duration = match duration {
                Some(common) if own.is_missing() => common,
                _ => own.required_quantity(problems).unwrap_or_default(),
            };
            let due = row.field("echeance");
            due.require(problems);
            let order = BackwardOrder {
                code,
                due: due.number(problems).unwrap_or_default(),
                duration,
                delivery: row.field("livraison").quantity_or(delivery, problems),
            };
            (row.field("priorite").number(problems).unwrap_or_default(), order)
        })
        .collect();
    orders.sort_by_key(|(priority, _)| *priority);
    let input = BackwardInput {
        orders: orders.into_iter().map(|(_, order)| order).collect(),
        most_early: options.field("avance_max").quantity(problems),
        not_before: options.field("aujourdhui").number(problems),
        unit: options.field("unite").text_or("", problems),
    };
    (problems.found.len() == before).then_some(input)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::planning::tree::Tree;

    #[test]
    fn orders_are_read_in_the_order_of_their_priority() {
        let yaml = "duree: 1\navance_max: 4\ncommandes:\n- {nom: B, echeance: 9, priorite: 2}\n\
                    - {nom: A, echeance: 8, priorite: 1, duree: 3}\n";
        let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
        let mut problems = Problems::default();
        let input = read_input(&Node::root("", &tree), &mut problems).expect("read");
        let read: Vec<_> =
            input.orders.iter().map(|order| (order.code.as_str(), order.duration)).collect();
        assert_eq!(read, [("A", Decimal::from(3)), ("B", Decimal::ONE)]);
        assert_eq!((input.most_early, input.not_before), (Some(Decimal::from(4)), None));
    }

    #[test]
    fn missing_dates_and_times_are_problems() {
        let tree: Tree = serde_yaml::from_str("commandes: {A: {priorite: 1}}").expect("reads");
        let mut problems = Problems::default();
        assert_eq!(read_input(&Node::root("", &tree), &mut problems), None);
        let paths: Vec<_> = problems.found.iter().map(|problem| problem.path.as_str()).collect();
        assert_eq!(paths, ["commandes.A.duree", "commandes.A.echeance"]);
    }
}
