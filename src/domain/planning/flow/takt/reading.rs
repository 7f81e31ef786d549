//! How the options of `takt` are read.

use rust_decimal::Decimal;

use super::TaktInput;
use crate::domain::planning::calculator::Request;
use crate::domain::planning::effectiveness::TimeUnit;
use crate::domain::planning::follow_up::named::named;
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Names of the options.
pub const OPTIONS: &[&str] = &[
    "unite",
    "temps_ouverture",
    "unite_ouverture",
    "pauses",
    "unite_pauses",
    "equipes",
    "jours",
    "rendement",
    "quantite_demandee",
    "temps_postes",
];

/// Reads the options; `None` when problems were noted.
pub(super) fn read(request: &Request<'_>, problems: &mut Problems) -> Option<TaktInput> {
    let before = problems.found.len();
    let node = &request.options;
    let opening_unit = TimeUnit::read(&node.field("unite_ouverture"), TimeUnit::Hour, problems);
    let opening = node.field("temps_ouverture").positive(problems);
    let demand = node.field("quantite_demandee").positive(problems);
    let input = TaktInput {
        unit: TimeUnit::read(&node.field("unite"), TimeUnit::Second, problems),
        breaks: breaks(&node.field("pauses"), problems),
        break_unit: TimeUnit::read(&node.field("unite_pauses"), TimeUnit::Minute, problems),
        teams: node.field("equipes").quantity(problems),
        days: node.field("jours").quantity(problems),
        yield_rate: node.field("rendement").quantity(problems),
        posts: named(&node.field("temps_postes"), problems)
            .into_iter()
            .filter_map(|post| {
                let inner = post.node.field("temps");
                let place = if inner.is_missing() { &post.node } else { &inner };
                let time = place.required_quantity(problems)?;
                Some((post.code, post.label, time))
            })
            .collect(),
        opening: (opening?, opening_unit),
        demand: demand?,
    };
    (problems.found.len() == before).then_some(input)
}

/// One duration, or named ones.
fn breaks(node: &Node<'_>, problems: &mut Problems) -> Vec<(String, Decimal)> {
    if !matches!(node.tree(), Some(Tree::List(_) | Tree::Entries(_))) {
        let only = node.quantity(problems);
        return only.map(|duration| ("Pauses".to_owned(), duration)).into_iter().collect();
    }
    named(node, problems)
        .into_iter()
        .filter_map(|found| {
            let inner = found.node.field("duree");
            let place = if inner.is_missing() { &found.node } else { &inner };
            let duration = place.required_quantity(problems)?;
            Some((found.label, duration))
        })
        .collect()
}
