//! Operations of gammes, with their times in the unit of the author.

use rust_decimal::Decimal;

use super::bills::unit;
use super::content::ViewContent;
use super::request::ViewRequest;
use super::table::{Column, finished, selected};
use super::writing::{aligned, are_weeks, common_unit, name, number_or_dash, plural, text_or_dash};
use crate::domain::planning::data::{
    Operation, PlanningData, Routing, TimeUnit, is_counted, read_time_unit,
};
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Decimals kept of a rate: what the division of one hour leaves is dropped.
const RATE_DECIMALS: u32 = 6;

/// Operations with their article.
type Operations<'d> = [(&'d str, &'d Operation)];

/// Operation, poste, period of the load, times.
pub(super) fn table(
    request: &ViewRequest,
    data: &PlanningData,
    tree: &Node<'_>,
    problems: &mut Problems,
) -> Option<ViewContent> {
    let routings = selected(request, &data.routings, |routing| routing.item.as_str(), problems);
    let operations: Vec<(&str, &Operation)> = routings
        .iter()
        .flat_map(|routing| routing.operations.iter().map(move |one| (routing.item.as_str(), one)))
        .collect();
    let mut columns = heads(&operations, data, routings.len() > 1);
    columns.extend(times(&operations, data, shown_unit(request, &routings, tree)));
    let family = operations.iter().map(|(_, one)| text_or_dash(&one.family)).collect();
    columns.push(Column::text("famille", "Famille", family));
    finished(columns, &[], request, problems)
}

/// The unit chosen, else the one that the author wrote in the gammes, else the hour.
fn shown_unit(request: &ViewRequest, routings: &[&Routing], tree: &Node<'_>) -> TimeUnit {
    let section = tree.field("gammes");
    let mut ignored = Problems::default();
    request
        .time_unit
        .or_else(|| read_time_unit(&section.field("unite"), &mut ignored))
        .or_else(|| routings.iter().find_map(|routing| written_in(&section.field(&routing.item))))
        .unwrap_or(TimeUnit::Hours)
}

/// The unit written for a gamme, or for its first operation.
fn written_in(routing: &Node<'_>) -> Option<TimeUnit> {
    let mut ignored = Problems::default();
    if let Some(Tree::List(_)) = routing.tree() {
        let operations = routing.items(&mut ignored);
        return read_time_unit(&operations.first()?.field("unite"), &mut ignored);
    }
    read_time_unit(&routing.field("unite"), &mut ignored)
}

fn heads(operations: &Operations<'_>, data: &PlanningData, several: bool) -> Vec<Column> {
    let column = |cell: &dyn Fn(&str, &Operation) -> String| -> Vec<String> {
        operations.iter().map(|(item, one)| cell(item, one)).collect()
    };
    let article = Column::text("article", "Article", column(&|item, _| item.to_owned()));
    let post = |one: &Operation| {
        let centre = data.work_centre(&one.work_centre);
        name(&one.work_centre, centre.map_or("", |centre| centre.label.as_str()))
    };
    let weeks = are_weeks(&data.periods);
    let moved = operations.iter().any(|(_, one)| one.offset > 0);
    let load = Column::text(
        "semaine",
        if weeks { "Semaine de la charge" } else { "Période de la charge" },
        column(&|_, one| load_period(one.offset, weeks)),
    );
    vec![
        if several { article } else { article.on_request() },
        Column::text("operation", "Opération", column(&|_, one| name(&one.number, &one.label))),
        Column::text("numero", "N°", column(&|_, one| one.number.clone())).on_request(),
        Column::text("libelle", "Libellé", column(&|_, one| text_or_dash(&one.label))).on_request(),
        Column::text("poste", "Poste", column(&|_, one| text_or_dash(&one.work_centre))),
        Column::text("poste_designation", "Poste", column(&|_, one| post(one))).on_request(),
        if moved { load } else { load.on_request() },
    ]
}

/// When an operation loads its poste, in words.
fn load_period(offset: u32, weeks: bool) -> String {
    let period = if weeks { "semaine" } else { "période" };
    match offset {
        0 => format!("{period} de début de l'ordre"),
        1 => format!("{period} suivante"),
        more => format!("{more} {period}s après le début"),
    }
}

fn times(operations: &Operations<'_>, data: &PlanningData, shown: TimeUnit) -> Vec<Column> {
    let symbol = shown.symbol();
    let units: Vec<&str> = operations.iter().map(|(item, _)| unit(data, item)).collect();
    let (one, several) = match common_unit(&units) {
        Some(unit) if is_counted(unit) => (singular(unit), plural(unit)),
        Some(unit) => (unit.to_owned(), unit.to_owned()),
        None => ("pièce".to_owned(), "pièces".to_owned()),
    };
    let column = |time: &dyn Fn(&Operation) -> Option<Decimal>| -> Vec<String> {
        let values: Vec<_> = operations.iter().map(|(_, one)| time(one)).collect();
        aligned(&values, 0)
    };
    let some = |hours: Decimal| Some(shown.of_hours(hours)).filter(|time| !time.is_zero());
    let transfer = operations.iter().map(|(_, one)| number_or_dash(one.transfer_lot)).collect();
    vec![
        Column::number(
            "temps_serie",
            format!("Temps de série ({symbol} par ordre)"),
            column(&|one| Some(shown.of_hours(one.setup_hours))),
        ),
        Column::number(
            "temps_unitaire",
            format!("Temps unitaire ({symbol} par {one})"),
            column(&|one| Some(shown.of_hours(one.unit_hours))),
        ),
        Column::number("cadence", format!("Cadence ({several}/h)"), rates(operations)).on_request(),
        Column::number(
            "attente",
            format!("Attente ({symbol})"),
            column(&|one| some(one.wait_hours)),
        ),
        Column::number("lot_transfert", "Lot de transfert", transfer),
    ]
}

/// Pieces an hour.
fn rates(operations: &Operations<'_>) -> Vec<String> {
    let rate = |one: &Operation| {
        let rate = Decimal::ONE.checked_div(one.unit_hours)?;
        Some(rate.round_dp(RATE_DECIMALS).normalize())
    };
    operations.iter().map(|(_, one)| number_or_dash(rate(one))).collect()
}

/// "pièce" for "pièces".
fn singular(unit: &str) -> String {
    let short = unit.strip_suffix('s').filter(|short| short.chars().count() > 3);
    short.unwrap_or(unit).to_owned()
}
