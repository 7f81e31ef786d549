//! A place in the tree with its path: what stands there, and the places below; what is wrong is
//! noted.
//!
//! - `values`: the typed values read there.

mod values;

use super::{Problems, Tree};

/// A place in the tree, perhaps with nothing in it.
#[derive(Debug, Clone)]
pub struct Node<'a> {
    path: String,
    tree: Option<&'a Tree>,
    /// Entries read instead of those of the tree that have their names.
    instead: Option<&'a Tree>,
}

impl<'a> Node<'a> {
    /// The root of a tree, under this name ("données").
    pub fn root(path: impl Into<String>, tree: &'a Tree) -> Self {
        Self { path: path.into(), tree: Some(tree), instead: None }
    }

    /// The same place, these entries being read instead of those that have their names.
    #[must_use]
    pub fn reading_instead(self, entries: Option<&'a Tree>) -> Self {
        Self { instead: entries, ..self }
    }

    /// The tree in which the entry with this name is read.
    pub fn holding(&self, name: &str) -> Option<&'a Tree> {
        [self.instead, self.tree].into_iter().flatten().find(|tree| tree.get(name).is_some())
    }

    /// Dotted path of the place.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is written there, `None` when nothing is.
    pub fn tree(&self) -> Option<&'a Tree> {
        self.tree.filter(|tree| **tree != Tree::Empty)
    }

    /// Whether nothing is written.
    pub fn is_missing(&self) -> bool {
        self.tree().is_none()
    }

    /// The entry with this name, present or not.
    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        Self { path: self.child_path(name), tree: self.read(name), instead: None }
    }

    /// The first entry present among several names of the same thing.
    #[must_use]
    pub fn any_field(&self, names: &[&str]) -> Self {
        let is_present = |name: &&&str| self.read(name).is_some_and(|tree| !tree.is_empty());
        let found = names.iter().find(is_present).or(names.first());
        self.field(found.copied().unwrap_or_default())
    }

    fn read(&self, name: &str) -> Option<&'a Tree> {
        let instead = self.instead.and_then(|entries| entries.get(name));
        instead.or_else(|| self.tree.and_then(|tree| tree.get(name)))
    }

    fn child_path(&self, name: &str) -> String {
        if self.path.is_empty() {
            return name.to_owned();
        }
        // Made for every field read, present or not: no formatting machinery.
        let mut path = String::with_capacity(self.path.len() + 1 + name.len());
        path.push_str(&self.path);
        path.push('.');
        path.push_str(name);
        path
    }

    /// Named entries in order; none when missing.
    pub fn entries(&self, problems: &mut Problems) -> Vec<(String, Self)> {
        match self.tree() {
            None => Vec::new(),
            Some(Tree::Entries(entries)) => entries
                .iter()
                .map(|(key, tree)| {
                    (
                        key.clone(),
                        Self { path: self.child_path(key), tree: Some(tree), instead: None },
                    )
                })
                .collect(),
            Some(_) => {
                problems.add(
                    &self.path,
                    "des entrées nommées sont attendues.",
                    "Écrivez « nom: valeur » sur chaque ligne.",
                );
                Vec::new()
            }
        }
    }

    /// Elements of a list in order; none when missing.
    pub fn items(&self, problems: &mut Problems) -> Vec<Self> {
        match self.tree() {
            None => Vec::new(),
            Some(Tree::List(items)) => items
                .iter()
                .enumerate()
                .map(|(index, tree)| Self {
                    path: self.child_path(&(index + 1).to_string()),
                    tree: Some(tree),
                    instead: None,
                })
                .collect(),
            Some(_) => {
                problems.add(&self.path, "une liste est attendue.", "Écrivez [a, b, c].");
                Vec::new()
            }
        }
    }

    /// Notes the entries whose name is not among those known.
    pub fn only(&self, known: &[&str], problems: &mut Problems) {
        if let Some(Tree::Entries(entries)) = self.tree() {
            for (key, _) in entries.iter().filter(|(key, _)| !known.contains(&key.as_str())) {
                problems.add(
                    self.child_path(key),
                    format!("« {key} » est inconnu ici."),
                    format!("Noms connus : {}.", known.join(", ")),
                );
            }
        }
    }
}
