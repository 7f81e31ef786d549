//! Inputs of economic quantities, by their meaning.

use casdecole::domain::planning::stock_parameters::economic_quantity::{
    EconomicQuantityInput, Holding, Model, Tariff, TariffKind, Tier,
};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::figures::{Inputs, in_percent, numbers};

const DEMAND: &[&str] = &[
    "D",
    "demande",
    "demande_annuelle",
    "besoin_annuel",
    "besoins_annuels",
    "consommation_annuelle",
    "ventes_annuelles",
    "quantite_annuelle",
    "annual_demand",
    "demand",
    "lambda",
    "demand_rate",
];
const ORDER_COST: &[&str] = &[
    "cout_commande",
    "cout_passation",
    "cout_de_commande",
    "cout_de_passation",
    "cout_lancement",
    "cout_preparation",
    "cout_fixe",
    "ordering_cost",
    "order_cost",
    "setup_cost",
    "fixed_cost",
    "ccu",
    "Cc",
    "Ca",
    "Cp",
    "CL",
    "Cl",
    "K",
    "S",
    "A",
    "a",
    "c",
];
const HOLDING_COST: &[&str] = &[
    "cout_possession",
    "cout_stockage",
    "cout_possession_unitaire",
    "possession",
    "holding_cost",
    "csu",
    "h",
    "H",
    "Cs",
    "Ch",
];
const HOLDING_RATE: &[&str] = &[
    "taux_possession",
    "taux_de_possession",
    "taux",
    "taux_possession_annuel",
    "taux_possession_pct",
    "holding_rate",
    "t",
    "i",
    "I",
];

/// An article that has a demand, a cost of order and a cost of carrying.
pub(super) fn input(inputs: &Inputs<'_>, incremental: bool) -> Option<EconomicQuantityInput> {
    let demand = inputs.number(DEMAND)?;
    let order_cost = inputs.number(ORDER_COST)?;
    let direct = inputs.number(HOLDING_COST);
    let rate = inputs.number(HOLDING_RATE);
    let holding = match (direct, rate) {
        (Some(cost), _) => Holding::PerUnit(cost),
        (None, Some(rate)) => Holding::Percent(in_percent(rate)),
        (None, None) => return None,
    };
    let unit_price = inputs.number(&[
        "prix",
        "prix_unitaire",
        "cout_unitaire",
        "cout_achat",
        "valeur_unitaire",
        "unit_cost",
        "pu",
        "Pu",
        "PU",
        "u",
        "C",
    ]);
    // "p" is a price beside a rate of carrying, and a penalty otherwise.
    let priced = unit_price.is_none() && direct.is_none() && !inputs.has(&["seuils", "remises"]);
    let unit_price = unit_price.or_else(|| inputs.number(&["p"]).filter(|_| priced));
    let model =
        if priced && unit_price.is_some() { Model::Instantaneous } else { model(inputs, demand) };
    Some(EconomicQuantityInput {
        unit: String::new(),
        demand,
        order_cost,
        unit_price,
        holding,
        model,
        tariff: tariff(inputs, unit_price, incremental),
        policies: policies(inputs),
        rounding: None,
        days_per_year: inputs.number(&["jours_par_an", "jours_ouvres", "jours", "working_days"]),
    })
}

fn model(inputs: &Inputs<'_>, demand: Decimal) -> Model {
    let shortage =
        ["cout_rupture", "cout_penurie", "penalite", "stockout_cost", "backorder_cost", "p", "b"];
    if let Some(cost) = inputs.number(&shortage) {
        return Model::Backorders(cost);
    }
    let names = ["production", "production_annuelle", "cadence", "production_rate", "mu", "P"];
    let Some(rate) = inputs.number(&names) else { return Model::Instantaneous };
    // A production by day goes with a consumption by day.
    let daily = inputs.number(&["consommation_jour", "demande_jour", "daily_demand", "d"]);
    match daily.filter(|_| rate <= demand) {
        Some(daily) => {
            let yearly = rate.checked_mul(demand).and_then(|product| product.checked_div(daily));
            yearly.map_or(Model::Instantaneous, Model::Production)
        }
        None => Model::Production(rate),
    }
}

