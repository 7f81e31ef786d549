//! Section `articles`: parameters of each article, and the orders already launched for it.

use rust_decimal::Decimal;

use super::entries::{self, Choices};
use super::known::check_whole;
use super::periods::Horizon;
use super::{lots, quantities, series};
use crate::domain::planning::data::{Item, Order, OrderState, Origin, SafetyStock};
use crate::domain::planning::tree::{Node, Problems, Tree};

const NAMES: [&str; 15] = [
    "designation",
    "libelle",
    "unite",
    "origine",
    "stock",
    "stock_initial",
    "stock_securite",
    "lot",
    "regle_lot",
    "delai",
    "delai_periodes",
    "perte",
    "cout",
    "cout_unitaire",
    "receptions_attendues",
];

const ORIGINS: Choices<'static, Origin> = &[
    (&["fabrique"], Origin::Made),
    (&["achete"], Origin::Bought),
    (&["sous_traite"], Origin::Subcontracted),
];

/// Largest percentage of the requirement kept in reserve.
const LARGEST_COVER: u32 = 1_000;

/// Articles in the order written, and the receipts that they expect.
pub(super) fn read(
    section: &Node<'_>,
    horizon: &Horizon,
    problems: &mut Problems,
) -> (Vec<Item>, Vec<Order>) {
    let mut items = Vec::new();
    let mut orders = Vec::new();
    for (code, node) in entries::named(section, problems) {
        entries::check_names(&node, &NAMES, problems);
        let item = item(code, &node, horizon, problems);
        orders.extend(receipts(&item, &node.field("receptions_attendues"), horizon, problems));
        items.push(item);
    }
    (items, orders)
}

fn item(code: String, node: &Node<'_>, horizon: &Horizon, problems: &mut Problems) -> Item {
    let unit = node.field("unite").text_or("", problems);
    let stock_written = entries::single(node, &["stock", "stock_initial"], problems);
    let stock = stock_written.quantity(problems);
    if let Some(stock) = stock {
        check_whole(&stock_written, &unit, stock, problems);
    }
    let lot = entries::single(node, &["lot", "regle_lot"], problems);
    let lead_time = entries::single(node, &["delai", "delai_periodes"], problems);
    let cost = entries::single(node, &["cout", "cout_unitaire"], problems);
    let label = entries::single(node, &["designation", "libelle"], problems);
    Item {
        code,
        label: label.text_or("", problems),
        unit,
        origin: entries::choice(&node.field("origine"), ORIGINS, problems),
        stock,
        safety: safety(&node.field("stock_securite"), horizon, problems),
        lot: lots::read(&lot, problems),
        lead_time: quantities::number_of_periods(&lead_time, problems),
        scrap: quantities::scrap(&node.field("perte"), problems),
        unit_cost: cost.quantity(problems),
    }
}

fn safety(node: &Node<'_>, horizon: &Horizon, problems: &mut Problems) -> SafetyStock {
    let share = node.field("pourcentage_besoin");
    let stock = match node.tree() {
        Some(Tree::Entries(_)) if !share.is_missing() => {
            entries::check_names(node, &["pourcentage_besoin"], problems);
            cover(&share, problems).map(SafetyStock::PercentOfRequirement)
        }
        Some(Tree::Entries(_) | Tree::List(_)) => {
            series::read(node, horizon, problems).map(SafetyStock::ByPeriod)
        }
        _ => node.quantity(problems).map(SafetyStock::Fixed),
    };
    stock.unwrap_or_default()
}

fn cover(share: &Node<'_>, problems: &mut Problems) -> Option<Decimal> {
    let percent = share.quantity(problems)?;
    if percent > Decimal::from(LARGEST_COVER) {
        problems.add(
            share.path(),
            "le pourcentage du besoin est trop grand.",
            format!("Restez à {LARGEST_COVER} % au plus, ou écrivez une quantité."),
        );
        return None;
    }
    Some(percent)
}

/// `receptions_attendues: {S41: 50}`: each is a launched order that ends in its period.
fn receipts(
    item: &Item,
    node: &Node<'_>,
    horizon: &Horizon,
    problems: &mut Problems,
) -> Vec<Order> {
    let mut orders = Vec::new();
    let expected = series::read(node, horizon, problems).unwrap_or_default();
    for (due, quantity) in expected.into_iter().enumerate().filter(|(_, size)| !size.is_zero()) {
        check_whole(node, &item.unit, quantity, problems);
        orders.push(Order {
            number: String::new(),
            item: item.code.clone(),
            quantity,
            due,
            state: OrderState::Launched,
        });
    }
    orders
}
