//! Options of `inventaire`, read with every problem at once.

use rust_decimal::Decimal;

use super::{BookStock, CountedLine, InventoryInput, worksheet};
use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::data::{Item, MovementKind};
use crate::domain::planning::tree::{Node, Problems};
use crate::domain::planning::worksheet::{CalculationError, Worksheet};

/// Options read. `comptages: {P1: 117}`, or with more figures `{P1: {compte: 117, theorique: 120,
/// cout: 4, taux: 50}}`. What is not written comes from the article: its stock and its movements,
/// its unit cost.
pub const OPTIONS: &[&str] = &["comptages"];

/// Reads the options and builds the table.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let before = problems.found.len();
    let input = read(request, problems);
    if problems.found.len() > before {
        return None;
    }
    worksheet(&input?).map_err(|error| refused(request, &error, problems)).ok()
}

fn read(request: &Request<'_>, problems: &mut Problems) -> Option<InventoryInput> {
    let counts = request.options.field("comptages");
    counts.require(problems);
    let entries = counts.entries(problems);
    let read: Vec<Option<CountedLine>> =
        entries.into_iter().map(|(code, node)| line(request, code, &node, problems)).collect();
    Some(InventoryInput { lines: read.into_iter().collect::<Option<_>>()? })
}

fn line(
    request: &Request<'_>,
    code: String,
    node: &Node<'_>,
    problems: &mut Problems,
) -> Option<CountedLine> {
    let item = request.data.item(&code);
    let detailed = node.tree().is_some_and(|tree| tree.number().is_none());
    if detailed {
        node.only(&["compte", "theorique", "cout", "taux"], problems);
    }
    let count = if detailed { node.field("compte") } else { node.clone() };
    let counted = count.required_quantity(problems);
    let stated = node.field("theorique");
    let book = match item.and_then(|item| book_of(request, item, problems)) {
        Some(book) if stated.is_missing() => Some(book),
        _ => stated.required_quantity(problems).map(BookStock::Stated),
    };
    let cost = node.field("cout");
    let unit_cost = match item.and_then(|item| item.unit_cost) {
        Some(known) if cost.is_missing() => Some(known),
        _ => cost.required_quantity(problems),
    };
    let rate = node.field("taux").quantity(problems);
    Some(CountedLine { code, book: book?, counted: counted?, unit_cost: unit_cost?, rate })
}

/// Stock of the records of an article: its opening stock and its movements.
fn book_of(request: &Request<'_>, item: &Item, problems: &mut Problems) -> Option<BookStock> {
    let opening = item.stock?;
    let (mut received, mut issued) = (Decimal::ZERO, Decimal::ZERO);
    for movement in request.data.movements_of(&item.code) {
        let total = match movement.kind {
            MovementKind::In => &mut received,
            MovementKind::Out => &mut issued,
        };
        let Some(sum) = total.checked_add(movement.quantity) else {
            refused(request, &CalculationError::Overflow, problems);
            return None;
        };
        *total = sum;
    }
    Some(BookStock::Flow { opening, received, issued })
}
