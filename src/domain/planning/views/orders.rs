//! Orders launched or firm.

use super::bills::{label, unit};
use super::content::ViewContent;
use super::items::period;
use super::request::ViewRequest;
use super::table::{Column, finished, unknown};
use super::writing::{common_unit, head, name, number, text_or_dash, with_unit};
use crate::domain::planning::data::{Order, OrderState, PlanningData};
use crate::domain::planning::tree::Problems;

/// Number, article, quantity, end and state of orders; `de` names articles or orders.
pub(super) fn table(
    request: &ViewRequest,
    data: &PlanningData,
    problems: &mut Problems,
) -> Option<ViewContent> {
    let named = |order: &Order, name: &String| order.item == *name || order.number == *name;
    for name in &request.of {
        let known = data.item(name).is_some();
        if !known && !data.orders.iter().any(|order| named(order, name)) {
            unknown(request, name, problems);
        }
    }
    let chosen =
        |order: &Order| request.of.is_empty() || request.of.iter().any(|name| named(order, name));
    let orders: Vec<&Order> = data.orders.iter().filter(|order| chosen(order)).collect();
    let units: Vec<&str> = orders.iter().map(|order| unit(data, &order.item)).collect();
    let shared = common_unit(&units);
    let quantity = |order: &Order| match shared {
        Some(_) => number(order.quantity),
        None => with_unit(order.quantity, unit(data, &order.item)),
    };
    let column = |cell: &dyn Fn(&Order) -> String| -> Vec<String> {
        orders.iter().map(|order| cell(order)).collect()
    };
    let columns = vec![
        Column::text("numero", "Ordre", column(&|order| text_or_dash(&order.number))),
        Column::text(
            "article",
            "Article",
            column(&|order| name(&order.item, label(data, &order.item))),
        ),
        Column::text("code", "Code", column(&|order| order.item.clone())).on_request(),
        Column::text(
            "designation",
            "Désignation",
            column(&|order| text_or_dash(label(data, &order.item))),
        )
        .on_request(),
        Column::number("quantite", head("Quantité", shared.unwrap_or_default()), column(&quantity)),
        Column::text("fin", "Fin", column(&|order| period(data, order.due).to_owned())),
        Column::text("etat", "État", column(&|order| state(order.state).to_owned())),
    ];
    finished(columns, &[], request, problems)
}

fn state(state: OrderState) -> &'static str {
    match state {
        OrderState::Launched => "lancé",
        OrderState::Firm => "affermi",
    }
}
