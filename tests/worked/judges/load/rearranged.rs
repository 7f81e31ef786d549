//! Inputs of load put in the forms that the rest of this judge reads.

use casdecole::domain::planning::tree::Tree;

use super::words::{entries, plain, value};

/// Names of groups of periods.
const PERIODS: [&str; 4] = ["semaines", "periodes", "mois", "weeks"];
/// What a period may hold.
const OF_PERIOD: [&str; 6] =
    ["capacite", "capacite_h", "charge", "charge_h", "capacite_theorique", "capacite_reelle"];

/// The same inputs: periods that hold capacities and loads become series, rates by workshop become
/// workshops with a rate.
pub fn rearranged(inputs: &Tree) -> Tree {
    let Tree::Entries(written) = inputs else { return inputs.clone() };
    let mut found = Vec::with_capacity(written.len());
    for (name, tree) in written {
        let is_group = PERIODS.contains(&plain(name).as_str());
        match by_period(tree).filter(|series| is_group && !series.is_empty()) {
            Some(series) => found.extend(series),
            None => found.push((name.clone(), tree.clone())),
        }
    }
    let whole = Tree::Entries(found);
    workshops(&whole).unwrap_or(whole)
}

/// "1: {capacite: 35, charge: 30}" as one series for each of the two.
fn by_period(tree: &Tree) -> Option<Vec<(String, Tree)>> {
    let periods: Vec<(String, &Tree)> = match tree {
        Tree::Entries(periods) => periods.iter().map(|(name, own)| (name.clone(), own)).collect(),
        Tree::List(periods) => periods
            .iter()
            .zip(1..)
            .map(|(own, rank): (_, u32)| {
                let name = value(own, &["semaine", "periode", "mois"]).and_then(Tree::text);
                (name.unwrap_or_else(|| rank.to_string()), own)
            })
            .collect(),
        _ => return None,
    };
    let of = |name: &str| -> Option<(String, Tree)> {
        let series: Option<Vec<(String, Tree)>> = periods
            .iter()
            .map(|(period, own)| Some((period.clone(), own.get(name)?.clone())))
            .collect();
        Some((name.to_owned(), Tree::Entries(series.filter(|series| !series.is_empty())?)))
    };
    Some(OF_PERIOD.iter().filter_map(|name| of(name)).collect())
}

/// "cadence: {decoupe: 100, …}" beside capacities by workshop.
fn workshops(inputs: &Tree) -> Option<Tree> {
    if value(inputs, &["ateliers", "postes", "centres"]).is_some() {
        return None;
    }
    let names = ["cadence", "cadences", "debit", "pieces_par_heure"];
    let rates = entries(value(inputs, &names)?);
    if rates.is_empty() {
        return None;
    }
    let opening = value(inputs, &["capacite", "capacites", "heures", "heures_disponibles"]);
    let shops = rates.iter().map(|(shop, rate)| {
        let mut own = vec![("cadence".to_owned(), rate.clone())];
        let hours = opening.and_then(|hours| hours.get(shop));
        own.extend(hours.map(|hours| ("capacite".to_owned(), hours.clone())));
        (shop.clone(), Tree::Entries(own))
    });
    let shops = ("ateliers".to_owned(), Tree::Entries(shops.collect()));
    let apart = |name: &str| names.iter().any(|known| plain(name).starts_with(known));
    let kept = entries(inputs).iter().filter(|(name, tree)| {
        let by_shop = plain(name) == "heures" && !entries(tree).is_empty();
        !(apart(name) || by_shop)
    });
    Some(Tree::Entries(kept.cloned().chain([shops]).collect()))
}
