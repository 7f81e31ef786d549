//! Nomenclatures of one level: a line a component, or components against composés.

use super::content::ViewContent;
use super::request::ViewRequest;
use super::table::{Column, finished, selected};
use super::writing::{DASH, common_unit, head, name, number, text_or_dash, with_unit};
use crate::domain::planning::data::{BillLine, Origin, PlanningData, ScrapRule};
use crate::domain::planning::tree::Problems;

/// Designation of an article; empty when unknown.
pub(super) fn label<'d>(data: &'d PlanningData, code: &str) -> &'d str {
    data.item(code).map_or("", |item| item.label.as_str())
}

/// Unit of an article; empty when unknown.
pub(super) fn unit<'d>(data: &'d PlanningData, code: &str) -> &'d str {
    data.item(code).map_or("", |item| item.unit.as_str())
}

/// Origin of an article in a word.
pub(super) fn origin(origin: Option<Origin>) -> String {
    let word = match origin {
        Some(Origin::Made) => "fabriqué",
        Some(Origin::Bought) => "acheté",
        Some(Origin::Subcontracted) => "sous-traité",
        None => DASH,
    };
    word.to_owned()
}

/// A loss in percent.
pub(super) fn percent(scrap: Option<ScrapRule>) -> String {
    match scrap {
        Some(ScrapRule::OfLaunched(rate) | ScrapRule::OfGood(rate)) => number(rate),
        None => DASH.to_owned(),
    }
}

/// Composé, component, designation, origin, quantity.
pub(super) fn lines(
    request: &ViewRequest,
    data: &PlanningData,
    problems: &mut Problems,
) -> Option<ViewContent> {
    let bills = selected(request, &data.bills, |bill| bill.parent.as_str(), problems);
    let lines: Vec<(&str, &BillLine)> = bills
        .iter()
        .flat_map(|bill| bill.lines.iter().map(move |line| (bill.parent.as_str(), line)))
        .collect();
    let units: Vec<&str> = lines.iter().map(|(_, line)| unit(data, &line.component)).collect();
    let unit_shown = request.columns.iter().any(|column| column == "unite");
    let shared = common_unit(&units).filter(|_| !unit_shown);
    let quantity = |line: &BillLine| {
        if unit_shown || shared.is_some() {
            number(line.quantity)
        } else {
            with_unit(line.quantity, unit(data, &line.component))
        }
    };
    let column = |cell: &dyn Fn(&str, &BillLine) -> String| -> Vec<String> {
        lines.iter().map(|(parent, line)| cell(parent, line)).collect()
    };
    let columns = vec![
        Column::text("compose", "Composé", column(&|code, _| name(code, label(data, code)))),
        Column::text("code_compose", "Code du composé", column(&|code, _| code.to_owned()))
            .on_request(),
        Column::text("composant", "Composant", column(&|_, line| line.component.clone())),
        Column::text(
            "designation",
            "Désignation",
            column(&|_, line| text_or_dash(label(data, &line.component))),
        ),
        Column::text(
            "origine",
            "Origine",
            column(&|_, line| origin(data.item(&line.component).and_then(|item| item.origin))),
        ),
        Column::number(
            "quantite",
            head("Quantité par composé", shared.unwrap_or_default()),
            column(&|_, line| quantity(line)),
        ),
        Column::text(
            "unite",
            "Unité",
            column(&|_, line| text_or_dash(unit(data, &line.component))),
        )
        .on_request(),
        Column::number("perte", "Perte (%)", column(&|_, line| percent(line.scrap))),
    ];
    finished(columns, &[], request, problems)
}

/// Components in rows, composés in columns.
pub(super) fn matrix(
    request: &ViewRequest,
    data: &PlanningData,
    problems: &mut Problems,
) -> Option<ViewContent> {
    let bills = selected(request, &data.bills, |bill| bill.parent.as_str(), problems);
    let mut components: Vec<&str> = Vec::new();
    for line in bills.iter().flat_map(|bill| &bill.lines) {
        if !components.contains(&line.component.as_str()) {
            components.push(&line.component);
        }
    }
    let column = |cell: &dyn Fn(&str) -> String| -> Vec<String> {
        components.iter().map(|code| cell(code)).collect()
    };
    let mut columns = vec![
        Column::text("composant", "Composant", column(&str::to_owned)).always(),
        Column::text("designation", "Désignation", column(&|code| text_or_dash(label(data, code)))),
        Column::text("origine", "Origine", column(&|code| origin_of(data, code))).on_request(),
    ];
    for bill in &bills {
        let line_of = |code: &str| bill.lines.iter().find(|line| line.component == code);
        let cells = column(&|code| {
            line_of(code)
                .map_or_else(|| DASH.to_owned(), |line| with_unit(line.quantity, unit(data, code)))
        });
        columns.push(Column::number(bill.parent.as_str(), bill.parent.as_str(), cells));
    }
    let scrap_of = |code: &str| {
        let mut lines = bills.iter().flat_map(|bill| &bill.lines);
        lines.find(|line| line.component == code && line.scrap.is_some())
    };
    let losses = column(&|code| percent(scrap_of(code).and_then(|line| line.scrap)));
    columns.push(Column::number("perte", "Perte (%)", losses));
    finished(columns, &[], request, problems)
}

fn origin_of(data: &PlanningData, code: &str) -> String {
    origin(data.item(code).and_then(|item| item.origin))
}
