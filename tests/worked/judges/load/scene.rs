//! From the inputs of an exercise to the input of the calculator.

use casdecole::domain::planning::load::{
    CapacityInput, Columns, Extra, Figure, LoadCentre, LoadInput, LoadOperation, LoadedItem,
    OtherLoad, Series, SeriesCount, TimeUnit, Work,
};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::capacities;
use super::times::{self, Times};
use super::words::{entries, key, number, plain, value};

const QUANTITY: [&str; 12] = [
    "qte", "quantite", "quantites", "q", "np", "n", "nombre", "pieces", "nb_pieces", "demande",
    "prevision", "programme",
];
const PERIOD: [&str; 3] = ["periode", "semaine", "mois"];
const CENTRE: [&str; 6] = ["poste", "centre", "machine", "atelier", "section", "poste_de_charge"];
const ORDERS: [&str; 8] =
    ["ordres", "ofs", "of", "commandes", "produits", "articles", "references", "lancements"];

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

/// An order or article being read: name, quantity a period, times by centre.
struct Row {
    item: LoadedItem,
    operations: Vec<(String, String, Times)>,
}

/// Reads an exercise; `None` when nothing loads and nothing opens.
pub fn read(inputs: &Tree) -> Option<Scene> {
    let periods = periods(inputs);
    let unit = times::unit(inputs);
    let mut rows = rows(inputs, &periods);
    rows.extend(bills(inputs, &periods));
    rows.extend(workshops(inputs, &periods));
    if rows.is_empty() {
        rows.extend(single(inputs, &periods));
    }
    let named: Vec<String> = rows.iter().flat_map(|row| &row.operations).map(|o| o.1.clone()).collect();
    let mut centres = capacities::centres(inputs, &named, periods.len());
    add_stated_loads(inputs, &mut centres, periods.len());
    let mut scene = Scene::default();
    for row in rows {
        add_row(&mut scene, &mut centres, row, unit);
    }
    if centres.is_empty() {
        return None;
    }
    let columns =
        if periods.len() > 1 { Columns::Periods } else { Columns::Centres };
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
    let lists = ["pdp", "charge", "charges", "capacite", "capacites", "capacite_reelle", "besoins"];
    let longest = |tree: &Tree| match tree {
        Tree::List(items) if items.iter().all(|item| item.number().is_some()) => items.len(),
        _ => 0,
    };
    let mut count = 1;
    for name in lists {
        let Some(tree) = value(inputs, &[name]) else { continue };
        count = count.max(longest(tree));
        for (_, inner) in entries(tree) {
            count = count.max(longest(inner));
        }
    }
    let mut written: Vec<String> = Vec::new();
    for (_, order) in orders(inputs) {
        let period = value(&order, &PERIOD).and_then(Tree::text);
        if let Some(period) = period.filter(|period| !written.contains(period)) {
            written.push(period);
        }
    }
    if written.is_empty() { (1..=count).map(|rank| rank.to_string()).collect() } else { written }
}

/// Orders or articles written one by one: a mapping, or a list with names.
fn orders(inputs: &Tree) -> Vec<(String, Tree)> {
    let mut found = Vec::new();
    let written = entries(inputs).iter().filter(|(name, _)| {
        let plain = plain(name);
        ORDERS.contains(&plain.as_str()) || plain.starts_with("gammes_")
    });
    for (_, tree) in written {
        match tree {
            Tree::Entries(entries) => found.extend(entries.iter().cloned()),
            Tree::List(items) => {
                for (rank, item) in items.iter().enumerate() {
                    let names = ["of", "ordre", "nom", "numero", "article", "produit"];
                    let name = value(item, &names).and_then(Tree::text);
                    found.push((name.unwrap_or_else(|| (rank + 1).to_string()), item.clone()));
                }
            }
            _ => {}
        }
    }
    found
}

