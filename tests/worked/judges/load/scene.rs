//! From the inputs of an exercise to the input of the calculator.

use casdecole::domain::planning::load::{
    Columns, Extra, LoadCentre, LoadInput, LoadOperation, OtherLoad, Series,
};
use casdecole::domain::planning::tree::Tree;

use super::orders::{self, PERIOD, Row, UNNAMED};
use super::words::{by_period, entries, is_period, key, plain, value};
use super::{capacities, times};

/// Where an operation of an order is loaded.
#[derive(Debug, Clone)]
pub struct Place {
    /// Order or article.
    pub item: String,
    /// Number of the operation; may be empty.
    pub operation: String,
    /// Centre.
    pub centre: String,
    /// Key of its rows inside the centre.
    pub row: String,
}

/// The input of the calculator, and where its operations are.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    /// Input of the calculator.
    pub input: LoadInput,
    /// Operations.
    pub places: Vec<Place>,
}

/// Reads an exercise; `None` when nothing loads and nothing opens.
pub fn read(inputs: &Tree) -> Option<Scene> {
    let periods = periods(inputs);
    let unit = times::unit(inputs);
    let mut rows = orders::rows(inputs, &periods);
    rows.extend(orders::bills(inputs, &periods));
    if rows.is_empty() {
        rows.extend(orders::workshops(inputs, &periods));
    }
    if rows.is_empty() {
        rows.extend(orders::single(inputs, &periods));
    }
    let named: Vec<String> =
        rows.iter().flat_map(|row| &row.operations).map(|o| o.1.clone()).collect();
    let mut centres = capacities::centres(inputs, &named, &periods);
    add_stated_loads(inputs, &mut centres, &periods);
    let mut scene = Scene::default();
    for row in rows {
        add_row(&mut scene, &mut centres, row);
    }
    if centres.is_empty() {
        return None;
    }
    let columns = if periods.len() > 1 { Columns::Periods } else { Columns::Centres };
    scene.input = LoadInput {
        periods,
        columns,
        time_unit: unit,
        centres,
        extras: vec![Extra::Cumulated, Extra::Totals, Extra::Flows, Extra::MachinesNeeded],
        ..scene.input
    };
    Some(scene)
}

/// Names written, else ranks when something is written by period, else a single one.
fn periods(inputs: &Tree) -> Vec<String> {
    if let Some(Tree::List(items)) = value(inputs, &["periodes", "semaines", "mois", "jours"]) {
        return items.iter().filter_map(Tree::text).collect();
    }
    let lists = [
        "pdp",
        "charge",
        "charges",
        "capacite",
        "capacites",
        "capacite_reelle",
        "besoins",
        "demande",
        "quantite",
        "quantites",
    ];
    let longest = |tree: &Tree| match tree {
        Tree::List(items) if items.iter().all(|item| item.number().is_some()) => items.len(),
        _ => 0,
    };
    let mut count = 1;
    for name in lists {
        let Some(tree) = value(inputs, &[name]) else { continue };
        if entries(tree).len() > 1 && entries(tree).iter().all(|(name, _)| is_period(name)) {
            return entries(tree).iter().map(|(name, _)| name.clone()).collect();
        }
        count = count.max(longest(tree));
        for (_, inner) in entries(tree) {
            count = count.max(longest(inner));
        }
    }
    let mut written: Vec<String> = Vec::new();
    for (_, order) in orders::orders(inputs) {
        let period = value(&order, &PERIOD).and_then(Tree::text);
        if let Some(period) = period.filter(|period| !written.contains(period)) {
            written.push(period);
        }
    }
    if written.is_empty() { (1..=count).map(|rank| rank.to_string()).collect() } else { written }
}

/// Loads given in hours: `charge`, by centre or not, or the orders planned and launched.
fn add_stated_loads(inputs: &Tree, centres: &mut Vec<LoadCentre>, periods: &[String]) {
    let launched =
        ["planifie", "planifies", "lance", "lances", "ferme", "fermes", "autres_charges"];
    for (name, tree) in entries(inputs) {
        if launched.contains(&plain(name).as_str())
            && let Some(hours) = series(tree, periods)
        {
            add_to_first(centres, other(name, hours));
        }
    }
    let Some(stated) = value(inputs, &["charge", "charges", "charge_h", "charges_h"]) else {
        return;
    };
    if let Some(hours) = series(stated, periods) {
        add_to_first(centres, other("charge_donnee", hours));
        return;
    }
    for (name, tree) in entries(stated) {
        let Some(hours) = series(tree, periods) else { continue };
        let found = centres.iter_mut().find(|centre| centre.code == key(name));
        match found {
            Some(centre) => centre.other_loads.push(other("charge_donnee", hours)),
            None => add_to_first(centres, other(name, hours)),
        }
    }
}

fn other(name: &str, hours: Series) -> OtherLoad {
    OtherLoad { key: key(name), label: name.to_owned(), hours }
}

fn series(tree: &Tree, periods: &[String]) -> Option<Series> {
    let by_period = by_period(tree, periods).map(Series::by_period);
    by_period.or_else(|| tree.number().map(Series::Constant))
}

/// Adds a load to the first centre, made when there is none.
fn add_to_first(centres: &mut Vec<LoadCentre>, load: OtherLoad) {
    let rank = centre_rank(centres, UNNAMED);
    if let Some(centre) = centres.get_mut(rank) {
        centre.other_loads.push(load);
    }
}

/// Rank of a centre, made when it is new; without a name it is the first one.
fn centre_rank(centres: &mut Vec<LoadCentre>, code: &str) -> usize {
    let known = centres.iter().position(|centre| centre.code == code);
    match known {
        Some(rank) => rank,
        None if code == UNNAMED && !centres.is_empty() => 0,
        None => {
            centres.push(LoadCentre { code: code.to_owned(), ..LoadCentre::default() });
            centres.len() - 1
        }
    }
}

fn add_row(scene: &mut Scene, centres: &mut Vec<LoadCentre>, row: Row) {
    let rank = scene.input.items.len();
    for (number, code, times) in row.operations {
        let place = centre_rank(centres, &code);
        let Some(centre) = centres.get_mut(place) else { continue };
        let again = centre.operations.iter().any(|operation| operation.item == rank);
        let name = if again { key(&number) } else { String::new() };
        scene.places.push(Place {
            item: row.item.code.clone(),
            operation: number,
            centre: centre.code.clone(),
            row: if name.is_empty() {
                row.item.code.clone()
            } else {
                format!("{}.{name}", row.item.code)
            },
        });
        centre.operations.push(LoadOperation {
            item: rank,
            name,
            setup: times.setup,
            work: times.work,
            offset: times.offset,
        });
    }
    scene.input.items.push(row.item);
}
