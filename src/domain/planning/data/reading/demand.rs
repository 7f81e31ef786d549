//! Sections `demande` and `besoins_independants`: what each article must cover, by period.

use rust_decimal::Decimal;

use super::entries;
use super::known::Known;
use super::periods::Horizon;
use super::series;
use crate::domain::planning::data::Demand;
use crate::domain::planning::tree::{Node, Problems};

const NAMES: [&str; 5] =
    ["previsions", "commandes", "commandes_fermes", "besoins", "besoins_bruts"];

/// Demand by article, in the order written.
pub(super) fn read(
    root: &Node<'_>,
    horizon: &Horizon,
    known: &Known,
    problems: &mut Problems,
) -> Vec<(String, Demand)> {
    let mut demand = Vec::new();
    for (item, node) in entries::named(&root.field("demande"), problems) {
        known.check_item(node.path(), &item, problems);
        entries::check_names(&node, &NAMES, problems);
        let series = |names: &[&str], problems: &mut Problems| {
            let written = entries::single(&node, names, problems);
            series::read(&written, horizon, problems).unwrap_or_default()
        };
        let read = Demand {
            forecast: series(&["previsions"], problems),
            orders: series(&["commandes", "commandes_fermes"], problems),
            requirement: series(&["besoins", "besoins_bruts"], problems),
        };
        demand.push((item, read));
    }
    for (item, node) in entries::named(&root.field("besoins_independants"), problems) {
        known.check_item(node.path(), &item, problems);
        let requirement = series::read(&node, horizon, problems).unwrap_or_default();
        add_requirement(&mut demand, item, requirement, &node, problems);
    }
    demand
}

fn add_requirement(
    demand: &mut Vec<(String, Demand)>,
    item: String,
    requirement: Vec<Decimal>,
    node: &Node<'_>,
    problems: &mut Problems,
) {
    match demand.iter_mut().find(|(code, _)| *code == item) {
        Some((_, known)) if known.requirement.is_empty() => known.requirement = requirement,
        Some(_) => problems.add(
            node.path(),
            format!("les besoins de {item} sont déjà écrits dans « demande »."),
            "Gardez un seul des deux.",
        ),
        None => demand.push((item, Demand { requirement, ..Demand::default() })),
    }
}
