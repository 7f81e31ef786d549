//! Names and figures as exercises write them.

use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

/// Lower case, without accents, words joined by underscores.
pub fn plain(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    lower
        .chars()
        .map(|character| match character {
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'à' | 'â' => 'a',
            'î' | 'ï' => 'i',
            'ô' => 'o',
            'û' | 'ù' => 'u',
            'ç' => 'c',
            letter if letter.is_alphanumeric() => letter,
            _ => '_',
        })
        .collect()
}

/// A key without space.
pub fn key(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join("_")
}

/// Figures of a text, in order: "3 x 37 h" has 3 and 37.
pub fn figures(text: &str) -> Vec<Decimal> {
    let mut found = Vec::new();
    let mut current = String::new();
    for character in text.chars().chain([' ']) {
        let in_figure =
            character.is_ascii_digit() || (matches!(character, '.' | ',') && !current.is_empty());
        if in_figure {
            current.push(if character == ',' { '.' } else { character });
        } else if !current.is_empty() {
            found.extend(Decimal::from_str_exact(current.trim_end_matches('.')).ok());
            current.clear();
        }
    }
    found
}

/// The product of the figures of a text, or a number.
pub fn product(tree: &Tree) -> Option<Decimal> {
    if let Some(number) = tree.number() {
        return Some(number);
    }
    let Tree::Text(text) = tree else { return None };
    let figures = figures(text);
    let first = figures.first().copied()?;
    figures.iter().skip(1).try_fold(first, |product, figure| product.checked_mul(*figure))
}

/// Entries of a mapping, or nothing.
pub fn entries(tree: &Tree) -> &[(String, Tree)] {
    match tree {
        Tree::Entries(entries) => entries,
        _ => &[],
    }
}

/// The first entry whose plain name is one of these, or one of these with a unit ("`ts_min`").
pub fn find<'a>(tree: &'a Tree, names: &[&str]) -> Option<(&'a str, &'a Tree)> {
    let written = entries(tree);
    let exact = names.iter().find_map(|name| {
        written.iter().find(|(key, value)| plain(key) == *name && !value.is_empty())
    });
    let found = exact.or_else(|| {
        names.iter().find_map(|name| {
            written.iter().find(|(key, value)| {
                let rest = plain(key);
                let unit = rest.strip_prefix(name).and_then(|rest| rest.strip_prefix('_'));
                !value.is_empty() && unit.is_some_and(is_unit)
            })
        })
    });
    found.map(|(key, value)| (key.as_str(), value))
}

fn is_unit(text: &str) -> bool {
    [
        "h",
        "heures",
        "heure",
        "min",
        "minutes",
        "mn",
        "ch",
        "centiheures",
        "centiemes",
        "s",
        "j",
        "jours",
        "jour",
        "par_semaine",
        "par_jour",
        "par_mois",
        "semaine",
        "mois",
        "par_h",
        "par_heure",
        "pct",
        "pourcent",
        "h_par_semaine",
        "h_par_jour",
        "h_par_mois",
    ]
    .contains(&text)
}

/// The value found under one of these names.
pub fn value<'a>(tree: &'a Tree, names: &[&str]) -> Option<&'a Tree> {
    find(tree, names).map(|(_, value)| value)
}

/// The number found under one of these names.
pub fn number(tree: &Tree, names: &[&str]) -> Option<Decimal> {
    value(tree, names).and_then(Tree::number)
}

/// A time in hours, by the unit that ends its name.
pub fn hours(name: &str, time: Decimal) -> Decimal {
    let plain = plain(name);
    let ends = |units: &[&str]| units.iter().any(|unit| plain.ends_with(unit));
    let parts = if ends(&["_min", "_mn", "_minutes"]) {
        60
    } else if ends(&["_ch", "_centiheures", "_centiemes"]) {
        100
    } else if ends(&["_s", "_secondes"]) {
        3_600
    } else {
        1
    };
    time.checked_div(Decimal::from(parts)).unwrap_or(time)
}

/// One number a period: a list as long as the periods, or a mapping that names each of them.
pub fn by_period(tree: &Tree, periods: &[String]) -> Option<Vec<Decimal>> {
    let numbers: Vec<Decimal> = match tree {
        Tree::List(items) => items.iter().filter_map(Tree::number).collect(),
        Tree::Entries(written) => {
            let named = periods.iter().filter_map(|period| {
                written.iter().find(|(name, _)| name == period).and_then(|(_, own)| own.number())
            });
            named.collect()
        }
        _ => return None,
    };
    (numbers.len() == periods.len()).then_some(numbers)
}

/// Whether a name is that of a week or of a rank ("S40", "3", "semaine 2").
pub fn is_period(name: &str) -> bool {
    let plain = plain(name);
    let rank = plain.trim_start_matches(|letter: char| letter.is_alphabetic() || letter == '_');
    let word = plain.strip_suffix(rank).unwrap_or_default();
    !rank.is_empty()
        && rank.chars().all(|digit| digit.is_ascii_digit())
        && ["", "s", "sem", "semaine", "semaine_", "periode_", "p", "mois_", "week", "w"]
            .contains(&word)
}