fn rows(inputs: &Tree, periods: &[String]) -> Vec<Row> {
    let mut rows = Vec::new();
    let gammes = value(inputs, &["gammes", "gamme"]);
    let quantities = value(inputs, &QUANTITY);
    for (name, order) in orders(inputs) {
        let article = value(&order, &["article", "produit"]).and_then(Tree::text);
        let own_quantity = value(&order, &QUANTITY);
        let quantity = own_quantity.or_else(|| quantities.and_then(|all| all.get(&name)));
        let Some(quantity) = quantity.or(quantities.filter(|all| all.number().is_some())) else {
            continue;
        };
        let gamme = gammes.and_then(|all| {
            article.as_deref().and_then(|article| all.get(article)).or_else(|| all.get(&name))
        });
        let mut operations = times::operations(&order, &CENTRE);
        if operations.is_empty() {
            operations = gamme.map(|gamme| times::operations(gamme, &CENTRE)).unwrap_or_default();
        }
        let item = item(&name, &order, quantity, periods);
        rows.push(Row { item, operations });
    }
    if rows.is_empty()
        && let (Some(gammes), Some(quantities)) = (gammes, quantities)
    {
        for (name, gamme) in entries(gammes) {
            let Some(quantity) = quantities.get(name) else { continue };
            let operations = times::operations(gamme, &CENTRE);
            rows.push(Row { item: item(name, gamme, quantity, periods), operations });
        }
    }
    rows
}

fn item(name: &str, node: &Tree, quantity: &Tree, periods: &[String]) -> LoadedItem {
    let own = value(node, &PERIOD).and_then(Tree::text);
    let quantities = match quantity {
        Tree::List(items) => items.iter().map(|item| item.number().map(Figure::from)).collect(),
        _ => periods
            .iter()
            .map(|period| {
                let here = own.as_ref().is_none_or(|own| own == period);
                quantity.number().filter(|_| here).map(Figure::from)
            })
            .collect(),
    };
    let lot = number(node, &["lot", "taille_lot", "taille_des_lots", "lots"]);
    let rework = number(node, &["reprise", "retouche", "retouches", "rebut", "reprises"]);
    let percent = rework.map(|share| {
        if share < Decimal::ONE { share.saturating_mul(Decimal::ONE_HUNDRED) } else { share }
    });
    LoadedItem {
        code: key(name),
        label: name.to_owned(),
        quantities,
        series: lot.map_or(SeriesCount::One, SeriesCount::MeanLots),
        rework_percent: percent,
        ..LoadedItem::default()
    }
}

/// Capacity bills: hours per unit of the PDP, by centre, or by product and centre.
fn bills(inputs: &Tree, periods: &[String]) -> Vec<Row> {
    let names = ["heures_par_unite", "heures_par_piece", "temps_par_unite", "nomenclature_capacite"];
    let Some(bill) = value(inputs, &names) else { return Vec::new() };
    let Some(plan) = value(inputs, &["pdp", "programme", "plan", "besoins"]) else {
        return Vec::new();
    };
    let shares = value(inputs, &["pourcentages", "repartition", "parts"]);
    let times = |bill: &Tree| -> Vec<(String, String, Times)> {
        match (bill.number(), shares) {
            (Some(hours), Some(shares)) => entries(shares)
                .iter()
                .filter_map(|(centre, share)| {
                    let share = share.number()?;
                    let share = if share > Decimal::ONE {
                        share.checked_div(Decimal::ONE_HUNDRED)?
                    } else {
                        share
                    };
                    Some((String::new(), key(centre), Times::each(hours.checked_mul(share)?)))
                })
                .collect(),
            _ => entries(bill)
                .iter()
                .filter_map(|(centre, hours)| {
                    Some((String::new(), key(centre), Times::each(hours.number()?)))
                })
                .collect(),
        }
    };
    match plan {
        Tree::Entries(products) => products
            .iter()
            .map(|(name, quantities)| {
                let own = bill.get(name).unwrap_or(bill);
                Row { item: item(name, &Tree::Empty, quantities, periods), operations: times(own) }
            })
            .collect(),
        _ => vec![Row {
            item: item("PDP", &Tree::Empty, plan, periods),
            operations: times(bill),
        }],
    }
}

