//! Operations of an exercise: times, what they follow, the component that they make.

use casdecole::domain::planning::lead_time_scheduling::{DurationUnit, PieceTime, StepDuration};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::scene::unit_named;
use crate::judges::load::words::{entries, find, key, number, plain, value};

const FIXED: [&str; 5] = ["duree", "d", "temps", "duration", "temps_total"];
const SETUP: [&str; 7] =
    ["temps_serie", "ts", "duree_fixe", "fixe", "reglage", "temps_reglage", "preparation"];
const EACH: [&str; 7] = [
    "temps_unitaire",
    "tu",
    "duree_par_piece",
    "duree_piece",
    "par_piece",
    "unitaire",
    "temps_par_piece",
];
const AFTER: [&str; 10] = [
    "precede_par",
    "precedents",
    "apres",
    "antecedent",
    "antecedents",
    "anteriorite",
    "anteriorites",
    "precedent",
    "predecesseurs",
    "suit",
];

/// A time with the unit that its name tells.
type Timed = (Decimal, Option<DurationUnit>);

/// An operation as written.
#[derive(Debug, Clone)]
pub struct Written {
    /// Name.
    pub name: String,
    /// Fixed duration.
    fixed: Option<Timed>,
    /// Set-up.
    setup: Option<Timed>,
    /// Time of one piece.
    each: Option<Timed>,
    /// Pieces in a unit of time.
    rate: Option<Decimal>,
    /// Names of the operations that it follows, when written.
    follows: Option<Vec<String>>,
    /// Components that it uses, with the quantity for one piece.
    uses: Vec<(String, Decimal)>,
    /// Ranks of the operations that it follows.
    pub after: Vec<usize>,
    /// Operation that uses what it makes, component and quantity for one piece.
    pub made_for: Option<(usize, String, Decimal)>,
    /// Wait after it.
    pub wait: Option<Decimal>,
    /// Transfer lot.
    pub transfer: Option<Decimal>,
}

impl Written {
    /// Its duration in a unit.
    pub fn duration_in(&self, unit: DurationUnit) -> StepDuration {
        let time = |timed: Option<Timed>| timed.map(|timed| converted(timed, unit));
        match (time(self.fixed), time(self.each), self.rate) {
            (Some(fixed), None, None) => StepDuration::Fixed(fixed),
            (_, Some(each), _) => {
                let pieces = PieceTime::Each(each);
                StepDuration::Times { setup: time(self.setup).or(time(self.fixed)), pieces }
            }
            (_, None, Some(rate)) => {
                StepDuration::Times { setup: time(self.setup), pieces: PieceTime::Rate(rate) }
            }
            (None, None, None) => StepDuration::Fixed(time(self.setup).unwrap_or_default()),
        }
    }
}

/// A time in another unit; without unit of its own it is already in it.
fn converted((time, own): Timed, unit: DurationUnit) -> Decimal {
    let Some(own) = own.filter(|own| *own != unit) else { return time };
    let minutes = time.checked_mul(Decimal::from(own.minutes()));
    let found = minutes.and_then(|minutes| minutes.checked_div(Decimal::from(unit.minutes())));
    found.unwrap_or(time)
}

/// Operations of a list or a mapping; a mapping may give a duration alone.
pub fn read(list: &Tree) -> Vec<Written> {
    match list {
        Tree::List(items) => items
            .iter()
            .enumerate()
            .filter_map(|(rank, item)| {
                let name = value(item, &["operation", "nom", "numero", "tache", "op"]);
                let name = name.and_then(Tree::text);
                operation(&name.unwrap_or_else(|| ((rank + 1) * 10).to_string()), item)
            })
            .collect(),
        _ => entries(list).iter().filter_map(|(name, item)| operation(name, item)).collect(),
    }
}

fn operation(name: &str, item: &Tree) -> Option<Written> {
    let timed = |names: &[&str]| {
        let (name, own) = find(item, names)?;
        let unit = plain(name).rsplit('_').next().and_then(unit_named);
        Some((own.number()?, unit))
    };
    let fixed = item.number().map(|time| (time, None)).or_else(|| timed(&FIXED));
    let (setup, each) = (timed(&SETUP), timed(&EACH));
    let rate = number(item, &["cadence", "debit"]);
    if fixed.is_none() && setup.is_none() && each.is_none() && rate.is_none() {
        return None;
    }
    Some(Written {
        name: name.to_owned(),
        fixed,
        setup,
        each,
        rate,
        follows: value(item, &AFTER).map(names_of),
        uses: uses(item),
        after: Vec::new(),
        made_for: None,
        wait: number(item, &["attente", "attente_apres", "transfert", "sechage"]),
        transfer: number(item, &["lot_transfert", "lot_de_transfert"]),
    })
}

