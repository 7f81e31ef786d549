//! Inputs of a plan of families, read by meaning.

use casdecole::domain::planning::data::Periods;
use casdecole::domain::planning::sales_and_operations_plan::{
    Capacity, Costs, Extra, Family, PlanInput, Resources, StockTarget, WorkedTime,
};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::figures::{by_rank, entries, folded, month, named, numbers, rank_in};

/// What inputs may leave open.
#[derive(Clone, Copy)]
pub struct Conventions {
    /// Whether the stock ends as it starts when no closing stock is told, or at zero.
    unchanged_stock: bool,
}

impl Conventions {
    /// All of them, the usual ones first.
    pub const ALL: [Self; 2] = [Self { unchanged_stock: true }, Self { unchanged_stock: false }];
}

/// One plan a family, by name, without strategies.
pub fn read(inputs: &Tree, conventions: Conventions) -> Result<Vec<(String, PlanInput)>, String> {
    let words = ["demande", "demand", "ventes", "prevision", "forecast", "sales", "besoin"];
    let demand = named(inputs, &words).ok_or("no demand in the inputs")?;
    let families: Vec<(String, &Tree)> = match demand {
        Tree::Entries(families) if families.iter().all(|(_, tree)| numbers(tree).is_some()) => {
            families.iter().map(|(name, tree)| (name.clone(), tree)).collect()
        }
        _ => vec![(String::new(), demand)],
    };
    let read = |(name, tree): (String, &Tree)| -> Result<(String, PlanInput), String> {
        let plan = plan(inputs, &name, tree, conventions)?;
        Ok((name, plan))
    };
    families.into_iter().map(read).collect()
}

fn plan(
    inputs: &Tree,
    name: &str,
    demand: &Tree,
    conventions: Conventions,
) -> Result<PlanInput, String> {
    let quantities = numbers(demand).ok_or("the demand is no series")?;
    let count = quantities.len();
    let mut periods = Periods::numbered(count);
    if let Tree::Entries(entries) = demand {
        periods.names = entries.iter().map(|(name, _)| name.clone()).collect();
    }
    let costs = costs(inputs);
    let has_costs = costs != Costs::default();
    let opening = named(
        inputs,
        &["stock_initial", "stock_depart", "stock_debut", "opening_stock", "initial_inventory"],
    );
    let opening = match opening {
        None if !has_costs => inputs.get("stock"),
        found => found,
    };
    let own = |tree: &Tree| tree.number().or_else(|| tree.get(name)?.number());
    let family = Family {
        demand: quantities,
        opening_stock: opening.and_then(own).unwrap_or_default(),
        target: target(inputs, count, conventions),
        imposed: named(inputs, &["production", "productions", "fabrication", "pdp"])
            .filter(|tree| tree.number().is_none())
            .and_then(|tree| by_rank(tree, count))
            .unwrap_or_default(),
        ..Family::default()
    };
    Ok(PlanInput {
        worked: worked(inputs, &periods),
        periods,
        families: vec![family],
        strategies: Vec::new(),
        resources: resources(inputs, count, &costs),
        costs,
        rounding: None,
        cumulated: true,
    })
}

fn target(inputs: &Tree, count: usize, conventions: Conventions) -> StockTarget {
    let words = [
        "stock_final",
        "stock_vise",
        "stocks_vises",
        "stock_objectif",
        "stocks_objectifs",
        "stock_cible",
        "objectif",
        "ending_inventory",
    ];
    match named(inputs, &words) {
        Some(tree) => match tree.number() {
            Some(stock) => StockTarget::Closing(stock),
            None => by_rank(tree, count).map_or(StockTarget::Unchanged, StockTarget::ByPeriod),
        },
        None if conventions.unchanged_stock => StockTarget::Unchanged,
        None => StockTarget::Closing(Decimal::ZERO),
    }
}

fn worked(inputs: &Tree, periods: &Periods) -> WorkedTime {
    let count = periods.len();
    let days = named(inputs, &["jours_ouvres", "jours", "working_days", "production_days", "days"]);
    if let Some(days) = days.filter(|tree| numbers(tree).is_some()) {
        return by_rank(days, count).map_or(WorkedTime::EveryPeriod, WorkedTime::Days);
    }
    let words = ["mois_chome", "chome", "mois_ferme", "ferme", "fermeture", "conges", "closed"];
    let Some(closed) = named(inputs, &words) else { return WorkedTime::EveryPeriod };
    let names: Vec<String> = match closed {
        Tree::List(items) => items.iter().filter_map(Tree::text).collect(),
        other => other.text().into_iter().collect(),
    };
    let mut open = vec![true; count];
    for name in names {
        let by_name = periods.names.iter().position(|known| folded(known) == folded(&name));
        let by_rank = || rank_in(&name).and_then(|rank| rank.checked_sub(1));
        let rank = by_name.or_else(|| month(&name)).or_else(by_rank);
        if let Some(open) = rank.and_then(|rank| open.get_mut(rank)) {
            *open = false;
        }
    }
    WorkedTime::Openings(open)
}

fn resources(inputs: &Tree, count: usize, costs: &Costs) -> Resources {
    let limit = |words: &[&str]| named(inputs, words).and_then(|tree| by_rank(tree, count));
    let normal = limit(&["capacite_normale", "capacite", "regular_capacity", "capacity"]);
    let overtime =
        limit(&["heures_sup_max", "heures_supplementaires_max", "hs_max", "overtime_max"]);
    let subcontracting = limit(&["sous_traitance_max", "subcontract_max"]);
    let extra = |limit: Option<Vec<Decimal>>, cost: Option<Decimal>| {
        let known = limit.map(Extra::ByPeriod);
        known.or(cost.map(|_| Extra::Unlimited)).filter(|_| normal.is_some())
    };
    Resources {
        overtime: extra(overtime, costs.overtime),
        subcontracting: extra(subcontracting, costs.subcontracting),
        normal: normal.clone().map(Capacity::ByPeriod),
    }
}

fn costs(inputs: &Tree) -> Costs {
    let cost = |words: &[&str]| named(inputs, words).and_then(Tree::number);
    let has_costs = entries(inputs).iter().any(|(key, _)| folded(key).contains("cout"));
    let stock = cost(&["cout_stock", "cout_possession", "cout_de_stock", "holding"]);
    let plain_stock = || inputs.get("stock").and_then(Tree::number).filter(|_| has_costs);
    Costs {
        normal: cost(&["cout_normal", "cout_production", "regular_cost"]),
        overtime: cost(&["cout_hs", "cout_heures_sup", "overtime_cost"]),
        subcontracting: cost(&["cout_sous_traitance", "cout_st", "subcontract_cost"]),
        stock: stock.or_else(plain_stock),
        backlog: cost(&["retard", "cout_retard", "cout_rupture", "rupture", "backlog"]),
        rise: cost(&["cout_hausse", "cout_embauche", "cout_augmentation", "embauche", "hiring"]),
        fall: cost(&[
            "cout_baisse",
            "cout_licenciement",
            "cout_diminution",
            "licenciement",
            "layoff",
        ]),
        previous_production: cost(&["production_precedente", "production_initiale"]),
    }
}
