//! Parameters of articles, and the orders already placed for each.

use super::bills::{origin, percent};
use super::content::ViewContent;
use super::request::ViewRequest;
use super::table::{Column, finished, selected};
use super::writing::{
    DASH, aligned, are_weeks, common_unit, head, number, number_or_dash, text_or_dash,
};
use crate::domain::planning::data::{Item, OrderState, PlanningData, SafetyStock, is_counted};
use crate::domain::planning::lot_rule;
use crate::domain::planning::tree::Problems;

/// Code, designation, stock, safety stock, lot, lead time and orders of articles.
pub(super) fn table(
    request: &ViewRequest,
    data: &PlanningData,
    problems: &mut Problems,
) -> Option<ViewContent> {
    let items = selected(request, &data.items, |item| item.code.as_str(), problems);
    let units: Vec<&str> = items.iter().map(|item| item.unit.as_str()).collect();
    let unit_shown = request.columns.iter().any(|column| column == "unite");
    let shared = common_unit(&units).filter(|_| !unit_shown).unwrap_or_default();
    let names_unit = !unit_shown && shared.is_empty();
    let column = |cell: &dyn Fn(&Item) -> String| -> Vec<String> {
        items.iter().map(|item| cell(item)).collect()
    };
    let orders = |state: OrderState| column(&|item| orders_of(data, &item.code, state));
    let costs: Vec<_> = items.iter().map(|item| item.unit_cost).collect();
    let weeks = are_weeks(&data.periods);
    let lead_time = if weeks { "Délai (sem.)" } else { "Délai (périodes)" };
    let columns = vec![
        Column::text("code", "Code", column(&|item| item.code.clone())),
        Column::text("designation", "Désignation", column(&|item| designation(item, names_unit))),
        Column::text("unite", "Unité", column(&|item| text_or_dash(&item.unit))).on_request(),
        Column::text("origine", "Origine", column(&|item| origin(item.origin))).on_request(),
        Column::number("stock", head("Stock", shared), column(&|item| number_or_dash(item.stock))),
        Column::number(
            "stock_securite",
            head("Stock de sécurité", shared),
            column(&|item| safety(&item.safety)),
        ),
        Column::text("lot", "Taille de lot", column(&|item| lot_rule::describe(&item.lot))),
        Column::number(
            "delai",
            lead_time,
            column(&|item| item.lead_time.map_or_else(|| DASH.to_owned(), |time| time.to_string())),
        ),
        Column::number("perte", "Perte (%)", column(&|item| percent(item.scrap))),
        Column::number("cout", "Coût unitaire (€)", aligned(&costs, 2)).on_request(),
        Column::text("ordre_lance", "Ordre lancé : quantité, fin", orders(OrderState::Launched)),
        Column::text("ordre_affermi", "Ordre affermi : quantité, fin", orders(OrderState::Firm)),
    ];
    finished(columns, &[], request, problems)
}

/// "Tube d'acier (m)" where no column names the unit.
fn designation(item: &Item, names_unit: bool) -> String {
    if names_unit && !item.unit.is_empty() && !is_counted(&item.unit) {
        format!("{} ({})", item.label, item.unit).trim_start().to_owned()
    } else {
        text_or_dash(&item.label)
    }
}

fn safety(stock: &SafetyStock) -> String {
    match stock {
        SafetyStock::Fixed(quantity) => number(*quantity),
        SafetyStock::PercentOfRequirement(rate) => format!("{} % du besoin", number(*rate)),
        SafetyStock::ByPeriod(targets) => {
            let written: Vec<String> = targets.iter().map(|target| number(*target)).collect();
            written.join(" ; ")
        }
    }
}

/// "50, fin S40"; several orders one after another.
fn orders_of(data: &PlanningData, code: &str, state: OrderState) -> String {
    let orders = data.orders.iter().filter(|order| order.item == code && order.state == state);
    let written: Vec<String> = orders
        .map(|order| format!("{}, fin {}", number(order.quantity), period(data, order.due)))
        .collect();
    if written.is_empty() { DASH.to_owned() } else { written.join(" ; ") }
}

/// Name of a period.
pub(super) fn period(data: &PlanningData, rank: usize) -> &str {
    data.periods.names.get(rank).map_or(DASH, String::as_str)
}
