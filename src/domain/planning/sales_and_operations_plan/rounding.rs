//! A rounding written in the options of a calculation: a word and a number of decimals.

use crate::domain::planning::tree::{Node, Problems};
use crate::domain::planning::worksheet::{Rounding, RoundingMode};

/// Most decimals that a rounding may keep.
const MOST_DECIMALS: u32 = 9;

/// The rounding of two options, such as `arrondi: superieur` and `decimales: 0`; `None` when
/// neither is written.
pub(in crate::domain::planning) fn read(
    mode: &Node<'_>,
    decimals: &Node<'_>,
    problems: &mut Problems,
) -> Option<Rounding> {
    if mode.is_missing() && decimals.is_missing() {
        return None;
    }
    let words = [
        ("plus_proche", RoundingMode::Nearest),
        ("superieur", RoundingMode::Up),
        ("inferieur", RoundingMode::Down),
        ("tronque", RoundingMode::Truncated),
    ];
    let mode = mode.one_of(&words, problems).unwrap_or_default();
    let kept = decimals.whole(problems).unwrap_or_default();
    if kept > MOST_DECIMALS {
        problems.add(
            decimals.path(),
            format!("{kept} décimales sont trop nombreuses."),
            format!("Restez à {MOST_DECIMALS} décimales au plus."),
        );
        return None;
    }
    Some(Rounding { mode, decimals: kept })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::planning::tree::Tree;

    fn rounding(yaml: &str) -> (Option<Rounding>, usize) {
        let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
        let root = Node::root("", &tree);
        let mut problems = Problems::default();
        let found = read(&root.field("arrondi"), &root.field("decimales"), &mut problems);
        (found, problems.found.len())
    }

    #[test]
    fn a_rounding_is_a_word_and_decimals() {
        assert_eq!(rounding("{}"), (None, 0));
        assert_eq!(rounding("{arrondi: superieur}"), (Some(Rounding::UP), 0));
        assert_eq!(rounding("{decimales: 2}"), (Some(Rounding::nearest(2)), 0));
        assert_eq!(rounding("{decimales: 12}"), (None, 1));
        assert_eq!(rounding("{arrondi: vers_le_haut}").1, 1);
    }
}