fn names_of(tree: &Tree) -> Vec<String> {
    if let Tree::List(items) = tree {
        items.iter().filter_map(Tree::text).collect()
    } else {
        let text = tree.text().unwrap_or_default();
        text.split([',', ';', ' '])
            .map(str::trim)
            .filter(|name| !name.is_empty() && *name != "-" && *name != "–")
            .map(str::to_owned)
            .collect()
    }
}

fn uses(item: &Tree) -> Vec<(String, Decimal)> {
    let Some(component) = value(item, &["composant", "composants"]) else { return Vec::new() };
    let each = number(item, &["qte", "quantite"]).unwrap_or(Decimal::ONE);
    match component {
        Tree::Entries(written) => {
            written.iter().filter_map(|(name, per)| Some((name.clone(), per.number()?))).collect()
        }
        Tree::List(items) => items.iter().filter_map(|item| Some((item.text()?, each))).collect(),
        _ => component.text().map(|name| (name, each)).into_iter().collect(),
    }
}

/// Unit of all times: days as soon as one is written in days, else that written, else hours.
pub fn unit(list: &Tree, default: &str) -> DurationUnit {
    let any_days = read(list).iter().any(|operation| {
        let times = [operation.fixed, operation.setup, operation.each];
        times.iter().flatten().any(|(_, unit)| *unit == Some(DurationUnit::Days))
    });
    let any_minutes = read(list).iter().any(|operation| {
        let times = [operation.fixed, operation.setup, operation.each];
        times.iter().flatten().any(|(_, unit)| *unit == Some(DurationUnit::Minutes))
    });
    match (any_days, unit_named(default)) {
        (true, _) => DurationUnit::Days,
        (false, Some(unit)) => unit,
        (false, None) if any_minutes => DurationUnit::Minutes,
        (false, None) => DurationUnit::Hours,
    }
}

/// Puts operations in the order in which they follow one another, and links them: by what is
/// written, by components, else in the order written.
pub fn in_order(operations: &mut Vec<Written>) -> Result<(), String> {
    let by_component = operations.iter().any(|operation| !operation.uses.is_empty());
    let before: Vec<Vec<usize>> = if by_component {
        by_components(operations)
    } else if operations.iter().any(|operation| operation.follows.is_some()) {
        by_names(operations)
    } else {
        (0..operations.len()).map(|rank| rank.checked_sub(1).into_iter().collect()).collect()
    };
    let mut order: Vec<usize> = Vec::with_capacity(operations.len());
    while order.len() < operations.len() {
        let ready = (0..operations.len()).find(|rank| {
            let done = before
                .get(*rank)
                .is_some_and(|before| before.iter().all(|other| order.contains(other)));
            done && !order.contains(rank)
        });
        order.push(ready.ok_or("operations follow one another in a circle")?);
    }
    let place = |rank: usize| order.iter().position(|other| *other == rank);
    let mut sorted: Vec<Written> = Vec::with_capacity(order.len());
    for rank in &order {
        let Some(mut operation) = operations.get(*rank).cloned() else { continue };
        let links = before.get(*rank).map(Vec::as_slice).unwrap_or_default();
        operation.after = links.iter().filter_map(|before| place(*before)).collect();
        if let Some((user, _, _)) = &mut operation.made_for {
            *user = place(*user).unwrap_or_default();
        }
        sorted.push(operation);
    }
    *operations = sorted;
    Ok(())
}

fn by_names(operations: &[Written]) -> Vec<Vec<usize>> {
    operations
        .iter()
        .map(|operation| {
            let names = operation.follows.as_deref().unwrap_or_default();
            names
                .iter()
                .filter_map(|name| {
                    operations.iter().position(|other| key(&other.name) == key(name))
                })
                .collect()
        })
        .collect()
}

/// What makes a component comes before what uses it; a delivery comes last.
fn by_components(operations: &mut [Written]) -> Vec<Vec<usize>> {
    let mut before: Vec<Vec<usize>> = vec![Vec::new(); operations.len()];
    let mut makers: Vec<(usize, usize, String, Decimal)> = Vec::new();
    for (rank, operation) in operations.iter().enumerate() {
        for (component, per) in &operation.uses {
            let maker = operations.iter().position(|other| {
                other.name != operation.name && plain(&other.name).contains(&plain(component))
            });
            if let (Some(maker), Some(before)) = (maker, before.get_mut(rank)) {
                before.push(maker);
                makers.push((maker, rank, component.clone(), *per));
            }
        }
    }
    for (maker, user, component, per) in makers {
        if let Some(operation) = operations.get_mut(maker) {
            operation.made_for = Some((user, component, per));
        }
    }
    let is_delivery = |operation: &Written| {
        let name = plain(&operation.name);
        name.contains("delivery") || name.contains("livraison") || name.contains("expedition")
    };
    let root = operations
        .iter()
        .position(|operation| operation.made_for.is_none() && !is_delivery(operation));
    for (operation, before) in operations.iter().zip(&mut before) {
        if is_delivery(operation) && before.is_empty() {
            before.extend(root);
        }
    }
    before
}
