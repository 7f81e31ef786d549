//! How tasks and sequences are read, the same way in every calculation of this folder.

use super::task_names::{find_task, read_sequence};
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Names of the field that gives the code of an element of a list.
pub(super) const CODE_FIELDS: [&str; 7] =
    ["code", "nom", "tache", "ordre", "of", "numero", "commande"];

/// Codes and places of tasks, written as named entries or as a list of entries with a code; lists
/// of times without code are numbered from 1.
pub(super) fn named_rows<'a>(node: &Node<'a>, problems: &mut Problems) -> Vec<(String, Node<'a>)> {
    if !matches!(node.tree(), Some(Tree::List(_))) {
        return node.entries(problems);
    }
    node.items(problems)
        .into_iter()
        .enumerate()
        .filter_map(|(rank, item)| {
            let code = match item.tree() {
                Some(Tree::List(_)) => (rank + 1).to_string(),
                _ => item.any_field(&CODE_FIELDS).required_text(problems)?,
            };
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

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(yaml: &str) -> Vec<String> {
        let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
        let mut problems = Problems::default();
        let rows = named_rows(&Node::root("taches", &tree), &mut problems);
        rows.into_iter().map(|(code, _)| code).collect()
    }

    #[test]
    fn tasks_are_named_or_numbered() {
        assert_eq!(codes("{A: [1, 2], B: 3}"), ["A", "B"]);
        assert_eq!(codes("[{code: A}, {ordre: 5204}]"), ["A", "5204"]);
        assert_eq!(codes("[[1, 2], [3, 4]]"), ["1", "2"]);
        assert!(codes("[{duree: 3}]").is_empty());
    }

    #[test]
    fn a_sequence_of_unknown_tasks_is_a_problem() {
        let tree: Tree = serde_yaml::from_str("[B, A, Z]").expect("reads");
        let mut problems = Problems::default();
        let known = ["A".to_owned(), "B".to_owned()];
        assert_eq!(given_sequence(&Node::root("sequence", &tree), &known, &mut problems), None);
        assert_eq!(
            problems.found.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["sequence : la séquence cite une tâche inconnue. Citez les tâches parmi : A, B."]
        );
    }
}
