//! Fiche de stock: movements of one article, with the stock after each.

use rust_decimal::Decimal;

use super::bills::unit;
use super::content::ViewContent;
use super::request::ViewRequest;
use super::table::{Column, finished, nothing_to_show, unknown};
use super::writing::{DASH, aligned, date, head};
use crate::domain::planning::data::{Movement, MovementKind, PlanningData, is_opening};
use crate::domain::planning::tree::{Node, Problems};

/// A row of the card.
struct Entry {
    date: String,
    label: String,
    received: Option<Decimal>,
    issued: Option<Decimal>,
    stock: Option<Decimal>,
    price: Option<Decimal>,
}

/// Date, movement, receipt, issue, stock and price of the movements of one article.
pub(super) fn table(
    request: &ViewRequest,
    data: &PlanningData,
    tree: &Node<'_>,
    problems: &mut Problems,
) -> Option<ViewContent> {
    let code = article(request, data, problems)?;
    let entries = entries(code, data, tree);
    let unit = unit(data, code);
    let column = |figure: &dyn Fn(&Entry) -> Option<Decimal>, least: u32| -> Vec<String> {
        let values: Vec<_> = entries.iter().map(figure).collect();
        aligned(&values, least)
    };
    let per_unit = if unit.is_empty() { "€".to_owned() } else { format!("€/{unit}") };
    let dates = entries.iter().map(|entry| entry.date.clone()).collect();
    let labels = entries.iter().map(|entry| entry.label.clone()).collect();
    let columns = vec![
        Column::text("date", "Date", dates),
        Column::text("mouvement", "Mouvement", labels),
        Column::number("entree", head("Entrée", unit), column(&|entry| entry.received, 0)),
        Column::number("sortie", head("Sortie", unit), column(&|entry| entry.issued, 0)),
        Column::number("stock", head("Stock", unit), column(&|entry| entry.stock, 0)),
        Column::number("prix", format!("Prix unitaire ({per_unit})"), column(&|one| one.price, 2)),
    ];
    finished(columns, &[], request, problems)
}

/// The article chosen, or the only one that has movements.
fn article<'d>(
    request: &'d ViewRequest,
    data: &'d PlanningData,
    problems: &mut Problems,
) -> Option<&'d str> {
    let codes: Vec<&str> = data.movements.iter().map(|(code, _)| code.as_str()).collect();
    match (request.of.as_slice(), codes.as_slice()) {
        ([], []) => nothing_to_show(request, problems),
        ([], [only]) => return Some(only),
        ([code], _) if codes.contains(&code.as_str()) => return Some(code),
        ([code], _) => unknown(request, code, problems),
        _ => problems.add(
            format!("{}.de", request.path),
            "la fiche de stock montre un seul article à la fois.",
            format!("Choisissez l'un de : {}.", codes.join(", ")),
        ),
    }
    None
}

/// A card opens with its first movement of type `initial`, else with the stock of the article.
fn entries(code: &str, data: &PlanningData, tree: &Node<'_>) -> Vec<Entry> {
    let movements = data.movements_of(code);
    let written = tree.field("mouvements").field(code).items(&mut Problems::default());
    let opens = written.first().is_some_and(is_opening);
    let mut stock = Some(Decimal::ZERO);
    let mut entries = Vec::new();
    if !opens && let Some(quantity) = data.item(code).and_then(|item| item.stock) {
        stock = Some(quantity);
        entries.push(opening(DASH.to_owned(), "Stock initial".to_owned(), quantity, None));
    }
    for (rank, movement) in movements.iter().enumerate() {
        if rank == 0 && opens {
            stock = Some(movement.quantity);
            let date = date(&movement.date);
            let label = movement.label.clone();
            entries.push(opening(date, label, movement.quantity, movement.price));
        } else {
            stock = stock.and_then(|stock| after(stock, movement));
            entries.push(entry(movement, stock));
        }
    }
    entries
}

fn opening(date: String, label: String, stock: Decimal, price: Option<Decimal>) -> Entry {
    Entry { date, label, received: None, issued: None, stock: Some(stock), price }
}

fn after(stock: Decimal, movement: &Movement) -> Option<Decimal> {
    match movement.kind {
        MovementKind::In => stock.checked_add(movement.quantity),
        MovementKind::Out => stock.checked_sub(movement.quantity),
    }
}

fn entry(movement: &Movement, stock: Option<Decimal>) -> Entry {
    let (word, received, issued) = match movement.kind {
        MovementKind::In => ("Entrée", Some(movement.quantity), None),
        MovementKind::Out => ("Sortie", None, Some(movement.quantity)),
    };
    let label = if movement.label.is_empty() { word } else { &movement.label };
    Entry {
        date: date(&movement.date),
        label: label.to_owned(),
        received,
        issued,
        stock,
        price: movement.price,
    }
}
