//! Sections free in their shape (`stocks`, `suivi`, `valeurs`): only their figures are checked.

use super::entries;
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Deepest figure below its section.
const DEEPEST: usize = 32;

/// Checks every figure of a section; its shape belongs to who reads it.
pub(super) fn check(section: &Node<'_>, problems: &mut Problems) {
    match section.tree() {
        None => {}
        Some(Tree::Entries(_) | Tree::List(_)) => inside(section, DEEPEST, problems),
        Some(_) => {
            section.entries(problems);
        }
    }
}

fn inside(node: &Node<'_>, depth: usize, problems: &mut Problems) {
    match node.tree() {
        None | Some(Tree::Empty | Tree::Flag(_)) => {}
        Some(Tree::Number(_)) => {
            node.number(problems);
        }
        Some(Tree::Text(text)) => {
            if is_figure(text) {
                node.number(problems);
            }
        }
        Some(Tree::List(_) | Tree::Entries(_)) if depth == 0 => problems.add(
            node.path(),
            "les données sont trop imbriquées.",
            format!("Restez à {DEEPEST} niveaux au plus."),
        ),
        Some(Tree::List(_)) => {
            for item in node.items(problems) {
                inside(&item, depth - 1, problems);
            }
        }
        Some(Tree::Entries(_)) => {
            for (_, entry) in entries::named(node, problems) {
                inside(&entry, depth - 1, problems);
            }
        }
    }
}

/// Whether a text is written as a number, even one too long for exact arithmetic.
fn is_figure(text: &str) -> bool {
    let digits = text.trim().trim_start_matches(['-', '+']);
    digits.starts_with(|character: char| character.is_ascii_digit())
        && digits.chars().all(|character| character.is_ascii_digit() || character == '.')
        && digits.matches('.').count() <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems_of(yaml: &str) -> Vec<String> {
        let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
        let mut problems = Problems::default();
        check(&Node::root("valeurs", &tree), &mut problems);
        problems.found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn figures_texts_and_dates_are_free() {
        let none: [&str; 0] = [];
        let yaml = "{a: 1, b: {c: [-2, texte, 2027-10-01, 1.2.3], d: oui}, e: '12.5', f: ~}";
        assert_eq!(problems_of(yaml), none);
        assert_eq!(problems_of("~"), none);
    }

    #[test]
    fn a_figure_too_large_or_too_deep_is_named() {
        assert_eq!(
            problems_of("{a: {b: 2000000000000}}"),
            ["valeurs.a.b : le nombre est trop grand. Restez sous 1 000 000 000 000, quitte à \
                 changer d'unité."]
        );
        let digits = "9".repeat(40);
        assert_eq!(
            problems_of(&format!("{{a: '{digits}'}}")),
            ["valeurs.a : un nombre est attendu. Écrivez par exemple 12 ou 12.5, sans unité."]
        );
        let deep = format!("{}1{}", "[".repeat(40), "]".repeat(40));
        let found = problems_of(&deep);
        assert_eq!(found.len(), 1);
        let first = found.first().expect("one");
        assert!(first.ends_with("les données sont trop imbriquées. Restez à 32 niveaux au plus."));
        assert_eq!(problems_of("douze").len(), 1);
    }
}
