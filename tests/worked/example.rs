//! One worked example as published and recomputed.

use std::path::Path;

use casdecole::domain::planning::tree::{Node, Problems, Tree};

/// One file of worked figures.
#[derive(Debug, Clone)]
pub struct Example {
    /// Identifier ("mrp-m01").
    pub id: String,
    /// Topic.
    pub topic: String,
    /// What is given.
    pub inputs: Tree,
    /// What is expected, published or recomputed.
    pub expected: Tree,
    /// Conventions, in words.
    pub conventions: String,
    /// Whether the published figures are right.
    pub verified: bool,
    /// What was found when they were checked.
    pub note: String,
}

impl Example {
    /// Reads a file.
    pub fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
        let tree: Tree = serde_yaml::from_str(&text).map_err(|error| error.to_string())?;
        let words = |path: &[&str]| match tree.find(path) {
            Some(Tree::List(items)) => {
                items.iter().filter_map(Tree::text).collect::<Vec<_>>().join(" ; ")
            }
            Some(other) => other.text().unwrap_or_default(),
            None => String::new(),
        };
        Ok(Self {
            id: words(&["id"]),
            topic: words(&["topic"]),
            inputs: tree.find(&["inputs"]).cloned().ok_or("no inputs")?,
            expected: tree.find(&["expected"]).cloned().ok_or("no expected")?,
            conventions: words(&["conventions"]),
            verified: tree.find(&["verified", "value"]) == Some(&Tree::Flag(true)),
            note: words(&["verified", "note"]),
        })
    }

    /// The inputs as a place to read from.
    pub fn input(&self) -> Node<'_> {
        Node::root("inputs", &self.inputs)
    }

    /// Expected figures under `published`, if any.
    pub fn published(&self) -> Option<&Tree> {
        self.expected.get("published").or_else(|| self.expected.get("published_visible"))
    }

    /// Expected figures under a name that starts with `recomputed`, if any.
    pub fn recomputed(&self) -> Option<&Tree> {
        match &self.expected {
            Tree::Entries(entries) => entries
                .iter()
                .find(|(name, _)| name.starts_with("recomputed"))
                .map(|(_, tree)| tree),
            _ => None,
        }
    }
}

/// A new list of problems; `Err` with their words when there are some.
pub fn understood<T>(value: Option<T>, problems: &Problems) -> Result<T, String> {
    match value {
        Some(value) if problems.is_empty() => Ok(value),
        _ if problems.is_empty() => Err("inputs of an unknown form".to_owned()),
        _ => Err(problems.found.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ")),
    }
}
