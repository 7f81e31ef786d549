//! How the options of `amdec` are read.

use rust_decimal::Decimal;

use super::{FailureMode, FailureModesInput};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::follow_up::named::named;
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Names of the options.
pub const OPTIONS: &[&str] = &["modes", "notes", "seuils"];

/// Reads the options; `None` when problems were noted.
pub(super) fn read(request: &Request<'_>, problems: &mut Problems) -> Option<FailureModesInput> {
    let before = problems.found.len();
    let node = &request.options;
    let letters = letters(&node.field("notes"), problems);
    node.field("modes").require(problems);
    let modes = named(&node.field("modes"), problems)
        .into_iter()
        .map(|mode| FailureMode {
            notes: notes(&mode.node, &letters, problems),
            after: after(&mode.node.field("apres"), &letters, problems),
            code: mode.code,
            label: mode.label,
        })
        .collect();
    let input = FailureModesInput {
        modes,
        letters,
        decisions: node
            .field("seuils")
            .entries(problems)
            .into_iter()
            .filter_map(|(word, from)| Some((word, from.required_quantity(problems)?)))
            .collect(),
    };
    (problems.found.len() == before).then_some(input)
}

fn letters(node: &Node<'_>, problems: &mut Problems) -> Vec<String> {
    if node.is_missing() {
        return ["F", "G", "N"].map(str::to_owned).into();
    }
    node.items(problems).iter().filter_map(|item| item.required_text(problems)).collect()
}

fn after(node: &Node<'_>, letters: &[String], problems: &mut Problems) -> Option<Vec<Decimal>> {
    (!node.is_missing()).then(|| notes(node, letters, problems))
}

/// Notes by letter, or a list of them in the order of the letters.
fn notes(node: &Node<'_>, letters: &[String], problems: &mut Problems) -> Vec<Decimal> {
    let listed = if node.field("notes").is_missing() { node.clone() } else { node.field("notes") };
    if matches!(listed.tree(), Some(Tree::List(_))) {
        let items = listed.items(problems);
        return items.iter().filter_map(|item| item.required_quantity(problems)).collect();
    }
    letters.iter().filter_map(|letter| node.field(letter).required_quantity(problems)).collect()
}
