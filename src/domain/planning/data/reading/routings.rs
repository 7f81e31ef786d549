//! Section `gammes`: operations of each article, their times converted to hours.

use rust_decimal::Decimal;

use super::entries::{self, Choices};
use super::known::Known;
use super::quantities;
use crate::domain::planning::data::{Operation, Routing, TimeUnit};
use crate::domain::planning::tree::{Node, Problems, Tree};

const NAMES: [&str; 15] = [
    "operation",
    "numero",
    "libelle",
    "designation",
    "poste",
    "temps_serie",
    "ts",
    "temps_unitaire",
    "tu",
    "cadence",
    "decalage",
    "famille",
    "attente",
    "lot_transfert",
    "unite",
];

const TIME_UNITS: Choices<'static, TimeUnit> = &[
    (&["h", "heure", "heures"], TimeUnit::Hours),
    (&["min", "mn", "minute", "minutes"], TimeUnit::Minutes),
    (&["ch", "centieme", "centiemes", "centiheure", "centiheures"], TimeUnit::Hundredths),
];

/// The unit of times written at a place; `None` when missing or unknown.
pub(in crate::domain::planning) fn time_unit(
    node: &Node<'_>,
    problems: &mut Problems,
) -> Option<TimeUnit> {
    entries::choice(node, TIME_UNITS, problems)
}

/// Gammes in the order written. A unit of times is that of the operation, else of the gamme, else
/// of the section, else the hour.
pub(super) fn read(section: &Node<'_>, known: &Known, problems: &mut Problems) -> Vec<Routing> {
    let unit = time_unit(&section.field("unite"), problems).unwrap_or(TimeUnit::Hours);
    let mut routings = Vec::new();
    for (item, node) in entries::named(section, problems) {
        if item == "unite" {
            continue;
        }
        known.check_item(node.path(), &item, problems);
        let operations = operations(&node, unit, known, problems);
        routings.push(Routing { item, operations });
    }
    routings
}

fn operations(
    node: &Node<'_>,
    unit: TimeUnit,
    known: &Known,
    problems: &mut Problems,
) -> Vec<Operation> {
    let mut unit = unit;
    let mut list = node.clone();
    if matches!(node.tree(), Some(Tree::Entries(_))) {
        entries::check_names(node, &["unite", "operations"], problems);
        unit = time_unit(&node.field("unite"), problems).unwrap_or(unit);
        list = node.field("operations");
    }
    list.require(problems);
    let mut found: Vec<Operation> = Vec::new();
    for (rank, place) in list.items(problems).iter().enumerate() {
        let Some(operation) = operation(rank, place, unit, known, problems) else { continue };
        if found.iter().any(|other| other.number == operation.number) {
            problems.add(
                place.path(),
                format!("l'opération {} est écrite deux fois.", operation.number),
                "Donnez à chaque opération un numéro différent.",
            );
        }
        found.push(operation);
    }
    found
}

fn operation(
    rank: usize,
    node: &Node<'_>,
    unit: TimeUnit,
    known: &Known,
    problems: &mut Problems,
) -> Option<Operation> {
    entries::check_names(node, &NAMES, problems);
    if !matches!(node.tree(), Some(Tree::Entries(_))) {
        node.require(problems);
        return None;
    }
    let unit = time_unit(&node.field("unite"), problems).unwrap_or(unit);
    let number = entries::single(node, &["operation", "numero"], problems);
    let label = entries::single(node, &["libelle", "designation"], problems);
    let centre = node.field("poste");
    let work_centre = centre.required_text(problems);
    if let Some(code) = &work_centre {
        known.check_work_centre(centre.path(), code, problems);
    }
    let (setup_hours, unit_hours) = times(node, unit, problems);
    let wait = node.field("attente").quantity_or(Decimal::ZERO, problems);
    let transfer = node.field("lot_transfert");
    Some(Operation {
        number: number.text(problems).unwrap_or_else(|| ((rank + 1) * 10).to_string()),
        label: label.text_or("", problems),
        work_centre: work_centre.unwrap_or_default(),
        setup_hours,
        unit_hours,
        offset: quantities::number_of_periods(&node.field("decalage"), problems).unwrap_or(0),
        family: node.field("famille").text_or("", problems),
        wait_hours: unit.hours(wait),
        transfer_lot: if transfer.is_missing() { None } else { transfer.positive(problems) },
    })
}

/// Set-up time and time of one piece, in hours; a `cadence` in pieces an hour is also read.
fn times(node: &Node<'_>, unit: TimeUnit, problems: &mut Problems) -> (Decimal, Decimal) {
    let setup = entries::single(node, &["temps_serie", "ts"], problems);
    let each = entries::single(node, &["temps_unitaire", "tu"], problems);
    let rate = node.field("cadence");
    if setup.is_missing() && each.is_missing() && rate.is_missing() {
        problems.add(
            node.path(),
            "l'opération n'a aucun temps.",
            "Écrivez temps_serie, temps_unitaire ou cadence.",
        );
    }
    let setup_hours = unit.hours(setup.quantity_or(Decimal::ZERO, problems));
    if rate.is_missing() {
        return (setup_hours, unit.hours(each.quantity_or(Decimal::ZERO, problems)));
    }
    if !each.is_missing() {
        problems.add(
            rate.path(),
            "le temps unitaire est déjà écrit.",
            "Gardez temps_unitaire ou cadence.",
        );
    }
    let unit_hours = rate.positive(problems).and_then(|rate| Decimal::ONE.checked_div(rate));
    (setup_hours, unit_hours.unwrap_or_default())
}
