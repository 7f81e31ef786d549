//! What every section shares: entries named once, synonyms of a name, words to choose from.

use std::collections::HashSet;

use crate::domain::planning::tree::{Node, Problems};

/// Named entries in order; a name left empty or written twice is noted, and its entry left out.
pub(super) fn named<'a>(node: &Node<'a>, problems: &mut Problems) -> Vec<(String, Node<'a>)> {
    let mut met = HashSet::new();
    let mut kept = Vec::new();
    for (name, entry) in node.entries(problems) {
        if name.trim().is_empty() {
            problems.add(node.path(), "un nom est vide.", "Écrivez un nom avant les deux points.");
        } else if met.insert(name.clone()) {
            kept.push((name, entry));
        } else {
            problems.add(
                entry.path(),
                format!("« {name} » est écrit deux fois."),
                "Gardez-en un seul.",
            );
        }
    }
    kept
}

/// Notes what is not made of named entries, and the names that are not known.
pub(super) fn check_names(node: &Node<'_>, known: &[&str], problems: &mut Problems) {
    named(node, problems);
    node.only(known, problems);
}

/// The field written under one of several names of the same thing; two at once are noted.
pub(super) fn single<'a>(node: &Node<'a>, names: &[&str], problems: &mut Problems) -> Node<'a> {
    let mut written = names.iter().map(|name| node.field(name)).filter(|field| !field.is_missing());
    let Some(first) = written.next() else { return node.any_field(names) };
    for second in written {
        problems.add(
            second.path(),
            format!("cette valeur est déjà écrite sous « {} ».", last_name(&first)),
            "Gardez un seul des deux noms.",
        );
    }
    first
}

fn last_name<'n>(node: &'n Node<'_>) -> &'n str {
    node.path().rsplit('.').next().unwrap_or_default()
}

/// Words that stand for a value; the first one is shown to authors.
pub(super) type Choices<'c, T> = &'c [(&'c [&'c str], T)];

/// One of a few words; case, accents and blanks do not count.
pub(super) fn choice<T: Copy>(
    node: &Node<'_>,
    choices: Choices<'_, T>,
    problems: &mut Problems,
) -> Option<T> {
    let text = node.text(problems)?;
    let found = chosen(&text, choices);
    if found.is_none() {
        let shown: Vec<&str> =
            choices.iter().filter_map(|(words, _)| words.first().copied()).collect();
        problems.add(
            node.path(),
            format!("« {text} » n'est pas reconnu."),
            format!("Choisissez parmi : {}.", shown.join(", ")),
        );
    }
    found
}

/// The value that a word stands for.
pub(super) fn chosen<T: Copy>(text: &str, choices: Choices<'_, T>) -> Option<T> {
    let word = plain(text);
    choices.iter().find(|(words, _)| words.contains(&word.as_str())).map(|(_, value)| *value)
}

/// Lower case, without accents, blanks and hyphens as underscores.
fn plain(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    lower
        .chars()
        .map(|character| match character {
            'é' | 'è' | 'ê' => 'e',
            'à' | 'â' => 'a',
            'ô' => 'o',
            'î' => 'i',
            ' ' | '-' | '\'' | '’' | '\u{a0}' => '_',
            other => other,
        })
        .collect()
}
