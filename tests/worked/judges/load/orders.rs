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
                let names = ["of", "ordre", "nom", "numero", "article", "produit"];
                let named = |item: &Tree| value(item, &names).and_then(Tree::text);
                for (rank, item) in items.iter().enumerate() {
                    let mut name = named(item).unwrap_or_else(|| (rank + 1).to_string());
                    // Operations of one order, one a line, are as many loads.
                    let operation = value(item, &["operation", "op", "phase"]).and_then(Tree::text);
                    let several =
                        items.iter().filter(|other| named(other) == named(item)).count() > 1;
                    if let Some(operation) = operation.filter(|_| several) {
                        name = format!("{name}_{operation}");
                    }
                    found.push((name, item.clone()));
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
    let part = number(node, &["part", "proportion", "fraction", "part_concernee"]);
    let part = part.filter(|part| *part <= Decimal::ONE);
    let of_part = |figure: Decimal| part.map_or(figure, |part| figure.saturating_mul(part));
    let quantities = match quantity {
        Tree::List(items) => items.iter().map(|item| item.number().map(Figure::from)).collect(),
        _ => periods
            .iter()
            .map(|period| {
                let here = own.as_ref().is_none_or(|own| own == period);
                quantity.number().filter(|_| here).map(of_part).map(Figure::from)
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
    let names = [
        "heures_par_unite",
        "heures_par_piece",
        "temps_par_unite",
        "nomenclature_capacite",
        "profil",
        "profils",
        "macro_gamme",
        "bill_of_resources",
    ];
    let Some(bill) = value(inputs, &names) else { return Vec::new() };
    let Some(plan) = value(inputs, &["pdp", "programme", "plan", "besoins"]) else {
        return Vec::new();
    };
    let shares = value(
        inputs,
        &["pourcentages", "repartition", "parts", "repartition_historique", "historique"],
    );
    let times = |bill: &Tree| hours_by_centre(bill, shares);
    let rows: Vec<Row> = match plan {
        Tree::Entries(products) => products
            .iter()
            .map(|(name, quantities)| {
                let own = bill.get(name).unwrap_or(bill);
                Row { item: item(name, &Tree::Empty, quantities, periods), operations: times(own) }
            })
            .collect(),
        _ => vec![Row { item: item("PDP", &Tree::Empty, plan, periods), operations: times(bill) }],
    };
    rows.iter().flat_map(ahead_of_need).collect()
}

/// Hours of one unit of a bill by centre: stated for each, or one figure shared between them.
fn hours_by_centre(bill: &Tree, shares: Option<&Tree>) -> Vec<(String, String, Times)> {
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
                let pair = match hours {
                    Tree::List(pair) => pair.as_slice(),
                    _ => &[],
                };
                let each = hours
                    .number()
                    .or_else(|| number(hours, &["heures", "temps", "h"]))
                    .or_else(|| pair.first()?.number())?;
                let offset = number(hours, &["decalage", "offset", "avance"])
                    .or_else(|| pair.get(1)?.number());
                let offset = offset.and_then(|offset| u32::try_from(offset).ok());
                let times = Times { offset: offset.unwrap_or(0), ..Times::each(each) };
                Some((String::new(), key(centre), times))
            })
            .collect(),
    }
}

/// A plan is dated by the need: what is done so many periods ahead loads as many periods earlier.
fn ahead_of_need(row: &Row) -> Vec<Row> {
    let mut offsets: Vec<u32> = row.operations.iter().map(|(_, _, times)| times.offset).collect();
    offsets.sort_unstable();
    offsets.dedup();
    let of = |offset: u32| {
        let mut item = row.item.clone();
        let ahead = usize::try_from(offset).unwrap_or(usize::MAX);
        let count = item.quantities.len();
        item.quantities = item.quantities.into_iter().skip(ahead).collect();
        item.quantities.resize(count, Some(Figure::from(Decimal::ZERO)));
        if offset > 0 {
            item.code = format!("{}_avance_{offset}", item.code);
        }
        let own = row.operations.iter().filter(|(_, _, times)| times.offset == offset);
        let at_once = |times: &Times| Times { offset: 0, ..times.clone() };
        let operations = own
            .map(|(number, centre, times)| (number.clone(), centre.clone(), at_once(times)))
            .collect();
        Row { item, operations }
    };
    offsets.into_iter().map(of).collect()
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