/// Names of the prices by quantity.
const TARIFF: &[&str] = &[
    "remise",
    "remises",
    "tarif",
    "tarifs",
    "ristourne",
    "tranches",
    "paliers",
    "bareme",
    "discounts",
];

/// "prix: {0: 10, 500: 9.5}".
fn prices_by_threshold<'a>(inputs: &Inputs<'a>) -> Option<&'a Tree> {
    let prices = inputs.find(&["prix", "prices", "u"])?;
    matches!(prices, Tree::Entries(_)).then_some(prices)
}

/// Prices: thresholds and prices in two lists, pairs, or one discount on the price of the article.
fn tariff(inputs: &Inputs<'_>, price: Option<Decimal>, incremental: bool) -> Option<Tariff> {
    let kind = if incremental { TariffKind::Incremental } else { TariffKind::AllUnits };
    let tiers = match inputs.list(&["seuils", "thresholds", "breakpoints"]) {
        Some(thresholds) => {
            let prices = inputs.list(&["prix", "prices", "unit_costs", "u"])?;
            thresholds.into_iter().zip(prices).map(|(from, price)| Tier { from, price }).collect()
        }
        None => match inputs.find(TARIFF).or_else(|| prices_by_threshold(inputs))? {
            Tree::List(items) => items.iter().map(tier).collect::<Option<Vec<_>>>()?,
            Tree::Entries(entries) if entries.iter().all(|(from, _)| is_number(from)) => entries
                .iter()
                .map(|(from, price)| {
                    Some(Tier { from: Decimal::from_str_exact(from).ok()?, price: price.number()? })
                })
                .collect::<Option<Vec<_>>>()?,
            written => one_discount(&Inputs::of(written), price)?,
        },
    };
    Some(Tariff { kind, tiers })
}

fn is_number(name: &str) -> bool {
    Decimal::from_str_exact(name).is_ok()
}

/// One price of a list: "[120, 550]" or "{seuil: 120, prix: 550}".
fn tier(item: &Tree) -> Option<Tier> {
    if let (Tree::List(_), Some([from, price])) = (item, numbers(item).as_deref()) {
        return Some(Tier { from: *from, price: *price });
    }
    let inputs = Inputs::of(item);
    let from = inputs.number(&["seuil", "min", "quantite", "q", "Q"])?;
    let price = inputs.number(&["prix", "prix_unitaire", "u", "pu"])?;
    Some(Tier { from, price })
}

/// A price from a threshold on, after the price of the article.
fn one_discount(inputs: &Inputs<'_>, price: Option<Decimal>) -> Option<Vec<Tier>> {
    let first = price?;
    let from = inputs.number(&["seuil", "quantite", "min", "q", "Q"])?;
    let price = if let Some(price) = inputs.number(&["prix", "prix_unitaire", "u", "pu"]) {
        price
    } else {
        let rate = in_percent(inputs.number(&["taux", "remise", "pct", "r"])?);
        let kept = Decimal::ONE_HUNDRED.checked_sub(rate)?.checked_div(Decimal::ONE_HUNDRED)?;
        first.checked_mul(kept)?
    };
    Some(vec![Tier { from: Decimal::ZERO, price: first }, Tier { from, price }])
}

fn policies(inputs: &Inputs<'_>) -> Vec<(String, Decimal)> {
    let Some(Tree::Entries(entries)) =
        inputs.find(&["politiques", "solutions", "lots", "policies"])
    else {
        return Vec::new();
    };
    let policy = |(name, tree): &(String, Tree)| Some((name.replace(' ', "_"), tree.number()?));
    entries.iter().filter_map(policy).collect()
}
