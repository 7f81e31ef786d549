//! How the options of `kanban` are read.

use rust_decimal::Decimal;

use super::{KanbanInput, KanbanMethod, KanbanSafety};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::follow_up::named::named;
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::{Rounding, RoundingMode};

/// Names of the options.
pub const OPTIONS: &[&str] = &[
    "unite_temps",
    "consommation",
    "CMH",
    "conteneur",
    "k",
    "delai",
    "securite_pourcent",
    "securite_pieces",
    "securite_temps",
    "lot",
    "Qec",
    "temps_zone",
    "Zt_h",
    "delai_reaction",
    "d_h",
    "arrondi",
];

/// Reads the options; `None` when problems were noted. A `temps_zone` asks for the three zones.
pub(super) fn read(request: &Request<'_>, problems: &mut Problems) -> Option<KanbanInput> {
    let before = problems.found.len();
    let node = &request.options;
    let consumption = node.any_field(&["consommation", "CMH"]).positive(problems);
    let container = node.any_field(&["conteneur", "k"]).positive(problems);
    let supply = node.any_field(&["temps_zone", "Zt_h"]);
    let method = if supply.is_missing() {
        Some(cards(node, problems))
    } else {
        let lot = node.any_field(&["lot", "Qec"]).required_quantity(problems);
        let supply_time = supply.required_quantity(problems);
        let reaction = node.any_field(&["delai_reaction", "d_h", "delai"]);
        let reaction = reaction.required_quantity(problems);
        lot.zip(supply_time).zip(reaction).map(|((lot, supply_time), reaction_time)| {
            KanbanMethod::Zones { lot, supply_time, reaction_time }
        })
    };
    let input = KanbanInput {
        unit: node.field("unite_temps").text_or("h", problems),
        consumption: consumption?,
        container: container?,
        method: method?,
    };
    (problems.found.len() == before).then_some(input)
}

fn cards(node: &Node<'_>, problems: &mut Problems) -> KanbanMethod {
    let modes = [
        ("superieur", RoundingMode::Up),
        ("inferieur", RoundingMode::Down),
        ("proche", RoundingMode::Nearest),
    ];
    let mode = node.field("arrondi").one_of(&modes, problems).unwrap_or(RoundingMode::Up);
    let percent = node.field("securite_pourcent").quantity(problems).map(KanbanSafety::Percent);
    let pieces = node.field("securite_pieces").quantity(problems).map(KanbanSafety::Pieces);
    let time = node.field("securite_temps").quantity(problems).map(KanbanSafety::Time);
    let stated = [percent, pieces, time].into_iter().flatten().count();
    if stated > 1 {
        problems.add(
            node.path(),
            "la sécurité est écrite deux fois.",
            "Gardez securite_pourcent, securite_pieces ou securite_temps.",
        );
    }
    KanbanMethod::Cards {
        lead_times: lead_times(&node.field("delai"), problems),
        safety: percent.or(pieces).or(time).unwrap_or_default(),
        lot: node.any_field(&["lot", "Qec"]).quantity(problems),
        rounding: Rounding { mode, decimals: 0 },
    }
}

/// One lead time, or named parts of it.
fn lead_times(node: &Node<'_>, problems: &mut Problems) -> Vec<(String, Decimal)> {
    node.require(problems);
    if !matches!(node.tree(), Some(Tree::List(_) | Tree::Entries(_))) {
        let only = node.quantity(problems);
        return only.map(|time| ("Délai".to_owned(), time)).into_iter().collect();
    }
    named(node, problems)
        .into_iter()
        .filter_map(|part| {
            let inner = part.node.field("duree");
            let place = if inner.is_missing() { &part.node } else { &inner };
            let time = place.required_quantity(problems)?;
            Some((part.label, time))
        })
        .collect()
}
