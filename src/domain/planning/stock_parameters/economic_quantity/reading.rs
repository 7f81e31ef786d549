//! Options of `quantite_economique`, read with every problem at once.

use rust_decimal::Decimal;

use super::super::options::{calculated, complete, percent};
use super::{EconomicQuantityInput, Holding, Model, Tariff, TariffKind, Tier, worksheet};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::{Rounding, Worksheet};

/// Options read. A yearly rate is in percent under `taux_possession`, a share of 1 under `t`.
pub const OPTIONS: &[&str] = &[
    "demande_annuelle",
    "D",
    "cout_commande",
    "cout_passation",
    "cout_lancement",
    "c",
    "prix",
    "cout_unitaire",
    "u",
    "possession",
    "h",
    "taux_possession",
    "t",
    "cout_rupture",
    "production_annuelle",
    "tarif",
    "remise",
    "politiques",
    "decimales",
    "jours_par_an",
    "unite",
];

/// Reads the options and builds the sheet.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    calculated(request, problems, read, worksheet)
}

fn read(request: &Request<'_>, problems: &mut Problems) -> Option<EconomicQuantityInput> {
    let options = &request.options;
    let unit = options.field("unite").text_or("", problems);
    let demand = options.any_field(&["demande_annuelle", "D"]).positive(problems);
    let order_cost = ["cout_commande", "cout_passation", "cout_lancement", "c"];
    let order_cost = options.any_field(&order_cost).positive(problems);
    let unit_price = options.any_field(&["prix", "cout_unitaire", "u"]).quantity(problems);
    let holding = holding(options, problems);
    let model = model(options, problems);
    let tariff = options.field("tarif");
    let tariff = if tariff.is_missing() { None } else { read_tariff(options, problems) };
    let policies = policies(&options.field("politiques"), problems);
    let decimals = options.field("decimales").whole(problems);
    let days_per_year = options.field("jours_par_an");
    let days_per_year =
        if days_per_year.is_missing() { None } else { days_per_year.positive(problems) };
    Some(EconomicQuantityInput {
        unit,
        demand: demand?,
        order_cost: order_cost?,
        unit_price,
        holding: holding?,
        model: model?,
        tariff,
        policies: policies?,
        rounding: decimals.map(|decimals| Rounding::nearest(decimals.min(6))),
        days_per_year,
    })
}

fn holding(options: &Node<'_>, problems: &mut Problems) -> Option<Holding> {
    let direct = options.any_field(&["possession", "h"]);
    if !direct.is_missing() {
        return direct.positive(problems).map(Holding::PerUnit);
    }
    let rate = percent(options, &["taux_possession"], &["t"], problems);
    let written = options.field("taux_possession");
    if written.is_missing() && options.field("t").is_missing() {
        written.require(problems);
    }
    if !written.is_missing() && rate.is_some_and(|rate| rate < Decimal::ONE) {
        problems.add(
            written.path(),
            "un taux annuel de moins de 1 % est invraisemblable.",
            "Écrivez le taux en pour cent : 25 pour 25 %.",
        );
    }
    rate.map(Holding::Percent)
}

fn model(options: &Node<'_>, problems: &mut Problems) -> Option<Model> {
    let shortage = options.field("cout_rupture");
    let production = options.field("production_annuelle");
    match (shortage.is_missing(), production.is_missing()) {
        (true, true) => Some(Model::Instantaneous),
        (false, true) => shortage.positive(problems).map(Model::Backorders),
        (true, false) => production.positive(problems).map(Model::Production),
        (false, false) => {
            problems.add(
                production.path(),
                "les ruptures et la production progressive ne se combinent pas ici.",
                "Gardez « cout_rupture » ou « production_annuelle ».",
            );
            None
        }
    }
}

/// Reads `tarif: [[0, 600], [120, 550]]` or `tarif: [{seuil: 0, prix: 600}, …]`.
fn read_tariff(options: &Node<'_>, problems: &mut Problems) -> Option<Tariff> {
    let choices = [("uniforme", TariffKind::AllUnits), ("tranches", TariffKind::Incremental)];
    let kind = options.field("remise").one_of(&choices, problems).unwrap_or_default();
    let nodes = options.field("tarif").items(problems);
    let tiers = nodes.iter().map(|node| tier(node, problems)).collect();
    Some(Tariff { kind, tiers: complete(tiers)? })
}

fn tier(node: &Node<'_>, problems: &mut Problems) -> Option<Tier> {
    if matches!(node.tree(), Some(Tree::List(_))) {
        let pair = node.items(problems);
        if let [from, price] = pair.as_slice() {
            let (from, price) = (from.required_quantity(problems), price.positive(problems));
            return Some(Tier { from: from?, price: price? });
        }
        problems.add(
            node.path(),
            "un seuil et un prix sont attendus.",
            "Écrivez [120, 550] : 550 à partir de 120.",
        );
        return None;
    }
    let from = node.field("seuil").required_quantity(problems);
    let price = node.field("prix").positive(problems);
    Some(Tier { from: from?, price: price? })
}

/// Reads `politiques: {mensuel: 100}`; spaces of a name become low lines, as in keys.
fn policies(node: &Node<'_>, problems: &mut Problems) -> Option<Vec<(String, Decimal)>> {
    let read = node
        .entries(problems)
        .into_iter()
        .map(|(name, value)| Some((name.replace(' ', "_"), value.positive(problems)?)))
        .collect();
    complete(read)
}
