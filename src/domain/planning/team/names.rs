//! Names as people type them: without accents, without the final full stop, first name alone.

use crate::domain::planning::expression::spelling::fold;

/// Letters and digits only, words separated by one space.
fn bare(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|character: char| !character.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Rank of the name that a text means: the same but for accents and punctuation, else the only one
/// that begins with these words.
pub fn recognise<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> Option<usize> {
    let typed = bare(typed);
    if typed.is_empty() {
        return None;
    }
    let known: Vec<String> = names.into_iter().map(bare).collect();
    if let Some(rank) = known.iter().position(|name| *name == typed) {
        return Some(rank);
    }
    let start = format!("{typed} ");
    let mut beginning = known.iter().enumerate().filter(|(_, name)| name.starts_with(&start));
    match (beginning.next(), beginning.next()) {
        (Some((rank, _)), None) => Some(rank),
        _ => None,
    }
}

/// A key without spaces for a name, not used yet ("`Amara_D`").
pub(super) fn new_key(name: &str, used: &mut Vec<String>) -> String {
    let words = name.split(|character: char| !character.is_alphanumeric());
    let base = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_");
    let base = if base.is_empty() { "sans_nom".to_owned() } else { base };
    let mut key = base.clone();
    let mut rank = 2;
    while used.contains(&key) {
        key = format!("{base}_{rank}");
        rank += 1;
    }
    used.push(key.clone());
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_recognised_as_people_type_them() {
        let names = ["Amara D.", "Élodie P.", "Jean L.", "Jean M."];
        for (typed, rank) in [
            ("Amara D.", Some(0)),
            ("amara d", Some(0)),
            ("AMARA", Some(0)),
            ("Elodie", Some(1)),
            ("Jean", None),
            ("jean m", Some(3)),
            ("Ama", None),
            ("", None),
            (" . ", None),
        ] {
            assert_eq!(recognise(typed, names), rank, "{typed}");
        }
    }

    #[test]
    fn keys_have_no_space_and_differ() {
        let mut used = vec!["total".to_owned()];
        assert_eq!(new_key("Amara D.", &mut used), "Amara_D");
        assert_eq!(new_key("Amara D", &mut used), "Amara_D_2");
        assert_eq!(new_key("total", &mut used), "total_2");
        assert_eq!(new_key("…", &mut used), "sans_nom");
    }
}
