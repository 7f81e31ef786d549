//! Planning data as written: a tree of texts, exact numbers, lists and named entries. Everything
//! that reads figures from YAML goes through `Node`, so that every problem has its path.

mod node;
mod problems;
mod reading;
mod references;

pub use node::Node;
pub use problems::{Problem, Problems};
pub use references::{followed, followed_sections};

use rust_decimal::Decimal;

/// Largest quantity, amount or duration accepted: below 10^12.
pub const LARGEST_QUANTITY: Decimal = Decimal::from_parts(3_567_587_327, 232, 0, false, 0);

/// A value as written in YAML, numbers exact and keys always texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Tree {
    /// Nothing written.
    #[default]
    Empty,
    /// `true` or `false`.
    Flag(bool),
    /// A number.
    Number(Decimal),
    /// A text; also a number that exact arithmetic does not hold.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// Named entries, in the order written.
    Entries(Vec<(String, Tree)>),
}

impl Tree {
    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    /// The entry with this name.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Entries(entries) => {
                entries.iter().find(|(key, _)| key == name).map(|(_, tree)| tree)
            }
            _ => None,
        }
    }

    /// The element that a dotted path names; a rank from 1 names an element of a list.
    pub fn find(&self, path: &[&str]) -> Option<&Self> {
        let Some((first, rest)) = path.split_first() else { return Some(self) };
        let child = match self {
            Self::List(items) => {
                let rank: usize = first.parse().ok()?;
                items.get(rank.checked_sub(1)?)?
            }
            _ => self.get(first)?,
        };
        child.find(rest)
    }

    /// The element at a path, to be changed.
    pub fn find_mut(&mut self, path: &[&str]) -> Option<&mut Self> {
        let Some((first, rest)) = path.split_first() else { return Some(self) };
        let child = match self {
            Self::List(items) => {
                let rank: usize = first.parse().ok()?;
                items.get_mut(rank.checked_sub(1)?)?
            }
            Self::Entries(entries) => {
                entries.iter_mut().find(|(key, _)| key == first).map(|(_, tree)| tree)?
            }
            _ => return None,
        };
        child.find_mut(rest)
    }

    /// The number written, also between quotes ("12.5").
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(text) => Decimal::from_str_exact(text.trim()).ok(),
            _ => None,
        }
    }

    /// The text written; a number as it would be typed.
    pub fn text(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.clone()),
            Self::Number(number) => Some(number.to_string()),
            Self::Flag(flag) => Some(flag.to_string()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_quantity_is_just_below_a_million_millions() {
        assert_eq!(LARGEST_QUANTITY, Decimal::from(999_999_999_999_u64));
    }

    #[test]
    fn numbers_are_exact_and_keys_are_texts() {
        let yaml = "a: {1: 0.1, S40: '1.10', vrai: true}\nb: [1, 2.50, x, ~]\n";
        let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
        assert_eq!(tree.find(&["a", "1"]).and_then(Tree::number), Some(Decimal::new(1, 1)));
        assert_eq!(tree.find(&["a", "S40"]).and_then(Tree::number), Some(Decimal::new(110, 2)));
        assert_eq!(tree.find(&["b", "2"]).and_then(Tree::number), Some(Decimal::new(25, 1)));
        assert_eq!(tree.find(&["b", "4"]), Some(&Tree::Empty));
        let written = serde_yaml::to_string(&tree).expect("writes");
        assert_eq!(serde_yaml::from_str::<Tree>(&written).expect("reads back"), tree);
    }
}
