//! Section `mouvements`: receipts and issues of each article, in order of time.

use rust_decimal::Decimal;

use super::entries::{self, Choices};
use super::known::Known;
use crate::domain::planning::data::{Movement, MovementKind};
use crate::domain::planning::tree::{Node, Problems, Tree};

/// A kind as written: an opening stock is a receipt for whoever values the stock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WrittenKind {
    Opening,
    In,
    Out,
}

const KINDS: Choices<'static, WrittenKind> = &[
    (&["entree", "in", "e", "reception"], WrittenKind::In),
    (&["sortie", "out", "s"], WrittenKind::Out),
    (&["initial", "stock_initial"], WrittenKind::Opening),
];

/// Label of an opening stock that has none.
const OPENING_LABEL: &str = "Stock initial";

/// Whether a movement, as written, is the stock from which a card starts.
pub(in crate::domain::planning) fn is_opening(movement: &Node<'_>) -> bool {
    let kind = match movement.tree() {
        Some(Tree::List(items)) => {
            items.iter().filter_map(Tree::text).find_map(|text| known(&text))
        }
        _ => movement.field("type").tree().and_then(Tree::text).and_then(|text| known(&text)),
    };
    kind == Some(WrittenKind::Opening)
}

fn known(word: &str) -> Option<WrittenKind> {
    entries::chosen(word, KINDS)
}

/// Movements by article, in the order written.
pub(super) fn read(
    section: &Node<'_>,
    codes: &Known,
    problems: &mut Problems,
) -> Vec<(String, Vec<Movement>)> {
    let mut movements = Vec::new();
    for (item, node) in entries::named(section, problems) {
        codes.check_item(node.path(), &item, problems);
        let mut read = Vec::new();
        for place in node.items(problems) {
            let Some((movement, quantity)) = movement(&place, problems) else { continue };
            codes.check_whole(&quantity, &item, movement.quantity, problems);
            read.push(movement);
        }
        movements.push((item, read));
    }
    movements
}

/// A movement, with the place of its quantity.
fn movement<'a>(node: &Node<'a>, problems: &mut Problems) -> Option<(Movement, Node<'a>)> {
    match node.tree() {
        Some(Tree::List(_)) => listed(node, problems),
        Some(Tree::Entries(_)) => described(node, problems),
        _ => {
            problems.add(
                node.path(),
                "ce n'est pas un mouvement.",
                "Écrivez par exemple {date: \"28/09\", type: sortie, quantite: 264}.",
            );
            None
        }
    }
}

fn described<'a>(node: &Node<'a>, problems: &mut Problems) -> Option<(Movement, Node<'a>)> {
    entries::check_names(node, &["date", "type", "quantite", "prix", "libelle"], problems);
    let kind_of = node.field("type");
    kind_of.require(problems);
    let label = node.field("libelle").text_or("", problems);
    let date = node.field("date").text_or("", problems);
    let kind = entries::choice(&kind_of, KINDS, problems);
    let amount = node.field("quantite");
    let price = node.field("prix");
    finished(date, label, kind?, amount, &price, problems)
}

/// `[in, 100, 10]` or `["28/09", sortie, 264]`: date if any, kind, quantity, price if any.
fn listed<'a>(node: &Node<'a>, problems: &mut Problems) -> Option<(Movement, Node<'a>)> {
    let items = node.items(problems);
    let first_kind =
        items.first().and_then(Node::tree).and_then(Tree::text).and_then(|text| known(&text));
    let (date, rest) = match (first_kind, items.as_slice()) {
        (Some(_), all) => (String::new(), all),
        (None, [date, rest @ ..]) => (date.text_or("", problems), rest),
        (None, []) => (String::new(), items.as_slice()),
    };
    let (kind, amount, price) = match rest {
        [kind, amount] => (kind, amount, None),
        [kind, amount, price] => (kind, amount, Some(price)),
        _ => {
            problems.add(
                node.path(),
                "ce n'est pas un mouvement.",
                "Écrivez par exemple [entree, 100, 10] ou [\"28/09\", sortie, 264].",
            );
            return None;
        }
    };
    kind.require(problems);
    let kind = entries::choice(kind, KINDS, problems)?;
    let price = price.cloned().unwrap_or_else(|| node.field("prix"));
    finished(date, String::new(), kind, amount.clone(), &price, problems)
}

fn finished<'a>(
    date: String,
    label: String,
    kind: WrittenKind,
    amount: Node<'a>,
    price: &Node<'_>,
    problems: &mut Problems,
) -> Option<(Movement, Node<'a>)> {
    if kind == WrittenKind::Out && !price.is_missing() {
        problems.add(
            price.path(),
            "une sortie n'a pas de prix : la méthode de valorisation le donne.",
            "Retirez le prix de cette sortie.",
        );
    }
    let price = price.quantity(problems);
    let quantity: Decimal = amount.positive(problems)?;
    let (kind, label) = match kind {
        WrittenKind::Opening if label.is_empty() => (MovementKind::In, OPENING_LABEL.to_owned()),
        WrittenKind::Opening | WrittenKind::In => (MovementKind::In, label),
        WrittenKind::Out => (MovementKind::Out, label),
    };
    let price = price.filter(|_| kind == MovementKind::In);
    Some((Movement { date, label, kind, quantity, price }, amount))
}
