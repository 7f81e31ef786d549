//! From the inputs of an exercise to orders with their operations.

use casdecole::domain::planning::lead_time_scheduling::{
    DurationUnit, ScheduledOrder, SchedulingInput, Step, StepQuantity, TimePoint, WaitTime,
};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::steps::{self, Written};
use super::{calendars, dates};
use crate::judges::load::words::{entries, key, number, plain, value};

const OPERATIONS: [&str; 6] = ["operations", "gamme", "taches", "phases", "etapes", "gammes"];
const RELEASE: [&str; 8] = [
    "lancement",
    "date_lancement",
    "debut",
    "date_debut",
    "depart",
    "heure_debut",
    "release",
    "disponible_le",
];
const DUE: [&str; 8] = [
    "echeance",
    "date_fin",
    "fin",
    "livraison",
    "date_livraison",
    "date_besoin",
    "due",
    "heure_fin",
];
const TODAY: [&str; 4] = ["aujourdhui", "aujourd_hui", "date_du_jour", "maintenant"];
const QUANTITY: [&str; 7] = ["qte", "quantite", "q", "pieces", "nombre", "taille_lot", "lot"];

/// The orders of an exercise.
pub struct Scene {
    /// Input of the calculator, its direction being left to the judge.
    pub input: SchedulingInput,
}

/// Reads an exercise.
pub fn read(inputs: &Tree, conventions: &str) -> Result<Scene, String> {
    let list = value(inputs, &OPERATIONS).ok_or("no operations were found")?;
    let mut written = steps::read(list);
    if written.is_empty() {
        return Err("no operation was understood".to_owned());
    }
    let default = value(inputs, &["unite", "unite_temps"]).and_then(Tree::text).unwrap_or_default();
    let unit = steps::unit(list, &default);
    steps::in_order(&mut written)?;
    let calendar = calendars::read(inputs)?;
    let global_wait = number(inputs, &["attente", "temps_transfert", "inter_operation", "transit"]);
    let transfer = number(inputs, &["lot_transfert", "lot_de_transfert", "chevauchement"]);
    let made: Vec<Step> = written
        .iter()
        .map(|operation| Step {
            key: key(&operation.name),
            label: operation.name.clone(),
            calendar: calendar.clone(),
            quantity: quantity(operation),
            duration: operation.duration_in(unit),
            after: operation.after.clone(),
            wait: operation.wait.or(global_wait),
            transfer_lot: operation.transfer.or(transfer),
        })
        .collect();
    let stocks = value(inputs, &["stock", "stocks"]).map(entries).unwrap_or_default();
    let stocks = stocks.iter().filter_map(|(name, stock)| Some((name.clone(), stock.number()?)));
    let plain_words = plain(conventions);
    Ok(Scene {
        input: SchedulingInput {
            unit,
            waits: WaitTime::Elapsed,
            orders: orders(inputs, &made),
            stocks: stocks.collect(),
            today: value(inputs, &TODAY).and_then(point),
            parallel_lots: plain_words.contains("split") || plain_words.contains("parallel"),
            ..SchedulingInput::default()
        },
    })
}

/// An operation that makes a component makes what the stock lacks.
fn quantity(operation: &Written) -> StepQuantity {
    match &operation.made_for {
        Some((user, component, per_piece)) => {
            StepQuantity::Net { user: *user, component: component.clone(), per_piece: *per_piece }
        }
        None => StepQuantity::Order,
    }
}

/// Orders by priority, or the single one of the inputs.
fn orders(inputs: &Tree, steps: &[Step]) -> Vec<ScheduledOrder> {
    let list = value(inputs, &["commandes", "ordres", "of", "ofs", "lancements"]);
    let mut found: Vec<(Decimal, ScheduledOrder)> = match list {
        Some(Tree::List(items)) => items
            .iter()
            .enumerate()
            .map(|(rank, item)| {
                let name = value(item, &["nom", "ordre", "of", "numero"]).and_then(Tree::text);
                let name = name.unwrap_or_else(|| (rank + 1).to_string());
                (priority(item), order(&name, item, steps))
            })
            .collect(),
        Some(Tree::Entries(items)) => {
            items.iter().map(|(name, item)| (priority(item), order(name, item, steps))).collect()
        }
        _ => vec![(Decimal::ZERO, order("", inputs, steps))],
    };
    found.sort_by_key(|(priority, _)| *priority);
    found.into_iter().map(|(_, order)| order).collect()
}

fn priority(item: &Tree) -> Decimal {
    number(item, &["priorite", "priority", "rang"]).unwrap_or_default()
}

fn order(name: &str, item: &Tree, steps: &[Step]) -> ScheduledOrder {
    let due = value(item, &DUE).and_then(point);
    let release = value(item, &RELEASE).and_then(point);
    let origin = due.is_none().then_some(TimePoint::Number(Decimal::ZERO));
    ScheduledOrder {
        code: key(name),
        label: name.to_owned(),
        quantity: number(item, &QUANTITY).unwrap_or(Decimal::ONE),
        release: release.or(origin),
        due,
        steps: steps.to_vec(),
    }
}

/// A date, or a number from an origin.
pub fn point(tree: &Tree) -> Option<TimePoint> {
    if let Tree::Number(number) = tree {
        return Some(TimePoint::Number(*number));
    }
    let text = tree.text()?;
    dates::read(&text).map(|(moment, _)| TimePoint::Moment(moment))
}

/// Unit named in words.
pub fn unit_named(text: &str) -> Option<DurationUnit> {
    match plain(text).as_str() {
        "h" | "heure" | "heures" => Some(DurationUnit::Hours),
        "min" | "mn" | "minute" | "minutes" => Some(DurationUnit::Minutes),
        "j" | "jour" | "jours" => Some(DurationUnit::Days),
        "semaine" | "semaines" | "periode" | "periodes" => Some(DurationUnit::Periods),
        _ => None,
    }
}