/// One article through workshops, each with its rate.
fn workshops(inputs: &Tree, periods: &[String]) -> Vec<Row> {
    let Some(shops) = value(inputs, &["ateliers", "postes", "centres", "machines"]) else {
        return Vec::new();
    };
    let Some(quantity) = value(inputs, &QUANTITY).filter(|tree| tree.number().is_some()) else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    for (name, shop) in entries(shops) {
        let Some(times) = times::of(shop) else { continue };
        let mut item = item(name, shop, quantity, periods);
        item.code = format!("piece_{}", key(name));
        rows.push(Row { item, operations: vec![(String::new(), key(name), times)] });
    }
    rows
}

/// One order written at the top of the inputs.
fn single(inputs: &Tree, periods: &[String]) -> Option<Row> {
    let times = times::of(inputs)?;
    let quantity = value(inputs, &QUANTITY)?;
    let centre = value(inputs, &CENTRE).and_then(Tree::text).unwrap_or_else(|| "poste".to_owned());
    let item = item("OF", inputs, quantity, periods);
    Some(Row { item, operations: vec![(String::new(), key(&centre), times)] })
}

/// Loads given in hours: `charge`, by centre or not, or the orders planned and launched.
fn add_stated_loads(inputs: &Tree, centres: &mut Vec<LoadCentre>, periods: usize) {
    let launched = ["planifie", "planifies", "lance", "lances", "ferme", "fermes", "autres_charges"];
    for (name, tree) in entries(inputs) {
        if launched.contains(&plain(name).as_str())
            && let Some(hours) = series(tree, periods)
        {
            first(centres).other_loads.push(other(name, hours));
        }
    }
    let Some(stated) = value(inputs, &["charge", "charges", "charge_h", "charges_h"]) else { return };
    if let Some(hours) = series(stated, periods) {
        first(centres).other_loads.push(other("charge_donnee", hours));
        return;
    }
    for (name, tree) in entries(stated) {
        let Some(hours) = series(tree, periods) else { continue };
        let found = centres.iter_mut().find(|centre| centre.code == key(name));
        match found {
            Some(centre) => centre.other_loads.push(other("charge_donnee", hours)),
            None => first(centres).other_loads.push(other(name, hours)),
        }
    }
}

fn other(name: &str, hours: Series) -> OtherLoad {
    OtherLoad { key: key(name), label: name.to_owned(), hours }
}

fn series(tree: &Tree, periods: usize) -> Option<Series> {
    match tree {
        Tree::List(items) => {
            let numbers: Vec<Decimal> = items.iter().filter_map(Tree::number).collect();
            (numbers.len() == periods).then(|| Series::by_period(numbers))
        }
        _ => tree.number().map(Series::Constant),
    }
}

/// The first centre, made when there is none.
fn first(centres: &mut Vec<LoadCentre>) -> &mut LoadCentre {
    centre(centres, "poste")
}

fn centre<'c>(centres: &'c mut Vec<LoadCentre>, code: &str) -> &'c mut LoadCentre {
    let rank = centres.iter().position(|centre| centre.code == code);
    let rank = match (rank, code) {
        (Some(rank), _) => rank,
        (None, "poste") if !centres.is_empty() => 0,
        (None, _) => {
            centres.push(LoadCentre { code: code.to_owned(), ..LoadCentre::default() });
            centres.len() - 1
        }
    };
    &mut centres[rank]
}

fn add_row(scene: &mut Scene, centres: &mut Vec<LoadCentre>, row: Row, unit: TimeUnit) {
    let rank = scene.input.items.len();
    for (number, code, times) in row.operations {
        let centre = centre(centres, &code);
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
            setup: times.setup.map(|time| times::in_unit(time, unit)),
            work: match times.work {
                Work::UnitTime(time) => Work::UnitTime(times::in_unit(time, unit)),
                other => other,
            },
            offset: times.offset,
        });
    }
    scene.input.items.push(row.item);
}

/// A capacity of given hours.
pub fn given(hours: Series) -> CapacityInput {
    CapacityInput::hours(hours)
}
