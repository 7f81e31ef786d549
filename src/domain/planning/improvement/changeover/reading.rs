//! How the options of `smed` are read.

use super::{ChangeoverInput, Operation, Step};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::effectiveness::{TimeUnit, read_pace};
use crate::domain::planning::follow_up::named::{Named, named};
use crate::domain::planning::tree::Problems;

/// Names of the options.
pub const OPTIONS: &[&str] =
    &["unite", "operations", "changements_par_periode", "temps_cycle", "cadence", "lot"];

/// What an operation becomes.
#[derive(Clone, Copy)]
enum Kind {
    Internal,
    External,
    Removed,
}

const KINDS: &[(&str, Kind)] =
    &[("interne", Kind::Internal), ("externe", Kind::External), ("supprimee", Kind::Removed)];

/// Names inside an operation.
const FIELDS: &[&str] = &["code", "nom", "libelle", "avant", "duree", "apres", "duree_apres"];

/// Reads the options; `None` when problems were noted.
pub(super) fn read(request: &Request<'_>, problems: &mut Problems) -> Option<ChangeoverInput> {
    let noted = problems.found.len();
    let node = &request.options;
    let listed = node.field("operations");
    listed.require(problems);
    let found = named(&listed, problems);
    let input = ChangeoverInput {
        unit: TimeUnit::read(&node.field("unite"), TimeUnit::Minute, problems),
        steps: found.into_iter().filter_map(|found| step(found, problems)).collect(),
        changes: node.field("changements_par_periode").quantity(problems),
        pace: read_pace(node, problems),
        lot: node.field("lot").quantity(problems),
    };
    (problems.found.len() == noted).then_some(input)
}

/// `{duree: 12, avant: interne, apres: externe, duree_apres: 10}`; unchanged when `apres` and
/// `duree_apres` are left out.
fn step(found: Named<'_>, problems: &mut Problems) -> Option<Step> {
    let node = &found.node;
    node.only(FIELDS, problems);
    let duration = node.field("duree").required_quantity(problems)?;
    let kind = node.field("avant").one_of(KINDS, problems).unwrap_or(Kind::Internal);
    let after = node.field("apres").one_of(KINDS, problems).unwrap_or(kind);
    let after_duration = node.field("duree_apres").quantity_or(duration, problems);
    let operation = |kind: Kind, duration| match kind {
        Kind::Internal => Some(Operation { internal: true, duration }),
        Kind::External => Some(Operation { internal: false, duration }),
        Kind::Removed => None,
    };
    let Some(before) = operation(kind, duration) else {
        problems.add(
            node.field("avant").path(),
            "l'opération ne peut pas être supprimée avant l'étude.",
            "Écrivez interne ou externe.",
        );
        return None;
    };
    let after = operation(after, after_duration);
    Some(Step { code: found.code, label: found.label, before, after })
}
