//! Options of `valorisation`, read with every problem at once.

use rust_decimal::Decimal;

use super::{Flow, Lot, Method, ValuationInput, ValuedMovement, worksheet};
use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::data::{Movement, MovementKind};
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::{Rounding, Worksheet};

/// Options read. `mouvements` may be a list of `{date: 13/02, entree: 150, prix: 12}` and
/// `{date: 18/02, sortie: 80}`; else the movements of the article are taken.
pub const OPTIONS: &[&str] = &[
    "article",
    "unite",
    "methode",
    "mouvements",
    "stock_initial",
    "prix_initial",
    "lots_initiaux",
    "cout_standard",
    "decimales_cump",
];

/// Reads the options and builds the stock sheet.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let before = problems.found.len();
    let input = read(request, problems);
    if problems.found.len() > before {
        return None;
    }
    worksheet(&input?).map_err(|error| refused(request, &error, problems)).ok()
}

fn read(request: &Request<'_>, problems: &mut Problems) -> Option<ValuationInput> {
    let options = &request.options;
    let article = options.field("article").text_or("", problems);
    let item = request.data.item(&article);
    let unit = options.field("unite").text(problems);
    let unit = unit.or_else(|| item.map(|item| item.unit.clone())).unwrap_or_default();
    let method = method(options, problems);
    let opening = opening(options, problems);
    let written = options.field("mouvements");
    let movements = if matches!(written.tree(), Some(Tree::List(_))) {
        let nodes = written.items(problems);
        complete(nodes.iter().map(|node| movement(node, problems)).collect())
    } else {
        known_movements(request, &article, &written, problems)
    };
    let decimals = options.field("decimales_cump").whole(problems);
    Some(ValuationInput {
        item: article,
        unit,
        opening: opening?,
        movements: movements?,
        method: method?,
        rounding: decimals.map(|decimals| Rounding::nearest(decimals.min(6))),
    })
}

/// All values, when none is missing; each has been read, so that every problem is noted.
fn complete<T>(read: Vec<Option<T>>) -> Option<Vec<T>> {
    read.into_iter().collect()
}

fn method(options: &Node<'_>, problems: &mut Problems) -> Option<Method> {
    let node = options.field("methode");
    node.require(problems);
    let choices = [
        ("peps", Method::FirstInFirstOut),
        ("fifo", Method::FirstInFirstOut),
        ("deps", Method::LastInFirstOut),
        ("lifo", Method::LastInFirstOut),
        ("cump_entree", Method::MovingAverage),
        ("cump_periode", Method::PeriodAverage),
        ("standard", Method::Standard(Decimal::ZERO)),
    ];
    match node.one_of(&choices, problems)? {
        Method::Standard(_) => {
            options.field("cout_standard").required_quantity(problems).map(Method::Standard)
        }
        method => Some(method),
    }
}

/// Reads `stock_initial` and `prix_initial`, or `lots_initiaux: [[100, 10], [50, 12]]`.
fn opening(options: &Node<'_>, problems: &mut Problems) -> Option<Vec<Lot>> {
    let lots = options.field("lots_initiaux");
    if !lots.is_missing() {
        let nodes = lots.items(problems);
        return complete(nodes.iter().map(|node| lot(node, problems)).collect());
    }
    let quantity = options.field("stock_initial").quantity_or(Decimal::ZERO, problems);
    if quantity.is_zero() {
        return Some(Vec::new());
    }
    let price = options.field("prix_initial").required_quantity(problems)?;
    Some(vec![Lot { quantity, price }])
}

fn lot(node: &Node<'_>, problems: &mut Problems) -> Option<Lot> {
    let figures = node.items(problems);
    if let [quantity, price] = figures.as_slice() {
        let (quantity, price) = (quantity.positive(problems), price.required_quantity(problems));
        return Some(Lot { quantity: quantity?, price: price? });
    }
    problems.add(
        node.path(),
        "une quantité et un prix sont attendus.",
        "Écrivez [100, 10] : 100 unités à 10 €.",
    );
    None
}

fn movement(node: &Node<'_>, problems: &mut Problems) -> Option<ValuedMovement> {
    node.only(&["date", "libelle", "entree", "prix", "sortie"], problems);
    let date = node.field("date").text_or("", problems);
    let label = node.field("libelle").text_or("", problems);
    let (entry, issue) = (node.field("entree"), node.field("sortie"));
    let flow = match (entry.is_missing(), issue.is_missing()) {
        (false, true) => {
            let quantity = entry.positive(problems);
            let price = node.field("prix").required_quantity(problems);
            Flow::In(Lot { quantity: quantity?, price: price? })
        }
        (true, false) => Flow::Out(issue.positive(problems)?),
        _ => {
            problems.add(
                node.path(),
                "une entrée ou une sortie est attendue.",
                "Écrivez « entree » avec « prix », ou « sortie ».",
            );
            return None;
        }
    };
    Some(ValuedMovement { date, label, flow })
}

/// Movements of the article among the planning data.
fn known_movements(
    request: &Request<'_>,
    article: &str,
    written: &Node<'_>,
    problems: &mut Problems,
) -> Option<Vec<ValuedMovement>> {
    let known = request.data.movements_of(article);
    if known.is_empty() {
        problems.add(
            written.path(),
            "aucun mouvement n'est écrit pour cet article.",
            "Écrivez une liste « mouvements », ou nommez un article qui a des mouvements.",
        );
        return None;
    }
    let valued = |movement: &Movement| {
        let flow = match (movement.kind, movement.price) {
            (MovementKind::Out, _) => Some(Flow::Out(movement.quantity)),
            (MovementKind::In, Some(price)) => {
                Some(Flow::In(Lot { quantity: movement.quantity, price }))
            }
            (MovementKind::In, None) => None,
        };
        let (date, label) = (movement.date.clone(), movement.label.clone());
        flow.map(|flow| ValuedMovement { date, label, flow })
    };
    let valued: Option<Vec<ValuedMovement>> = known.iter().map(valued).collect();
    if valued.is_none() {
        problems.add(
            format!("mouvements.{article}"),
            "une entrée n'a pas de prix.",
            "Écrivez le prix unitaire de chaque entrée.",
        );
    }
    valued
}
