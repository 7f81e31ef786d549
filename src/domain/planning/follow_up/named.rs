//! Named things as authors write them: entries (`GD25: {…}`) or a list whose elements have a
//! `code` or a `nom`.

use crate::domain::planning::tree::{Node, Problems, Tree};

/// Largest number of things of one list.
pub const MAX_NAMED: usize = 500;

/// One thing with its name and where its figures are written.
#[derive(Debug, Clone)]
pub struct Named<'a> {
    /// Key of its row or column, without space.
    pub code: String,
    /// Words shown.
    pub label: String,
    /// Its figures.
    pub node: Node<'a>,
}

/// Reads named things; an element of a list without name is called by its rank.
pub fn named<'a>(node: &Node<'a>, problems: &mut Problems) -> Vec<Named<'a>> {
    let found = if matches!(node.tree(), Some(Tree::List(_))) {
        listed(node, problems)
    } else {
        let entries = node.entries(problems);
        entries.into_iter().map(|(key, entry)| with_label(&key, entry, problems)).collect()
    };
    if found.len() > MAX_NAMED {
        problems.add(
            node.path(),
            format!("la liste a plus de {MAX_NAMED} lignes."),
            "Regroupez des lignes.",
        );
        return Vec::new();
    }
    found
}

fn listed<'a>(node: &Node<'a>, problems: &mut Problems) -> Vec<Named<'a>> {
    let items = node.items(problems).into_iter().enumerate();
    items
        .map(|(rank, item)| {
            let name = item.any_field(&["code", "nom", "libelle"]).text(problems);
            let name = name.unwrap_or_else(|| (rank + 1).to_string());
            with_label(&name, item, problems)
        })
        .collect()
}

fn with_label<'a>(name: &str, node: Node<'a>, problems: &mut Problems) -> Named<'a> {
    let label = node.any_field(&["nom", "libelle"]).text(problems);
    Named { code: row_key(name), label: label.unwrap_or_else(|| name.to_owned()), node }
}

/// A key without space made of a name.
pub fn row_key(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join("_")
}

/// The first code met twice.
pub fn duplicate<'a>(codes: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut seen = std::collections::HashSet::new();
    codes.into_iter().find(|code| !seen.insert(*code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_and_lists_are_read_alike() {
        let tree: Tree = serde_yaml::from_str(
            "a: {GD 25: {bons: 3}, SM30: {nom: Savon}}\nb: [{nom: Panne P3, duree: 2}, 5]\n",
        )
        .expect("reads");
        let mut problems = Problems::default();
        let root = Node::root("", &tree);
        let a = named(&root.field("a"), &mut problems);
        assert_eq!((a[0].code.as_str(), a[0].label.as_str()), ("GD_25", "GD 25"));
        assert_eq!((a[1].code.as_str(), a[1].label.as_str()), ("SM30", "Savon"));
        let b = named(&root.field("b"), &mut problems);
        assert_eq!((b[0].code.as_str(), b[0].label.as_str()), ("Panne_P3", "Panne P3"));
        assert_eq!(b[1].code, "2");
        assert!(problems.is_empty());
        assert_eq!(duplicate(["a", "b", "a"]), Some("a"));
    }
}
