//! Which centres are calculated, their capacities, and their loads stated in hours.

use super::{Horizon, capacities, key_of, words_of};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::load::{LoadCentre, OtherLoad, Series};
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Code of the centre when the author names none.
const UNNAMED: &str = "poste";

/// The centres, without their loads.
pub(super) fn read(
    request: &Request<'_>,
    horizon: &Horizon<'_>,
    problems: &mut Problems,
) -> Vec<LoadCentre> {
    let codes = codes(request, problems);
    let stated = request.options.field("capacites");
    let known: Vec<&str> = codes.iter().map(String::as_str).collect();
    stated.only(&known, problems);
    let mut centres = Vec::with_capacity(codes.len());
    for code in &codes {
        let own = stated.field(code);
        let node = if own.is_missing() { request.options.field("capacite") } else { own };
        let label = request.data.work_centre(code).map(|centre| centre.label.clone());
        centres.push(LoadCentre {
            code: key_of(code),
            label: label.unwrap_or_default(),
            capacity: capacities::read(request, horizon, code, &node, problems),
            ..LoadCentre::default()
        });
    }
    centres
}

/// Codes written in `postes`, else those of `capacites`, else all the postes of the data.
fn codes(request: &Request<'_>, problems: &mut Problems) -> Vec<String> {
    let options = &request.options;
    let written = options.any_field(&["poste", "postes"]);
    let named = match written.tree() {
        Some(Tree::List(_)) => {
            let items = written.items(problems);
            items.iter().filter_map(|item| item.required_text(problems)).collect()
        }
        // In a file of one calculation, this is the section of the data.
        None | Some(Tree::Entries(_)) => Vec::new(),
        Some(_) => written.text(problems).into_iter().collect(),
    };
    if !named.is_empty() {
        return named;
    }
    let stated: Vec<String> =
        options.field("capacites").entries(problems).into_iter().map(|(code, _)| code).collect();
    if !stated.is_empty() {
        return stated;
    }
    let known: Vec<String> =
        request.data.work_centres.iter().map(|centre| centre.code.clone()).collect();
    if known.is_empty() { vec![UNNAMED.to_owned()] } else { known }
}

/// Loads of a centre stated in hours: by centre, or for the only one.
pub(super) fn other_loads(
    request: &Request<'_>,
    horizon: &Horizon<'_>,
    centre: &LoadCentre,
    problems: &mut Problems,
) -> Vec<OtherLoad> {
    let written = request.options.field("autres_charges");
    let own = written.field(&centre.code);
    let node = if own.is_missing() && !names_a_centre(request, &written) { written } else { own };
    let Some(tree) = node.tree() else { return Vec::new() };
    let by_label = match tree {
        Tree::Entries(entries) => {
            !entries.iter().all(|(name, _)| name == "autres" || horizon.periods.contains(name))
        }
        _ => false,
    };
    if by_label {
        let mut loads = Vec::new();
        for (name, entry) in node.entries(problems) {
            if let Some(hours) = horizon.series(&entry, problems) {
                loads.push(other_load(&key_of(&name), &words_of(&name), hours));
            }
        }
        return loads;
    }
    let hours = horizon.series(&node, problems);
    hours.map(|hours| other_load("autres", "Autres charges", hours)).into_iter().collect()
}

fn other_load(key: &str, label: &str, hours: Series) -> OtherLoad {
    OtherLoad { key: key.to_owned(), label: label.to_owned(), hours }
}

/// Whether the entries are centres.
fn names_a_centre(request: &Request<'_>, node: &Node<'_>) -> bool {
    let Some(Tree::Entries(entries)) = node.tree() else { return false };
    let codes = codes(request, &mut Problems::default());
    entries.iter().any(|(name, _)| codes.contains(name))
}
