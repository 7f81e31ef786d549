//! Orders and articles of an exercise, with their quantities and operations.

use casdecole::domain::planning::load::{Figure, LoadedItem, SeriesCount};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::times::{self, Times};
use super::words::{entries, key, number, plain, value};

/// Code of the centre when the exercise names none.
pub const UNNAMED: &str = "poste";

const QUANTITY: [&str; 12] = [
    "qte",
    "quantite",
    "quantites",
    "q",
    "np",
    "n",
    "nombre",
    "pieces",
    "nb_pieces",
    "demande",
    "prevision",
    "programme",
];
/// Names of the period of an order.
pub const PERIOD: [&str; 3] = ["periode", "semaine", "mois"];
const CENTRE: [&str; 6] = ["poste", "centre", "machine", "atelier", "section", "poste_de_charge"];
const ORDERS: [&str; 8] =
    ["ordres", "ofs", "of", "commandes", "produits", "articles", "references", "lancements"];

/// An order or article being read: name, quantity a period, times by centre.
pub struct Row {
    /// Quantities.
    pub item: LoadedItem,
    /// Number, centre and times of each operation.
    pub operations: Vec<(String, String, Times)>,
}

/// Orders or articles written one by one: a mapping, or a list with names.
pub fn orders(inputs: &Tree) -> Vec<(String, Tree)> {
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

/// Orders or articles with their gammes.
pub fn rows(inputs: &Tree, periods: &[String]) -> Vec<Row> {
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
pub fn bills(inputs: &Tree, periods: &[String]) -> Vec<Row> {
    let names =
        ["heures_par_unite", "heures_par_piece", "temps_par_unite", "nomenclature_capacite"];
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
        _ => vec![Row { item: item("PDP", &Tree::Empty, plan, periods), operations: times(bill) }],
    }
}

/// One article through workshops, each with its rate.
pub fn workshops(inputs: &Tree, periods: &[String]) -> Vec<Row> {
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
pub fn single(inputs: &Tree, periods: &[String]) -> Option<Row> {
    let times = times::of(inputs)?;
    let quantity = value(inputs, &QUANTITY)?;
    let centre = value(inputs, &CENTRE).and_then(Tree::text).unwrap_or_else(|| UNNAMED.to_owned());
    let item = item("OF", inputs, quantity, periods);
    Some(Row { item, operations: vec![(String::new(), key(&centre), times)] })
}
