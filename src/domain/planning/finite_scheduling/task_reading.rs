//! How tasks and sequences are read, the same way in every calculation of this folder.

use super::task_names::{find_task, read_sequence};
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Names of the field that gives the code of an element of a list.
pub(super) const CODE_FIELDS: [&str; 7] =
    ["code", "nom", "tache", "ordre", "of", "numero", "commande"];

/// Codes and places of tasks, written as named entries or as a list of entries with a code.
pub(super) fn named_rows<'a>(node: &Node<'a>, problems: &mut Problems) -> Vec<(String, Node<'a>)> {
    if !matches!(node.tree(), Some(Tree::List(_))) {
        return node.entries(problems);
    }
    node.items(problems)
        .into_iter()
        .filter_map(|item| {
            let code = item.any_field(&CODE_FIELDS).required_text(problems)?;
            Some((code, item))
        })
        .collect()
}

/// Ranks of the tasks of a sequence, written as a list or as a text ("C-A-F").
pub(super) fn given_sequence(
    node: &Node<'_>,
    codes: &[String],
    problems: &mut Problems,
) -> Option<Vec<usize>> {
    let found = match node.tree()? {
        Tree::List(items) => items.iter().map(|item| find_task(&item.text()?, codes)).collect(),
        other => other.text().and_then(|typed| read_sequence(&typed, codes)),
    };
    if found.is_none() {
        problems.add(
            node.path(),
            "la séquence cite une tâche inconnue.",
            format!("Citez les tâches parmi : {}.", codes.join(", ")),
        );
    }
    found
}
