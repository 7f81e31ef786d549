//! How the options of `suivi_ordre` are read.

use super::{AllocatedFor, FollowedOrder, OrdersInput};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::follow_up::named::named;
use crate::domain::planning::tree::Problems;

/// Names of the options.
pub const OPTIONS: &[&str] = &["ordres_suivis", "suivi", "temps_alloue_sur", "unite_temps"];

/// Names inside an order.
const FIELDS: &[&str] = &[
    "code",
    "nom",
    "libelle",
    "prevu",
    "lance",
    "bons",
    "rebuts",
    "temps_alloue",
    "ts",
    "tu",
    "temps_passe",
    "debut",
    "fin_prevue",
    "fin_reelle",
];

/// Reads the options; `None` when problems were noted. Orders stand in the options, else in the
/// section `suivi`.
pub(super) fn read(request: &Request<'_>, problems: &mut Problems) -> Option<OrdersInput> {
    let before = problems.found.len();
    let node = &request.options;
    let own = node.any_field(&["ordres_suivis", "suivi"]);
    let listed = if own.is_missing() { request.tree.field("suivi") } else { own };
    listed.require(problems);
    let pieces = [
        ("bons", AllocatedFor::Good),
        ("fabriques", AllocatedFor::Made),
        ("prevu", AllocatedFor::Planned),
    ];
    let orders = named(&listed, problems)
        .into_iter()
        .map(|order| {
            let place = &order.node;
            place.only(FIELDS, problems);
            FollowedOrder {
                planned: place.field("prevu").quantity(problems),
                launched: place.field("lance").quantity(problems),
                good: place.field("bons").quantity(problems),
                scrapped: place.field("rebuts").quantity(problems),
                allocated: place.field("temps_alloue").quantity(problems),
                setup_time: place.field("ts").quantity(problems),
                unit_time: place.field("tu").quantity(problems),
                spent: place.field("temps_passe").quantity(problems),
                start: place.field("debut").date(problems),
                due: place.field("fin_prevue").date(problems),
                end: place.field("fin_reelle").date(problems),
                code: order.code,
                label: order.label,
            }
        })
        .collect();
    let input = OrdersInput {
        orders,
        allocated_for: node.field("temps_alloue_sur").one_of(&pieces, problems).unwrap_or_default(),
        time_unit: node.field("unite_temps").text_or("h", problems),
    };
    (problems.found.len() == before).then_some(input)
}
