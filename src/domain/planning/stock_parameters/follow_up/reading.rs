//! Options of `suivi_stock`, read with every problem at once.

use rust_decimal::Decimal;

use super::super::options::{calculated, complete};
use super::{Delivery, FollowUpInput, Replenishment, StockMovement, Trigger, worksheet};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::data::{Movement, MovementKind};
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::Worksheet;

/// Options read. A movement is `{date: 9/3, sortie: 15}`, `{date: 18/3, entree: 200}`,
/// `{date: 18/3, entree: commande}` for the oldest order, or `{date: 9/3, sortie: 15, revue: oui}`.
pub const OPTIONS: &[&str] = &[
    "article",
    "unite",
    "stock_initial",
    "en_commande",
    "point_commande",
    "quantite",
    "minimum",
    "maximum",
    "niveau",
    "declenchement",
    "suivi_mouvements",
];

/// Reads the options and builds the table; movements come from `suivi_mouvements`, else from the
/// movements of the article.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    calculated(request, problems, read, worksheet)
}

fn read(request: &Request<'_>, problems: &mut Problems) -> Option<FollowUpInput> {
    let options = &request.options;
    let article = options.field("article").text_or("", problems);
    let item = request.data.item(&article);
    let unit = options.field("unite").text(problems);
    let unit = unit.or_else(|| item.map(|item| item.unit.clone())).unwrap_or_default();
    let opening = options.field("stock_initial");
    let opening = match item.and_then(|item| item.stock) {
        Some(stock) if opening.is_missing() => Some(stock),
        _ => opening.required_quantity(problems),
    };
    let on_order = options.field("en_commande").quantity_or(Decimal::ZERO, problems);
    let policy = policy(options, problems);
    let written = options.field("suivi_mouvements");
    let movements = if written.is_missing() {
        known_movements(request, &article, &written, problems)
    } else {
        let nodes = written.items(problems);
        complete(nodes.iter().map(|node| movement(node, problems)).collect())
    };
    Some(FollowUpInput {
        item: article,
        unit,
        opening: opening?,
        on_order,
        policy: policy?,
        movements: movements?,
    })
}

fn policy(options: &Node<'_>, problems: &mut Problems) -> Option<Replenishment> {
    let choices = [("dessous", Trigger::Below), ("atteint", Trigger::AtOrBelow)];
    let trigger = options.field("declenchement").one_of(&choices, problems).unwrap_or_default();
    let (level, maximum) = (options.field("niveau"), options.field("maximum"));
    if !level.is_missing() {
        return level.quantity(problems).map(|level| Replenishment::Review { level });
    }
    if !maximum.is_missing() {
        let minimum = options.field("minimum").required_quantity(problems);
        let maximum = maximum.quantity(problems);
        let (minimum, maximum) = (minimum?, maximum?);
        return Some(Replenishment::MinimumMaximum { minimum, maximum, trigger });
    }
    let point = options.field("point_commande").required_quantity(problems);
    let quantity = options.field("quantite").positive(problems);
    Some(Replenishment::Point { point: point?, quantity: quantity?, trigger })
}

fn movement(node: &Node<'_>, problems: &mut Problems) -> Option<StockMovement> {
    node.only(&["date", "entree", "sortie", "revue"], problems);
    let date = node.field("date").required_text(problems);
    let entry = node.field("entree");
    let received = match entry.tree() {
        None => Some(Delivery::Nothing),
        Some(Tree::Text(word)) if word == "commande" => Some(Delivery::OldestOrder),
        Some(_) => entry.quantity(problems).map(Delivery::Quantity),
    };
    let issued = node.field("sortie").quantity_or(Decimal::ZERO, problems);
    let review = node.field("revue").flag(problems).unwrap_or(false);
    Some(StockMovement { date: date?, received: received?, issued, review })
}

/// Movements of the article among the planning data.
fn known_movements(
    request: &Request<'_>,
    article: &str,
    written: &Node<'_>,
    problems: &mut Problems,
) -> Option<Vec<StockMovement>> {
    let known = request.data.movements_of(article);
    if known.is_empty() {
        written.require(problems);
        return None;
    }
    let movement = |movement: &Movement| StockMovement {
        date: movement.date.clone(),
        received: match movement.kind {
            MovementKind::In => Delivery::Quantity(movement.quantity),
            MovementKind::Out => Delivery::Nothing,
        },
        issued: match movement.kind {
            MovementKind::In => Decimal::ZERO,
            MovementKind::Out => movement.quantity,
        },
        review: false,
    };
    Some(known.iter().map(movement).collect())
}
